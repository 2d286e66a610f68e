"""Reads what stands around the places of a file: function, limits, tables, fields, reasons, comments that leave a place out.

Only files in which a rule holds are read so, by lines: no parser, nothing followed out of the file. Every text that is cut
out has its secrets masked and its control characters made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lockin_audit.core.evidence import Detail, Dimension, IgnoreComment, Landmark, Ownership
from lockin_audit.core.text import shown_path, snippet, visible
from lockin_audit.scan import written
from lockin_audit.scan.file_types import STRUCTURED
from lockin_audit.scan.functions import Functions
from lockin_audit.scan.model import Found, SourceFile

_LINES = 40
"""Lines of one site that are read for details."""
_LONG = 2_000
"""Characters of a line that are read: what is longer was made by a machine."""
_DETAILED = frozenset((Dimension.RETRY, Dimension.STATE, Dimension.REPLAY, Dimension.TELEMETRY))
_COMMENT = re.compile(
    r"""(?P<before>^.*?)(?:\#|//|/\*|--|<!--|;|%|\{/\*)\s*lockin-audit:\s*ignore\b
    (?:\[(?P<rules>[^\]\n]{0,400})\])?(?P<rest>[^\n]{0,400})""",
    re.VERBOSE,
)
_UNTIL = re.compile(r"\buntil\s+(\S+)")
_CARE = ("idempoten", "dedup", "duplicate", "already")
"""Words of which a line that takes care against repeats holds one."""
_IDEMPOTENT = re.compile(
    r"idempoten|dedup|already_?(?:sent|processed|running|handled|done|exists)|(?:is|has|skip|check|recent|avoid|ignore)_?\w{0,10}duplicate"
    r"|duplicate_?(?:exists|run|request|deliver|trigger|event|message|submission|call|session|charge|order)"
)
_ENTRY = re.compile(
    r"(?:^|_|(?<=[a-z]))(?:replay|rerun|re_run|continue_from|retry_from)(?:$|_|(?=[A-Z]))"
    r"|^_*(?:(?:try|can|do|auto|handle|should|on)_?)?resume(?:$|_|(?=[A-Z]))(?!_?(?:text|pdf|pars|file|score|data|path|content|doc|upload|match|review|build))"
    r"|(?:^|_|(?<=[a-z]))(?:restart|restore|recover|redrive|rewind|rehydrate)_?\w{0,20}?"
    r"(?:workflow|session|run|thread|agent|conversation|job|task|step|checkpoint|state|execution|turn|chat|history|from)",
    re.IGNORECASE,
)
_SETTING = re.compile(r"^\s*(?:-\s+)?\w{1,40}:\s+\S")
_PROSE = (".md", ".mdx", ".rst", ".adoc", ".txt")
"""Endings of files that speak of code and are none."""
_BODY = 25
"""Lines under a place that are read for what it does with a vendor's event."""
_BLOCK = 12
"""Lines after a place that are read for a limit of the same call, loop or block of settings."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the places of one file."""

    details: tuple[Detail, ...] = ()
    """Of each place, in the order given."""
    ignores: tuple[IgnoreComment, ...] = ()
    landmarks: tuple[Landmark, ...] = ()


def look_around(source: SourceFile, found: Sequence[Found]) -> Around:
    """What stands around the places found in a file."""
    file = shown_path(source.path)
    lines = [line[: 4 * _LONG].decode("utf-8", "replace")[:_LONG].rstrip("\r") for line in source.data.split(b"\n")]
    functions = Functions(lines, file)
    return Around(
        tuple(_detail(place, lines, functions, declares=source.language in STRUCTURED) for place in found),
        tuple(_comments(file, lines)) if b"lockin-audit:" in source.data else (),
        tuple(_landmarks(file, lines, functions)),
    )


def _detail(place: Found, lines: list[str], functions: Functions, *, declares: bool) -> Detail:
    rule = place.rule
    name, at = functions.around(place.line)
    if rule.dimension not in _DETAILED:
        return Detail(function=_cut(name), function_line=at)
    text = _region(lines, place.line, place.end_line)
    if place.line > 1 and lines[place.line - 1].lstrip().startswith("="):
        text = f"{lines[place.line - 2]}\n{text}"
    own = rule.ownership is Ownership.OWNED
    limits: list[str] = []
    names: list[str] = []
    columns: list[str] = []
    reasons: list[str] = []
    if rule.dimension is Dimension.RETRY:
        limits = written.limits(text)
        if not own and not limits:
            limits = written.limits(_under(lines, place.line, _BLOCK, deeper=False))
        if own and at:
            given = written.attempts(functions.header(at))
            limits = given + [limit for limit in limits if not (given and limit.startswith("range("))]
    elif rule.dimension is Dimension.TELEMETRY:
        names = [] if own else [*written.fields(rule, text), *written.members(_read(lines, place.line))]
        reasons = written.reasons(text) if own else written.telling(names)
    elif own:
        names, columns = written.tables(text)
        if rule.dimension is Dimension.STATE:
            if rule.role == "shape":
                names = written.shape(lines, place.line)
            elif not names:
                text = f"{text}\n{_under(lines, place.line, _BLOCK * 2, deeper=False)}"
                names, columns = written.declared(text, plain_name=declares)
            limits = written.keeping(text)
    else:
        names = written.pointers(text)
        limits = written.keeping(text)
    return Detail(
        function=_cut(name),
        function_line=at,
        limits=_some(limits, long=90),
        names=_some(names, 12),
        columns=_some(columns, 12),
        reasons=_some(reasons),
    )


