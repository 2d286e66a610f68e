"""Ctrl-C, a cancelled job and a closed terminal: one sentence or none, the right exit code, and nothing left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lockin_audit.core.write_file import write_file

SENTENCE = "lockin-audit: stopped. Nothing half-written is left behind.\n"
AS_USUAL = """
import signal
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL)
"""
"""What a shell starts a program with, whatever these tests were started with (a job in the background ignores Ctrl-C)."""
RAISED = """
import os, signal, sys
from lockin_audit.__main__ import main
import lockin_audit.scan.engine as engine
name = sys.argv.pop()
def stopped(*_, progress, **__):
    progress(1, 2)
    os.kill(os.getpid(), getattr(signal, name))
    raise AssertionError("still at work")
engine.scan = stopped
main()
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="these signals are not sent there")
@pytest.mark.parametrize(("name", "code", "said"), [("SIGINT", 130, SENTENCE), ("SIGTERM", 143, ""), ("SIGHUP", 129, "")])
def test_a_stopped_audit_ends_in_order(tmp_path: Path, name: str, code: int, said: str) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    done = run(AS_USUAL + RAISED, "audit", str(tmp_path), "--output", str(tmp_path / "out.json"), name)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", said)
    assert [path.name for path in tmp_path.iterdir()] == ["a.py"]


@pytest.mark.skipif(sys.platform == "win32", reason="these signals are not sent there")
def test_a_signal_that_the_caller_ignores_stays_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    program = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n" + RAISED
    done = run(program, "audit", str(tmp_path), "SIGHUP")
    assert "still at work" in done.stderr


def test_ctrl_c_while_the_program_is_being_loaded() -> None:
    program = (
        "import sys\nclass Stop:\n    def find_spec(self, name, *_):\n        if name == 'typer':\n            raise KeyboardInterrupt\n"
    )
    done = run(program + "sys.meta_path.insert(0, Stop())\nfrom lockin_audit.__main__ import main\nmain()\n", "audit", ".")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", SENTENCE)


def test_ctrl_c_while_a_file_is_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(target, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"] and target.read_text() == "old"


def test_the_installed_command_starts_where_ctrl_c_is_caught() -> None:
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    assert 'lockin-audit = "lockin_audit.__main__:main"' in project
