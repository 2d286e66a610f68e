"""Patterns that take objects of JavaScript apart, and the modules that values are imported from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lockin_audit.scan.languages.expression import text, unquoted
from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.lookalikes import canonical, package

if TYPE_CHECKING:
    from tree_sitter import Node

_IMPORTERS = ("require", "import")


def default_name(module: str, local: str) -> str:
    """The imported name of a default import: `default` of a module of the repository, else the class conventionally called so."""
    return "default" if module.startswith((".", "@/", "~/", "#")) else local


def destructured(pattern: Node) -> Iterable[tuple[str, str]]:
    """(local name, member) of an object pattern, one level deep."""
    for part in pattern.named_children:
        if part.type == "shorthand_property_identifier_pattern":
            yield (text(part), text(part))
        elif part.type == "pair_pattern":
            key, value = part.child_by_field_name("key"), part.child_by_field_name("value")
            if key is not None and value is not None and value.type == "identifier":
                yield (text(value), unquoted(text(key)))
        elif part.type == "object_assignment_pattern":
            left = part.child_by_field_name("left")
            if left is not None and left.type == "shorthand_property_identifier_pattern":
                yield (text(left), text(left))


def taken(pattern: Node, chain: str, depth: int) -> Iterable[tuple[str, int, int]]:
    """Paths an object pattern reads, with those of patterns inside it."""
    for part in pattern.named_children:
        key, inner = part, None
        if part.type == "pair_pattern":
            key, inner = part.child_by_field_name("key") or part, part.child_by_field_name("value")
        elif part.type == "object_assignment_pattern":
            key = part.child_by_field_name("left") or part
        elif part.type != "shorthand_property_identifier_pattern":
            continue
        path = f"{chain}.{unquoted(text(key))}"
        yield (path, key.start_byte, key.end_byte)
        if inner is not None and inner.type == "assignment_pattern":
            inner = inner.child_by_field_name("left")
        if inner is not None and inner.type == "object_pattern" and depth < 8:
            yield from taken(inner, path, depth + 1)


def required(value: Node | None) -> str:
    """Module of `require("m")` or `await import("m")`; empty for anything else."""
    while value is not None and value.type in ("await_expression", "parenthesized_expression"):
        value = nth(value, 0)
    if value is None or value.type != "call_expression":
        return ""
    callee, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if callee is None or given is None or callee.type not in ("identifier", "import") or text(callee) not in _IMPORTERS:
        return ""
    first = nth(given, 0)
    return canonical(package(unquoted(text(first)))) if first is not None and first.type == "string" else ""
