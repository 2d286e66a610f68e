from __future__ import annotations

import json

import pytest
from asking import THREADS, found, lines, rule

from lockin_audit.core.errors import DataError


def notebook(*cells: dict[str, object], **metadata: object) -> bytes:
    return json.dumps({"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1).encode()


def code(*source: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "metadata": {},
        "outputs": [{"text": ["client.beta.threads.create()"]}],
        "source": [line + "\n" for line in source],
    }


def line_of(data: bytes, text: str) -> int:
    return next(number for number, line in enumerate(data.decode().split("\n"), start=1) if text in line and '"text"' not in line)


def test_lines_are_those_of_the_file() -> None:
    data = notebook(
        code("%pip install openai", "!ls", "from openai import OpenAI", "client = OpenAI()"),
        {"cell_type": "markdown", "metadata": {}, "source": ["client.beta.threads.create()\n"]},
        code("x = !ls", "thread = client.beta.threads.create(", "    metadata={})", "help?"),
    )
    assert found(data, THREADS, "notebook") == [(line_of(data, "thread = "), "high")]


def test_a_cell_in_one_string_has_one_line() -> None:
    cell = rb'"source": "from openai import OpenAI\nc = OpenAI()\nc.beta.threads.create()"'
    data = b'{"metadata": {}, "cells": [\n{"cell_type": "code",\n' + cell + b"}]}"
    assert found(data, THREADS, "notebook") == [(3, "high")]


def test_other_languages_are_left_out() -> None:
    assert lines(notebook(code("%%bash", "client.beta.threads.create()")), THREADS, "notebook") == []
    assert lines(notebook(code("%%time", "client.beta.threads.create()")), THREADS, "notebook") != []
    julia = notebook(code("client.beta.threads.create()"), kernelspec={"name": "julia", "language": "julia"})
    assert lines(julia, THREADS, "notebook") == []


@pytest.mark.parametrize("magic", ["%%writefile agent.py", "%%writefile -a src/my_agent.py", '%%writefile "agent.py"', "%%file agent.py"])
def test_a_cell_that_writes_a_python_file_is_read(magic: str) -> None:
    data = notebook(code(magic, "from openai import OpenAI", "thread = OpenAI().beta.threads.create()"))
    assert found(data, THREADS, "notebook") == [(line_of(data, "thread = "), "high")]


@pytest.mark.parametrize("magic", ["%%writefile Dockerfile", "%%writefile notes.md", "%%writefile", "%%writefile agent.py.bak"])
def test_a_cell_that_writes_another_file_is_left_out(magic: str) -> None:
    assert lines(notebook(code(magic, "from openai import OpenAI", "OpenAI().beta.threads.create()")), THREADS, "notebook") == []


def test_prose_is_read_for_text_rules() -> None:
    data = notebook({"cell_type": "markdown", "metadata": {}, "source": ["Intro\n", "Open https://platform.openai.com/threads"]})
    assert lines(data, rule("text", pattern="platform.openai.com/threads"), "notebook") == [line_of(data, "platform")]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b'{"cells": 3}', b'{"cells": [}', b"\x00\xff", b"[" * 20_000])
def test_a_malformed_notebook_says_so(data: bytes) -> None:
    with pytest.raises(DataError, match=r"lab\.ipynb: is not a valid notebook"):
        lines(data, THREADS, "notebook")


def test_odd_cells_are_passed_over() -> None:
    data = b'{"cells": [3, {}, {"cell_type": 4, "source": 5}, {"cell_type": "code", "source": [1, null, "x\\ud800"]}]}'
    assert lines(data, THREADS, "notebook") == []
