"""Both sides of a comparison: what the code does beyond its specification, and what the specification promises in vain."""

from __future__ import annotations

import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.assess.spec_compare import Beyond, compare
from lockin_audit.assess.spec_extract import extract
from lockin_audit.assess.spec_failure import attempts_in, failure_of, seconds_in
from lockin_audit.assess.spec_names import without_names
from lockin_audit.assess.spec_sentences import sentences
from lockin_audit.assess.vocabulary import vocabulary
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config, WorkflowConfig
from lockin_audit.core.declared import Declared, DeclaredText
from lockin_audit.core.evidence import Detail, Site
from lockin_audit.core.spec import GAP, Failure, blank_spec
from lockin_audit.scan.runtimes import load_runtimes
from tests.assess.evidence_builder import NEUTRAL, RUNTIMES, place, scan_of

WORDS = vocabulary(load_runtimes())
CONFIG = Config(workflows=(WorkflowConfig(id="claims", name="Claims", paths=("app/**",)),))


def written(dimension: str, line: int, own: bool = True, file: str = "app/a.py", **detail: tuple[str, ...]) -> Site:
    site = place(dimension, "owned" if own else "platform", NEUTRAL if own else "acme.managed", line=line, file=file)
    return site.model_copy(update={"detail": Detail(**detail)})


def judged(*sites: Site) -> Audit:
    return assess(scan_of(*sites), CONFIG, RUNTIMES)


def told(found: tuple[Beyond, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.what, d.places) for d in found]


def test_state_retries_and_telemetry_beyond_the_specification_have_their_place() -> None:
    audit = judged(
        written("retry", 3, limits=("attempts = 4", "timeout = 90")),
        written("state", 5, names=("cases",), columns=("id",)),
        written("telemetry", 7, own=False, names=("session.usage",)),
    )
    declared = Declared(
        texts=(DeclaredText(kind="metric", text="cases_total: Cases", agent="cases_total", file="app/m.py", line=2),), files=("x",)
    )
    spec = blank_spec("claims").model_copy(
        update={"failure": Failure(attempts=2, timeout_seconds=60, then="A clerk."), "mapping": {"telemetry": "Acme"}}
    )
    assert told(compare(spec, audit, declared)) == [
        ("The code keeps state in cases; the specification does not name it.", ("app/a.py:5",)),
        ("The code tries 4 times (attempts = 4); the specification says 2.", ("app/a.py:3",)),
        ("The code waits up to 90 seconds (timeout = 90); the specification allows 60.", ("app/a.py:3",)),
        ("The code counts cases_total; the specification does not name it.", ("app/m.py:2",)),
        ("The code reads the runtime's field session.usage; neither telemetry nor mapping name it.", ("app/a.py:7",)),
    ]


def test_a_retry_policy_the_specification_does_not_have() -> None:
    (found,) = compare(blank_spec("claims"), judged(written("retry", 3, limits=("stop_after_attempt(4)",))))
    assert found.what == "The code has a retry policy of its own (stop_after_attempt(4)); the specification has none."


def test_promises_the_code_does_not_keep() -> None:
    spec = blank_spec("claims").model_copy(
        update={
            "failure": Failure(attempts=3, timeout_seconds=60, then="A clerk."),
            "state": ("The documents of a case, for ten years.",),
            "telemetry": ("The criterion met.",),
            "guardrails": ("Never pays more than 500 euros.",),
            "human_in_the_loop": "A clerk decides refusals.",
        }
    )
    found = compare(spec, judged(), Declared(files=("app/a.py",)))
    assert {d.side for d in found} == {"specification"} and all(not d.places for d in found)
    assert [d.what.partition(";")[0] for d in found] == [
        "The specification names state to remember", "The specification asks for 3 attempts", "The specification names telemetry to emit",
        "The specification names 1 guardrail", "The specification has a person decide",
    ]  # fmt: skip


def test_limits_that_differ_are_a_gap_with_both_places() -> None:
    sites = (written("retry", 3, limits=("attempts = 4",)), written("retry", 9, limits=("attempts = 2", "max_retries=5")))
    failure, found = failure_of(sites)
    assert failure.attempts is None and found == []
    assert "attempts = 4 at app/a.py:3; attempts = 2 at app/a.py:9; max_retries=5 at app/a.py:9" in failure.then
    one, places = failure_of(sites[:1])
    assert one.attempts == 4 and [(p.field, p.line) for p in places] == [("failure.attempts", 3)]


@pytest.mark.parametrize(
    ("limit", "number"),
    [
        ("attempts = 3", 3),
        ("stop_after_attempt(4)", 4),
        ("max_retries=3", None),
        ("range(3)", None),
        ("attempts = MAX", None),
        ("tries = 0", None),
    ],
)
def test_only_attempts_in_all_are_a_number_of_attempts(limit: str, number: int | None) -> None:
    """`max_retries=3` may mean three or four calls: that is for a person to say."""
    assert attempts_in(limit) == number


def test_only_certain_seconds_are_seconds() -> None:
    assert (
        seconds_in("timeout = 30", "a.py") == 30
        and seconds_in("timeout = 30000", "a.ts") is None
        and seconds_in("timeout = T", "a.py") is None
    )


def test_a_draft_says_what_the_evidence_says_and_agrees_with_it() -> None:
    audit = judged(
        written("retry", 3, limits=("attempts = 4",)),
        written("state", 5, names=("cases",), columns=("id", "open"), limits=("ttl = 1800",)),
        written("state", 6, own=False, names=("session_id",)),
        written("telemetry", 7, own=False, names=("session.usage",)),
    )
    spec = extract(audit, "claims", WORDS)
    assert compare(spec, audit) == () and spec.failure.attempts == 4
    assert spec.state[0] == "cases, with id, open: kept in a store of one's own; kept as long as ttl = 1800."
    assert spec.state[1].startswith("OPEN: The runtime keeps part of the state (app/a.py:6)")
    assert spec.mapping["telemetry fields"] == "session.usage (app/a.py:7)" and "one's own code (app/a.py:3)" in spec.mapping["retry"]


def test_names_are_taken_out_until_none_is_left() -> None:
    text, taken = without_names("You are Claude by Anthropic; use gpt-5.1 or web_search_20250305 and Claude again.", WORDS)
    assert list(WORDS.found(text)) == [] and text.count(GAP) == 5
    assert set(taken) == {"Claude", "Anthropic", "gpt-5.1", "web_search_20250305"}
    assert without_names("Sorts the post.", WORDS) == ("Sorts the post.", ())


def test_sentences_that_rule_something() -> None:
    text = DeclaredText(
        kind="instruction", file="a.md", line=10, by_line=True,
        text="You sort the post.\n\n- Never open a letter\n  that is private.\n- Hand over to a clerk when in doubt.\n"
        "Letters above 2 kilos are parcels. Be kind.\n## Never: a heading:\n",
    )  # fmt: skip
    assert list(sentences(text)) == [
        ("guardrails", "Never open a letter that is private.", 12),
        ("escalation", "Hand over to a clerk when in doubt.", 14),
        ("criteria", "Letters above 2 kilos are parcels.", 15),
    ]
