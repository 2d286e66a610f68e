"""Processes that do work for this one. A task that ends its process is known and given up; the rest goes on in another process.

Each process is tied to this one by a pipe: it is sent some tasks at a time, answers them in order, and ends when the pipe is closed, also
by the end of this process. So the task that a process died of is the first it has not answered.

The system ends a process that works on one task for too long or takes too much memory: parsers can be kept busy for hours, or made to
fill gigabytes or to crash, by a few kilobytes that nobody wrote (lines of `/*` in Python, ten thousand lines of comments at its end).
"""

from __future__ import annotations

import faulthandler
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, cast

from lockin_audit.scan.engine import RARELY

MOST_SECONDS = 8
"""Processor time for one task; the densest two megabytes that people write take a quarter of it."""
SECONDS_LEFT = MOST_SECONDS / 4
"""The same once `_PATIENCE` tasks have ended their process: who writes many such files means to keep it busy."""
SECONDS_AT_LAST = 0.3
"""The same once five times as many have; a file of 30 KB that people write takes a third of it."""
_PATIENCE = 5
MOST_BYTES = 400_000_000
"""Memory a process may take on top of what it begins with."""
_FIRST_ANSWER_SECONDS = 20
"""How long to wait for a process that is spawned; one that runs the caller's script anew, for want of a main guard, never answers."""

Work = Callable[[Any, Any], Any]
"""Answers a task, given the setting in which all tasks of a run are done."""


class NotStarted(Exception):
    """No process could be started, or the first did not answer."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """A task ended with an error, which is raised where the answer is awaited."""

    error: Exception


@dataclass(slots=True, eq=False)
class _Process:
    process: BaseProcess
    pipe: Connection
    due: deque[int] = field(default_factory=deque)
    """Numbers of the tasks it has and has not answered, in order."""
    run: int = 0
    """The run whose setting it knows."""


def way() -> str:
    """How a process is started: a fork copies locks that other threads hold, so it is for programs of one thread."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


