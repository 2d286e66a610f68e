"""Text as TOML, whoever wrote it: what would keep the parser busy for hours, or break it, is refused first."""

from __future__ import annotations

import re
from typing import Any

_MOST_PARTS = 200
_LONG_KEY = re.compile(r"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){200}")
"""A dotted key of more parts than any table is deep: the parser takes the square of them."""


def parse_toml(text: str, *, decimals: bool = False) -> dict[str, Any]:
    """The values of a TOML document. Duplicate keys are errors.

    Args:
        text: the document.
        decimals: read fractions as exact Decimal instead of float.
    Raises:
        ValueError: it is no TOML, or has a number, a key or a nesting that no person wrote; the message says which.
    """
    import tomllib  # with `decimal`, a good part of the time that a short command takes
    from decimal import Decimal

    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _MOST_PARTS and _LONG_KEY.search(line):
            raise ValueError(f"a key of more than {_MOST_PARTS} parts (at line {number})")
    try:
        return tomllib.loads(text, parse_float=Decimal) if decimals else tomllib.loads(text)
    except RecursionError:
        raise ValueError("values nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # what Python says of it is about Python
        raise ValueError("a whole number of more than 4,300 digits") from None
