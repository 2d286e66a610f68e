"""The edge of the program: the clock, the terminal, standard output, and files named on the command line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

from lockin_audit.cli.text_table import text_table
from lockin_audit.core.errors import DataError
from lockin_audit.core.text import steady
from lockin_audit.core.write_file import write_file

_REDRAW_SECONDS = 0.1
"""How long a drawn bar stands at least."""

WIDTH = 160
"""Characters in a line of what goes to a file or another program."""


def emit(text: str) -> None:
    """Write a result to standard output, with one newline at the end; what would steer a terminal is spelled out."""
    sys.stdout.buffer.write(steady(text).encode("utf-8", "backslashreplace"))
    if not text.endswith("\n"):
        sys.stdout.buffer.write(b"\n")
    sys.stdout.buffer.flush()


def emit_bold(text: str) -> None:
    """Write a line in bold to standard output, for a terminal that can do that; what else would steer it is spelled out."""
    sys.stdout.buffer.write(f"\x1b[1m{steady(text)}\x1b[0m\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def note(text: str) -> None:
    """Write a remark or progress line to standard error."""
    sys.stderr.write(steady(text) + "\n")


def line_width() -> int:
    """Characters in a line of standard output."""
    return get_terminal_size().columns if sys.stdout.isatty() else WIDTH


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table to standard output; cells are plain text and never markup. Columns whose name begins with `>` align right."""
    emit(text_table(title, columns, rows, line_width()))


def run_date(value: str | None, option: str = "--as-of") -> date:
    """The day the run is for: an ISO date as given, else today.

    Raises:
        DataError: the text is no date.
    """
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise DataError(option, f"{value!r} is not a date.", "Write it as 2026-11-21.") from None


def write_output(path: Path | None, content: str | bytes) -> None:
    """Write a result to a file (atomically, saying so on standard error) or, without one, to standard output."""
    if path is None:
        emit(content if isinstance(content, str) else content.decode())
        return
    if isinstance(content, str) and not content.endswith("\n"):
        content += "\n"
    from lockin_audit.report import numbers

    written = write_file(path, content)
    note(f"wrote {path} ({numbers.size(written)})")


@contextmanager
def progress(label: str, *, shown: bool = True) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error while long work runs; silent when that is not a terminal, or when it shall not be shown.

    It is drawn where progress is told, never from a thread of its own: beside a second thread, processes cannot be forked.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task(label, total=None)
        drawn = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal drawn
            bar.update(task, completed=done, total=total)
            now = time.monotonic()
            if now - drawn >= _REDRAW_SECONDS or done >= total:
                drawn = now
                bar.refresh()

        yield tell
