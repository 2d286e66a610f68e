"""Resources of infrastructure code and keys of structured files: which rules hold on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lockin_audit.core.runtime import KeyMatch, ResourceMatch
from lockin_audit.scan.languages.facts import Entry, FileFacts

_Hit = tuple[int, int, None]


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def resource_hits(facts: FileFacts, match: ResourceMatch) -> Iterator[_Hit]:
    """Resources of one of the types, at the wanted property where one is named."""
    for resource in facts.resources:
        if resource.type not in match.type:
            continue
        if not match.property:
            if not match.value or _pattern(match.value).search(facts.data[resource.start : resource.end].decode("utf-8", "replace")):
                yield (resource.start if resource.header < 0 else resource.header, resource.header_end, None)
            continue
        for path, start, end in resource.properties:
            if path == match.property and (
                not match.value or _pattern(match.value).search(facts.data[start:end].decode("utf-8", "replace"))
            ):
                yield (start, end, None)


def key_hits(facts: FileFacts, match: KeyMatch) -> Iterator[_Hit]:
    """Keys at the end of whose path stands one of the wanted paths."""
    if not facts.entries:
        return
    wanted = [path.split(".") for path in match.path]
    search = _pattern(match.value).search if match.value else None
    for entry in facts.entries:
        for path, segments in zip(match.path, wanted, strict=True):
            if (entry.key == segments[-1] and _above(facts.entries, entry, segments[:-1])) or (
                len(segments) > 1 and entry.key.rpartition(".")[2] == segments[-1] and _dotted(facts.entries, entry, path)
            ):
                value = entry.value if entry.value is not None else facts.data[entry.start : entry.end].decode("utf-8", "replace")
                if search is None or search(value):
                    yield (entry.start, entry.end if entry.value is not None else entry.key_end or entry.end, None)
                break


def _above(entries: tuple[Entry, ...], entry: Entry, segments: list[str]) -> bool:
    for segment in reversed(segments):
        if entry.parent < 0:
            return False
        entry = entries[entry.parent]
        if entry.key != segment:
            return False
    return True


def _dotted(entries: tuple[Entry, ...], entry: Entry, path: str) -> bool:
    """Whether the path stands at the end of the key's name, with keys that name several levels at once (`spring.ai: openai.chat:`)."""
    name = entry.key
    while len(name) < len(path) and entry.parent >= 0:
        entry = entries[entry.parent]
        name = f"{entry.key}.{name}"
    return name == path or name.endswith(f".{path}")
