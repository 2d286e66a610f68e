"""Whether a regular expression can be kept busy: how its time grows on texts made to defeat it, derived from its own parse tree.

Each repetition of the pattern is fed with what it accepts, preferably what the parts behind it accept as well, many times over, behind a
text that leads up to it and before one that cannot match. Patterns of a user's own packs are judged so when they are loaded, those that
are shipped by a test.
"""

from __future__ import annotations

import math
import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from lockin_audit.core.runtime import CallMatch, KeyMatch, Match, ResourceMatch, StringMatch, TextMatch

_CHARACTERS = " \t\n\raeirsxAZ09_.-/:=,;'\"`()[]{}<>#@$*+?!|\\&%é"
_SINGLE = (code.LITERAL, code.NOT_LITERAL, code.ANY, code.IN)
_REPEAT = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_SLOW = 0.002
"""Seconds of the longest text below which no growth is asked for: it takes a linear pattern a hundredth of it."""
_ENOUGH = 0.03
"""Seconds of a shorter text that are enough to measure: less, and a part that may stand up to 60 times still grows like a cube."""
_REPEATS = 4
"""How often a text is timed; the least time counts."""
_MOST = 80
"""Texts tried for one pattern."""
_LONGEST = 400
"""Characters of the longest of them behind their beginning."""
_LENGTHS = (*range(2, 13), *range(14, 33, 2), *range(36, 65, 4), 80, 100, 125, 160, 200, 250, 320)
"""Characters tried one after the other: close enough together that a time which doubles with each is met while it is still short."""
_DOUBTFUL = 2.3
"""From this power on a text of twice the length decides: a part that may stand up to 200 times has ceased to grow by then."""
CUBIC = 2.6
"""Powers measured of squares scatter up to about 2.4, on a busy machine now and then above."""
_TIMES, _MISSES = 3, 2
"""How often a power must be measured above that before it is measured so often below: a busy machine disturbs either now and then."""
_HARMLESS = 1.7
"""Powers below this are those of no cube, whatever disturbed them."""

Searched = tuple[str, int, bool]
"""A regular expression, its flags, and whether it is matched against the whole text."""


@dataclass(frozen=True, order=True)
class Attack:
    """A text of any length: a beginning, what is repeated, an end."""

    start: str
    unit: str
    end: str

    def text(self, characters: int) -> str:
        """The first so many characters of the beginning and its endless repetition, then the end."""
        missing = max(0, characters - len(self.start))
        return (self.start + self.unit * (missing // len(self.unit) + 1))[:characters] + self.end

    def half(self, characters: int) -> int:
        """Characters with half as many that are repeated; where hardly any are, half of all."""
        repeated = characters - len(self.start)
        return len(self.start) + repeated // 2 if repeated > 8 else characters // 2


class _Attacks:
    def __init__(self, pattern: str, flags: int) -> None:
        self._chance = random.Random(7)  # noqa: S311
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
        """A text that the parts accept, cut where it is longer than any that is tried; `full` takes what may be missing once."""
        found = ""
        for node in nodes:
            kind, value = node
            if kind is code.LITERAL:
                found += chr(value)
            elif kind in _SINGLE:
                found += self._chance.choice(self._accepts(node) or "a")
            elif kind in _REPEAT:
                for _ in range(min(_LONGEST, max(value[0], min(value[1], 1)) if full else value[0])):
                    found += self._sample(list(value[2]), full=full)
                    if len(found) > _LONGEST:
                        break
            elif kind is code.BRANCH:
                found += self._sample(list(self._chance.choice(value[1])), full=full)
            elif kind is code.SUBPATTERN:
                found += self._sample(list(value[3]), full=full)
            elif kind is code.ATOMIC_GROUP:
                found += self._sample(list(value), full=full)
        return found[:_LONGEST]

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
            start = (start + self._sample([node], full=kind not in _REPEAT))[-_LONGEST:]

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
    """Texts that may defeat a pattern, the same for the same pattern.

    Raises:
        re.error: it is no regular expression.
    """
    found = sorted(_Attacks(pattern, flags).found)
    return found if len(found) <= _MOST else random.Random(7).sample(found, _MOST)  # noqa: S311


def growth(match: Callable[[str], object], attack: Attack) -> float:
    """By which power of its length the time of a match grows on an attack; 0 where it is soon done."""
    longest = len(attack.start) + _LONGEST
    power = 0.0
    for characters in (*_LENGTHS, longest, longest + _LONGEST):
        if characters > longest and power < _DOUBTFUL:
            break
        if _seconds(match, attack.text(characters)) > (_SLOW if characters >= longest else _ENOUGH):
            taken = min(_seconds(match, attack.text(characters)) for _ in range(_REPEATS))
            half = min(_seconds(match, attack.text(attack.half(characters))) for _ in range(_REPEATS))
            power = math.log2(taken / max(half, 1e-6))
            if characters < longest or taken > _ENOUGH:
                break
    return power


def _seconds(match: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    match(text)
    return time.thread_time() - started


def endless(pattern: str, flags: int, *, whole: bool) -> bool:
    """Whether the time of a pattern grows with more than the square of some text.

    Args:
        pattern: a regular expression.
        flags: it is compiled with.
        whole: it is matched against the whole text, not searched in it.
    Raises:
        re.error: it is no regular expression.
    """
    compiled = re.compile(pattern, flags)
    match: Callable[[str], object] = compiled.fullmatch if whole else compiled.search
    return any(_outgrows(match, attack) for attack in attacks(pattern, flags))


def _outgrows(match: Callable[[str], object], attack: Attack) -> bool:
    above = below = 0
    while above < _TIMES and below < _MISSES:
        power = growth(match, attack)
        if power < _HARMLESS:
            return False
        above, below = (above + 1, below) if power > CUBIC else (above, below + 1)
    return above == _TIMES


def searched(match: Match) -> Searched | None:
    """How a match searches; None where it does so without a regular expression."""
    if isinstance(match, StringMatch):
        found = (match.pattern, int(re.DOTALL), True)
    elif isinstance(match, TextMatch):
        found = (match.pattern, int(re.IGNORECASE), False)
    elif isinstance(match, CallMatch | KeyMatch | ResourceMatch):
        found = (match.value, 0, False)
    else:
        return None
    return found if found[0] else None
