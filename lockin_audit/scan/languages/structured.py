"""YAML and JSON: keys with their place, and CloudFormation, SAM and ARM resources among them.

Values are read as written: aliases and anchors are never followed, so a file cannot unfold into more than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lockin_audit.core.errors import DataError
from lockin_audit.scan import nesting
from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.expression import unescaped
from lockin_audit.scan.languages.facts import Entry, FileFacts, Literal, Resource, Span, Spans
from lockin_audit.scan.languages.long_lists import without_long_lists

if TYPE_CHECKING:
    from tree_sitter import Node

_QUERIES = {
    "yaml": "(block_mapping_pair) @pair (flow_pair) @pair (block_sequence_item (flow_node) @item) (flow_sequence (flow_node) @item) "
    "(comment) @comment",
    "json": "(pair) @pair (array (string) @item) (comment) @comment",
}
_ELEMENTS = {
    "yaml": "(block_sequence_item [(block_node (block_mapping)) (flow_node (flow_mapping))] @element) "
    "(flow_sequence (flow_node (flow_mapping)) @element)",
    "json": "(array (object) @element)",
}
"""Mappings in lists."""
_SUSPICIOUS = re.compile(rb"(?:^|\r)[ \t]{60}|(?:[-?:][ \t]+){20}", re.MULTILINE)
"""Without such a place no YAML nests near the limit."""
_COLLECTIONS = frozenset(("block_mapping", "block_sequence", "flow_mapping", "flow_sequence", "object", "array"))
_LISTS = frozenset(("block_sequence", "flow_sequence", "array"))
_CATALOGUES = frozenset(("options", "enum", "choices", "examples"))
"""Keys under which a list names what may be chosen."""
_LONGEST_PATH = 24
_PLAIN_VALUE = re.compile(rb"^([ \t]*(?:- +)*[\w.$/-]{1,80}:[ \t]+)([^\s\"'|>&*!\[\]{}#%@`,?-][^\r\n]*)", re.MULTILINE)
"""A key and a value without quotes on one line of YAML."""
_COLON_WITHIN = re.compile(rb":(?=[ \t]|$)")


def facts(language: str, path: str, data: bytes) -> FileFacts:
    """Facts of a YAML or JSON file.

    Raises:
        DataError: a YAML file is indented deeper than the grammar can bear.
    """
    if language == "yaml" and _SUSPICIOUS.search(data) is not None and nesting.blocks(data) > nesting.MOST_BLOCKS:
        raise DataError(path, f"nests deeper than {nesting.MOST_BLOCKS} levels.")
    if language == "json":
        data = without_long_lists(data)
    tree = grammar.parse(language, data)
    if language == "yaml" and tree.root_node.has_error:
        tree = grammar.parse(language, _without_colons_in_values(data))
    found = grammar.captures(language, _QUERIES[language], tree.root_node)
    entries: list[Entry] = []
    stack: list[int] = []
    catalogues: list[Span] = []
    for node in found.get("pair", ()):
        key = node.child_by_field_name("key")
        if key is None:
            continue
        value = node.child_by_field_name("value")
        start, end = node.start_byte, node.end_byte
        while stack and entries[stack[-1]].end <= start:
            stack.pop()
        scalar = _scalar(data, value)
        entry = Entry(_content(data[key.start_byte : key.end_byte]), stack[-1] if stack else -1, start, end, scalar, key.end_byte)
        if scalar is not None:
            entry.key_end = end
        elif entry.key in _CATALOGUES and _is_list(value):
            catalogues.append((start, end))
        stack.append(len(entries))
        entries.append(entry)
    items = []
    for node in found.get("item", ()):
        scalar = _scalar(data, node)
        if scalar is not None:
            items.append(Literal(scalar, node.start_byte, node.end_byte))
    if b"Microsoft." in data:
        nodes = grammar.captures(language, _ELEMENTS[language], tree.root_node).get("element", ())
        _note_elements(entries, [(node.start_byte, node.end_byte) for node in nodes])
    comments = Spans((node.start_byte, node.end_byte) for node in found.get("comment", ()))
    listed = tuple(entries)
    return FileFacts(
        data=data,
        dead=comments,
        opaque=comments,
        list_literals=lambda: items,
        entries=listed,
        resources=tuple(_resources(listed)),
        catalogues=Spans(catalogues),
    )


def _without_colons_in_values(data: bytes) -> bytes:
    """The text at the same length without colons inside values that have no quotes: Power Platform writes such lines, YAML forbids them."""
    return _PLAIN_VALUE.sub(lambda line: line[1] + _COLON_WITHIN.sub(b"_", line[2]), data)


def _scalar(data: bytes, value: Node | None) -> str | None:
    """Text of a scalar; None for a mapping or list; empty for a key without value."""
    if value is None:
        return ""
    start = value.start_byte
    if value.type in ("flow_node", "block_node"):
        for child in value.named_children:
            if child.type in _COLLECTIONS:
                return None
            if child.type not in ("tag", "anchor", "comment"):
                start = child.start_byte
    elif value.type in _COLLECTIONS:
        return None
    return _content(data[start : value.end_byte])


def _is_list(value: Node | None) -> bool:
    return value is not None and (value.type in _LISTS or any(child.type in _LISTS for child in value.named_children))


def _content(source: bytes) -> str:
    text = source.decode("utf-8", "replace")
    if len(text) >= 2 and text[0] == text[-1] == '"':
        body = text[1:-1]
        return unescaped(body) if "\\" in body else body
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text


def _note_elements(entries: Sequence[Entry], elements: Iterable[Span]) -> None:
    """Note of every entry the mapping in a list that holds it, if one does inside the entry above it."""
    waiting = sorted(elements, key=lambda span: (span[0], -span[1]))
    around: list[Span] = []
    following = 0
    for entry in entries:
        while following < len(waiting) and waiting[following][0] <= entry.start:
            around.append(waiting[following])
            following += 1
        while around and around[-1][1] <= entry.start:
            around.pop()
        if around and (entry.parent < 0 or around[-1][0] >= entries[entry.parent].start):
            entry.element = around[-1]


def _resources(entries: tuple[Entry, ...]) -> list[Resource]:
    """Mappings whose `Type` is `Vendor::Service::Thing` (their `Properties`), or whose `type` is an ARM type."""
    found: dict[tuple[int, Span | None], tuple[Entry, str]] = {}
    for entry in entries:
        if entry.key == "Type" and entry.value and "::" in entry.value and entry.parent >= 0:
            found[entry.parent, entry.element] = (entry, "Properties.")
        elif entry.key == "type" and entry.value and entry.value.startswith("Microsoft.") and "/" in entry.value:
            found[entry.parent, entry.element] = (entry, "")
    if not found:
        return []
    inside: dict[tuple[int, Span | None], list[tuple[str, int, int]]] = {owner: [] for owner in found}
    for entry in entries:
        path, owner, steps = entry.key, (entry.parent, entry.element), 0
        while steps < _LONGEST_PATH:
            if owner in found:
                prefix = found[owner][1]
                if path.startswith(prefix):
                    inside[owner].append((path[len(prefix) :], entry.start, entry.end))
                break
            if owner[0] < 0:
                break
            above = entries[owner[0]]
            path, owner, steps = f"{above.key}.{path}", (above.parent, above.element), steps + 1
    resources = []
    for (parent, element), (named, _) in found.items():
        properties = tuple(inside[parent, element])
        if element is not None:
            resources.append(Resource(named.value or "", *element, named.end, properties, named.start))
        else:
            start, end = (entries[parent].start, entries[parent].end) if parent >= 0 else (0, 0)
            resources.append(Resource(named.value or "", start, end, start, properties))
    return resources
