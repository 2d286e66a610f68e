"""Where the company's own control stands beside a runtime's: found from places on both sides, told with both."""

from __future__ import annotations

from typing import get_args

import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.assess.control import runtime_planes
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import Site
from lockin_audit.core.runtime import CallMatch, Plane, Rule
from tests.assess.evidence_builder import MANAGED, NEUTRAL, RUNTIMES, place, scan_of


def rule(plane: str, ownership: str = "platform", id: str = MANAGED) -> Rule:
    return Rule.model_validate(
        {
            "id": f"{id}/{plane.replace(' ', '-')}", "dimension": "orchestration", "ownership": ownership, "what": "w.", "why": "y.",
            "literals": ("x",), "match": (CallMatch(kind="call", path=("x",)),), "plane": plane, "only_plane": True,
        }
    )  # fmt: skip


OURS = tuple(rule(plane, "owned", NEUTRAL) for plane in ("guardrails", "routing"))
THEIRS = tuple(rule(one.plane) for one in runtime_planes())
KNOWN = tuple(r.model_copy(update={"rules": {MANAGED: THEIRS, NEUTRAL: OURS}.get(r.id, ())}) for r in RUNTIMES)


def mark(rule: Rule, file: str = "app/agent.py", line: int = 7) -> Site:
    return place("orchestration", rule.ownership.value, rule.id.partition("/")[0], file=file, line=line, rule=rule.id)


def audit(*control: Site, sites: tuple[Site, ...] = (), **config: object) -> Audit:
    scan = scan_of(place("orchestration"), *sites).model_copy(update={"control": control})
    return assess(scan, Config.model_validate(config), KNOWN)


PROMPT = place("prompts", file="app/agent.py", line=3)
SKILLS = next(r for r in THEIRS if r.plane == "skills")
DREAM = next(r for r in THEIRS if r.plane == "reorganised memory")


def test_instructions_beside_skills_are_told_with_both_sides() -> None:
    (found,) = audit(mark(SKILLS), sites=(PROMPT,)).conflicts
    assert found.plane == "skills" and found.ask.endswith("?")
    assert "your instructions (app/agent.py:3), and Acme Managed, which keeps skills" in found.text and "app/agent.py:7" in found.text
    assert [s.line for s in found.own] == [3] and [s.line for s in found.runtime] == [7]


def test_one_side_alone_is_no_conflict() -> None:
    assert audit(mark(SKILLS)).conflicts == () and audit(mark(OURS[0]), sites=(PROMPT,)).conflicts == ()


def test_memory_that_reorganises_itself_stands_against_every_plane_of_ones_own() -> None:
    (found,) = audit(mark(DREAM), mark(OURS[0], line=20), mark(OURS[1], line=30), sites=(PROMPT,)).conflicts
    assert "your instructions (app/agent.py:3), your own rules (app/agent.py:20) and your own routing (app/agent.py:30)" in found.text


def test_control_evidence_counts_in_no_verdict_and_no_effort() -> None:
    plain, with_control = audit(), audit(mark(SKILLS), mark(OURS[0]))
    assert (plain.sites, plain.questions, plain.rebuild) == (with_control.sites, with_control.questions, with_control.rebuild)


@pytest.mark.parametrize(("folder", "number"), [("app", 1), ("app/deeper", 1), ("other", 0)])
def test_without_workflows_two_programs_of_a_repository_are_kept_apart(folder: str, number: int) -> None:
    assert len(audit(mark(SKILLS), sites=(place("prompts", file=f"{folder}/p.py"),)).conflicts) == number


def test_workflows_that_somebody_named_hold_together_and_do_not_mix() -> None:
    named = {"workflow": [{"id": "a", "paths": ["app/**", "rules/**"]}, {"id": "b", "paths": ["other/**"]}]}
    far = audit(mark(SKILLS), mark(OURS[0], file="rules/r.py"), sites=(place("prompts", file="other/p.py"),), **named)
    assert [(c.workflow, [s.file for s in c.own]) for c in far.conflicts] == [("a", ["rules/r.py"])]


def test_the_file_of_planes_speaks_of_planes_that_rules_may_name() -> None:
    listed = [one.plane for one in runtime_planes()]
    assert len(set(listed)) == len(listed) and set(listed) | {"instructions"} == set(get_args(Plane))
