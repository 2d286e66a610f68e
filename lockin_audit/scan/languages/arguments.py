"""Arguments of a call, with the keys of what is nested in them, in every language alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lockin_audit.scan.languages.expression import Syntax, given, part, text, unquoted
from lockin_audit.scan.languages.facts import Argument
from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST_TEXT = 20_000
_MOST_ARGUMENTS = 2_000
_NESTING = 8
_MOST_LISTED = 40


def arguments(call: Node, syntax: Syntax, scopes: Scopes) -> tuple[Argument, ...]:
    """Arguments of a call with the keys of nested objects, lists passed through, in source order.

    Dictionaries and constants named in the call are looked up once in the same file, also behind `**`.
    """
    return _gathered([("", node, 0) for node in given(call, syntax)], [], syntax, scopes)


def keys(value: Node, key: str, syntax: Syntax, scopes: Scopes) -> tuple[Argument, ...]:
    """The keys of an object that is no argument of a call, as if it were one.

    Args:
        key: where the object is itself the value of a key, that key.
    """
    whole = [Argument(key, value.start_byte, value.end_byte, _texts(value, syntax, scopes))] if key else []
    return _gathered([(key, value, 1)], whole, syntax, scopes)


def _gathered(stack: list[tuple[str, Node | None, int]], found: list[Argument], syntax: Syntax, scopes: Scopes) -> tuple[Argument, ...]:
    while stack and len(found) < _MOST_ARGUMENTS:
        prefix, node, depth = stack.pop()
        if node is None or depth > _NESTING:
            continue
        for child in node.named_children:
            if child.type == "comment":
                continue
            name, value = _entry(child, syntax)
            while not name and child.type in syntax.wrappers and (inner := part(child, "$")) is not None:
                child = inner
                name, value = _entry(child, syntax)
            kind = child.type
            if kind in syntax.splats:
                spread = nth(child, 0)
                stack += _spread(spread, prefix, depth, syntax, scopes)
                for key, position, item in _assigned(spread, syntax, scopes):
                    label = f"{prefix}.{key}" if prefix else key
                    found.append(Argument(label, position, item.end_byte, _texts(item, syntax, scopes)))
                    stack += _nested(item, label, depth, syntax, scopes)
            elif name:
                label = f"{prefix}.{name}" if prefix else name
                found.append(Argument(label, child.start_byte, child.end_byte, _texts(value, syntax, scopes)))
                stack += _nested(value, label, depth, syntax, scopes)
            elif kind in syntax.mappings or kind in syntax.sequences:
                if depth == 0:
                    found.append(Argument("", child.start_byte, child.end_byte, _texts(child, syntax, scopes)))
                stack.append((prefix, child, depth + 1))
            elif depth == 0:
                found.append(Argument("", child.start_byte, child.end_byte, _texts(child, syntax, scopes)))
                stack += _nested(child, prefix, depth, syntax, scopes)
            elif prefix:
                stack += _nested(child, prefix, depth, syntax, scopes)
    return tuple(sorted(found, key=lambda argument: (argument.start, -argument.end, argument.name)))


def _entry(node: Node, syntax: Syntax) -> tuple[str, Node | None]:
    """Name and value of a keyword argument or of a pair in an object."""
    if syntax.keyword and node.type == syntax.keyword:
        label = node.child_by_field_name("name")
        return (text(label) if label is not None else "", node.child_by_field_name("value"))
    if node.type in syntax.entries:
        name, value = (part(node, which) for which in syntax.entries[node.type])
        if name is not None and value is not None and name.start_byte != value.start_byte:
            return (unquoted(text(name).strip("[]")), _inner(value, syntax))
        return ("", None)
    if node.type == syntax.shorthand:
        return (text(node), node)
    if node.type == "pair":
        key = node.child_by_field_name("key")
        if key is not None and key.type in syntax.strings:
            return (unquoted(text(key)), node.child_by_field_name("value"))
        if key is not None and key.type in syntax.bare_keys:
            return (text(key).lstrip(":"), node.child_by_field_name("value"))
    return ("", None)


def _inner(value: Node, syntax: Syntax) -> Node:
    while value.type in syntax.wrappers and (inner := part(value, "$")) is not None:
        value = inner
    return value


def _nested(value: Node | None, prefix: str, depth: int, syntax: Syntax, scopes: Scopes) -> list[tuple[str, Node | None, int]]:
    while value is not None and value.type in syntax.transparent:
        value = nth(value, 0)
    if value is None:
        return []
    if value.type in syntax.mappings or value.type in syntax.sequences:
        return [(prefix, value, depth + 1)]
    if value.type in syntax.calls or value.type in syntax.records:
        return [(prefix, item, depth + 1) for item in given(value, syntax)] if prefix or value.type in syntax.records else []
    if value.type in syntax.choices:
        return [
            (prefix, item, depth + 2)
            for index in syntax.choices[value.type]
            if (item := nth(value, index)) is not None and item.type in syntax.mappings
        ]
    if value.type in syntax.names or value.type == syntax.shorthand:
        return [
            (prefix, item, depth + 2) for item in _meant(value, scopes) if item.type in syntax.mappings or item.type in syntax.sequences
        ]
    return []


def _spread(value: Node | None, prefix: str, depth: int, syntax: Syntax, scopes: Scopes) -> list[tuple[str, Node | None, int]]:
    while value is not None and value.type in syntax.transparent:
        value = nth(value, 0)
    if value is None:
        return []
    if value.type in syntax.calls:
        return [(prefix, item, depth + 1) for item in given(value, syntax)]
    found = _nested(value, prefix, depth, syntax, scopes)
    if value.type in syntax.names:
        found += [(prefix, held, depth + 2) for item in _meant(value, scopes) if item.type in syntax.calls for held in given(item, syntax)]
    return found


def _assigned(value: Node | None, syntax: Syntax, scopes: Scopes) -> list[tuple[str, int, Node]]:
    """Keys set one by one on a dictionary that is spread into the call: `params["tools"] = …`."""
    if value is None or value.type not in syntax.names:
        return []
    found = scopes.items(text(value), value.start_byte)
    return [(binding.name, binding.position, binding.node) for binding in found if binding.node is not None]


def _meant(name: Node, scopes: Scopes) -> list[Node]:
    return [
        binding.node for binding in scopes.bindings(text(name), name.start_byte) if binding.kind == "value" and binding.node is not None
    ]


def _texts(value: Node | None, syntax: Syntax, scopes: Scopes) -> tuple[str, ...]:
    if value is None:
        return ()
    found = [_head(value, scopes)]
    if value.type in syntax.names or value.type == syntax.shorthand:
        found += [_head(node, scopes) for node in _meant(value, scopes)]
    elif value.type in syntax.members and value.end_byte - value.start_byte < 100:
        owner, _, name = found[0].rpartition(".")
        index = scopes.owner(scopes.at(value.start_byte))
        if owner in ("self", "cls", "this") and index is not None:
            scope = scopes.all[index]
            for binding in (scope.attributes.get(name, []) + scope.bindings.get(name, []))[:4]:
                if binding.node is not None:
                    found.append(_head(binding.node, scopes))
    return (*found, *_listed(value, syntax, scopes))


def _listed(value: Node, syntax: Syntax, scopes: Scopes) -> list[str]:
    """Source of the objects that stand under names in a list: `tools: [search, weather]`, or in the list that a name stands for."""
    lists = [value] if value.type in syntax.sequences else _meant(value, scopes) if value.type in syntax.names else []
    found = []
    for listed in lists:
        if listed.type not in syntax.sequences:
            continue
        for child in listed.named_children[:_MOST_LISTED]:
            if child.type in syntax.names:
                found += [_head(node, scopes) for node in _meant(child, scopes) if _plain(node, syntax).type in syntax.mappings]
    return found


def _plain(value: Node, syntax: Syntax) -> Node:
    """What a value is without the types it is said to have (`{…} as Tool`)."""
    while value.type in syntax.transparent and (inner := nth(value, 0)) is not None:
        value = inner
    return value


def _head(node: Node, scopes: Scopes) -> str:
    """Source of a node, cut where it is longer than any argument people write."""
    return scopes.data[node.start_byte : min(node.end_byte, node.start_byte + _LONGEST_TEXT)].decode("utf-8", "replace")
