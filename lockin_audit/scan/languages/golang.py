"""Go: facts of a file from its syntax tree. Structs are classes, their methods found by the type of the receiver."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Guard
from lockin_audit.scan.languages.expression import Syntax, chain, chains, part, text, unquoted
from lockin_audit.scan.languages.facts import Import, Loop
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed import TypedCode, declared

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "type_identifier", "package_identifier", "field_identifier")),
    members={"selector_expression": ("operand", "field"), "qualified_type": ("package", "name")},
    calls={"call_expression": "function", "composite_literal": "type"},
    subscripts={"index_expression": ("operand", "index")},
    transparent=frozenset(("parenthesized_expression", "unary_expression", "pointer_type", "expression_list", "literal_element")),
    choices={},
    mappings=frozenset(("literal_value",)),
    sequences=frozenset(),
    strings=frozenset(("interpreted_string_literal", "raw_string_literal")),
    splats=frozenset(),
    wrappers=frozenset(("literal_element",)),
    entries={"keyed_element": ("key", "value")},
    records=frozenset(("composite_literal",)),
    given=frozenset(("argument_list", "literal_value")),
)
_QUERY = """
(import_spec) @import (call_expression) @call (composite_literal) @call (type_spec type: (struct_type)) @class
(function_declaration) @function (method_declaration) @function (func_literal) @function (field_declaration) @field
(parameter_declaration) @parameter (var_spec) @spec (const_spec) @spec (short_var_declaration) @short (assignment_statement) @assign
(return_statement (_) @return) (interpreted_string_literal) @string (raw_string_literal) @string
(interpreted_string_literal_content) @content (raw_string_literal_content) @content (comment) @comment
(if_statement) @branch (expression_switch_statement) @branch (for_statement) @loop
"""
_VERSION = re.compile(r"v\d+")
_FAILED = re.compile(
    r"\w*[eE]rr\w*\s*!=\s*nil|\.Status(?:Code)?\s*(?:!=|>=\s*\d|==\s*(?:429|5\d\d|http\.Status(?:TooManyRequests|ServiceUnavailable|BadGateway|Internal\w+|GatewayTimeout)))"
    r"|\b(?:is|should|can)_?Retr\w*\("
)
"""The test of a failure: Go has no `try`, what comes before the test is what may fail."""
_SUCCEEDED = re.compile(r"\w*[eE]rr\w*\s*==\s*nil|\.StatusCode\s*==\s*(?:20\d|http\.StatusOK)")


class GoCode(TypedCode):
    """One Go file."""

    syntax = SYNTAX
    query = _QUERY
    loops_over = frozenset(("for_statement",))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            path, name = node.child_by_field_name("path"), node.child_by_field_name("name")
            if path is None:
                continue
            module = unquoted(text(path))
            alias = text(name) if name is not None else self._package(module)
            yield Import(module, "", "" if alias in ("_", ".") else alias, node.start_byte, node.end_byte)

    def _package(self, module: str) -> str:
        """The package a path most likely declares, among the names that are used: `anthropic` of `…/anthropic-sdk-go`."""
        parts = [item for item in module.split("/") if not _VERSION.fullmatch(item)] or [module]
        last = re.sub(r"\.v\d+$", "", parts[-1])
        names = [last, re.sub(r"(?:-sdk)?-go$|^go-", "", last), last.replace("-", "_"), last.replace("-", ""), last.rpartition("-")[2]]
        return next((name for name in names if f"{name}.".encode() in self.data and name.isidentifier()), last)

    @override
    def return_type(self, node: Node) -> Node | None:
        result = node.child_by_field_name("result")
        if result is not None and result.type == "parameter_list":
            first = part(result, "^")
            return first.child_by_field_name("type") if first is not None else None
        return result

    @override
    def bind(self, scopes: Scopes) -> None:
        super().bind(scopes)
        scopes.implicit_self, scopes.own_package = False, True
        classes = {scope.name: number for number, scope in enumerate(scopes.all) if scope.kind == "class"}
        for node in self.found.get("function", ()):
            receiver = node.child_by_field_name("receiver")
            first = part(receiver, "^") if receiver is not None else None
            kind = first.child_by_field_name("type") if first is not None else None
            for one in declared(kind):
                if one[0] in classes:
                    number = self.numbers[node.start_byte, node.end_byte]
                    scopes.bind(classes[one[0]], self.named(node), Binding(node.start_byte, "function", scope=number))

    @override
    def declarations(self) -> Iterable[tuple[Node | None, Node | None, Node | None, Node]]:
        for kind in ("field", "parameter", "spec"):
            for node in self.found.get(kind, ()):
                for name in node.children_by_field_name("name"):
                    yield (name, node.child_by_field_name("type"), node.child_by_field_name("value"), node)
        for node in self.found.get("short", ()):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is None or right is None:
                continue
            for number, name in enumerate(left.named_children):
                value = right.named_child(number) if right.named_child_count > number else None
                yield (name, None, value, node)

    @override
    def assignments(self, scopes: Scopes) -> Iterable[tuple[Node | None, Node | None, Node]]:
        for node in self.found.get("assign", ()):
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            first = part(left, "^") if left is not None else None
            made = chain(first, SYNTAX)
            if first is not None and right is not None and len(made) == 2:
                self._set_member(made, right, node, scopes)
            yield (first, right, node)

    def _set_member(self, made: tuple[str, ...], value: Node, node: Node, scopes: Scopes) -> None:
        """`s.client = …` in a method of the struct that `s` is."""
        for binding in scopes.bindings(made[0], node.start_byte):
            for kind in binding.classes:
                for held in scopes.all[0].bindings.get(kind[0], []):
                    if held.kind == "class" and (chosen := chains(value, SYNTAX)):
                        attributes = scopes.all[held.scope].attributes
                        attributes.setdefault(made[1], []).append(Binding(node.end_byte - 1, "value", chosen, node=value))

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        """Loops, with the tests of failures in them as handlers. A `for` without a counter or a range runs while a condition holds."""
        guards = [guard for node in self.found.get("branch", ()) if (guard := self._guard(node)) is not None]
        loops = []
        for node in self.found.get("loop", ()):
            body = self.body(node)
            over = any(child.type in ("for_clause", "range_clause") for child in node.named_children)
            head = (node.start_byte, body.start_byte if body is not None else node.end_byte)
            loops.append(((node.start_byte, node.end_byte), head, over))
        return self.assemble(loops, guards)

    def _guard(self, node: Node) -> Guard | None:
        condition, block = node.child_by_field_name("condition"), node.parent
        then, other = node.child_by_field_name("consequence"), node.child_by_field_name("alternative")
        if node.type != "if_statement" or condition is None or then is None or block is None:
            return None
        tested = text(condition)
        if _FAILED.search(tested):
            return Guard((node.start_byte, node.end_byte), (block.start_byte, then.start_byte), ((then.start_byte, then.end_byte),))
        if _SUCCEEDED.search(tested):
            after = (other.start_byte, other.end_byte) if other is not None else (node.end_byte, block.end_byte - 1)
            return Guard((node.start_byte, node.end_byte), (block.start_byte, then.end_byte), (after,))
        return None
