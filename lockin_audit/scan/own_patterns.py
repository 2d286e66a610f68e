"""Judges the regular expressions of a user's own packs before a repository is searched with them; shipped ones are judged by a test."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lockin_audit.core.errors import DataError
from lockin_audit.core.runtime import Rule
from lockin_audit.core.text import visible
from lockin_audit.scan.growth import Searched, endless, searched
from lockin_audit.scan.processes import NotStarted, Processes

_BUSY = "one line of a file can keep {} busy for minutes."
_BOUND = "Bound what repeats ({0,60} in place of * or +), and repeat no part that itself repeats the same characters."


def check_patterns(name: str, rules: Iterable[Rule]) -> None:
    """Refuse what is no regular expression, and what a text can keep busy.

    Each is tried in a process that the system ends after some seconds, since one that is refused may not come back.

    Args:
        name: the file the rules stand in.
        rules: those to look at.
    Raises:
        DataError: one is refused; the sentence names its rule.
    """
    found = {task: rule.id for rule in rules for task in map(searched, rule.match) if task is not None}
    tasks = list(found)
    for task, said in zip(tasks, _judged(tasks), strict=True):
        shown = f"'{visible(task[0], 80)}'"
        if said is None or said == _BUSY:
            raise DataError(name, f"rule {found[task]}: {_BUSY.format(shown)}", _BOUND)
        if said:
            raise DataError(name, f"rule {found[task]}: {shown} is no regular expression: {said}.", "Correct it.")


def _judged(tasks: list[Searched]) -> list[str | None]:
    """What is wrong with each, empty where nothing is; None where its process was ended."""
    if not tasks:
        return []
    processes = Processes(_judge)
    try:
        processes.grow(1)
        return processes.run(tasks, [[number] for number in range(len(tasks))], None, lambda done: None)
    except NotStarted:
        return [_judge(None, task) for task in tasks]
    finally:
        processes.close()


def _judge(setting: None, task: Searched) -> str:
    pattern, flags, whole = task
    try:
        return _BUSY if endless(pattern, flags, whole=whole) else ""
    except re.error as error:
        return str(error)
    except (RecursionError, OverflowError):
        return "its parts are nested or repeated too often"
