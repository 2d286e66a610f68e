"""A draft says only what the evidence shows, with file and line, and names vendors in its mapping alone."""

from __future__ import annotations

import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.assess.spec_compare import compare
from lockin_audit.assess.spec_extract import extract
from lockin_audit.assess.spec_lint import lint
from lockin_audit.assess.vocabulary import vocabulary
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config, WorkflowConfig
from lockin_audit.core.errors import DataError
from lockin_audit.core.spec import GAP
from lockin_audit.scan.runtimes import load_runtimes
from tests.assess.evidence_builder import RUNTIMES, place, scan_of

WORDS = vocabulary(load_runtimes())
CONFIG = Config(workflows=(WorkflowConfig(id="claims", name="Claims", paths=("app/**",)),))
SITES = (
    place("orchestration", line=1),
    place("prompts", line=3, snippet='system="You estimate repair cost from photos and invoices.",'),
    place("prompts", line=4, snippet='system="You are Claude and answer politely.",'),
    place("tools", line=5, snippet="tools=[{'type': 'toolset'}, POLICY_LOOKUP],"),
    place("tools", line=9, snippet='{"name": "pay_claim", "input_schema": {}}'),
    place("tools", line=1, file="other/x.py", snippet='{"name": "elsewhere"}'),
)


def judged(*more: object) -> Audit:
    return assess(scan_of(*SITES), CONFIG, RUNTIMES)


def test_every_filled_field_has_its_place_and_no_vendor_stands_outside_the_mapping() -> None:
    draft = extract(judged(), "claims", WORDS)
    assert draft.task == f"You estimate repair cost from photos and invoices.\n\nYou are {GAP} and answer politely."
    assert [t.name for t in draft.tools] == ["pay_claim", "policy_lookup"]
    places = {(f.field, f.file, f.line) for f in draft.found}
    assert "Claude (app/agent.py:4)" in draft.mapping["names taken out"]
    assert places == {
        ("task", "app/agent.py", 3),
        ("task", "app/agent.py", 4),
        ("tool.policy_lookup", "app/agent.py", 5),
        ("tool.pay_claim", "app/agent.py", 9),
    }
    assert "acme.managed (app/agent.py:1)" in draft.mapping["orchestration"]
    assert not {"vendor name", "model id", "provider syntax"} & {f.kind for f in lint(draft, WORDS).faults}
    assert draft.decision.startswith("OPEN:") and draft.accountable.startswith("OPEN:")


def test_a_draft_agrees_with_its_code_and_what_is_taken_out_shows() -> None:
    draft = extract(judged(), "claims", WORDS)
    assert compare(draft, judged()) == ()
    less = draft.model_copy(update={"tools": draft.tools[:1], "mapping": {"tools": "x", "prompts": "x"}})
    got = compare(less, judged())
    assert [d.places for d in got] == [("app/agent.py:5",), ("app/agent.py:1",)]
    assert "policy_lookup" in got[0].what and "orchestration" in got[1].what


def test_an_unknown_workflow_is_refused() -> None:
    with pytest.raises(DataError, match="Known: claims"):
        extract(judged(), "nothing", WORDS)
    with pytest.raises(DataError, match="Known: claims"):
        compare(extract(judged(), "claims", WORDS).model_copy(update={"id": "other"}), judged())
