"""Files made to harm a parser: the reading of declarations goes on without them and says so."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from lockin_audit.scan import processes
from lockin_audit.scan.declared.read import read_declared

AGENT = 'assistant = client.beta.assistants.create(instructions="You sort the post of a town hall.", tools=[])\n'


def read(folder: Path, **files: bytes):  # type: ignore[no-untyped-def]
    (folder / "agent.py").write_text(AGENT)
    for name, data in files.items():
        (folder / name.replace("_DOT_", ".")).write_bytes(data)
    found = read_declared(folder, lambda path: True)
    assert [text.text for text in found.texts if text.file == "agent.py"] == ["You sort the post of a town hall."]
    return found


def test_the_head_of_an_agent_is_no_way_to_crash_the_parser(tmp_path: Path) -> None:
    found = read(tmp_path, a_DOT_md=b"---\nname: x\ntools: \n" + b"- " * 1_900 + b"x\n---\nYou sort the post.\n")
    assert not found.tools


def test_syntax_too_deep_to_be_searched_is_passed_over(tmp_path: Path) -> None:
    read(tmp_path, b_DOT_ts=b"// prompt\nconst x = a" + b"\n.b()" * 40_000)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are bounded by the system of Linux")
def test_a_file_that_keeps_a_parser_busy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "MOST_SECONDS", 0.3)
    started = time.process_time()
    found = read(tmp_path, busy_DOT_ts=b"const agent = 1 // prompt\n" + b"namespace=,\n" * 6_000, sound_DOT_yaml=b"agent: {name: x}\n")
    assert time.process_time() - started < 3
    assert found.remarks == ("busy.ts was left out: its parser crashed, took too long or too much memory.",)
    assert found.files == ("agent.py", "sound.yaml")
