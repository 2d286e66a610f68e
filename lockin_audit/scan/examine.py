"""Looks closely at one file: parses it, decides its rules, cuts its snippets. A file that defeats a parser is left out, never the scan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from lockin_audit.core.errors import AuditError
from lockin_audit.core.runtime import Rule
from lockin_audit.core.text import snippet, visible
from lockin_audit.scan import languages
from lockin_audit.scan.around import Around, look_around
from lockin_audit.scan.model import Answers, RepositoryContext, SourceFile
from lockin_audit.scan.reading import NotRead, read_text, source_file
from lockin_audit.scan.repository import Entry

Place = tuple[str, int, int, str, str]
"""Rule id, first line, last line, confidence, snippet."""
Asked = tuple[tuple[str, str, str | None], ...]
"""What was asked of other files, sorted: module, name and what it was said to stand for (`Answers`)."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a closer look at one file gave."""

    places: tuple[Place, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    """Name → origin of the clients the module makes available, sorted."""
    asked: Asked = ()
    around: Around = field(default_factory=Around)
    problem: str = ""
    """Why the file was left out; empty when it was read."""


def find_places(root: str, entry: Entry, rules: Sequence[Rule], context: RepositoryContext) -> Examined:
    """Every place in the file where one of the rules holds."""
    try:
        source = source_file(entry, read_text(root, entry))
        answers: Answers = {}
        found = languages.analyse(source, rules, context, answers)
        asked = tuple((module, name, known) for (module, name), known in sorted(answers.items()))
        if not found:
            return Examined(asked=asked)
        lines = source.data.split(b"\n")
        places = tuple((f.rule.id, f.line, f.end_line, f.confidence.value, _snippet(source, lines, f.line)) for f in found)
        return Examined(places, asked=asked, around=look_around(source, found))
    except Exception as error:
        _require_sound(error)
        return Examined(problem=_problem(error))


def find_origins(root: str, entry: Entry, context: RepositoryContext) -> Examined:
    """The clients and factories the module makes available to others."""
    try:
        source = source_file(entry, read_text(root, entry))
        return Examined(origins=tuple(sorted(languages.exports(source, context).items())))
    except Exception as error:
        _require_sound(error)
        return Examined(problem=_problem(error))


def _require_sound(error: Exception) -> None:
    """A fault of this program must not pass for a file without evidence: an audit that reads nothing would call a leak none.

    Raises:
        AuditError: a part of the installation is missing.
        NameError: a mistake in our own code.
    """
    if isinstance(error, ImportError):
        raise AuditError(f"this installation of lockin-audit is incomplete ({error}). Install it again.") from error
    if isinstance(error, NameError):
        raise error


def _snippet(source: SourceFile, lines: Sequence[bytes], line: int) -> str:
    if not 1 <= line <= len(lines):
        return ""
    text = lines[line - 1][:20_000].decode("utf-8", "replace")
    if source.language == "notebook":
        try:
            inner = json.loads(text.strip().removesuffix(","))
        except (ValueError, RecursionError):
            inner = None
        if isinstance(inner, str):
            text = inner
    return snippet(text)


def _problem(error: Exception) -> str:
    if isinstance(error, NotRead):
        return str(error)
    if isinstance(error, RecursionError):
        return "nested too deeply to be parsed"
    if isinstance(error, MemoryError):
        return "too complex to be parsed in the memory there is"
    if isinstance(error, AuditError):
        return visible(str(error), 200)
    return visible(f"cannot be parsed ({type(error).__name__}: {error})", 200)
