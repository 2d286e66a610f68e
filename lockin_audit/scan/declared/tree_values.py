"""YAML, JSON, Terraform and Bicep as values. Aliases and references are never followed, so a file cannot unfold into more than it is."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

from lockin_audit.scan.declared.value import MOST_DEPTH, MOST_VALUES, Value, Written
from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.expression import text, unescaped, unquoted

if TYPE_CHECKING:
    from tree_sitter import Node

_MAPS = frozenset(("block_mapping", "flow_mapping", "object"))
_LISTS = frozenset(("block_sequence", "flow_sequence", "array", "tuple"))
_NOT_CONTENT = frozenset(("anchor", "tag", "comment"))
_WORD = re.compile(r"(?i)-?\d+(?:\.\d+)?|true|false|yes|no|null|~")


def tree_values(file: str, language: str, data: bytes) -> Written:
    """What a YAML, JSON, Terraform or Bicep file says.

    Args:
        file: path as shown.
        language: one of `yaml`, `json`, `terraform`, `bicep`.
        data: its text in UTF-8, checked for depth (`scan.nesting`).
    """
    reader = _Reader(language)
    out = Written(file)
    out.values = [reader.value(node) for node in grammar.parse(language, data).root_node.named_children if node.type != "comment"]
    return out


class _Reader:
    def __init__(self, language: str) -> None:
        self._language = language
        self._left = MOST_VALUES

    def value(self, node: Node, depth: int = 0) -> Value:
        line = node.start_point.row + 1
        self._left -= 1
        if depth > MOST_DEPTH * 3 or self._left < 0:
            return Value(line)
        kind = node.type
        if self._language == "terraform":
            return self._terraform(node, line, depth)
        if kind in _MAPS:
            return Value(line, keys=self._pairs(node, depth))
        if kind in _LISTS:
            items = [self.value(_inside(child), depth + 1) for child in node.named_children if child.type != "comment"]
            return Value(line, items=items, is_list=True)
        if kind in ("flow_node", "block_node", "document", "plain_scalar", "infrastructure"):
            inner = [child for child in node.named_children if child.type not in _NOT_CONTENT]
            if len(inner) == 1:
                return self.value(inner[0], depth + 1)
            return Value(line, items=[self.value(child, depth + 1) for child in inner])
        if kind == "block_scalar":
            return Value(line + 1, text=_block(text(node)), by_line=True)
        if self._language == "bicep":
            return self._bicep(node, line, depth)
        return _scalar(node, line)

    def _pairs(self, node: Node, depth: int) -> list[tuple[str, Value]]:
        keys = []
        for pair in node.named_children:
            if pair.type not in ("block_mapping_pair", "flow_pair", "pair", "object_property"):
                continue
            last = pair.named_child(pair.named_child_count - 1) if pair.named_child_count > 1 else None
            key = pair.child_by_field_name("key") or grammar.nth(pair, 0)
            member = pair.child_by_field_name("value") or (last if self._language == "bicep" else None)
            if key is not None and member is not None and key.end_byte - key.start_byte < 500:
                keys.append((unquoted(text(key)), self.value(member, depth + 1)))
        return keys

    def _bicep(self, node: Node, line: int, depth: int) -> Value:
        if node.type == "string":
            parts = ["{value}" if child.type == "interpolation" else text(child) for child in node.named_children]
            return Value(line, text=inspect.cleandoc("".join(parts)) if node.end_point.row > node.start_point.row else "".join(parts))
        if node.type in ("resource_declaration", "module_declaration"):
            kind = next((unquoted(text(child)) for child in node.named_children if child.type == "string"), "")
            body = next((self.value(child, depth + 1) for child in node.named_children if child.type == "object"), Value(line))
            return Value(line, keys=body.keys, call=f"resource {kind.partition('@')[0]}")
        if node.type in ("number", "boolean", "null"):
            return Value(line, word=text(node)[:40])
        return Value(line, items=[self.value(child, depth + 1) for child in node.named_children if child.type != "identifier"])

    def _terraform(self, node: Node, line: int, depth: int) -> Value:
        kind = node.type
        if kind == "block":
            labels = [unquoted(text(c)) for c in node.named_children if c.type in ("identifier", "string_lit")]
            body = next((c for c in node.named_children if c.type == "body"), None)
            return Value(line, keys=self._attributes(body, depth), call=" ".join(labels)[:200])
        if kind in ("template_expr", "string_lit", "quoted_template", "heredoc_template"):
            said = _template(node)
            heredoc = text(node).lstrip().startswith("<<")
            return Value(line + 1 if heredoc else line, text=said, by_line=heredoc or "\n" not in said)
        if kind == "object":
            keys = []
            for element in node.named_children:
                key, member = element.child_by_field_name("key"), element.child_by_field_name("val")
                if key is not None and member is not None and key.end_byte - key.start_byte < 500:
                    keys.append((unquoted(text(key)), self.value(member, depth + 1)))
            return Value(line, keys=keys)
        if kind == "tuple":
            return Value(line, items=[self.value(c, depth + 1) for c in node.named_children if c.type == "expression"], is_list=True)
        if kind in ("numeric_lit", "bool_lit"):
            return Value(line, word=text(node)[:40])
        if kind == "body":
            return Value(line, keys=self._attributes(node, depth))
        inner = [self.value(child, depth + 1) for child in node.named_children]
        inner = [value for value in inner if value.keys or value.items or value.text is not None or value.word or value.call]
        return inner[0] if len(inner) == 1 else Value(line, items=inner)

    def _attributes(self, body: Node | None, depth: int) -> list[tuple[str, Value]]:
        keys: list[tuple[str, Value]] = []
        for child in body.named_children if body is not None else ():
            head = grammar.nth(child, 0)
            if head is None or child.type not in ("attribute", "block"):
                continue
            value = self.value(child if child.type == "block" else child.named_children[-1], depth + 1)
            keys.append((text(head), value))
        return keys


def _inside(item: Node) -> Node:
    """The node behind a dash of a YAML list."""
    if item.type == "block_sequence_item":
        inner = [child for child in item.named_children if child.type != "comment"]
        return inner[0] if inner else item
    return item


def _scalar(node: Node, line: int) -> Value:
    source = text(node)
    if source[:1] == '"' and source[-1:] == '"' and len(source) >= 2:
        body = source[1:-1]
        return Value(line, text=_folded(unescaped(body) if "\\" in body else body, "\n" in body))
    if source[:1] == "'" and source[-1:] == "'" and len(source) >= 2:
        return Value(line, text=_folded(source[1:-1].replace("''", "'"), "\n" in source))
    if _WORD.fullmatch(source):
        return Value(line, word=source[:40], text=None)
    if node.type in ("string_scalar", "plain_scalar", "string"):
        return Value(line, text=_folded(source, "\n" in source))
    return Value(line, word=source[:40])


def _folded(body: str, several: bool) -> str:
    return re.sub(r"\s*\n\s*", " ", body) if several else body


def _block(source: str) -> str:
    """Content of a block without its indentation; a folded one keeps its lines, so that each can be found in the file."""
    body = source.partition("\n")[2]
    return inspect.cleandoc("\n" + body) if body.strip() else ""


def _template(node: Node) -> str:
    """Content of a Terraform string or heredoc; a part that is put in shows as `{name}`."""
    heredoc = next((c for c in node.named_children if c.type == "heredoc_template"), node if node.type == "heredoc_template" else None)
    if heredoc is not None:
        lines = text(heredoc).split("\n")
        return re.sub(r"\$\{([\w.]{1,60})[^}]*\}", r"{\1}", inspect.cleandoc("\n".join(["", *lines[1:-1]])))
    body = unquoted(text(node))
    return re.sub(r"\$\{([\w.]{1,60})[^}]*\}", r"{\1}", unescaped(body) if "\\" in body else body)
