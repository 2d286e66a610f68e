"""Patterns of a user's own packs: one that is none, or that a text can keep busy, is refused before anything is searched."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Rule
from lockin_audit.scan import own_patterns, processes
from lockin_audit.scan.own_patterns import check_patterns
from lockin_audit.scan.runtimes import load_runtimes

OVERRIDE = """
id = "openai.assistants"

[[rule]]
id = "openai.assistants/our-wrapper"
dimension = "state"
ownership = "platform"
what = "Our wrapper makes a thread."
why = "It lives with the vendor."
literals = ["make_thread"]
match = [{{ kind = "text", pattern = '{pattern}' }}]
"""


def rule(**match: object) -> Rule:
    base = {"id": "acme.agents/x", "dimension": "state", "ownership": "owned", "what": "W.", "why": "Y.", "literals": ("found",)}
    return Rule.model_validate(base | {"match": (match,)})


@pytest.mark.parametrize(
    "match",
    [
        {"kind": "text", "pattern": "(a+)+b"},
        {"kind": "string", "pattern": r"(\w+\s*)+:"},
        {"kind": "resource", "type": ("x",), "value": r"x\s*y?\s*z?\s*!"},
    ],
)
def test_what_a_text_can_keep_busy_is_refused_with_a_remedy(match: dict[str, object]) -> None:
    words = r"pack: rule acme\.agents/x: one line of a file can keep '.+' busy for minutes\. Bound what repeats"
    with pytest.raises(DataError, match=words):
        check_patterns("pack", [rule(kind="text", pattern="plain"), rule(**match)])


@pytest.mark.parametrize("pattern", ["(a", "[z-a]", "a{2,1}", "(?P<x>a)(?P<x>b)", "(" * 3000 + ")" * 3000])
def test_what_is_no_regular_expression_is_refused(pattern: str) -> None:
    with pytest.raises(DataError, match=r"rule acme\.agents/x: '.+' is no regular expression: .+\. Correct it\."):
        check_patterns("pack", [rule(kind="text", pattern=pattern)])


@pytest.mark.skipif(sys.platform == "win32", reason="no clock that ends a process there")
def test_one_that_does_not_come_back_ends_its_process_and_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOST_SECONDS", 0.2)
    with pytest.raises(DataError, match="busy for minutes"):
        check_patterns("pack", [rule(kind="text", pattern="(?:(?:x|x|x|x){30})+y")])


def test_they_are_judged_here_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(self: processes.Processes, count: int) -> None:
        raise processes.NotStarted

    monkeypatch.setattr(own_patterns.Processes, "grow", no)
    check_patterns("pack", [rule(kind="text", pattern=r"\bthreads?\.create\(")])
    with pytest.raises(DataError, match="is no regular expression"):
        check_patterns("pack", [rule(kind="text", pattern="(a")])


def test_a_pack_of_ones_own_is_judged_when_it_is_loaded_and_what_it_leaves_as_shipped_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "openai" / "assistants.toml"
    path.parent.mkdir()
    seen: list[str] = []
    judged = own_patterns._judged
    monkeypatch.setattr(own_patterns, "_judged", lambda tasks: seen.extend(task[0] for task in tasks) or judged(tasks))
    path.write_text(OVERRIDE.format(pattern="make_thread"))
    load_runtimes((tmp_path,))
    assert seen == ["make_thread"]
    load_runtimes.cache_clear()
    path.write_text(OVERRIDE.format(pattern="(a"))
    with pytest.raises(DataError, match=re.escape("openai/assistants.toml: rule openai.assistants/our-wrapper: '(a' is no regular")):
        load_runtimes((tmp_path,))
    load_runtimes.cache_clear()
