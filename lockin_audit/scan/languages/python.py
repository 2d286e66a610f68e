"""Python: facts of a module from its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages import expression
from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Code, Guard
from lockin_audit.scan.languages.expression import Syntax, chain, chains, text, unquoted
from lockin_audit.scan.languages.facts import Call, ClassShape, Import, Loop, Span, Spans, dotted
from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.lookalikes import canonical
from lockin_audit.scan.languages.origins import Chain
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier",)),
    members={"attribute": ("object", "attribute")},
    calls={"call": "function"},
    subscripts={"subscript": ("value", "subscript")},
    transparent=frozenset(("await", "parenthesized_expression", "named_expression")),
    choices={"boolean_operator": (0, 1), "conditional_expression": (0, 2)},
    mappings=frozenset(("dictionary",)),
    sequences=frozenset(("list", "tuple")),
    strings=frozenset(("string", "concatenated_string")),
    splats=frozenset(("dictionary_splat",)),
    keyword="keyword_argument",
)

QUERY = """
(import_statement) @import (import_from_statement) @import (call) @call (assignment) @assign (named_expression) @named
(with_item (as_pattern) @with) (class_definition) @class (function_definition) @function (return_statement (_) @return) (yield (_) @return)
(global_statement) @global (string) @string (concatenated_string) @joined (string_content) @content (comment) @comment
(expression_statement . [(string) (concatenated_string)] @doc .) (if_statement) @branch (try_statement) @branch (match_statement) @branch
(decorated_definition) @decorated (for_statement) @loop (while_statement) @loop (try_statement) @try (lambda) @lambda
"""


_BY_NAME = re.compile(rb"""\bgetattr\(\s*([A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,6})\s*,\s*["'](\w{1,60})["']""")
"""An attribute read by its name, as careful code reads one that may be missing."""


class PythonCode(Code):
    """One Python module."""

    syntax = SYNTAX
    query = QUERY

    @override
    def reads(self) -> tuple[tuple[str, int, int], ...]:
        if b"getattr(" not in self.data:
            return ()
        opaque = Spans((node.start_byte, node.end_byte) for kind in ("comment", "doc", "content") for node in self.found.get(kind, ()))
        return tuple(
            (f"{match[1].decode()}.{match[2].decode()}", match.start(), match.end())
            for match in _BY_NAME.finditer(self.data)
            if not opaque.holds(match.start())
        )

    @override
    def _calls(self) -> Iterable[Call]:
        yield from super()._calls()
        for node in self.found.get("decorated", ()):
            for child in node.named_children:
                named = nth(child, 0) if child.type == "decorator" else None
                callee = chain(named, SYNTAX) if named is not None and named.type in SYNTAX.members else ()
                if named is not None and callee:  # `@mcp.tool` without parentheses is called with what it stands above
                    yield Call(dotted(callee), named.start_byte, named.end_byte, partial(self._resolve, callee, named), tuple)

    @override
    def scope_spans(self) -> Iterable[tuple[int, int, str, str]]:
        for kind in ("class", "function"):
            for node in self.found.get(kind, ()):
                name = node.child_by_field_name("name")
                yield (node.start_byte, node.end_byte, kind, text(name) if name is not None else "")

    @override
    def bind(self, scopes: Scopes) -> None:
        index = {(scope.start, scope.end): number for number, scope in enumerate(scopes.all)}
        for node in self.found.get("class", ()):
            number = index[node.start_byte, node.end_byte]
            scope = scopes.all[number]
            scopes.bind(scope.parent, scope.name, Binding(node.start_byte, "class", scope=number))
            bases = node.child_by_field_name("superclasses")
            if bases is not None:
                scope.bases = tuple(one for base in bases.named_children if base.type != "keyword_argument" for one in chains(base, SYNTAX))
        for node in self.found.get("function", ()):
            number = index[node.start_byte, node.end_byte]
            scope = scopes.all[number]
            scopes.bind(scope.parent, scope.name, Binding(node.start_byte, "function", scope=number))
            returned = node.child_by_field_name("return_type")
            if returned is not None:
                scope.returns += [((*one, "()"), node.start_byte) for one in expression.annotated(text(returned))]
            self._parameters(node, number, scopes)
        for node in self.found.get("decorated", ()):
            definition = node.child_by_field_name("definition")
            if definition is not None and any("property" in text(child) for child in node.named_children if child.type == "decorator"):
                number = index.get((definition.start_byte, definition.end_byte), 0)
                scopes.all[number].getter = number > 0
        for node in self.found.get("return", ()):
            scope = scopes.all[scopes.at(node.start_byte)]
            if scope.kind == "function":
                scope.returns += [(one, node.start_byte) for one in chains(node, SYNTAX)] or [((), node.start_byte)]
        outer = self._globals(scopes)
        for node in self.found.get("assign", ()):
            self._assignment(node, scopes, outer)
        for node in self.found.get("named", ()):
            self._target(node.child_by_field_name("name"), node.child_by_field_name("value"), node, scopes, outer)
        for node in self.found.get("with", ()):
            alias = node.child_by_field_name("alias")
            self._target(nth(alias, 0) if alias is not None else None, nth(node, 0), node, scopes, outer)

    def _globals(self, scopes: Scopes) -> set[tuple[int, str]]:
        return {(scopes.at(node.start_byte), text(name)) for node in self.found.get("global", ()) for name in node.named_children}

    def _parameters(self, node: Node, scope: int, scopes: Scopes) -> None:
        parameters = node.child_by_field_name("parameters")
        for parameter in parameters.named_children if parameters is not None else ():
            name = parameter if parameter.type == "identifier" else parameter.child_by_field_name("name") or nth(parameter, 0)
            if name is None or name.type != "identifier":
                continue
            annotation, default = parameter.child_by_field_name("type"), parameter.child_by_field_name("value")
            classes = expression.annotated(text(annotation)) if annotation is not None else ()
            binding = Binding(parameter.start_byte, "value", chains(default, SYNTAX), classes, node=default)
            scopes.bind(scope, text(name), binding)

    def _assignment(self, node: Node, scopes: Scopes, outer: set[tuple[int, str]]) -> None:
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        annotation = node.child_by_field_name("type")
        if left is not None and right is not None and left.type == "pattern_list" and right.type == "expression_list":
            for target, value in zip(left.named_children, right.named_children, strict=False):
                self._target(target, value, node, scopes, outer)
            return
        classes = expression.annotated(text(annotation)) if annotation is not None else ()
        self._target(left, right, node, scopes, outer, classes)

    def _target(
        self,
        target: Node | None,
        value: Node | None,
        node: Node,
        scopes: Scopes,
        outer: set[tuple[int, str]],
        classes: tuple[Chain, ...] = (),
    ) -> None:
        if target is None:
            return
        binding = Binding(node.end_byte - 1, "value", chains(value, SYNTAX), classes, node=value)
        if target.type == "identifier":
            scope = scopes.at(node.start_byte)
            name = text(target)
            scopes.bind(0 if (scope, name) in outer else scope, name, binding)
        elif target.type == "attribute":
            owner, name_node = target.child_by_field_name("object"), target.child_by_field_name("attribute")
            if owner is not None and name_node is not None and text(owner) in ("self", "cls"):
                scopes.bind_attribute(node.start_byte, text(name_node), binding)
        elif target.type == "subscript":
            owner, key = target.child_by_field_name("value"), target.child_by_field_name("subscript")
            if owner is not None and key is not None and owner.type == "identifier" and key.type == "string":
                scopes.bind(
                    scopes.at(node.start_byte), text(owner) + "[]", Binding(node.start_byte, "value", name=unquoted(text(key)), node=value)
                )

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            base = node.child_by_field_name("module_name")
            module = canonical("".join(text(base).split())) if base is not None else ""
            names = node.children_by_field_name("name")
            if base is not None and any(child.type == "wildcard_import" for child in node.named_children):
                yield Import(module, "*", "", node.start_byte, node.end_byte)
            for name in names:
                path, alias = name, None
                if name.type == "aliased_import":
                    path, alias = name.child_by_field_name("name") or name, name.child_by_field_name("alias")
                local = text(alias) if alias is not None else ""
                if base is not None:
                    yield Import(module, text(path), local or text(path), name.start_byte, name.end_byte)
                elif local:
                    yield Import(canonical(text(path)), "", local, name.start_byte, name.end_byte)
                else:
                    yield Import(text(path), "", text(path).split(".")[0], name.start_byte, name.end_byte)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("class", ()):
            bases = node.child_by_field_name("superclasses")
            if bases is not None:
                yield _span(bases)

    @override
    def substituted(self, node: Node) -> str:
        source = text(node)
        quote = min((place for mark in "\"'" if (place := source.find(mark)) >= 0), default=0)
        prefix = source[:quote].lower()
        if ("f" in prefix or "t" in prefix) and "{" in source:
            return "".join(
                "{}" if part.type == "interpolation" else text(part)
                for part in node.named_children
                if part.type in ("string_content", "interpolation")
            )
        body = unquoted(source)
        return body if "r" in prefix or "\\" not in body else expression.unescaped(body)

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        guards: list[Guard] = []
        for node in self.found.get("try", ()):
            body = node.child_by_field_name("body")
            handlers = tuple(_span(child) for child in node.named_children if child.type in ("except_clause", "except_group_clause"))
            if body is not None and handlers:
                guards.append(Guard(_span(node), _span(body), handlers))
        loops = []
        for node in self.found.get("loop", ()):
            body = node.child_by_field_name("body")
            head = (node.start_byte, body.start_byte if body is not None else node.end_byte)
            loops.append((_span(node), head, node.type == "for_statement"))
        return self.assemble(loops, guards)

    @override
    def class_shapes(self) -> tuple[ClassShape, ...]:
        decorators = {}
        for node in self.found.get("decorated", ()):
            definition = node.child_by_field_name("definition")
            if definition is not None:
                decorators[definition.start_byte] = self.slice((node.start_byte, definition.start_byte))
        shapes = []
        for node in self.found.get("class", ()):
            name, bases = node.child_by_field_name("name"), node.child_by_field_name("superclasses")
            if name is not None:
                shapes.append(
                    ClassShape(text(name), (text(bases) if bases is not None else "") + decorators.get(node.start_byte, ""), _span(node))
                )
        return tuple(shapes)


def _span(node: Node) -> Span:
    return (node.start_byte, node.end_byte)
