"""How the time of a regular expression grows on texts made to defeat it, derived from its own parse tree.

Each repetition of the pattern is fed with what it accepts, preferably what the parts behind it accept as well, many times over, behind a
text that leads up to it and before one that cannot match.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_CHARACTERS = " \t\n\raeirsxAZ09_.-/:=,;'\"`()[]{}<>#@$*+?!|\\&%é"
_SINGLE = (code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN)
_REPEAT = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_SLOW = 0.002
"""Seconds below which no growth is asked for: a few hundred characters take a linear pattern a hundredth of it."""
_MOST = 80


@dataclass(frozen=True, order=True)
class Attack:
    """A text of any length: a beginning, what is repeated, an end."""

    start: str
    unit: str
    end: str

    def text(self, times: int) -> str:
        """The text with its unit so many times."""
        return self.start + self.unit * times + self.end


class _Attacks:
    def __init__(self, pattern: str, flags: int) -> None:
        self._chance = random.Random(7)
        self._known: dict[str, str] = {}
        self._flags = flags
        self.found: set[Attack] = set()
        tree = parser.parse(pattern, flags)
        self._flags = tree.state.flags
        self._walk(list(tree), "")
        whole = self._sample(list(tree))
        for length in (1, 2, 3, 5, 8, len(whole)):
            self._add("", whole[:length])

    def _add(self, start: str, unit: str) -> None:
        if unit:
            self.found |= {Attack(start, unit, end) for end in ("", "\0", "\n!")} | {Attack("", start + unit, "\0")}

    def _accepts(self, node: Any) -> str:
        """Characters that a part of one character accepts."""
        key = repr(node)
        if key not in self._known:
            part = parser.SubPattern(parser.State(), [node])
            part.state.flags, part.state.str = self._flags, ""
            accepts = compiler.compile(part, self._flags).fullmatch
            self._known[key] = "".join(filter(accepts, _CHARACTERS))
        return self._known[key]

    def _sample(self, nodes: list[Any], *, full: bool = True) -> str:
        """A text that the parts accept; `full` takes what may be missing once."""
        found = ""
        for node in nodes:
            kind, value = node
            if kind is code.LITERAL:
                found += chr(value)
            elif kind in _SINGLE:
                found += self._chance.choice(self._accepts(node) or "a")
            elif kind in _REPEAT:
                for _ in range(max(value[0], min(value[1], 1)) if full else value[0]):
                    found += self._sample(list(value[2]), full=full)
            elif kind is code.BRANCH:
                found += self._sample(list(self._chance.choice(value[1])), full=full)
            elif kind is code.SUBPATTERN:
                found += self._sample(list(value[3]), full=full)
            elif kind is code.ATOMIC_GROUP:
                found += self._sample(list(value), full=full)
        return found

    def _walk(self, nodes: list[Any], start: str) -> None:
        for place, node in enumerate(nodes):
            kind, value = node
            if kind in _REPEAT:
                inner = list(value[2])
                if value[1] > 16:
                    for unit in self._units(inner, list(_singles(nodes[place + 1 :]))[:12]):
                        self._add(start, unit)
                self._walk(inner, start)
            elif kind is code.BRANCH:
                for branch in value[1]:
                    self._walk(list(branch), start)
            elif kind is code.SUBPATTERN:
                self._walk(list(value[3]), start)
            elif kind is code.ATOMIC_GROUP:
                self._walk(list(value), start)
            elif kind in (code.ASSERT, code.ASSERT_NOT):
                self._walk(list(value[1]), start)
            start += self._sample([node], full=kind not in _REPEAT)

    def _units(self, inner: list[Any], later: list[Any]) -> Iterator[str]:
        if len(inner) == 1 and inner[0][0] in _SINGLE:
            accepted = sorted(self._accepts(inner[0]), key=lambda c: -sum(c in self._accepts(part) for part in later))
            yield from accepted[:3]
        else:
            for full in (True, False):
                yield self._sample(inner, full=full)
                yield self._sample(inner, full=full)


def _singles(nodes: list[Any]) -> Iterator[Any]:
    for node in nodes:
        kind, value = node
        if kind in _SINGLE:
            yield node
        elif kind in _REPEAT:
            yield from _singles(list(value[2]))
        elif kind is code.SUBPATTERN:
            yield from _singles(list(value[3]))
        elif kind is code.BRANCH:
            for branch in value[1]:
                yield from _singles(list(branch))


def attacks(pattern: str, flags: int = 0) -> list[Attack]:
    """Texts that may defeat a pattern, the same for the same pattern."""
    found = sorted(_Attacks(pattern, flags).found)
    return found if len(found) <= _MOST else random.Random(7).sample(found, _MOST)


def growth(match: Callable[[str], object], attack: Attack, characters: int) -> float:
    """By which power of its length the time of a match grows on an attack of about so many characters; 0 where it is soon done."""
    most = max(8, characters // len(attack.unit))
    for times in sorted({min(most, step) for step in (8, 14, 20, 26, 40, 80, 160, most)}):  # an endless match is met while it still ends
        if _seconds(match, attack.text(times)) > _SLOW:
            taken = min(_seconds(match, attack.text(times)) for _ in range(3))
            half = min(_seconds(match, attack.text(times // 2)) for _ in range(3))
            if taken > _SLOW:
                return math.log2(taken / max(half, 1e-6))
    return 0.0


def _seconds(match: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    match(text)
    return time.thread_time() - started
