"""JavaScript and TypeScript as values: objects, calls and chains of calls, each with its line."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING

from lockin_audit.scan.declared.value import MOST_DEPTH, MOST_VALUES, Value, Written
from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.expression import text, unescaped, unquoted

if TYPE_CHECKING:
    from tree_sitter import Node

_WRAPPED = frozenset(("as_expression", "satisfies_expression", "parenthesized_expression", "await_expression", "non_null_expression"))


def script_values(file: str, language: str, data: bytes) -> Written:
    """What a script says.

    Args:
        file: path as shown.
        language: `javascript`, `jsx`, `typescript` or `tsx`.
        data: its text in UTF-8.
    """
    known = language if language in ("typescript", "tsx") else "javascript"
    reader = _Reader(file)
    reader.out.values.append(reader.value(grammar.parse(known, data).root_node))
    return reader.out


class _Reader:
    def __init__(self, file: str) -> None:
        self.out = Written(file)
        self._left = MOST_VALUES

    def value(self, node: Node, depth: int = 0) -> Value:
        line = node.start_point.row + 1
        self._left -= 1
        if depth > MOST_DEPTH * 3 or self._left < 0:
            return Value(line)
        kind = node.type
        if kind in ("string", "template_string"):
            said = _string(node)
            by_line = node.end_point.row - node.start_point.row == said.count("\n")
            empty = len(said) - len(said.lstrip("\n"))
            return Value(line + empty if by_line else line, text=inspect.cleandoc(said) if "\n" in said else said, by_line=by_line)
        if kind == "object":
            return Value(line, keys=self._members(node, depth))
        if kind == "array":
            items = [self.value(child, depth + 1) for child in node.named_children if child.type != "comment"]
            return Value(line, items=items, is_list=True)
        if kind in ("call_expression", "new_expression"):
            return self._call(node, line, depth)
        if kind in ("identifier", "member_expression", "shorthand_property_identifier"):
            return Value(line, name=re.sub(r"\s+", "", text(node))[:120])
        if kind in ("number", "true", "false", "null", "undefined"):
            return Value(line, word=text(node)[:40])
        if kind in _WRAPPED and node.named_child(0) is not None:
            return self.value(node.named_children[0], depth + 1)
        if kind == "binary_expression" and (joined := _joined(node)) is not None:
            return Value(line, text=joined)
        if kind == "variable_declarator":
            return self._variable(node, line, depth)
        items = [self.value(child, depth + 1) for child in node.named_children if child.child_count]
        return Value(line, items=[item for item in items if item.keys or item.items or item.text is not None or item.call])

    def _variable(self, node: Node, line: int, depth: int) -> Value:
        name, body = node.child_by_field_name("name"), node.child_by_field_name("value")
        if body is None:
            return Value(line)
        found = self.value(body, depth + 1)
        if name is not None and name.type == "identifier":
            self.out.constants.setdefault(text(name), found)
        return found

    def _members(self, node: Node, depth: int) -> list[tuple[str, Value]]:
        keys = []
        for child in node.named_children:
            if child.type == "pair":
                key, member = child.child_by_field_name("key"), child.child_by_field_name("value")
                if key is not None and member is not None:
                    keys.append((unquoted(text(key))[:200], self.value(member, depth + 1)))
            elif child.type == "shorthand_property_identifier":
                keys.append((text(child), self.value(child, depth + 1)))
            elif child.type == "method_definition" and (key := child.child_by_field_name("name")) is not None:
                inner = [self.value(part, depth + 1) for part in child.named_children if part.type == "statement_block"]
                keys.append((text(key), Value(child.start_point.row + 1, items=inner)))
        return keys

    def _call(self, node: Node, line: int, depth: int) -> Value:
        callee = node.child_by_field_name("function") or node.child_by_field_name("constructor")
        arguments = node.child_by_field_name("arguments")
        found = Value(line)
        if callee is not None and callee.type == "member_expression":
            inner, last = callee.child_by_field_name("object"), callee.child_by_field_name("property")
            if inner is not None and inner.type in ("call_expression", "new_expression"):
                before = self.value(inner, depth + 1)
                found.keys, found.items, found.line = before.keys, before.items, before.line
                found.call = f"{before.call}.{text(last)[:60] if last is not None else ''}"
        if not found.call:
            found.call = re.sub(r"\s+", "", text(callee))[:120] if callee is not None else ""
        described = found.call.endswith(".describe")
        for child in arguments.named_children if arguments is not None and arguments.type == "arguments" else ():
            if child.type == "comment":
                continue
            value = self.value(child, depth + 1)
            if described and value.text is not None:
                found.keys = [*found.keys, ("description", value)]
            elif value.keys and not value.call and not found.keys:
                found.keys = value.keys
            else:
                found.items = [*found.items, value]
        return found


def _string(node: Node) -> str:
    """A string's content; a part that is put in shows as `{name}`."""
    parts = []
    for child in node.named_children:
        if child.type == "template_substitution":
            parts.append("{" + re.sub(r"[^\w.]", "", text(child))[:40] + "}")
        elif child.type == "escape_sequence":
            parts.append(unescaped(text(child)))
        else:
            parts.append(text(child))
    return "".join(parts)


def _joined(node: Node) -> str | None:
    """Texts joined by plus signs; None where anything else is among them."""
    pieces: list[str] = []
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type == "binary_expression" and len(pieces) + len(pending) < 400:
            left, right = part.child_by_field_name("left"), part.child_by_field_name("right")
            sign = part.child_by_field_name("operator")
            if left is None or right is None or sign is None or text(sign) != "+":
                return None
            pending += [right, left]
        elif part.type in ("string", "template_string"):
            pieces.append(_string(part))
        else:
            return None
    return "".join(pieces)
