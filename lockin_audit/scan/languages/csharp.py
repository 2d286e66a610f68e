"""C#: facts of a file from its syntax tree. A `using` opens a namespace: types named in the file may come from any that stands open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.expression import Syntax, chains, part, text
from lockin_audit.scan.languages.facts import Call, Import, Span, Spans, Use, dotted
from lockin_audit.scan.languages.origins import Chain
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed import MOST_OPEN, TypedCode, declared, dotted_name

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "this", "base", "generic_name", "predefined_type")),
    members={"member_access_expression": ("expression", "name"), "qualified_name": ("qualifier", "name")},
    calls={"invocation_expression": "function", "object_creation_expression": "type"},
    subscripts={"element_access_expression": ("expression", "subscript")},
    transparent=frozenset(("await_expression", "parenthesized_expression", "as_expression", "postfix_unary_expression", "nullable_type")),
    choices={"binary_expression": (0, 1), "conditional_expression": (1, 2)},
    mappings=frozenset(("initializer_expression",)),
    sequences=frozenset(("collection_expression", "array_creation_expression", "implicit_array_creation_expression")),
    strings=frozenset(("string_literal", "verbatim_string_literal", "raw_string_literal", "interpolated_string_expression")),
    splats=frozenset(),
    optional={"conditional_access_expression": ("condition", "$")},
    bindings={"member_binding_expression": "name"},
    wrappers=frozenset(("argument", "collection_element", "expression_element", "attribute_argument")),
    entries={"argument": ("name", "$"), "assignment_expression": ("left", "right")},
    records=frozenset(("object_creation_expression", "implicit_object_creation_expression")),
    given=frozenset(("argument_list", "initializer_expression")),
)

_QUERY = """
(using_directive) @import (invocation_expression) @call (object_creation_expression) @call (implicit_object_creation_expression) @implicit
(class_declaration) @class (record_declaration) @class (struct_declaration) @class (interface_declaration) @class
(method_declaration) @function (constructor_declaration) @function (local_function_statement) @function
(property_declaration) @property (variable_declarator) @declare (parameter) @parameter (foreach_statement) @each
(declaration_pattern) @pattern (assignment_expression) @assign (return_statement (_) @return) (arrow_expression_clause (_) @return)
(string_literal) @string (verbatim_string_literal) @string @content (raw_string_literal) @string (interpolated_string_expression) @string
(string_literal_content) @content (string_content) @content (raw_string_content) @content (comment) @comment
(if_statement) @branch (try_statement) @branch (switch_statement) @branch (base_list) @base
(for_statement) @loop (foreach_statement) @loop (while_statement) @loop (do_statement) @loop (try_statement) @try
(namespace_declaration) @namespace (file_scoped_namespace_declaration) @namespace (attribute) @attribute
"""
_PLATFORM = (
    "System",
    "Microsoft.Extensions",
    "Microsoft.AspNetCore",
    "Microsoft.EntityFrameworkCore",
    "Newtonsoft",
    "NUnit",
    "Xunit",
    "Moq",
)
"""Namespaces that hold no vendor's agents."""
_VENDORS = frozenset(("Azure", "Microsoft", "Amazon", "OpenAI", "Anthropic", "Google"))
_OF_MODELS = re.compile(r"\bAI\b|Agent|OpenAI|Bedrock|SemanticKernel|Anthropic|GenAI|AutoGen")
"""Namespaces that speak of models and agents come first where more stand open than are followed."""
_AGENTS = "Microsoft.Extensions.AI"
"""The one namespace among those of the platform that speaks of models."""


class CSharpCode(TypedCode):
    """One C# file."""

    syntax = SYNTAX
    query = _QUERY
    returned = "returns"
    loops_over = frozenset(("for_statement", "foreach_statement"))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            name, last = node.child_by_field_name("name"), part(node, "$")
            if last is None:
                continue
            path = dotted_name(last)
            if name is not None and name.end_byte < last.start_byte:
                module, _, member = path.rpartition(".")
                yield Import(module or member, member if module else "", text(name), node.start_byte, node.end_byte)
            else:
                yield Import(path, "", "", node.start_byte, node.end_byte)
        yield from (Import(namespace, "", "", 0, 0) for namespace in self.opened)

    @override
    def bind(self, scopes: Scopes) -> None:
        own = {dotted_name(name).partition(".")[0] for node in self.found.get("namespace", ()) if (name := part(node, "name")) is not None}
        wanted = [item.module for item in self.imports if not item.alias]
        wanted = sorted((module for module in wanted if _is_vendors(module)), key=lambda module: _OF_MODELS.search(module) is None)
        scopes.open = tuple(module for module in wanted if module.partition(".")[0] not in own - _VENDORS)[:MOST_OPEN]
        super().bind(scopes)
        for node in self.found.get("class", ()):
            scope = scopes.all[self.numbers[node.start_byte, node.end_byte]]
            for base in (item for child in node.named_children if child.type == "base_list" for item in child.named_children):
                written = text(base)
                if not (written[:1] == "I" and written[1:2].isupper()):
                    scope.bases += chains(base, SYNTAX)

    @override
    def declarations(self) -> Iterable[tuple[Node | None, Node | None, Node | None, Node]]:
        for node in self.found.get("property", ()):
            value = node.child_by_field_name("value")
            if value is not None and value.type == "arrow_expression_clause":
                value = part(value, "^")
            yield (node.child_by_field_name("name"), node.child_by_field_name("type"), value, node)
        for node in self.found.get("declare", ()):
            value = part(node, "$") if node.named_child_count > 1 else None
            outer = node.parent
            yield (node.child_by_field_name("name"), outer.child_by_field_name("type") if outer is not None else None, value, node)
        for kind in ("parameter", "pattern"):
            for node in self.found.get(kind, ()):
                yield (node.child_by_field_name("name"), node.child_by_field_name("type"), None, node)
        for node in self.found.get("each", ()):
            yield (node.child_by_field_name("left"), node.child_by_field_name("type"), None, node)

    @override
    def _calls(self) -> Iterable[Call]:
        yield from super()._calls()
        for node in self.found.get("implicit", ()):
            for kind in declared(_wanted_type(node)):
                yield Call(
                    dotted(kind),
                    node.start_byte,
                    node.end_byte,
                    partial(self._resolve_type, kind, node.start_byte),
                    partial(self.arguments, node),
                )

    @override
    def _uses(self, opaque: Spans, imports: Sequence[Import], names: frozenset[str]) -> list[Use]:
        found = super()._uses(opaque, imports, names)
        wanted = (_wanted_type(node) for node in self.found.get("implicit", ())) if found else ()
        made = {node.start_byte for node in wanted if node is not None}
        return [replace(use, kind="call") if use.start in made and use.kind == "plain" else use for use in found]

    def _resolve_type(self, kind: Chain, position: int) -> tuple[str, ...]:
        return self.scopes.resolve(kind, position)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("base", ()):
            yield (node.start_byte, node.end_byte)


def _is_vendors(module: str) -> bool:
    """Whether a namespace may hold a vendor's agents."""
    return module.startswith(_AGENTS) or not f"{module}.".startswith(tuple(f"{root}." for root in _PLATFORM))


def _wanted_type(node: Node) -> Node | None:
    """The type that `new(...)` makes, where a declaration tells it."""
    outer = node.parent
    if outer is not None and outer.type == "variable_declarator":
        outer = outer.parent
    return outer.child_by_field_name("type") if outer is not None else None
