"""Grammars and queries, each loaded once per process and only when a file needs it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Query, Tree

_MODULES = {
    "python": ("tree_sitter_python", "language"),
    "javascript": ("tree_sitter_javascript", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "terraform": ("tree_sitter_hcl", "language"),
    "csharp": ("tree_sitter_c_sharp", "language"),
    "java": ("tree_sitter_java", "language"),
    "kotlin": ("tree_sitter_kotlin", "language"),
    "go": ("tree_sitter_go", "language"),
    "ruby": ("tree_sitter_ruby", "language"),
    "php": ("tree_sitter_php", "language_php"),
    "bicep": ("tree_sitter_bicep", "language"),
    "yaml": ("tree_sitter_yaml", "language"),
    "json": ("tree_sitter_json", "language"),
}


_PARTS = re.compile(r"[()\[\]]")
_CAPTURE = re.compile(r"@(\w+)")


@cache
def grammar(name: str) -> Language:
    """The grammar of a language."""
    from tree_sitter import Language

    module, function = _MODULES[name]
    return Language(getattr(import_module(module), function)())


@cache
def query(name: str, text: str) -> Query:
    """A query compiled for a grammar."""
    from tree_sitter import Query

    return Query(grammar(name), text)


@cache
def without(text: str, captures: frozenset[str]) -> str:
    """A query without the patterns that capture nothing but these names."""
    kept, depth, start = [], 0, 0
    for match in _PARTS.finditer(text):
        if match[0] in "([":
            if depth == 0:
                kept.append(text[start : match.start()])
                start = match.start()
            depth += 1
        elif match[0] in ")]":
            depth -= 1
    kept.append(text[start:])
    return "".join(pattern for pattern in kept if not captures or not captures.issuperset(_CAPTURE.findall(pattern)))


def parse(name: str, data: bytes) -> Tree:
    """The syntax tree of a file; faulty source gives a tree with error nodes, never an exception."""
    from tree_sitter import Parser

    return Parser(grammar(name)).parse(data)


def captures(name: str, text: str, root: Node) -> dict[str, list[Node]]:
    """Nodes by capture name, each list in source order."""
    from tree_sitter import QueryCursor

    found = QueryCursor(query(name, text)).captures(root)
    for nodes in found.values():
        nodes.sort(key=_start)
    return found


def _start(node: Node) -> tuple[int, int]:
    return (node.start_byte, -node.end_byte)


def nth(node: Node, index: int) -> Node | None:
    """A named child by index; None where there is none."""
    return node.named_child(index) if index < node.named_child_count else None
