"""Terraform (HCL): resources, data sources and modules with their properties, and strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.expression import text, unquoted
from lockin_audit.scan.languages.facts import Entry, FileFacts, Literal, Resource, Spans
from lockin_audit.scan.languages.grammar import nth

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERY = """
(block) @block (attribute) @attribute (object_elem) @element (comment) @comment (string_lit) @string (quoted_template) @string
(heredoc_template) @string
"""


def facts(data: bytes) -> FileFacts:
    """Facts of a Terraform file. A data source has the type `data.<type>`, a module the type `module`."""
    found = grammar.captures("terraform", _QUERY, grammar.parse("terraform", data).root_node)
    nodes = [node for kind in ("block", "attribute", "element") for node in found.get(kind, ())]
    nodes.sort(key=lambda node: (node.start_byte, -node.end_byte))
    entries: list[Entry] = []
    stack: list[int] = []
    kinds: dict[int, str] = {}
    for node in nodes:
        start, end = node.start_byte, node.end_byte
        while stack and entries[stack[-1]].end <= start:
            stack.pop()
        key = _key(node)
        if not key:
            continue
        parent = stack[-1] if stack else -1
        if node.type == "block" and parent < 0:
            kinds[len(entries)] = _resource_type(node, key)
        head = node.child(0) if node.child_count else None
        entries.append(Entry(key, parent, start, end, None, head.end_byte if head is not None else end))
        stack.append(len(entries) - 1)
    literals = [Literal(unquoted(text(node)), node.start_byte, node.end_byte) for node in found.get("string", ())]
    comments = Spans((node.start_byte, node.end_byte) for node in found.get("comment", ()))
    return FileFacts(data=data, dead=comments, opaque=comments, list_literals=lambda: literals, resources=tuple(_resources(entries, kinds)))


def _key(node: Node) -> str:
    key = node.child_by_field_name("key") if node.type == "object_elem" else nth(node, 0)
    return unquoted(text(key)) if key is not None and key.end_byte - key.start_byte < 500 else ""


def _resource_type(node: Node, key: str) -> str:
    label = nth(node, 1)
    kind = unquoted(text(label)) if label is not None and label.type in ("string_lit", "identifier") else ""
    return {"resource": kind, "data": f"data.{kind}", "module": "module", "provider": "provider"}.get(key, "")


def _resources(entries: list[Entry], kinds: dict[int, str]) -> list[Resource]:
    inside: dict[int, list[tuple[str, int, int]]] = {}
    paths: dict[int, tuple[int, str]] = {}
    for index, entry in enumerate(entries):
        if entry.parent < 0:
            paths[index] = (index, "")
            continue
        owner, path = paths.get(entry.parent, (-1, ""))
        if owner < 0 or path.count(".") > 24:
            continue
        whole = f"{path}.{entry.key}" if path else entry.key
        paths[index] = (owner, whole)
        inside.setdefault(owner, []).append((whole, entry.start, entry.end))
    return [
        Resource(kind, entries[index].start, entries[index].end, entries[index].key_end, tuple(inside.get(index, ())))
        for index, kind in sorted(kinds.items())
        if kind
    ]
