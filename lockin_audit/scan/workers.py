"""Who does the work of a scan: this process, or several that share the files.

Processes are told the rules once. On Linux they are forked while no other thread runs, which costs hardly anything; else they are
spawned, which is safe beside threads and on every platform. Where none can be started, the work is done here. On Linux every file that is
large enough to harm is looked at in a process that the system ends when one file takes too long or too much (`processes`).
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter

from lockin_audit.core.runtime import Rule
from lockin_audit.scan import languages, processes
from lockin_audit.scan.examine import Examined, find_origins, find_places
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.repository import Entry

if TYPE_CHECKING:
    from lockin_audit.scan.file_reader import FileReader, Part, Slice

T = TypeVar("T")

WORTH_BYTES = 4_000_000
"""Bytes of code to parse from which further processes pay: below, starting them (about half a second each) costs more than they save."""
_WORTH_FORKING = 400_000
"""The same where they are forked (about a hundredth of a second each)."""
_WORTH_SHARING = 30
"""Slices to read from which forked processes pay."""
_SLICES = 2
"""How many a process is sent at once."""
_LIGHT = frozenset(("notebook", "json", "markdown", "text", "html", "rst"))
"""Languages that take about a sixth of the time per byte: much of a notebook is output, documents are only searched."""
_PIECES_PER_PROCESS = 8
_MOST_PROCESSES = 8
_HARMLESS = 2_000
"""Bytes below which no source found so far takes a second or a hundred megabytes."""
_KILLED = (
    f"the parser crashed on this file, or was stopped after {processes.MOST_SECONDS} seconds (less after several such"
    f" files) or {processes.MOST_BYTES // 1_000_000} MB"
)


@dataclass(frozen=True, slots=True)
class Task:
    """One file to look at."""

    entry: Entry
    size: int
    """Bytes of the file."""
    rules: tuple[int, ...] | None
    """Numbers of the rules to decide; None: find the clients the module makes available."""


class Workers:
    """Does the work with as many processes as pay.

    Args:
        root: the repository.
        rules: all rules; tasks name them by number.
        jobs: number of processes; 1 stays in this process; None decides by the work and the processors.
        reader: who reads files; None where there is nothing but tasks.
        shielded: whether one job, too, looks at files in a process of its own.
    """

    def __init__(
        self, root: str, rules: Sequence[Rule], jobs: int | None = None, reader: FileReader | None = None, *, shielded: bool = False
    ) -> None:
        self._root, self._rules, self._reader = root, tuple(rules), reader
        self._jobs, self._shielded = jobs, shielded or jobs != 1
        self._processes: processes.Processes | None = None
        self._file: str | None = None

    def read(self, slices: Sequence[Slice], done: Callable[[int], None]) -> list[Part]:
        """What each slice gave; `done` is told how many are finished."""
        assert self._reader is not None
        most = self._most()
        if self._processes is None and most > 1 and len(slices) >= _WORTH_SHARING and processes.way() == "fork":
            self._start(most - 1)
        if self._processes is None:
            return [_told(self._reader.answer(part), number, done) for number, part in enumerate(slices, start=1)]
        pieces = [range(start, min(start + _SLICES, len(slices))) for start in range(0, len(slices), _SLICES)]
        found = self._processes.run(slices, pieces, None, done, harmless=True)
        # Reading harms no process; where one was ended from outside, this one reads.
        return [self._reader.answer(part) if answer is None else answer for part, answer in zip(slices, found, strict=True)]

    def run(self, tasks: Sequence[Task], context: RepositoryContext, done: Callable[[int], None]) -> list[Examined]:
        """Results in the order of the tasks; `done` is told how many files are finished."""
        jobs = self._jobs_for(tasks)
        if jobs > 1 or self._needs_shield(tasks):
            self._start(jobs)
        if self._processes is None:
            look = partial(_look, self._root, self._rules, context)
            return [_told(look(task), number, done) for number, task in enumerate(tasks, start=1)]
        pieces = list(_pieces(tasks, len(self._processes) * _PIECES_PER_PROCESS))
        found = self._processes.run(tasks, pieces, context, done)
        return [Examined(problem=_KILLED) if answer is None else answer for answer in found]

    def close(self, *, now: bool = False) -> None:
        """End the processes; `now` does not wait for work under way."""
        if self._processes is not None:
            ending, self._processes = self._processes, None
            ending.close(now=now)
        if self._file is not None:
            file, self._file = self._file, None
            Path(file).unlink(missing_ok=True)

    def _most(self) -> int:
        return min(_processors(), _MOST_PROCESSES) if self._jobs is None else self._jobs

    def _jobs_for(self, tasks: Sequence[Task]) -> int:
        if self._jobs is None and sum(map(_weight, tasks)) < (_WORTH_FORKING if processes.way() == "fork" else WORTH_BYTES):
            return 1
        return min(self._most(), len(tasks))

    def _needs_shield(self, tasks: Sequence[Task]) -> bool:
        """Whether even little work goes to a process of its own, so that no file can harm this one; to spawn one would take too long."""
        return self._shielded and processes.way() == "fork" and any(task.size >= _HARMLESS for task in tasks)

    def _start(self, count: int) -> None:
        if self._processes is None:
            if processes.way() == "fork":
                answered = None if self._reader is None else partial(_look_ahead, tuple(self._reader.languages()))
                self._processes = processes.Processes(partial(_do, self._root, self._rules, self._reader), answered)
            else:
                self._processes = processes.Processes(_Spawned(self._root, self._written()))
        try:
            self._processes.grow(count)
        except processes.NotStarted:
            self._processes, self._jobs, self._shielded = None, 1, False

    def _written(self) -> str:
        """Path of a file, readable by this user alone, with the rules: more than a pipe holds, handed to a process that dies before it
        reads, would be waited on without end."""
        if self._file is None:
            handle, self._file = tempfile.mkstemp(prefix="lockin-audit-")
            with os.fdopen(handle, "wb") as out:
                out.write(_as_json().dump_json(self._rules, by_alias=True))
        return self._file


class _Spawned:
    """What a spawned process does. It reads the rules from the file that the process which started it wrote them to.

    Args:
        root: the repository.
        file: with the rules.
    """

    def __init__(self, root: str, file: str) -> None:
        self._root, self._file = root, file
        self._rules: tuple[Rule, ...] | None = None

    def __call__(self, context: RepositoryContext, task: Task) -> Examined:
        if self._rules is None:
            try:
                self._rules = _as_json().validate_json(Path(self._file).read_bytes())
            except FileNotFoundError:  # the program that started this process is ending, and has cleared up
                os._exit(1)
        return _look(self._root, self._rules, context, task)


def _pieces(tasks: Sequence[Task], count: int) -> Iterator[list[int]]:
    """Task numbers in order, in pieces of about the same work."""
    share = sum(map(_weight, tasks)) / count
    piece: list[int] = []
    size = 0
    for number, task in enumerate(tasks):
        piece.append(number)
        size += _weight(task)
        if size >= share:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _weight(task: Task) -> int:
    """Bytes of code whose parsing takes as long; a file costs something even when it is empty."""
    return (task.size // 6 if task.entry.language in _LIGHT else task.size) + 2_000


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _as_json() -> TypeAdapter[tuple[Rule, ...]]:
    return TypeAdapter(tuple[Rule, ...])


def _told(answer: T, number: int, done: Callable[[int], None]) -> T:
    done(number)
    return answer


def _do(root: str, rules: Sequence[Rule], reader: FileReader | None, context: RepositoryContext, task: Task | Slice) -> Examined | Part:
    """What a forked process does."""
    if isinstance(task, Task):
        return _look(root, rules, context, task)
    assert reader is not None
    return reader.answer(task)


def _look_ahead(names: Sequence[str], answer: Part | Examined) -> None:
    """Load what a closer look at files of these languages needs, once reading has found a file for one."""
    if not isinstance(answer, Examined) and answer.chosen:
        for name in names:
            languages.prepare(name)


def _look(root: str, rules: Sequence[Rule], context: RepositoryContext, task: Task) -> Examined:
    if task.rules is None:
        return find_origins(root, task.entry, context)
    return find_places(root, task.entry, [rules[number] for number in task.rules], context)
