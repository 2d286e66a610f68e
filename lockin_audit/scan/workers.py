"""Runs the closer look over many files, in this process or in several.

Processes are told the rules once. On Linux they are forked while no other thread runs, which costs hardly anything; else they are
spawned, which is safe beside threads and on every platform. A file that kills its process is found by looking at the unfinished files one
by one, and left out. Where no process answers in time, the work is done here.

Parsers can be kept busy for hours, or made to fill gigabytes or to crash, by a few kilobytes that nobody wrote (lines of `/*` in Python,
ten thousand lines of comments at its end). So every file that is large enough for it is looked at in a process that the system ends when
one file takes too long or too much.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.engine import RARELY
from lockin_audit.scan.examine import Examined, find_origins, find_places
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.repository import Entry

WORTH_BYTES = 4_000_000
"""Bytes of code to parse from which further processes pay: below, starting them (about half a second each) costs more than they save."""
_WORTH_FORKING = 400_000
"""The same where they are forked (about a fiftieth of a second each)."""
_FIRST_ANSWER_SECONDS = 20
"""How long to wait for a new process; one that runs the caller's script anew, for want of a main guard, never answers."""
_LIGHT = frozenset(("notebook", "json", "markdown", "text", "html", "rst"))
"""Languages that take about a sixth of the time per byte: much of a notebook is output, documents are only searched."""
_CHUNKS_PER_PROCESS = 8
MOST_SECONDS = 8
"""Processor time for one file in a process; the densest two megabytes that people write take a quarter of it."""
MOST_BYTES = 400_000_000
"""Memory a process may take on top of what it begins with."""
_HARMLESS = 2_000
"""Bytes below which no source found so far takes a second or a hundred megabytes."""
_KILLED = f"the parser crashed on this file, or was stopped after {MOST_SECONDS} seconds or {MOST_BYTES // 1_000_000} MB"


@dataclass(frozen=True, slots=True)
class Task:
    """One file to look at."""

    entry: Entry
    size: int
    """Bytes of the file."""
    rules: tuple[int, ...] | None
    """Numbers of the rules to decide; None: find the clients the module makes available."""


