"""Globs of rules: `**/` spans folders, `*` and `?` stay inside one name; a glob without a slash names a file in any folder, and one that
begins with `!` excludes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache


@cache
def _compiled(glob: str) -> re.Pattern[str]:
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
    return re.compile("".join(parts), re.DOTALL)


def matches(path: str, globs: Sequence[str]) -> bool:
    """Whether a path relative to the repository fits one of the globs, and none of those that begin with `!`."""
    wanted = [glob for glob in globs if not glob.startswith("!")]
    if any(_compiled(glob[1:]).fullmatch(path) for glob in globs if glob.startswith("!")):
        return False
    return not wanted or any(_compiled(glob).fullmatch(path) for glob in wanted)
