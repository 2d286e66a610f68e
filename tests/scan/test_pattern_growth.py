"""No pattern of a pack can be kept busy by a text that somebody wrote for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lockin_audit.scan.growth import endless, searched
from lockin_audit.scan.runtimes import load_runtimes


def patterns() -> Iterator[tuple[str, str, int, bool]]:
    """Rule, pattern, flags and whether it is matched against the whole text, of every rule of the shipped packs; each pattern once."""
    seen = set()
    for runtime in load_runtimes(()):
        for rule in runtime.rules:
            for found in filter(None, map(searched, rule.match)):
                if found not in seen:
                    seen.add(found)
                    yield (rule.id, *found)


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
        r"(a+a+a+a+)+b",
        r"^.*\w*gpt\w*!",
        r"(a|aa|aaa|a)*$",
        r"allowedTools\W+(.*\W)?(.*\W)?(Read|Write|Edit|Bash)\b",
    ],
)
def test_what_would_be_refused(pattern: str) -> None:
    assert endless(pattern, 0, whole=False)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:ab+)+c",
        r"\w+://[^\s]*x",
        r"^[a-z0-9-][a-z0-9.:-]*$",
        r"(?i)open\b.*\bconsole\b",
        r"plain",
        r"^\s+(?:[\w, .]{1,60}\s*=\s*)?act\(",
    ],
)
def test_what_is_well(pattern: str) -> None:
    assert not endless(pattern, 0, whole=False)