class Workers:
    """Looks at files with as many processes as pay.

    Args:
        root: the repository.
        rules: all rules; tasks name them by number.
        jobs: number of processes; 1 stays in this process; None decides by the work and the processors.
    """

    def __init__(self, root: str, rules: Sequence[Rule], jobs: int | None = None) -> None:
        self._root, self._rules = root, tuple(rules)
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._size = 0
        self._file: str | None = None

    def run(self, tasks: Sequence[Task], context: RepositoryContext, done: Callable[[int], None]) -> list[Examined]:
        """Results in the order of the tasks; `done` is told how many files are finished."""
        jobs = self._jobs_for(tasks)
        if (jobs > 1 or self._needs_shield(tasks)) and self._start(jobs):
            return self._run_in_pool(tasks, context, jobs, done)
        results = []
        for number, task in enumerate(tasks, start=1):
            results.append(_look(self._root, self._rules, task, context))
            done(number)
        return results

    def close(self, *, now: bool = False) -> None:
        """End the processes; `now` does not wait for work under way."""
        pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((getattr(pool, "_processes", None) or {}).values()) if now else []
            pool.shutdown(wait=not now, cancel_futures=True)
            for process in processes:
                process.terminate()
        if self._file is not None:
            file, self._file = self._file, None
            Path(file).unlink(missing_ok=True)

    def _jobs_for(self, tasks: Sequence[Task]) -> int:
        if self._jobs is not None:
            return min(self._jobs, len(tasks))
        if sum(_weight(task) for task in tasks) < (_WORTH_FORKING if _way() == "fork" or self._pool is not None else WORTH_BYTES):
            return 1
        return min(_processors(), 8, len(tasks))

    def _needs_shield(self, tasks: Sequence[Task]) -> bool:
        """Whether even little work goes to a process of its own, so that no file can harm this one; to spawn one would take too long."""
        return self._jobs is None and (self._pool is not None or _way() == "fork") and any(task.size >= _HARMLESS for task in tasks)

    def _start(self, jobs: int) -> bool:
        if self._pool is not None and self._size < jobs:
            self.close()
        if self._pool is None:
            try:
                self._pool, self._size = self._new_pool(jobs), jobs
                self._pool.submit(os.getpid).result(_FIRST_ANSWER_SECONDS)
            except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
                self.close(now=True)
                self._jobs = 1
        return self._pool is not None

    def _new_pool(self, jobs: int) -> ProcessPoolExecutor:
        way = _way()
        context = multiprocessing.get_context(way)
        told: tuple[Rule, ...] | str = self._rules if way == "fork" else self._written()
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare, initargs=(self._root, told))

    def _written(self) -> str:
        """Path of a file, readable by this user alone, with the rules: more than a pipe holds, handed to a process that dies before it
        reads, would be waited on without end."""
        if self._file is None:
            handle, self._file = tempfile.mkstemp(prefix="lockin-audit-")
            with os.fdopen(handle, "wb") as out:
                out.write(_as_json().dump_json(self._rules, by_alias=True))
        return self._file

    def _run_in_pool(self, tasks: Sequence[Task], context: RepositoryContext, jobs: int, done: Callable[[int], None]) -> list[Examined]:
        assert self._pool is not None
        results: dict[int, Examined] = {}
        waiting: dict[Future[list[Examined]], list[int]] = {}
        try:
            for numbers in _chunks(tasks, jobs * _CHUNKS_PER_PROCESS):
                waiting[self._pool.submit(_look_at_all, [tasks[n] for n in numbers], context)] = numbers
            for future in as_completed(waiting):
                results.update(zip(waiting[future], future.result(), strict=True))
                done(len(results))
        except BrokenProcessPool:
            self.close(now=True)
            left = [n for n in range(len(tasks)) if n not in results]
            if len(left) == 1:  # nothing else can have ended its process
                results[left.pop()] = Examined(problem=_KILLED)
            for number, result in self._one_by_one(tasks, left, context):
                results[number] = result
                done(len(results))
        except BaseException:
            self.close(now=True)
            raise
        return [results[number] for number in range(len(tasks))]

    def _one_by_one(self, tasks: Sequence[Task], left: Sequence[int], context: RepositoryContext) -> Iterator[tuple[int, Examined]]:
        pool = self._new_pool(1)
        try:
            for number in left:
                try:
                    yield number, pool.submit(_look_at_all, [tasks[number]], context).result()[0]
                except BrokenProcessPool:
                    pool.shutdown(wait=False)
                    pool = self._new_pool(1)
                    yield number, Examined(problem=_KILLED)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _chunks(tasks: Sequence[Task], count: int) -> Iterator[list[int]]:
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


def _way() -> str:
    """How a process is started: a fork copies locks that other threads hold, so it is for programs of one thread."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _as_json() -> TypeAdapter[tuple[Rule, ...]]:
    return TypeAdapter(tuple[Rule, ...])


_state: tuple[str, tuple[Rule, ...]] = ("", ())


def _prepare(root: str, rules: tuple[Rule, ...] | str) -> None:
    """Set up a process: the rules once (or the file that the process which started it wrote them to), and Ctrl-C left to that one."""
    global _state
    if isinstance(rules, str):
        try:
            rules = _as_json().validate_json(Path(rules).read_bytes())
        except FileNotFoundError:  # the program that started this process is ending, and has cleared up
            os._exit(1)
    _state = (root, rules)
    gc.freeze()
    gc.set_threshold(RARELY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _limit()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, which leaves it waiting for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit() -> None:
    """Let the system end this process when it takes too much memory; nothing it says on the way out is for the user."""
    if sys.platform != "linux":
        return
    import resource

    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    for kind, most in ((resource.RLIMIT_AS, held + MOST_BYTES), (resource.RLIMIT_CORE, 0)):
        soft, hard = resource.getrlimit(kind)
        if soft == resource.RLIM_INFINITY or soft > most:
            resource.setrlimit(kind, (most, hard))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _clock(seconds: float) -> None:
    """Have the system end this process when it has worked for so long; 0 calls that off. Does nothing on Windows."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _look_at_all(tasks: Sequence[Task], context: RepositoryContext) -> list[Examined]:
    root, rules = _state
    found = []
    for task in tasks:
        _clock(MOST_SECONDS)
        found.append(_look(root, rules, task, context))
    _clock(0)
    return found


def _look(root: str, rules: Sequence[Rule], task: Task, context: RepositoryContext) -> Examined:
    if task.rules is None:
        return find_origins(root, task.entry, context)
    return find_places(root, task.entry, [rules[number] for number in task.rules], context)
