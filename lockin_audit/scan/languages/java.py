"""Java: facts of a file from its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.expression import Syntax, chains, part
from lockin_audit.scan.languages.facts import Import, Span
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed import TypedCode, dotted_name

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "this", "super", "type_identifier", "generic_type", "scoped_type_identifier")),
    members={"field_access": ("object", "field"), "scoped_identifier": ("scope", "name")},
    methods={"method_invocation": ("object", "name")},
    calls={"object_creation_expression": "type"},
    subscripts={"array_access": ("array", "index")},
    transparent=frozenset(("parenthesized_expression",)),
    choices={"ternary_expression": (1, 2)},
    mappings=frozenset(),
    sequences=frozenset(("array_initializer",)),
    strings=frozenset(("string_literal",)),
    splats=frozenset(),
)
_QUERY = """
(import_declaration) @import (method_invocation) @call (object_creation_expression) @call
(class_declaration) @class (record_declaration) @class (interface_declaration) @class (enum_declaration) @class
(method_declaration) @function (constructor_declaration) @function (variable_declarator) @declare (resource) @resource
(formal_parameter) @parameter (enhanced_for_statement) @parameter (assignment_expression) @assign (return_statement (_) @return)
(string_literal) @string (string_fragment) @content (multiline_string_fragment) @content (line_comment) @comment (block_comment) @comment
(if_statement) @branch (try_statement) @branch (switch_expression) @branch (superclass) @base (super_interfaces) @base
(for_statement) @loop (enhanced_for_statement) @loop (while_statement) @loop (do_statement) @loop
(try_statement) @try (try_with_resources_statement) @try
"""


class JavaCode(TypedCode):
    """One Java file."""

    syntax = SYNTAX
    query = _QUERY
    loops_over = frozenset(("for_statement", "enhanced_for_statement"))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            path = part(node, "^")
            if path is None:
                continue
            whole = dotted_name(path)
            if any(child.type == "asterisk" for child in node.named_children):
                yield Import(whole, "*", "", node.start_byte, node.end_byte)
            else:
                module, _, name = whole.rpartition(".")
                yield Import(module, name, name, node.start_byte, node.end_byte)

    @override
    def bind(self, scopes: Scopes) -> None:
        super().bind(scopes)
        for node in self.found.get("class", ()):
            base = node.child_by_field_name("superclass")
            if base is not None:
                scopes.all[self.numbers[node.start_byte, node.end_byte]].bases += chains(part(base, "$"), SYNTAX)

    @override
    def declarations(self) -> Iterable[tuple[Node | None, Node | None, Node | None, Node]]:
        for node in self.found.get("declare", ()):
            outer = node.parent
            kind = outer.child_by_field_name("type") if outer is not None else None
            yield (node.child_by_field_name("name"), kind, node.child_by_field_name("value"), node)
        for kind_of in ("resource", "parameter"):
            for node in self.found.get(kind_of, ()):
                value = node.child_by_field_name("value") if kind_of == "resource" else None
                yield (node.child_by_field_name("name"), node.child_by_field_name("type"), value, node)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("base", ()):
            yield (node.start_byte, node.end_byte)