class Processes:
    """Some processes.

    Args:
        work: what they do; must be picklable where processes are spawned.
        answered: what each does after an answer, while this process goes on; must be picklable as well.
    """

    def __init__(self, work: Work, answered: Callable[[Any], object] | None = None) -> None:
        self._way, self._work, self._answered = way(), work, answered
        self._all: list[_Process] = []
        self._run = self._lost = 0

    def __len__(self) -> int:
        return len(self._all)

    def grow(self, count: int) -> None:
        """Start processes until there are so many.

        Raises:
            NotStarted: the machine lets none be started.
        """
        try:
            while len(self._all) < count:
                self._start()
        except (OSError, ImportError, NotImplementedError, EOFError) as error:
            self.close(now=True)
            raise NotStarted from error
        except BaseException:
            self.close(now=True)
            raise

    def run(
        self, tasks: Sequence[Any], pieces: Sequence[Sequence[int]], setting: Any, done: Callable[[int], None], *, harmless: bool = False
    ) -> list[Any]:
        """The answer to each task; None where the task ended its process.

        Args:
            tasks: what is to be done.
            pieces: their numbers, in pieces that are sent to one process at once.
            setting: what all tasks have in common.
            done: told after each answer how many tasks are finished.
            harmless: whether no task can harm a process: then this one works as well, and none is stopped for its time.
        Raises:
            Exception: what a task ended with, if it was not the process that ended.
        """
        answers: list[Any] = [None] * len(tasks)
        left = deque(pieces)
        finished = 0
        self._run += 1
        try:
            while finished < len(tasks):
                self._hand_out(left, tasks, setting, not harmless)
                busy = {process.pipe: process for process in self._all if process.due}
                if left and (harmless or not busy):  # without any: none could be started in the place of the last that ended
                    number, *others = left.pop()
                    if others:
                        left.append(others)
                    answers[number] = self._work(setting, tasks[number])
                    finished += 1
                    done(finished)
                    if not busy:
                        continue
                for pipe in cast("list[Connection]", wait(list(busy), 0 if harmless and left else None)):
                    process = busy[pipe]
                    try:
                        answer = process.pipe.recv()
                    except (EOFError, OSError):
                        process.due.popleft()
                        self._lost += 1
                        if process.due:
                            left.appendleft(list(process.due))
                        self._replace(process)
                    else:
                        if isinstance(answer, _Failure):
                            raise answer.error
                        answers[process.due.popleft()] = answer
                    finished += 1
                    done(finished)
        except BaseException:
            self.close(now=True)
            raise
        return answers

    def close(self, *, now: bool = False) -> None:
        """End the processes, `now` without the work under way. An idle one is left to end by itself, which takes the system a while."""
        ending, self._all = self._all, []
        for process in ending:
            process.pipe.close()
            if now:
                process.process.terminate()
        for process in ending:
            if now or process.due:
                process.process.join()

    def _hand_out(self, left: deque[Sequence[int]], tasks: Sequence[Any], setting: Any, timed: bool) -> None:
        for process in [process for process in self._all if not process.due]:
            if not left:
                return
            piece = left.popleft()
            told = () if process.run == self._run else (setting,)
            try:
                process.pipe.send((told, timed, [tasks[number] for number in piece]))
            except OSError:  # ended while it had nothing to do
                left.appendleft(piece)
                self._all.remove(process)
            else:
                process.due.extend(piece)
                process.run = self._run

    def _replace(self, process: _Process) -> None:
        self._all.remove(process)
        process.pipe.close()
        process.process.join()
        try:
            self._start()
        except (OSError, EOFError):
            return

    def _start(self) -> None:
        context: Any = multiprocessing.get_context(self._way)
        here, there = context.Pipe()
        seconds = MOST_SECONDS if self._lost < _PATIENCE else SECONDS_LEFT if self._lost < 5 * _PATIENCE else SECONDS_AT_LAST
        inherited = [process.pipe for process in self._all] + [here] if self._way == "fork" else []
        process = context.Process(
            target=_serve, args=(there, inherited, seconds, self._way == "spawn", self._work, self._answered), daemon=True
        )
        with _undisturbed():
            process.start()
        there.close()
        if self._way == "spawn":
            if not here.poll(_FIRST_ANSWER_SECONDS):
                process.terminate()
                process.join()
                raise OSError("the process does not answer")
            here.recv()
        self._all.append(_Process(process, here))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Holds back Ctrl-C until a forked process has set down that it leaves it to the one that started it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    pipe: Connection, inherited: Sequence[Connection], seconds: float, greets: bool, work: Work, answered: Callable[[Any], object] | None
) -> None:
    """Work for the process at the other end of a pipe until it closes it.

    Args:
        pipe: to the process that started this one.
        inherited: its ends of all pipes, which a fork copies: while they stay open here, no process would see its pipe close.
        seconds: processor time for one task.
        greets: whether it says first that it is there.
        work: what is done.
        answered: told every answer once it is sent.
    """
    for other in inherited:
        other.close()
    faulthandler.disable()
    gc.freeze()
    gc.set_threshold(RARELY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit()
    try:
        if greets:
            pipe.send("here")
        setting: Any = None
        while True:
            told, timed, tasks = pipe.recv()
            if told:
                (setting,) = told
            for task in tasks:
                _clock(seconds if timed else 0)
                answer = _answer(work, setting, task)
                _clock(0)
                pipe.send(answer)
                if answered is not None:
                    answered(answer)
    except (EOFError, OSError):
        os._exit(0)


def _answer(work: Work, setting: Any, task: Any) -> Any:
    try:
        return work(setting, task)
    except MemoryError:  # as if the system had ended it: what it holds is lost anyway
        os._exit(1)
    except Exception as error:
        return _Failure(error)


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
