from __future__ import annotations

from asking import lines, rule

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


def test_a_rule_that_asks_for_an_import_has_no_text() -> None:
    assert lines("https://platform.openai.com/threads", rule("text", pattern="openai", imports=["openai"]), "markdown") == []
