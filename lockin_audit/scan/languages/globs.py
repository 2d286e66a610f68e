"""Globs of rules: `**/` spans folders, `*` and `?` stay inside one name; a glob without a slash names a file in any folder, and one that
begins with `!` excludes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache


def _expression(glob: str) -> str:
    if "/" not in glob:
        glob = "**/" + glob
    parts: list[str] = []
    index = 0
    while index < len(glob):
        if glob.startswith("**/", index):
            parts.append("(?:.*/)?")
            index += 3
        elif glob.startswith("**", index):
            parts.append(".*")
            index += 2
        elif glob[index] == "*":
            parts.append("[^/]*")
            index += 1
        elif glob[index] == "?":
            parts.append("[^/]")
            index += 1
        elif glob[index] == "{" and "}" in glob[index:]:
            end = glob.index("}", index)
            parts.append("(?:" + "|".join(re.escape(word) for word in glob[index + 1 : end].split(",")) + ")")
            index = end + 1
        else:
            parts.append(re.escape(glob[index]))
            index += 1
    return "".join(parts)


def matches(path: str, globs: Sequence[str]) -> bool:
    """Whether a path relative to the repository fits one of the globs, and none of those that begin with `!`."""
    wanted, excluded = _compiled(tuple(globs))
    return wanted.fullmatch(path) is not None and (excluded is None or excluded.fullmatch(path) is None)


@cache
def _compiled(globs: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """What fits one of the globs, anything where all begin with `!`; and what fits one of those that do."""
    wanted = [_expression(glob) for glob in globs if not glob.startswith("!")] or [".*"]
    excluded = [_expression(glob[1:]) for glob in globs if glob.startswith("!")]
    return _any_of(wanted), _any_of(excluded) if excluded else None


def _any_of(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(expressions), re.DOTALL)
