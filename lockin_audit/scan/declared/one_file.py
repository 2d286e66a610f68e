"""Reads files one by one for what they declare: on Linux in a process that the system ends when a file keeps it busy, fills its memory or
crashes its parser, so that the others are still read."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.core.errors import DataError
from lockin_audit.core.text import shown_path
from lockin_audit.scan import processes
from lockin_audit.scan.declared.python_values import python_values
from lockin_audit.scan.declared.script_values import script_values
from lockin_audit.scan.declared.tree_values import tree_values
from lockin_audit.scan.declared.value import Written
from lockin_audit.scan.file_types import SCRIPTS
from lockin_audit.scan.reading import NotRead, read_text, source_file
from lockin_audit.scan.repository import Entry

TREES = frozenset(("yaml", "json", "terraform", "bicep"))


def written_in(root: str, entries: Sequence[Entry]) -> list[Written | None]:
    """What each file says; None for one that ended the process it was read in.

    Args:
        root: the repository.
        entries: its files.
    """
    if processes.way() == "fork" and entries:
        shield = processes.Processes(_written)
        try:
            shield.grow(1)
            found = shield.run(entries, [range(len(entries))], root, lambda done: None)
        except processes.NotStarted:
            pass
        else:
            shield.close()
            return found
    return [_written(root, entry) for entry in entries]


def _written(root: str, entry: Entry) -> Written:
    shown = shown_path(entry.path)
    try:
        source = source_file(entry, read_text(root, entry))
        if source.language in SCRIPTS:
            return script_values(shown, source.language, source.data)
        if source.language in TREES:
            return tree_values(shown, source.language, source.data)
        if source.language == "notebook":
            from lockin_audit.scan.languages import notebook

            parts = notebook.read(source.path, source.data)
            return python_values(shown, parts.code.decode("utf-8", "replace"), parts.code_lines)
        return python_values(shown, source.data.decode("utf-8", "replace"))
    except (NotRead, DataError, RecursionError):
        return Written(shown)
