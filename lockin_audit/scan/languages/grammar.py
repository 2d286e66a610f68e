"""Grammars and queries, each loaded once per process and only when a file needs it."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lockin_audit.scan.reading import NotRead

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Parser, Query, Tree

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


_AMBIGUOUS = frozenset(("kotlin",))
"""Grammars that try many readings at once: a few kilobytes of annotations without a declaration keep them busy for minutes."""
_LEAST_STEPS, _BYTES_PER_STEP = 500, 20
"""Source written by people takes a step (a hundred operations of the parser) for 45 bytes or more, the densest for 17."""
_PIECE = 1 << 16
MOST_LEVELS = 60_000
"""From 65,536 levels on a search of a tree finds nothing, does not say so, and takes time with the square of the depth."""


def parse(name: str, data: bytes) -> Tree:
    """The syntax tree of a file; faulty source gives a tree with error nodes.

    Raises:
        NotRead: the source is so ambiguous that the parser takes many more steps than over any other (counted, not timed), or is nested too
            deeply to be searched.
    """
    from tree_sitter import Parser

    parser = Parser(grammar(name))
    # A tree made step by step reads its text slowly; made once more from the bytes, with nothing changed, it costs nothing and holds them.
    tree = parser.parse(data, _counted(parser, data)) if name in _AMBIGUOUS else parser.parse(data)
    if _deeper(tree.root_node, MOST_LEVELS):
        raise NotRead(f"nested too deeply (more than {MOST_LEVELS:,} levels of syntax)")
    return tree


def _counted(parser: Parser, data: bytes) -> Tree:
    from lockin_audit.scan.languages.ambiguous import MOST_WORK, work

    if work(data) > MOST_WORK:  # such steps are few, but each takes long
        raise NotRead("too ambiguous to be parsed (too many `<` in one expression)")
    left = _LEAST_STEPS + len(data) // _BYTES_PER_STEP

    def enough(_offset: int, _has_error: bool) -> bool:
        nonlocal left
        left -= 1
        return left < 0

    try:
        return parser.parse(lambda offset, _: data[offset : offset + _PIECE], progress_callback=enough)
    except ValueError:
        raise NotRead(f"too ambiguous to be parsed (more than {_LEAST_STEPS + len(data) // _BYTES_PER_STEP:,} steps)") from None
    except SystemError:  # how the parser tells that the count ended in an error, for which only memory can be too little
        raise MemoryError from None


def _deeper(root: Node, levels: int) -> bool:
    """Whether a tree has more levels; only branches that are large enough for it are entered."""
    due = [(root, levels)]
    while due:
        node, left = due.pop()
        if left == 0:
            return True
        if node.descendant_count > left:
            due += [(child, left - 1) for child in node.children if child.descendant_count >= left]
    return False


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
