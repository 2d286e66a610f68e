from __future__ import annotations

import re

import pytest
from asking import lines, rule
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.runtime import TextMatch
from lockin_audit.scan.languages import document
from lockin_audit.scan.languages.facts import Spans

CONSOLE = rule("text", pattern=r"platform\.openai\.com/(threads|assistants)")


def test_prose_counts_and_fenced_code_does_not() -> None:
    source = """
        Open https://platform.openai.com/threads and look.
        ```python
        url = "https://platform.openai.com/threads"
        ```
        ~~~~
        https://platform.openai.com/threads
        ~~~
        https://platform.openai.com/threads
        ~~~~
        See HTTPS://PLATFORM.OPENAI.COM/ASSISTANTS too.
    """
    assert lines(source, CONSOLE, "markdown") == [1, 10]


def test_commands_that_read_logs_are_steps_for_a_person_even_in_a_fence() -> None:
    source = """
        Follow the runtime:
        ```bash
        # aws logs tail /aws/agents/desk
        aws logs tail /aws/agents/desk --follow
        $ gcloud logging read "resource=agents/desk"
        aws iam get-role --role-name agents/desk
        ```
    """
    logs = rule("text", pattern=r"agents/desk", dimension="runbook")
    assert lines(source, logs, "markdown") == [4, 5]
    assert lines(source, rule("text", pattern=r"agents/desk"), "markdown") == []


def test_other_files_need_a_glob_when_they_have_a_grammar() -> None:
    source = '# https://platform.openai.com/threads\nprint("see https://platform.openai.com/threads")\n'
    assert lines(source, CONSOLE, "python") == []
    named = rule("text", pattern=r"platform\.openai\.com/threads", files=["**/*.py"])
    assert lines(source, named, "python") == [2]
    assert lines(source, CONSOLE, "shell") == [2]
    assert lines(source, CONSOLE, "html") == [1, 2]


def test_dashboards_are_read_where_a_glob_names_them() -> None:
    named = rule("text", pattern="AWS/Bedrock/Agents", files=["**/*.json"])
    assert lines(b'{\n "metrics": [["AWS/Bedrock/Agents", "x"]]\n}', named, "json") == [2]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"^class \w+Store\b", "class ChatStore:\n", True),
        (r"^class \w+Store\b", "x = 1\n  class ChatStore:\n", False),
        (r"^class \w+Store\b", "class Chat:\n    store = 1\n", False),
        (r"\bstore = \{\}\s*$", "STORE = {}  # by user\n", True),
        (r"\bstore = \{\}\s*$", 'store = {"#": 1}\n', False),
        (r"\bclass\s+Store", "class /* of chats */ Store {\n", True),
        (r"^=+$", "====\n", True),
        (r"^store\b.*chats$", "\n" * 9 + "a store of chats\n", False),
        (r"^store\b.*chats$", "a store of chats\n" * 100, True),
        (r"^store\b.*chats$", "store " + "of " * 200 + "chats and more\n", True),
    ],
)
def test_a_file_is_read_closely_only_where_a_line_may_be_found(pattern: str, text: str, expected: bool) -> None:
    assert document.may_hold(pattern, text.encode(), text.lower().encode()) is expected


@given(st.lists(st.sampled_from(["class", "Store", "ChatStore", " ", "  ", "#", "//", "/*", "*/", "\n", "é", "x = ", '"""']), max_size=30))
def test_what_is_found_without_comments_may_be_found_before(parts: list[str]) -> None:
    data = "".join(parts).encode()
    pattern = r"^\s*class\s+\w*Store\s*$"
    start = data.find(b"#")
    dead = Spans([(start, end if (end := data.find(b"\n", start)) >= 0 else len(data))] if start >= 0 else [])
    match = TextMatch(kind="text", pattern=pattern)
    found = [line for _, line in document.hits(data, "python", dead, [(rule("text", pattern=pattern), match)])]
    assert not found or document.may_hold(pattern, data, data.lower())
    plain = [n for n, line in enumerate(dead.blank(data).split(b"\n"), 1) if re.search(pattern, line.decode(), re.IGNORECASE)]
    assert found == plain
