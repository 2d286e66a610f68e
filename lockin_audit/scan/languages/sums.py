"""Addresses put together with `+`: `base + "/threads/" + id + "/runs"` reads as the template `{}/threads/{}/runs`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_MOST_PARTS = 24
_LONGEST = 400
_SUM = "binary_expression"
_UNKNOWN = re.compile(r"(?:\{\}){2,}")


def around(node: Node) -> Node | None:
    """The whole sum that a string is a part of; None where it stands alone, or in one longer than addresses are."""
    found = None
    for _ in range(_MOST_PARTS):
        outer = node.parent
        if outer is None or outer.type != _SUM or outer.child_count != 3 or outer.child(1).type != "+":
            return found
        found = node = outer
    return None


def written(whole: Node, shown: Callable[[Node], str]) -> str:
    """The text a sum gives; empty where it is no address, or nothing in it is left open.

    Args:
        whole: as `around` gives it.
        shown: the text of one part, `{}` for what is not known.
    """
    parts: list[Node] = []
    waiting = [whole]
    while waiting:
        node = waiting.pop()
        if node.type == _SUM and node.child_count == 3:
            waiting += [child for child in (node.child(2), node.child(0)) if child is not None]
        else:
            parts.append(node)
        if len(parts) > _MOST_PARTS:
            return ""
    value = _UNKNOWN.sub("{}", "".join(map(shown, parts)))
    return value if "/" in value and "{}" in value and len(value) <= _LONGEST else ""
