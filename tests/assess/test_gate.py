"""Gates are checked before any work, and with a baseline only what is new counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.assess.gate import check_gates, hits, load_baseline, new_sites
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import CallMatch, Rule
from lockin_audit.report.audit_formats import audit_json
from tests.assess.evidence_builder import MANAGED, NEUTRAL, RUNTIMES, place, runtime, scan_of

RULE = Rule(
    id=f"{MANAGED}/thread-created", dimension="state", ownership="platform", what="w.", why="y.", literals=("x",),
    match=(CallMatch(kind="call", path=("x",)),),
)  # fmt: skip
KNOWN = (runtime(MANAGED).model_copy(update={"rules": (RULE,)}),)
FIRST = (place("orchestration"), place("retry", "owned", NEUTRAL))
LATER = (*FIRST, place("state", rule=RULE.id, line=7))


def audit_of(*sites):  # type: ignore[no-untyped-def]
    return assess(scan_of(*sites), Config(), RUNTIMES)


@pytest.mark.parametrize(
    "gate",
    [
        "new-sites",
        "points>100",
        "days>=2.5",
        "retry=platform",
        "verdict:state=mixed",
        "state",
        "dimension:tools",
        "platform",
        f"{MANAGED}/*",
        RULE.id,
    ],
)
def test_known_gates(gate: str) -> None:
    check_gates([gate], KNOWN)


@pytest.mark.parametrize(
    "gate",
    [
        "points",
        "points<3",
        "points>x",
        "days=3",
        "newsites",
        "retry=vendor",
        "memory=platform",
        "stat",
        "",
        "acme.nothing/*",
        f"{MANAGED}/no-such",
        "=",
        "/",
    ],
)
def test_gates_that_can_never_be_hit_are_refused(gate: str) -> None:
    with pytest.raises(DataError, match="--fail-on"):
        check_gates([gate], KNOWN)


def test_an_unknown_condition_is_answered_with_all_there_are() -> None:
    with pytest.raises(DataError) as refused:
        check_gates(["cost"], KNOWN)
    said = str(refused.value)
    for condition in ("verdict:QUESTION=VERDICT", "dimension:NAME", "platform", "new-sites", "points>N", "days>N", "rule id", "RUNTIME/*"):
        assert condition in said
    with pytest.raises(DataError, match="--baseline FILE"):
        check_gates(["new-sites"], KNOWN, baseline=False)


def test_points_and_days_are_those_of_leaving_the_runtime() -> None:
    audit = audit_of(*LATER)
    assert hits(audit, [f"points>{audit.leave_points:g}", f"days>{audit.leave_days.likely:g}"]) == ()
    (sentence,) = hits(audit, [f"points>={audit.leave_points:g}"])
    assert f"takes {audit.leave_points:g} points" in sentence
    assert hits(audit, ["days>0.1"])[0].endswith("likely days.")


def test_new_sites_are_those_with_a_vendor_that_the_baseline_lacks(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    file.write_text(audit_json(audit_of(*FIRST)))
    later = audit_of(*LATER, place("telemetry", "owned", NEUTRAL, line=9))
    assert hits(later, ["new-sites"], load_baseline(file)) == ("new-sites: 1 new place with a vendor, the first at app/agent.py:7.",)
    assert hits(audit_of(*FIRST), ["new-sites"], load_baseline(file)) == ()


def test_what_hits() -> None:
    audit = audit_of(*LATER)
    gates = ["retry=mixed", "retry=platform", "state", "tools", "retry", RULE.id, f"{MANAGED}/*"]
    assert [sentence.split(":")[0] for sentence in hits(audit, gates)] == ["retry=mixed", "state", RULE.id, f"{MANAGED}/*"]
    assert hits(audit, ["state"])[0] == "state: 1 place with a vendor, the first at app/agent.py:7."


def test_with_a_baseline_only_new_places_and_changed_verdicts_count(tmp_path: Path) -> None:
    before, after = audit_of(*FIRST), audit_of(*LATER)
    file = tmp_path / "before.json"
    file.write_text(audit_json(before))
    baseline = load_baseline(file)
    assert new_sites(after, baseline) == {LATER[2].id}
    assert hits(after, ["retry=mixed", f"{MANAGED}/*", "state=platform"], baseline) == (
        f"{MANAGED}/*: 1 new place with a vendor, the first at app/agent.py:7.",
    )
    assert hits(before, ["platform"], baseline) == ()


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"schema": "x"}', '{"schema": "lockin-audit/audit/1"}', '{"schema": "lockin-audit/audit/1", "sites": [1]}']
)
def test_a_file_that_is_no_audit_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(DataError, match=r"b\.json"):
        load_baseline(file)
    with pytest.raises(DataError, match="there is no such file"):
        load_baseline(tmp_path / "none.json")
