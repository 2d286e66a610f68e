"""`ask` in a real terminal: answer, go back, leave, go on; in a narrow window, without colour, and for a screen reader."""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lockin_audit.ask.answers import read_answers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a matter of POSIX")
ESCAPE = "\x1b["


def _hear_interrupts() -> None:
    """A run that a shell put in the background ignores interrupts and hands that down; the person at this terminal can press Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Session:
    """A run of `ask` behind a pseudo-terminal; reads until the prompt it waits for, never for a time."""

    def __init__(self, folder: Path, *options: str, columns: int = 100, **environment: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
        inherited = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "LOCKIN_AUDIT_CONFIG")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lockin_audit", "ask", "four_questions", "--answers", "answers.toml", *options],
            stdin=slave, stdout=slave, stderr=slave, cwd=folder, env={**inherited, "TERM": "xterm", **environment},
            preexec_fn=_hear_interrupts,
        )  # fmt: skip
        os.close(slave)
        self.heard = ""

    def until(self, words: str) -> str:
        """Everything printed up to and including the words."""
        start = len(self.heard)
        while words not in self.heard[start:]:
            piece = self._read()
            assert piece, f"the session ended before {words!r}: {self.heard[start:]!r}"
            self.heard += piece
        return self.heard[start:]

    def type(self, line: str) -> None:
        os.write(self.master, (line + "\n").encode())

    def interrupt(self) -> None:
        """Press Ctrl-C, then Enter: Python notices one that comes between prompt and read only when the read returns."""
        self.process.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):
            self.type("")

    def end(self) -> int:
        """Read to the end and give the exit code."""
        while piece := self._read():
            self.heard += piece
        return self.process.wait(timeout=30)

    def _read(self) -> str:
        ready, _, _ = select.select([self.master], [], [], 30)
        if not ready:
            return ""
        try:
            return os.read(self.master, 65536).decode(errors="replace").replace("\r\n", "\n")
        except OSError:  # Linux says so when the other side is closed
            return ""

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)


@pytest.fixture
def sessions() -> Iterator[list[Session]]:
    opened: list[Session] = []
    yield opened
    for session in opened:
        session.close()


def test_answer_back_leave_and_go_on(tmp_path: Path, sessions: list[Session]) -> None:
    first = Session(tmp_path)
    sessions.append(first)
    first.until("Your name")
    first.type("Ada")
    assert "[1 of 15]" in first.until("\n> ")
    first.type("3")
    first.until("What shows it?")
    first.type("runbook 7")
    assert "[2 of 15]" in first.until("\n> ")
    first.type("b")
    assert "your answer" in first.until("\n> ")
    first.type("w")
    assert "It rests on:" in first.until("\n> ")
    first.type("q")
    assert first.end() == 0
    assert "1 of 15 questions are answered" in first.heard and ESCAPE in first.heard
    again = Session(tmp_path)
    sessions.append(again)
    assert "Ada" in again.until("): ")
    again.type("")
    assert "[2 of 15]" in again.until("\n> ")
    again.interrupt()
    assert again.end() == 130 and "Traceback" not in again.heard
    (kept,) = read_answers(tmp_path / "answers.toml").answers
    assert (kept.question, kept.choice, kept.by, kept.evidence) == ("retry.who", "ours", "Ada", "runbook 7")


def test_a_narrow_window_without_colour(tmp_path: Path, sessions: list[Session]) -> None:
    session = Session(tmp_path, columns=38, NO_COLOR="1")
    sessions.append(session)
    session.until("Your name")
    session.type("")
    shown = session.until("\n> ")
    session.type("w")
    shown += session.until("\n> ")
    session.type("q")
    assert session.end() == 0
    assert ESCAPE not in session.heard
    words = [line for line in shown.splitlines() if "Your name" not in line and "http" not in line]
    assert max(map(len, words)) <= 38


def test_a_screen_reader_hears_sentences(tmp_path: Path, sessions: list[Session]) -> None:
    (tmp_path / "lockin.toml").write_text('[study]\nrepository = "code"\n')
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "agent.py").write_text("from tenacity import retry\n\n\n@retry\ndef call() -> None: ...\n")
    session = Session(tmp_path, "--plain")
    sessions.append(session)
    session.until("Your name")
    session.type("")
    shown = session.until("\n> ")
    session.type("q")
    assert session.end() == 0
    assert "Question 1 of 15, 0 answered." in shown and "1: The vendor's runtime decides." in shown
    assert not re.search(r"[\[\]|│─•✓]", shown) and ESCAPE not in session.heard
    assert not any(line.startswith(" ") for line in shown.splitlines())
