"""Processes: tasks are answered in order; one that ends its process is given up alone; none outlives the one that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.scan import processes
from lockin_audit.scan.processes import NotStarted, Processes

ways = pytest.mark.parametrize("way", ["fork", "spawn"] if sys.platform == "linux" else ["spawn"])


def double(setting: int, task: int) -> int:
    return setting * task


def fall(setting: int, task: int) -> int:
    """Ends the process at 3, fails at 5."""
    if task == 3 and multiprocessing.parent_process() is not None:
        os._exit(139)
    if task == 5:
        raise ValueError("five")
    return setting * task


def nothing(done: int) -> None:
    return None


def crew(count: int, work: Callable[[Any, Any], Any] = double) -> Processes:
    made = Processes(work)
    made.grow(count)
    return made


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "way" in request.fixturenames:
        monkeypatch.setattr(processes, "way", lambda: request.getfixturevalue("way"))


@ways
def test_answers_come_in_the_order_of_the_tasks_and_each_run_has_its_setting(way: str) -> None:
    told: list[int] = []
    made = crew(2)
    assert made.run([1, 2, 3, 4, 5], [[0, 1], [2], [3, 4]], 10, told.append) == [10, 20, 30, 40, 50]
    assert told == [1, 2, 3, 4, 5]
    assert made.run([1, 2], [[0], [1]], 7, nothing) == [7, 14]
    ending = multiprocessing.active_children()
    made.close()
    for process in ending:
        process.join(20)
    assert [process.exitcode for process in ending] == [0, 0]


@ways
def test_only_the_task_that_ends_its_process_is_given_up(way: str) -> None:
    made = crew(2, fall)
    assert made.run([1, 2, 3, 4, 6], [[0, 1, 2, 3, 4]], 10, nothing) == [10, 20, None, 40, 60]
    assert made.run([3, 3, 1], [[0, 1, 2]], 1, nothing) == [None, None, 1]
    made.close()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers here")
def test_time_grows_short_when_many_tasks_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(setting: None, task: float) -> float:
        end = time.process_time() + task
        while time.process_time() < end:
            pass
        return task

    monkeypatch.setattr(processes, "way", lambda: "fork")
    monkeypatch.setattr(processes, "MOST_SECONDS", 0.2)
    monkeypatch.setattr(processes, "SECONDS_LEFT", 0.05)
    monkeypatch.setattr(processes, "_PATIENCE", 1)
    made = crew(1, work)
    assert made.run([0.1, 9, 0.1, 0.01], [[0, 1, 2, 3]], None, nothing) == [0.1, None, None, 0.01]
    assert made.run([0.1, 0.1], [[0, 1]], None, nothing, harmless=True) == [0.1, 0.1]
    made.close()


def test_an_error_of_a_task_is_raised_here_and_ends_the_processes() -> None:
    made = crew(2, fall)
    with pytest.raises(ValueError, match="five"):
        made.run([4, 5, 6], [[0], [1], [2]], 1, nothing)
    assert not multiprocessing.active_children()


def test_this_process_works_as_well_where_tasks_are_harmless() -> None:
    here = []

    def note(setting: int, task: int) -> int:
        if multiprocessing.parent_process() is None:
            here.append(task)
        return task

    made = crew(1, note)
    assert made.run(list(range(9)), [[n] for n in range(9)], None, nothing, harmless=True) == list(range(9))
    made.close()
    assert here


def test_work_goes_on_here_when_no_process_can_take_the_place_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    made = crew(1, fall)

    def refuse(kind: str) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    assert made.run([3, 4, 6], [[0], [1], [2]], 10, nothing) == [None, 40, 60]
    made.close()


def test_a_process_that_takes_another_s_place_and_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "way", lambda: "spawn")
    made = crew(1, fall)
    monkeypatch.setattr(processes, "_FIRST_ANSWER_SECONDS", 0)
    assert made.run([3, 4, 6], [[0, 1, 2]], 10, nothing) == [None, 40, 60]
    made.close()
    assert not multiprocessing.active_children()


def test_where_none_can_be_started_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kind: str) -> None:
        raise OSError("no semaphores here")

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    with pytest.raises(NotStarted):
        crew(2)


def test_beside_a_thread_processes_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert processes.way() == "fork"
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert processes.way() == "spawn"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert processes.way() == "spawn"
