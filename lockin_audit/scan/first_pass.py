"""The first pass: every file in scope is read once and tested for the literals of all rules.

Only rules that hold by themselves (`near = "none"`) are asked for here. What the others need of a file is asked in a second reading, which
most repositories never come to: those rules hold only beside evidence of agents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lockin_audit.scan import manifests
from lockin_audit.scan.file_types import CODE, TYPED, language_of_content
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.model import Progress
from lockin_audit.scan.prefilter import Prefilter, Wanted
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing

_MODULES = CODE - TYPED - {"notebook"}
"""Languages whose files others can import."""
_SHARED = CODE - {"notebook"}
"""Languages in which a client made in one file can be used in another."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file worth a closer look."""

    entry: Entry
    digest: bytes
    size: int
    rules: tuple[int, ...] = ()
    """Numbers of the rules worth a look in it, ascending."""


@dataclass(slots=True)
class FirstPass:
    """Reads the files of a repository.

    Args:
        root: the repository.
        listing: its files.
        prefilter: the rules.
        local_modules: names of the repository's own folders and Python files.
        local_types: names of its own classes.
    """

    root: str
    listing: Listing
    prefilter: Prefilter
    local_modules: frozenset[str]
    local_types: frozenset[str]
    first: list[Candidate] = field(default_factory=list)
    """Files in which a rule may hold that asks for no other evidence."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """Path as on disk and reason of what was not read."""
    named: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → manifests that name one of its packages."""
    locked: dict[str, set[str]] = field(default_factory=dict)
    """Runtime id → lock files that do."""
    absent: frozenset[str] = frozenset()
    """Modules of vendors that no file imports and no manifest names."""
    files: int = 0
    size: int = 0
    """Bytes read."""
    _rest: list[Entry] = field(default_factory=list)
    """Further files that hold a literal."""

    def read(self, report: Progress) -> None:
        """Read every file in scope."""
        prefilter, total = self.prefilter, len(self.listing.entries)
        hits_in, absent = prefilter.index.hits, set(prefilter.vendors)
        chosen: list[tuple[Candidate, Wanted]] = []
        for number, entry in enumerate(self.listing.entries):
            if number % 500 == 0:
                report(number, total)
            try:
                data = read_text(self.root, entry)
            except NotRead as reason:
                self.skipped.append((entry.path, str(reason)))
                continue
            self.files += 1
            self.size += len(data)
            if entry.role != "source":
                self._note_packages(entry, data)
                continue
            hits = hits_in(data)
            if not hits:
                continue
            words = self._words(entry, data)
            absent.difference_update([*prefilter.shown(hits, words, absent)])
            if prefilter.stands_alone(hits, words):
                chosen.append((candidate_of(entry, data), prefilter.rules(hits, words)))
            else:
                self._rest.append(entry)
        self.absent = frozenset(absent) - prefilter.named({*self.named, *self.locked})
        for candidate, wanted in chosen:
            rules = prefilter.holding(wanted, self.absent)
            if any(prefilter.targets[n].rule.near == "none" for n in rules):
                self.first.append(replace(candidate, rules=rules))
            else:
                self._rest.append(candidate.entry)
        report(total, total)

    def second(self, idle: Iterable[int]) -> Iterator[Candidate]:
        """Files in which only rules may hold that ask for other evidence, now that there is some.

        Args:
            idle: numbers of the rules whose evidence is missing.
        """
        without = frozenset(idle)
        for entry, data in self._again():
            words = self._words(entry, data)
            wanted = self.prefilter.rules(self.prefilter.index.hits(data), words)
            rules = tuple(n for n in self.prefilter.holding(wanted, self.absent) if n not in without)
            if rules:
                yield replace(candidate_of(entry, data), rules=rules)

    def makers(self) -> Mapping[str, Entry]:
        """Files that may make clients for others, or hand them on, by path."""
        found = {candidate.entry.path: candidate.entry for candidate in self.first if candidate.entry.language in _MODULES}
        typed = [candidate.entry for candidate in self.first if candidate.entry.language in TYPED]
        for entry, data in self._again(typed):
            if self.prefilter.makes_clients(self.prefilter.index.hits(data), self._words(entry, data)):
                found[entry.path] = entry
        return found

    def _again(self, more: Iterable[Entry] = ()) -> Iterator[tuple[Entry, bytes]]:
        """Files that hold a literal, read once more."""
        for entry in (*self._rest, *more):
            try:
                yield entry, read_text(self.root, entry)
            except NotRead:
                continue

    def _words(self, entry: Entry, data: bytes) -> Words:
        return Words(data, entry.language or language_of_content(data), entry.path, self.local_modules, self.local_types)

    def _note_packages(self, entry: Entry, data: bytes) -> None:
        name, text = entry.path.rpartition("/")[2].lower(), data.decode("utf-8", "replace")
        if entry.role == "lock":
            wanted = self.prefilter.packages_named(self.prefilter.index.hits(data))
            found, kept = (manifests.locked(name, text, sorted(wanted)) if wanted else set()), self.locked
        else:
            found, kept = manifests.packages(name, text), self.named
        if entry.is_test:
            kept = self.locked
        for package in found:
            for runtime in self.prefilter.packages.get(package, ()):
                kept.setdefault(runtime, set()).add(entry.path)


def candidate_of(entry: Entry, data: bytes) -> Candidate:
    """A file with what stands for its content."""
    return Candidate(entry, hashlib.blake2b(data, digest_size=16).digest(), len(data))
