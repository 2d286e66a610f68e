"""Kotlin: facts of a file from its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.expression import Syntax, chains, part, text
from lockin_audit.scan.languages.facts import Import, Span
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed import TypedCode, dotted_name

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "this_expression", "user_type")),
    members={"navigation_expression": ("^", "$")},
    calls={"call_expression": "^"},
    subscripts={},
    transparent=frozenset(("parenthesized_expression", "unary_expression", "return_expression", "as_expression")),
    choices={"elvis_expression": (0, 1), "binary_expression": (0, 1)},
    mappings=frozenset(),
    sequences=frozenset(("collection_literal",)),
    strings=frozenset(("string_literal", "multiline_string_literal")),
    splats=frozenset(),
    wrappers=frozenset(("value_argument",)),
    entries={"value_argument": ("^", "$")},
    given=frozenset(("value_arguments",)),
)
_QUERY = """
(import) @import (call_expression) @call (class_declaration) @class (object_declaration) @class (function_declaration) @function
(property_declaration) @declare (parameter) @parameter (class_parameter) @parameter (assignment) @assign
(return_expression (_) @return) (function_body) @body (string_literal) @string (multiline_string_literal) @string
(string_content) @content (line_comment) @comment (block_comment) @comment (if_expression) @branch (when_expression) @branch
(try_expression) @branch (for_statement) @loop (while_statement) @loop (do_while_statement) @loop (try_expression) @try
(delegation_specifiers) @base
"""
_TYPES = frozenset(("user_type", "nullable_type"))


class KotlinCode(TypedCode):
    """One Kotlin file."""

    syntax = SYNTAX
    query = _QUERY
    loops_over = frozenset(("for_statement",))
    makes_with_new = False
    handlers = frozenset(("catch_block",))

    @override
    def body(self, node: Node) -> Node | None:
        last = part(node, "$")
        return last if last is not None and last.type in ("block", "class_body", "enum_class_body") else None

    @override
    def return_type(self, node: Node) -> Node | None:
        return next((child for child in node.named_children if child.type in _TYPES), None)

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            path = part(node, "^")
            if path is None:
                continue
            whole = dotted_name(path)
            if text(node).rstrip().endswith("*"):
                yield Import(whole, "*", "", node.start_byte, node.end_byte)
            else:
                module, _, name = whole.rpartition(".")
                alias = part(node, "$") if node.named_child_count > 1 else None
                yield Import(module, name, text(alias) if alias is not None else name, node.start_byte, node.end_byte)

    @override
    def bind(self, scopes: Scopes) -> None:
        super().bind(scopes)
        for node in self.found.get("body", ()):
            scope = scopes.all[scopes.at(node.start_byte)]
            last = part(node, "$")
            if last is not None and last.type != "block" and not scope.returns:
                scope.returns += [(one, node.start_byte) for one in chains(last, SYNTAX)]
        for node in self.found.get("class", ()):
            scope = scopes.all[self.numbers[node.start_byte, node.end_byte]]
            for child in (item for held in node.named_children if held.type == "delegation_specifiers" for item in held.named_children):
                made = part(child, "^")
                if made is not None and made.type == "constructor_invocation":
                    scope.bases += chains(part(made, "^"), SYNTAX)

    @override
    def declarations(self) -> Iterable[tuple[Node | None, Node | None, Node | None, Node]]:
        for node in self.found.get("declare", ()):
            variable = next((child for child in node.named_children if child.type == "variable_declaration"), None)
            if variable is None:
                continue
            value = part(node, "$")
            if value is not None and value.type == "property_delegate":
                value = _lazy(value)
            elif value == variable or (value is not None and value.type in ("getter", "setter")):
                value = None
            yield (part(variable, "^"), part(variable, "$") if variable.named_child_count > 1 else None, value, node)
        for node in self.found.get("parameter", ()):
            name = next((child for child in node.named_children if child.type == "identifier"), None)
            yield (name, next((child for child in node.named_children if child.type in _TYPES), None), None, node)

    @override
    def assignments(self, scopes: Scopes) -> Iterable[tuple[Node | None, Node | None, Node]]:
        for node in self.found.get("assign", ()):
            yield (part(node, "^"), part(node, "$"), node)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("base", ()):
            yield (node.start_byte, node.end_byte)


def _lazy(delegate: Node) -> Node | None:
    """What `by lazy { … }` makes."""
    node: Node | None = delegate
    while node is not None and node.type in ("property_delegate", "call_expression", "annotated_lambda", "lambda_literal"):
        if node.type == "call_expression" and text(part(node, "^") or node) != "lazy":
            return node
        node = part(node, "$")
    return node
