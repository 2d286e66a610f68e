"""Ruby: facts of a file from its syntax tree. Calls and attributes look alike, so a chain holds names alone: `client.threads.create`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Guard
from lockin_audit.scan.languages.dynamic import DynamicCode
from lockin_audit.scan.languages.expression import Syntax, chain, chains, part, text, unquoted
from lockin_audit.scan.languages.facts import Call, Import, Loop, Span
from lockin_audit.scan.languages.origins import OWN, Chain
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "constant", "instance_variable", "class_variable", "global_variable", "self")),
    members={"call": ("receiver", "method"), "scope_resolution": ("scope", "name")},
    calls={},
    subscripts={},
    transparent=frozenset(("parenthesized_statements",)),
    choices={"binary": (0, 1), "conditional": (1, 2)},
    mappings=frozenset(("hash",)),
    sequences=frozenset(("array",)),
    strings=frozenset(("string", "delimited_symbol")),
    splats=frozenset(("hash_splat_argument", "splat_argument")),
    bare_keys=frozenset(("hash_key_symbol", "simple_symbol")),
)
_QUERY = """
(call) @call (class) @class (module) @class (method) @function (singleton_method) @function (assignment) @assign
(operator_assignment) @assign (optional_parameter) @parameter (keyword_parameter) @parameter
(method_parameters (identifier) @named) (return) @return
(string) @string (delimited_symbol) @string (heredoc_body) @string (string_content) @content (heredoc_content) @content (comment) @comment
(if) @branch (unless) @branch (case) @branch (begin) @branch (superclass) @base (for) @loop (while) @loop (until) @loop
(retry) @retry (rescue) @rescue
"""
_BLOCKS = frozenset(("body_statement", "begin", "then", "else", "block_body"))
_CLAUSES = frozenset(("comment", "rescue", "ensure", "else"))
_LOOPS = frozenset(("loop", "times", "each", "upto", "step"))
"""Methods whose block runs again and again."""
_IMPORTERS = ("require", "require_relative")
_MIXERS = ("include", "prepend", "extend")
_MOST_MIXED = 20
_DEEPEST = 8
"""Modules around a class."""


class RubyCode(DynamicCode):
    """One Ruby file."""

    syntax = SYNTAX
    binds_by_calls = True
    query = _QUERY
    loops_over = frozenset(("for",))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("call", ()):
            method, given = node.child_by_field_name("method"), node.child_by_field_name("arguments")
            if method is not None and given is not None and node.child_by_field_name("receiver") is None and text(method) in _IMPORTERS:
                path = part(given, "^")
                if path is not None and path.type == "string":
                    module = unquoted(text(path))
                    yield Import("./" + module if text(method) == "require_relative" else module, "", "", node.start_byte, node.end_byte)

    @override
    def named(self, node: Node) -> str:
        return super().named(node).rpartition("::")[2]

    @override
    def bind(self, scopes: Scopes) -> None:
        super().bind(scopes)
        for node in self.found.get("class", ()):
            base, number = node.child_by_field_name("superclass"), self.numbers[node.start_byte, node.end_byte]
            if base is not None:
                scopes.all[number].bases += chains(part(base, "^"), SYNTAX)
            for full_name in _qualified(node):
                scopes.bind(0, full_name, Binding(node.start_byte, "class", scope=number))
        for node in self.found.get("call", ()):
            method, given = node.child_by_field_name("method"), node.child_by_field_name("arguments")
            if method is not None and given is not None and node.child_by_field_name("receiver") is None and text(method) in _MIXERS:
                scope = scopes.all[scopes.at(node.start_byte)]
                if scope.kind == "class":
                    scope.mixed_in += tuple(one for child in given.named_children[:_MOST_MIXED] for one in chains(child, SYNTAX))
        for node in self.found.get("function", ()):
            scope = scopes.all[self.numbers[node.start_byte, node.end_byte]]
            scope.getter = True
            last = self.worth(node.child_by_field_name("body"))
            scope.returns += [(one, scope.end - 1) for one in chains(last, SYNTAX)] or [((), scope.end - 1)]
        for kind in ("parameter", "named"):
            for node in self.found.get(kind, ()):
                name = node if kind == "named" else node.child_by_field_name("name")
                value = node.child_by_field_name("value") if kind == "parameter" else None
                if name is not None:
                    made = Binding(node.start_byte, "value", chains(value, SYNTAX), node=value)
                    scopes.bind(scopes.at(node.start_byte), text(name), made)

    @override
    def worth(self, value: Node | None) -> Node | None:
        for _ in range(8):
            if value is None:
                return None
            if value.type in _BLOCKS:
                value = next((child for child in reversed(value.named_children) if child.type not in _CLAUSES), None)
            elif value.type in ("assignment", "operator_assignment"):
                value = value.child_by_field_name("right")
            elif value.type == "return":
                given = part(value, "^")
                value = part(given, "^") if given is not None else None
            else:
                return value
        return value

    @override
    def _calls(self) -> Iterable[Call]:
        """Every call but those that only lead to the next one, as an attribute would (`client.beta` in `client.beta.threads.create`)."""
        steps = set()
        for node in self.found.get("call", ()):
            owner = node.child_by_field_name("receiver")
            if owner is not None and owner.type == "call" and owner.child_by_field_name("arguments") is None:
                method = owner.child_by_field_name("method")
                if method is not None and text(method) != "new":
                    steps.add((owner.start_byte, owner.end_byte))
        self.found["call"] = [node for node in self.found.get("call", ()) if (node.start_byte, node.end_byte) not in steps]
        yield from super()._calls()

    @override
    def _resolve(self, callee: Chain, node: Node) -> tuple[str, ...]:
        """A bare name that the file defines is its own; in the body of a class any other may be a macro that a gem brings along."""
        if len(callee) > 1:
            return super()._resolve(callee, node)
        known = self.scopes.bindings(callee[0], node.start_byte)
        if any(binding.kind == "function" for binding in known):
            return (OWN + callee[0],)
        macro = not known and self.scopes.all[self.scopes.at(node.start_byte)].kind == "class"
        return () if macro else super()._resolve(callee, node)

    @override
    def callee(self, node: Node) -> Chain:
        return chain(node, SYNTAX, self._chains)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("base", ()):
            yield (node.start_byte, node.end_byte)

    @override
    def substituted(self, node: Node) -> str:
        if node.type == "delimited_symbol":
            return unquoted(text(node).lstrip(":"))
        if node.type == "heredoc_body":
            return "".join(
                text(child) if child.type == "heredoc_content" else "{}" for child in node.named_children if child.type != "heredoc_end"
            )
        return super().substituted(node)

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        """Loops, blocks that run again and again, and the guarded parts that a handler starts again with `retry`."""
        loops = [self._around(node, node.child_by_field_name("body"), node.type == "for") for node in self.found.get("loop", ())]
        for node in self.found.get("call", ()):
            method, block = node.child_by_field_name("method"), node.child_by_field_name("block")
            if method is not None and block is not None and text(method) in _LOOPS:
                loops.append(self._around(node, block, text(method) != "loop"))
        found = list(self.assemble(loops, sorted((*self._guards(), *self.refusals()), key=lambda guard: guard.span)))
        for node in self.found.get("retry", ())[:200]:
            handler: Node | None = node
            while handler is not None and handler.type not in ("rescue", "method", "program"):
                handler = handler.parent
            outer = handler.parent if handler is not None and handler.type == "rescue" else None
            if handler is not None and outer is not None and outer.end_byte - outer.start_byte < 30_000:
                body = (outer.start_byte, handler.start_byte)
                again = (node.start_byte, node.end_byte)
                found.append(Loop((outer.start_byte, outer.end_byte), again, True, True, ((body, (again,)),)))
        return tuple(found)

    def _around(self, node: Node, body: Node | None, counted: bool) -> tuple[Span, Span, bool]:
        """A loop, its head, and whether it goes over something."""
        return (node.start_byte, node.end_byte), (node.start_byte, body.start_byte if body is not None else node.end_byte), counted

    def _guards(self) -> Iterable[Guard]:
        for node in self.found.get("rescue", ()):
            outer = node.parent
            if outer is not None:
                yield Guard((outer.start_byte, outer.end_byte), (outer.start_byte, node.start_byte), ((node.start_byte, node.end_byte),))


def _qualified(node: Node) -> list[str]:
    """Names of a class with modules around it: `Ai/Base` and `App/Ai/Base` of `module App; class Ai::Base`."""
    parts: list[str] = []
    outer: Node | None = node
    for _ in range(_DEEPEST * 3):
        if outer is None or len(parts) > _DEEPEST:
            break
        name = outer.child_by_field_name("name") if outer.type in ("class", "module") else None
        if name is not None:
            parts[:0] = text(name).split("::")
        outer = outer.parent
    return ["/".join(parts[first:]) for first in range(len(parts) - 1)]
