"""The first pass: every file in scope is read once and tested for the literals of all rules.

Only rules that hold by themselves (`near = "none"`) are asked for here. What the others need of a file is asked in a second reading, which
most repositories never come to: those rules hold only beside evidence of agents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lockin_audit.scan.file_reader import Chosen, FileReader, Part, Question, Slice
from lockin_audit.scan.file_types import MODULES, TYPED
from lockin_audit.scan.languages.lookalikes import within
from lockin_audit.scan.model import Progress
from lockin_audit.scan.prefilter import Prefilter
from lockin_audit.scan.repository import Entry
from lockin_audit.scan.workers import Workers

_SLICE = 50
"""Files read at once, between two reports of progress."""


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
    """Gathers what reading the files of a repository gives.

    Args:
        reader: who reads them.
        workers: who shares the reading.
    """

    reader: FileReader
    workers: Workers
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
    _rest: list[int] = field(default_factory=list)
    """Numbers of further files that hold a literal."""

    @property
    def _prefilter(self) -> Prefilter:
        return self.reader.prefilter

    def read(self, report: Progress) -> None:
        """Read every file in scope."""
        total = len(self.reader.entries)
        parts = self._answers(Question.FIRST, range(total), report)
        open_spaces = {namespace for namespaces in self.reader.usings.values() for namespace in namespaces}
        shown = {name for name in self._prefilter.vendors if any(within(namespace, name) for namespace in open_spaces)}
        for part in parts:
            self.skipped += part.skipped
            self.files += part.files
            self.size += part.size
            self._rest += part.rest
            shown |= part.shown
            for kept, found in ((self.named, part.named), (self.locked, part.locked)):
                for runtime, paths in found.items():
                    kept.setdefault(runtime, set()).update(paths)
        self.absent = self._prefilter.vendors - shown - self._prefilter.named({*self.named, *self.locked})
        opened = [number for part in parts for number, awaited in part.open if not awaited <= self.absent]
        again = self._answers(Question.BESIDE, sorted(opened), _unreported, self.absent)
        settled = set[int]()
        for chosen in (chosen for part in (*parts, *again) for chosen in part.chosen):
            rules = self._prefilter.holding(chosen.wanted, self.absent)
            if any(self._prefilter.targets[n].rule.near == "none" for n in rules):
                self.first.append(self._candidate(chosen, rules))
            else:
                self._rest.append(chosen.number)
            settled.add(chosen.number)
        self._rest += [number for part in parts for number, _ in part.open if number not in settled]
        self.first.sort(key=lambda candidate: candidate.entry.path)
        self._rest.sort()
        report(total, total)

    def second(self, idle: Iterable[int]) -> list[Candidate]:
        """Files in which only rules may hold that ask for other evidence, now that there is some.

        Args:
            idle: numbers of the rules whose evidence is missing.
        """
        parts = self._answers(Question.BESIDE, self._rest, _unreported, self.absent, frozenset(idle))
        return [self._candidate(chosen, tuple(n for n, _ in chosen.wanted)) for part in parts for chosen in part.chosen]

    def makers(self) -> Mapping[str, Entry]:
        """Files that may make clients for others, or hand them on, by path."""
        found = {candidate.entry.path: candidate.entry for candidate in self.first if candidate.entry.language in MODULES}
        numbers = {entry.path: number for number, entry in enumerate(self.reader.entries)}
        typed = [numbers[candidate.entry.path] for candidate in self.first if candidate.entry.language in TYPED]
        for part in self._answers(Question.CLIENTS, [*self._rest, *typed], _unreported):
            for number in part.rest:
                entry = self.reader.entries[number]
                found[entry.path] = entry
        return found

    def _answers(
        self,
        question: Question,
        numbers: Sequence[int],
        report: Progress,
        absent: frozenset[str] = frozenset(),
        idle: frozenset[int] = frozenset(),
    ) -> list[Part]:
        slices = [Slice(question, numbers[start : start + _SLICE], absent, idle) for start in range(0, len(numbers), _SLICE)]
        report(0, len(numbers))
        return self.workers.read(slices, lambda done: report(min(done * _SLICE, len(numbers)), len(numbers)))

    def _candidate(self, chosen: Chosen, rules: tuple[int, ...]) -> Candidate:
        return Candidate(self.reader.entries[chosen.number], chosen.digest, chosen.size, rules)


def _unreported(done: int, total: int) -> None:
    return None