def _region(lines: list[str], first: int, last: int) -> str:
    """The text of a site: its lines, and for a call that is written over several the rest of it."""
    end = min(max(first, last), first + _LINES - 1, len(lines))
    depth = 0
    for number in range(first, min(first + 16, len(lines)) + 1):
        line = lines[number - 1]
        depth += sum(line.count(mark) for mark in "([{") - sum(line.count(mark) for mark in ")]}")
        if depth <= 0 and number >= end:
            break
        end = max(end, number)
    return "\n".join(lines[first - 1 : end])


def _read(lines: list[str], line: int) -> str:
    """What is done with an event: the body under a condition or a case, or the keys beside one of a file of settings."""
    here = lines[line - 1].rstrip() if 1 <= line <= len(lines) else ""
    if here.endswith((":", "{", "(", "&&", "||")):
        return _under(lines, line, _BODY, deeper=True)
    return _under(lines, line, _BODY, deeper=False) if _SETTING.match(here) else ""


def _under(lines: list[str], line: int, most: int, *, deeper: bool) -> str:
    """The lines after one that stand as deep as it does, or deeper: the rest of its block. Blank lines are passed over."""
    here = lines[line - 1] if 1 <= line <= len(lines) else ""
    depth = len(here) - len(here.lstrip(" \t-"))
    found = []
    for text in lines[line : line + most]:
        indent = len(text) - len(text.lstrip(" \t"))
        if text.strip() and indent < depth + deeper:
            break
        found.append(text)
    return "\n".join(found)


def _comments(file: str, lines: list[str]) -> Iterable[IgnoreComment]:
    waiting: list[tuple[tuple[str, ...], str, str]] = []
    for number, line in enumerate(lines, start=1):
        found = _COMMENT.search(line) if "lockin-audit:" in line else None
        if found is None:
            if waiting and line.strip():
                yield from (IgnoreComment(file=file, line=number, rules=r, reason=why, until=until) for r, why, until in waiting)
                waiting = []
            continue
        said = _said(found)
        if found["before"].strip() in ("", "*", '"', "'"):
            waiting.append(said)
        else:
            yield IgnoreComment(file=file, line=number, rules=said[0], reason=said[1], until=said[2])


def _said(found: re.Match[str]) -> tuple[tuple[str, ...], str, str]:
    """Rules, reason and last day of a comment."""
    rules = tuple(_cut(part.strip(), 120) for part in (found["rules"] or "").split(",") if part.strip())
    rest = found["rest"]
    until = _UNTIL.search(rest)
    if until is not None:
        rest = rest[: until.start()] + rest[until.end() :]
    reason = rest.strip().removesuffix("*/").removesuffix("-->").removesuffix("*/}").strip(" \t:,.-–()\"'")
    return rules, _cut(reason, 200), _cut(until[1].strip(".,;:)*/"), 20) if until else ""


def _landmarks(file: str, lines: list[str], functions: Functions) -> Iterable[Landmark]:
    if file.lower().endswith(_PROSE):
        return ()
    found = [Landmark(kind="entry", file=file, line=line, text=_cut(name)) for name, line in functions.all() if _ENTRY.search(name)]
    whole = "\n".join(lines).lower()
    careful = any(word in whole for word in _CARE)
    found += [
        Landmark(kind="idempotency", file=file, line=number, text=_cut(lines[number - 1], 100))
        for number, line in (enumerate(map(str.lower, lines), start=1) if careful else ())
        if any(word in line for word in _CARE) and _IDEMPOTENT.search(line)
    ][:5]
    return sorted(found, key=lambda mark: (mark.line, mark.kind))


def _some(texts: list[str], most: int = 6, long: int = 60) -> tuple[str, ...]:
    """The first few texts, each once, made fit to show."""
    return tuple(dict.fromkeys(cut for text in texts[:40] if (cut := _cut(text, long))))[:most]


def _cut(text: str, limit: int = 60) -> str:
    return visible(snippet(text), limit)
