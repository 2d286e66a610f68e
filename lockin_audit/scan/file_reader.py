"""Reads files of a repository and tells which rules may hold in them. Files are read in slices, which processes can share."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from lockin_audit.scan import manifests
from lockin_audit.scan.file_types import language_of_content
from lockin_audit.scan.languages.local_types import opened_in
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.literals import Hits
from lockin_audit.scan.prefilter import Prefilter, Wanted
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry


class Question(Enum):
    """What is asked of the files of a slice."""

    FIRST = "first"
    """Everything: packages, vendors, and the rules that may hold by themselves."""
    BESIDE = "beside"
    """The rules that may hold now that there is other evidence."""
    CLIENTS = "clients"
    """Whether the file may make a client for others, or hand one on."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Files to read.

    Args:
        question: what is asked of them.
        numbers: of the files in the listing, ascending.
        absent: modules of vendors that no file imports and no manifest names; empty for the first reading, which finds that out.
        idle: numbers of the rules whose evidence is missing.
    """

    question: Question
    numbers: Sequence[int]
    absent: frozenset[str] = frozenset()
    idle: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file in which rules may hold."""

    number: int
    digest: bytes
    size: int
    wanted: Wanted
    """Rules with the alternatives that may hold. After the first reading still to be settled, when it is known which vendors are absent
    (`Prefilter.holding`)."""


@dataclass(slots=True)
class Part:
    """What the files of a slice gave."""

    chosen: list[Chosen] = field(default_factory=list)
    rest: list[int] = field(default_factory=list)
    """First reading: further files that hold a literal. Clients: the files that may make one."""
    open: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    """First reading: files in which a rule may hold by itself only if another file imports one of these modules of vendors."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """Path as on disk and reason of what was not read."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → manifests that name one of its packages."""
    locked: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → lock files that do."""
    shown: set[str] = field(default_factory=set)
    """Modules of vendors that a file imports."""
    files: int = 0
    size: int = 0
    """Bytes read."""


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads slices.

    Args:
        root: the repository.
        entries: its files.
        prefilter: the rules.
        local_modules: paths that tell of the repository's own modules (`own_names`).
        local_types: names of its own classes.
        usings: namespaces that stand open in all files of a C# project, by its folder.
    """

    root: str
    entries: Sequence[Entry]
    prefilter: Prefilter
    local_modules: frozenset[str]
    local_types: frozenset[str]
    usings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def languages(self) -> list[str]:
        """Languages of at least a twentieth of the files."""
        counts = Counter(entry.language for entry in self.entries)
        return sorted(language for language, count in counts.items() if count * 20 >= len(self.entries))

    def answer(self, part: Slice) -> Part:
        """What is asked of the files of a slice."""
        found = Part()
        if part.question is Question.FIRST:
            self._read_first(part, found)
        elif part.question is Question.BESIDE:
            self._read_beside(part, found)
        else:
            found.rest += [
                number
                for number, entry, data in self._read(part, found)
                if self.prefilter.makes_clients(self._hits(entry, data), self._words(entry, data))
            ]
        return found

    def _read(self, part: Slice, found: Part) -> Iterator[tuple[int, Entry, bytes]]:
        for number in part.numbers:
            entry = self.entries[number]
            try:
                data = read_text(self.root, entry)
            except NotRead as reason:
                found.skipped.append((entry.path, str(reason)))
                continue
            yield number, entry, data

    def _read_first(self, part: Slice, found: Part) -> None:
        prefilter = self.prefilter
        absent = set(prefilter.vendors)
        for number, entry, data in self._read(part, found):
            found.files += 1
            found.size += len(data)
            if entry.role != "source" and not manifests.is_another_thing(entry.path.rpartition("/")[2].lower(), data):
                self._note_packages(entry, data, found)
                continue
            hits = self._hits(entry, data)
            if not hits:
                continue
            if hits.isdisjoint(prefilter.telling):
                found.rest.append(number)
                continue
            words = self._words(entry, data)
            absent.difference_update([*prefilter.shown(hits, words, absent)])
            awaited = prefilter.stands_alone(hits, words, absent)
            if awaited is None:
                found.rest.append(number)
            elif awaited:
                found.open.append((number, awaited))
            else:
                found.chosen.append(_chosen(number, data, prefilter.rules(hits, words)))
        found.shown = {*prefilter.vendors} - absent

    def _read_beside(self, part: Slice, found: Part) -> None:
        prefilter = self.prefilter
        for number, entry, data in self._read(part, found):
            wanted = prefilter.rules(self._hits(entry, data), self._words(entry, data))
            kept = frozenset(prefilter.holding(wanted, part.absent)) - part.idle
            if kept:
                found.chosen.append(_chosen(number, data, tuple(pair for pair in wanted if pair[0] in kept)))

    def _hits(self, entry: Entry, data: bytes) -> Hits:
        """Literals that stand in a file, or in a namespace that another file of the project opens for it."""
        hits, opened = self.prefilter.index.hits(data), self._opened(entry)
        return hits | self.prefilter.index.hits("\n".join(f"using {name};" for name in opened).encode()) if opened else hits

    def _opened(self, entry: Entry) -> tuple[str, ...]:
        return tuple(opened_in(entry.path, self.usings)) if self.usings and entry.language == "csharp" else ()

    def _words(self, entry: Entry, data: bytes) -> Words:
        language = entry.language or language_of_content(data)
        return Words(data, language, entry.path, self.local_modules, self.local_types, self._opened(entry))

    def _note_packages(self, entry: Entry, data: bytes, part: Part) -> None:
        name, text = entry.path.rpartition("/")[2].lower(), data.decode("utf-8", "replace")
        if entry.role == "lock":
            wanted = self.prefilter.packages_named(self.prefilter.index.hits(data))
            found, kept = (manifests.locked(name, text, sorted(wanted)) if wanted else set()), part.locked
        else:
            found, kept = manifests.packages(name, text), part.named
        if entry.is_test:
            kept = part.locked
        for package in found:
            for runtime in self.prefilter.packages.get(package, ()):
                kept.setdefault(runtime, set()).add(entry.path)


def _chosen(number: int, data: bytes, wanted: Wanted) -> Chosen:
    return Chosen(number, digest_of(data), len(data), wanted)


def digest_of(data: bytes) -> bytes:
    """What stands for the content of a file."""
    return hashlib.blake2b(data, digest_size=16).digest()
