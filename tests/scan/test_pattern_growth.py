"""No pattern of a pack can be kept busy by a text that somebody wrote for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from lockin_audit.core.runtime import CallMatch, KeyMatch, ResourceMatch, StringMatch, TextMatch
from lockin_audit.scan.runtimes import load_runtimes
from tests.scan.growth import attacks, growth

CUBIC = 2.6
"""Powers measured of squares scatter up to about 2.4, on a busy machine now and then above."""
_TIMES = 3
"""How often a power must be measured above that: what a busy machine disturbs once, it seldom disturbs again."""


def patterns() -> Iterator[tuple[str, str, int, bool]]:
    """Rule, pattern, flags and whether it is matched against the whole text, of every rule of the shipped packs; each pattern once."""
    seen = set()
    for runtime in load_runtimes(()):
        for rule in runtime.rules:
            for match in rule.match:
                found: tuple[str, int, bool]
                if isinstance(match, StringMatch):
                    found = (match.pattern, re.DOTALL, True)
                elif isinstance(match, TextMatch):
                    found = (match.pattern, re.IGNORECASE, False)
                elif isinstance(match, CallMatch | KeyMatch | ResourceMatch):
                    found = (match.value, 0, False)
                else:
                    continue
                if found[0] and found not in seen:
                    seen.add(found)
                    yield (rule.id, *found)


def endless(pattern: str, flags: int, *, whole: bool) -> bool:
    """Whether time grows with more than the square of some text."""
    compiled = re.compile(pattern, flags)
    match: Callable[[str], object] = compiled.fullmatch if whole else compiled.search
    return any(all(growth(match, attack, 400) > CUBIC for _ in range(_TIMES)) for attack in attacks(pattern, flags))


def test_time_grows_with_the_square_of_a_text_at_most() -> None:
    refused = [f"{rule}: {pattern}" for rule, pattern, flags, whole in patterns() if endless(pattern, flags, whole=whole)]
    assert not refused, "these patterns can be kept busy for minutes; bound what repeats ({0,60}) or let only one part take a character"


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+b",
        r"(\w+\d*)*!",
        r"^f?[\"'`](?:[\w{}$.]+[:_/-])*(?:chat|session)s?[:_/-]",
        r"a\s*b?\s*c?\s*d?e",
        r"^(?!\s*#).*[$]?\{?\w*(API|BASE|URL)\w*\}?/(environments)\b",
        r"allowedTools\W+(.*\W)?(.*\W)?(Read|Write|Edit|Bash)\b",
    ],
)
def test_what_would_be_refused(pattern: str) -> None:
    assert endless(pattern, 0, whole=False)


@pytest.mark.parametrize("pattern", [r"(?:ab+)+c", r"\w+://[^\s]*x", r"^[a-z0-9-][a-z0-9.:-]*$", r"(?i)open\b.*\bconsole\b", r"plain"])
def test_what_is_well(pattern: str) -> None:
    assert not endless(pattern, 0, whole=False)
