"""What is read of a file, and why others are left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.reading import NotRead, read_text, source_file
from lockin_audit.scan.repository import Entry, Role


def entry(path: str, language: str = "python", role: Role = "source") -> Entry:
    return Entry(path, language, role, False)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_text_with_a_byte_order_mark_becomes_utf_8(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    (tmp_path / "a.py").write_bytes((mark + "name = 'Grüße'\n").encode(encoding))
    assert read_text(str(tmp_path), entry("a.py")) == "name = 'Grüße'\n".encode()


def test_invalid_utf_8_is_replaced_and_lines_stay(tmp_path: Path) -> None:
    source = source_file(entry("a.py"), b"# caf\xe9\nx = '\xff\xfe'\n")
    assert source.data.decode() == "# caf\ufffd\nx = '\ufffd\ufffd'\n"


@given(st.binary(max_size=300))
def test_any_bytes_become_valid_utf_8_with_as_many_lines(data: bytes) -> None:
    made = source_file(entry("a.py"), data).data
    assert made.decode("utf-8").count("\n") == data.count(b"\n")


def test_a_sparse_file_of_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "big.py").open("wb") as stream:
        stream.truncate(2_000_000_000)
    with pytest.raises(NotRead, match=r"too large: 2,000\.0 MB, and python files are read up to 2 MB"):
        read_text(str(tmp_path), entry("big.py"))


def test_binary_minified_and_generated_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_bytes(b"x = 1\n" * 5_000 + b"\0")
    with pytest.raises(NotRead, match="binary"):
        read_text(str(tmp_path), entry("b.py"))
    (tmp_path / "m.js").write_bytes(b"function a(){return 1};" * 4_000)
    with pytest.raises(NotRead, match="minified"):
        read_text(str(tmp_path), entry("m.js", "javascript"))
    with pytest.raises(NotRead, match="a line of 150,004 characters"):
        source_file(entry("g.py"), b"x = " + b"1" * 150_000 + b"\n")
    assert source_file(entry("t.json", "json"), b'{"a": "' + b"1" * 150_000 + b'"}').language == "json"


def test_colours_in_the_outputs_of_a_notebook_are_no_brackets() -> None:
    data = b'{"cells": [], "output": "' + b"\\u001b[32m\\u001B[0m" * 1_000 + b'"}'
    assert source_file(entry("a.ipynb", "notebook"), data).data == data
    with pytest.raises(NotRead, match="nested too deeply"):
        source_file(entry("b.ipynb", "notebook"), data.replace(b"u001", b"u002"))


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotRead, match="cannot be read: no such file or directory"):
        read_text(str(tmp_path), entry("gone.py"))
    os.mkfifo(tmp_path / "p.py")
    with pytest.raises(NotRead, match="not a regular file"):
        read_text(str(tmp_path), entry("p.py"))


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (b"#!/usr/bin/env python3\nx\n", "python"),
        (b"#!/usr/bin/env node\n", "javascript"),
        (b"#!/bin/sh\n", "shell"),
        (b"kind: AdaptiveDialog\nbeginDialog:\n", "yaml"),
        (b"---\na: 1\n", "yaml"),
        (b'{"a": 1}', "json"),
        (b"Plain words.\n", "text"),
        (b"", "text"),
    ],
)
def test_content_tells_the_language_where_the_name_does_not(content: bytes, language: str) -> None:
    assert source_file(entry("data", ""), content).language == language
