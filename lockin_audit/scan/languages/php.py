"""PHP: facts of a file from its syntax tree. Backslashes of namespaces are written as dots: `Aws.BedrockAgentRuntime`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.dynamic import DynamicCode
from lockin_audit.scan.languages.expression import Syntax, chains, part, text
from lockin_audit.scan.languages.facts import Import, Loop, Span
from lockin_audit.scan.languages.origins import Chain
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node


def _spelled(word: str) -> str:
    """A name as rules write it: `$this` is `this`, `static` is `self`, a namespace has dots; a variable keeps its sign."""
    word = word.lstrip("\\")
    return {"$this": "this", "static": "self"}.get(word, word.replace("\\", "."))


SYNTAX = Syntax(
    names=frozenset(("variable_name", "name", "qualified_name", "relative_scope")),
    members={
        "member_access_expression": ("object", "name"),
        "nullsafe_member_access_expression": ("object", "name"),
        "scoped_property_access_expression": ("scope", "name"),
        "class_constant_access_expression": ("^", "$"),
    },
    methods={
        "member_call_expression": ("object", "name"),
        "nullsafe_member_call_expression": ("object", "name"),
        "scoped_call_expression": ("scope", "name"),
    },
    calls={"object_creation_expression": "^", "function_call_expression": "function"},
    subscripts={},
    transparent=frozenset(("parenthesized_expression",)),
    choices={"binary_expression": (0, 1), "conditional_expression": (1, 2)},
    mappings=frozenset(("array_creation_expression",)),
    sequences=frozenset(("array_creation_expression",)),
    strings=frozenset(("string", "encapsed_string", "heredoc", "nowdoc")),
    splats=frozenset(("variadic_unpacking",)),
    wrappers=frozenset(("argument", "array_element_initializer")),
    entries={"argument": ("name", "$"), "array_element_initializer": ("^", "$")},
    given=frozenset(("arguments",)),
    spell=_spelled,
)
_QUERY = """
(namespace_use_declaration) @import (member_call_expression) @call (nullsafe_member_call_expression) @call (scoped_call_expression) @call
(function_call_expression) @call (object_creation_expression) @call (class_declaration) @class (interface_declaration) @class
(trait_declaration) @class (enum_declaration) @class (function_definition) @function (method_declaration) @function
(anonymous_function) @function (arrow_function) @function (property_element) @property (const_element) @property
(simple_parameter) @parameter (property_promotion_parameter) @promoted (assignment_expression) @assign
(augmented_assignment_expression) @assign (return_statement (_) @return) (string) @string (encapsed_string) @string (heredoc) @string
(nowdoc) @string (string_content) @content (nowdoc_string) @content (comment) @comment (if_statement) @branch (try_statement) @branch
(switch_statement) @branch (base_clause) @base (for_statement) @loop (foreach_statement) @loop (while_statement) @loop (do_statement) @loop
(try_statement) @try (text) @comment (use_declaration) @mixed
"""
_NO_CLASS = frozenset(
    ("string", "int", "array", "bool", "float", "callable", "iterable", "mixed", "object", "void", "null", "false", "never")
)


class PhpCode(DynamicCode):
    """One PHP file."""

    syntax = SYNTAX
    query = _QUERY
    returned = "return_type"
    loops_over = frozenset(("for_statement", "foreach_statement"))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            prefix = next((_spelled(text(child)) + "." for child in node.named_children if child.type == "namespace_name"), "")
            group = next((child for child in node.named_children if child.type == "namespace_use_group"), node)
            for clause in group.named_children:
                path = part(clause, "^")
                if clause.type != "namespace_use_clause" or path is None:
                    continue
                module, _, name = (prefix + _spelled(text(path))).rpartition(".")
                alias = clause.child_by_field_name("alias")
                local = text(alias) if alias is not None else name
                yield Import(module or name, name if module else "", local, clause.start_byte, clause.end_byte)

    @override
    def bind(self, scopes: Scopes) -> None:
        super().bind(scopes)
        for node in self.found.get("base", ()):
            scope = scopes.owner(scopes.at(node.start_byte))
            if scope is not None:
                scopes.all[scope].bases += tuple(one for child in node.named_children for one in chains(child, SYNTAX))
        for node in self.found.get("mixed", ()):
            scope = scopes.owner(scopes.at(node.start_byte))
            if scope is not None:
                scopes.all[scope].mixed_in += tuple(one for child in node.named_children for one in chains(child, SYNTAX))
        for node in self.found.get("function", ()):
            kind = node.child_by_field_name("return_type")
            scope_of = scopes.all[self.numbers[node.start_byte, node.end_byte]]
            scope_of.returns[:0] = [((*one, "()"), node.start_byte) for one in _declared(kind)]
        for node in self.found.get("property", ()):
            name, value = part(node, "^"), part(node, "$") if node.named_child_count > 1 else None
            outer = node.parent
            kind = outer.child_by_field_name("type") if outer is not None else None
            self._bind_member(name, kind, value, node, scopes)
        for node in self.found.get("promoted", ()):
            self._bind_member(node.child_by_field_name("name"), node.child_by_field_name("type"), None, node, scopes)
        for kind_of in ("parameter", "promoted"):
            for node in self.found.get(kind_of, ()):
                name, kind = node.child_by_field_name("name"), node.child_by_field_name("type")
                value = node.child_by_field_name("default_value")
                if name is not None:
                    binding = Binding(node.start_byte, "value", chains(value, SYNTAX), _declared(kind), node=value)
                    scopes.bind(scopes.at(node.start_byte), text(name), binding)

    def _bind_member(self, name: Node | None, kind: Node | None, value: Node | None, node: Node, scopes: Scopes) -> None:
        if name is not None:
            binding = Binding(node.end_byte - 1, "value", chains(value, SYNTAX), _declared(kind), node=value)
            scopes.bind_attribute(node.start_byte, text(name).lstrip("$"), binding)

    @override
    def return_type(self, node: Node) -> Node | None:
        return None  # namespaces need their own reading, see `bind`

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        """Loops, with what is done after an answer that says to come again later among the handlers."""
        refusals = list(self.refusals())[:200]
        return tuple(
            replace(
                loop,
                tries=loop.tries + tuple((one.body, one.handlers) for one in refusals if loop.span[0] <= one.span[0] < loop.span[1]),
            )
            for loop in super().loop_shapes()
        )

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("base", ()):
            yield (node.start_byte, node.end_byte)

    @override
    def substituted(self, node: Node) -> str:
        held = node.named_children
        if held and held[-1].type in ("heredoc_body", "nowdoc_body"):
            held = held[-1].named_children
        contents = ("string_content", "nowdoc_string", "escape_sequence")
        if any(child.type not in (*contents, "heredoc_start", "heredoc_end") for child in held):
            return "".join(text(child) if child.type in contents else "{}" for child in held)
        return super().substituted(node)


def _declared(kind: Node | None) -> tuple[Chain, ...]:
    """The classes a declared type names: `?Foo`, `Foo|null`, `\\\\A\\\\Foo`."""
    if kind is None:
        return ()
    names = [_spelled(name.strip().lstrip("?")) for name in text(kind).split("|")[:4]]
    return tuple(
        tuple(name.split(".")) for name in names if name and name.lower() not in _NO_CLASS and name.replace(".", "_").isidentifier()
    )
