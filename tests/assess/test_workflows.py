"""Globs assign files to workflows: the first match wins, and no pattern can make the matcher fail or crawl."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.assess.workflows import assigned, matches, workflow_of, workflows_of
from lockin_audit.core.config import WorkflowConfig
from tests.assess.evidence_builder import place


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("**", "a/b.py", True),
        (".", "a/b.py", True),
        ("triage/**", "triage/a/b.py", True),
        ("triage/**", "triage.py", False),
        ("triage", "triage/a.py", True),
        ("./triage/", "triage/a.py", True),
        ("triage", "other/triage/a.py", False),
        ("**/agent.py", "agent.py", True),
        ("**/agent.py", "a/b/agent.py", True),
        ("*.py", "a.py", True),
        ("*.py", "a/b.py", False),
        ("src/*.ts", "src/a.ts", True),
        ("src/?.ts", "src/ab.ts", False),
        ("src/[ab].ts", "src/b.ts", True),
        ("src/[!ab].ts", "src/b.ts", False),
        ("a[*]b/**", "a*b/c.py", True),
        ("a[*]b/**", "axb/c.py", False),
        ("a.b", "axb", False),
        ("src\\agents\\**", "src/agents/x.py", True),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert matches(path, [glob]) is expected


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_a_glob(glob: str, path: str) -> None:
    matches(path, [glob])


def test_the_first_workflow_that_matches_has_the_file_and_the_rest_stays_unassigned() -> None:
    flows = (WorkflowConfig(id="a", paths=("x/**",)), WorkflowConfig(id="b", paths=("**/*.py",)))
    assert [workflow_of(p, flows) for p in ("x/1.py", "y/1.py", "y/1.ts")] == ["a", "b", ""]
    assert [s.workflow for s in assigned([place("state", file="x/1.py"), place("state", file="z.md")], flows)] == ["a", ""]


def test_without_a_config_the_repository_is_the_workflow() -> None:
    assert [w.id for w in workflows_of(())] == ["repository"]
    assert workflow_of("any/where.py", workflows_of(())) == "repository"
