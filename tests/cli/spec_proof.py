"""Reads a draft against its files: does every filled field name a place, and do its words stand there?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lockin_audit.core.spec import GAP, Found, WorkflowSpec, is_open


def unproven(spec: WorkflowSpec, repository: Path) -> list[str]:
    """Filled fields without a place, or whose first words do not stand at it."""
    places: dict[str, list[Found]] = {}
    for found in spec.found:
        places.setdefault(found.field, []).append(found)
    out = []
    for field, words, lines in _filled(spec):
        if field not in places:
            out.append(f"{field}: no place")
            continue
        at = places[field][0]
        source = (repository / at.file).read_text(encoding="utf-8").split("\n")[at.line - 1 : at.line - 1 + lines]
        if _plain(words) not in _plain(" ".join(source)):
            out.append(f"{field}: {words!r} does not stand at {at.file}:{at.line}")
    return out


def _filled(spec: WorkflowSpec) -> Iterator[tuple[str, str, int]]:
    """Field, words to look for, lines to look in."""
    for key, text in spec.texts().items():
        if key.startswith(("tool ", "input ", "output ")) or is_open(text):
            continue
        if key == "human_in_the_loop":
            yield key, "human", 1
        elif key.startswith(("state ", "telemetry ")):
            yield key, text.replace(":", ",").partition(",")[0], 2
        else:
            yield key, _first(text.partition(": ")[2] or text if key == "task" else text), 3 if key == "task" else 2
    for head, items in (("input", spec.inputs), ("output", spec.outputs)):
        yield from ((f"{head} {item.name}", _first(item.meaning), 2) for item in items if not is_open(item.meaning))
    for tool in spec.tools:
        if not re.fullmatch(r"tool_\d+", tool.name):
            yield f"tool.{tool.name}", tool.name, 3
        if not is_open(tool.purpose):
            yield f"tool.{tool.name}.purpose", _first(tool.purpose), 2
        for head, items in (("input", tool.inputs), ("output", tool.outputs)):
            for item in items:
                if not is_open(item.meaning) and item.name != "result":
                    yield f"tool.{tool.name}.{head}.{item.name}", item.name, 1
    if spec.failure.attempts is not None:
        yield "failure.attempts", str(spec.failure.attempts), 1


def _first(text: str) -> str:
    """The first words of a text, before any gap."""
    return " ".join(re.findall(r"\w+", text.split(GAP)[0] or text)[:3])


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
