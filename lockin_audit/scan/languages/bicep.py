"""Bicep: resources and modules with their properties, parameters as keys, and strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.expression import text
from lockin_audit.scan.languages.facts import Entry, FileFacts, Literal, Resource, Spans

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERY = """
(resource_declaration) @resource (module_declaration) @resource (object_property) @property (string) @string (comment) @comment
(parameter_declaration) @named (variable_declaration) @named
"""
_DEEPEST = 24


def facts(data: bytes) -> FileFacts:
    """Facts of a Bicep file. A resource has its type without version (`Microsoft.X/y`), nested ones that of the outer before their own;
    a module has the type `module`."""
    found = grammar.captures("bicep", _QUERY, grammar.parse("bicep", data).root_node)
    nodes = [node for kind in ("resource", "property", "named") for node in found.get(kind, ())]
    nodes.sort(key=lambda node: (node.start_byte, -node.end_byte))
    entries: list[Entry] = []
    stack: list[int] = []
    types: dict[int, str] = {}
    for node in nodes:
        start, end = node.start_byte, node.end_byte
        while stack and entries[stack[-1]].end <= start:
            stack.pop()
        key, value = node.named_child(0), node.named_child(node.named_child_count - 1)
        if key is None or value is None or key.type == "resource_declaration":
            continue
        parent = stack[-1] if stack else -1
        scalar = _string(value) if value.type == "string" and value.start_byte > key.start_byte else None
        if node.type in ("resource_declaration", "module_declaration"):
            types[len(entries)] = _type(node, next((types[index] for index in reversed(stack) if index in types), ""))
            scalar = None
        elif scalar is None and value.type not in ("object", "array", "if_statement", "for_statement"):
            scalar = text(value)
        entries.append(Entry(_string(key) if key.type == "string" else text(key), parent, start, end, scalar, key.end_byte))
        stack.append(len(entries) - 1)
    properties: dict[int, list[tuple[str, int, int]]] = {index: [] for index in types}
    for entry in entries:
        path, parent = entry.key, entry.parent
        for _ in range(_DEEPEST):
            if parent < 0:
                break
            if parent in types:
                properties[parent].append((path, entry.start, entry.end))
                break
            path, parent = f"{entries[parent].key}.{path}", entries[parent].parent
    resources = [
        Resource(kind, entries[index].start, entries[index].end, entries[index].key_end, tuple(properties[index]))
        for index, kind in types.items()
    ]
    comments = Spans((node.start_byte, node.end_byte) for node in found.get("comment", ()))
    literals = tuple(Literal(_string(node), node.start_byte, node.end_byte) for node in found.get("string", ()))
    return FileFacts(
        data, dead=comments, opaque=comments, list_literals=lambda: literals, entries=tuple(entries), resources=tuple(resources)
    )


def _type(node: Node, outer: str) -> str:
    if node.type == "module_declaration":
        return "module"
    for child in node.named_children:
        if child.type == "string":
            kind = _string(child).partition("@")[0]
            return f"{outer}/{kind}" if outer and "." not in kind else kind
    return ""


def _string(node: Node) -> str:
    """A string's content; a substituted part shows as `{}`."""
    return "".join("{}" if child.type == "interpolation" else text(child) for child in node.named_children)
