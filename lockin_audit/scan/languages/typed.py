"""What the extractors of C#, Java, Kotlin and Go share: declared types, members that stand by bare names, open namespaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from lockin_audit.scan.languages import accessors, expression, sums
from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Code, Guard
from lockin_audit.scan.languages.expression import chain, chains, part, text, unquoted
from lockin_audit.scan.languages.facts import ClassShape, Import, Literal, Loop, Span, Spans, Use
from lockin_audit.scan.languages.origins import OWN, Chain
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node

_WRAPPERS = re.compile(
    r"(?:[\w.]+\.)?(?:Task|ValueTask|Lazy|Optional|Mono|Single|CompletableFuture|CompletionStage|Future|Deferred|Provider|ObjectProvider)<(.*)>",
    re.DOTALL,
)
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_NO_CLASS = frozenset(("var", "val", "dynamic", "object", "string", "String", "Object", "int", "bool", "boolean", "void", "any", "error"))
_TYPE = re.compile(rb"(?<![\w.$])([A-Z]\w*+)((?:\s*+\??\.\s*+[A-Za-z_]\w*+)*+)(\s*+(?:<[^()<>;]{0,500}>)?\s*+[({])?")
_MOST_USES = 5_000
MOST_OPEN = 6
"""Namespaces of a file that are followed at once."""
_NO_VENDORS = re.compile(
    r"(?:java|javax|jakarta|kotlin|kotlinx|android|androidx|org\.junit|org\.mockito|org\.assertj|io\.ktor|lombok)(?:\.|$)"
)
"""Packages that hold no vendor's agents, though all their names stand open (`import java.util.*`)."""


class TypedCode(Code):
    """One file of a language that declares types. Subclasses name the node parts."""

    returned: ClassVar[str] = "type"
    """Part of a function that holds its return type."""
    loops_over: ClassVar[frozenset[str]] = frozenset()
    """Loop nodes that run over something or with a counter."""
    makes_with_new: ClassVar[bool] = True
    """Whether an object is made by a form of its own, so that a bare call is a function of the file, its package or base class."""
    handlers: ClassVar[frozenset[str]] = frozenset(("catch_clause",))

    def declarations(self) -> Iterable[tuple[Node | None, Node | None, Node | None, Node]]:
        """Name, type, value and whole of every declared variable, field, property and parameter."""
        return ()

    def assignments(self, scopes: Scopes) -> Iterable[tuple[Node | None, Node | None, Node]]:
        """Target, value and whole of every assignment."""
        for node in self.found.get("assign", ()):
            yield (part(node, "left"), part(node, "right"), node)

    def named(self, node: Node) -> str:
        """Name of a class or function."""
        name = node.child_by_field_name("name")
        return text(name) if name is not None else ""

    def body(self, node: Node) -> Node | None:
        """Body of a class or loop."""
        return node.child_by_field_name("body")

    def return_type(self, node: Node) -> Node | None:
        """Declared type of what a function gives back."""
        return node.child_by_field_name(self.returned)

    @override
    def scope_spans(self) -> Iterable[tuple[int, int, str, str]]:
        for kind in ("class", "function"):
            for node in self.found.get(kind, ()):
                yield (node.start_byte, node.end_byte, kind, self.named(node))

    @override
    def bind(self, scopes: Scopes) -> None:
        scopes.implicit_self = True
        if scopes.stars:
            scopes.stars = [module for module in scopes.stars if not _NO_VENDORS.match(module)]
            scopes.open = tuple(scopes.stars)[:MOST_OPEN]
        self.numbers = {(scope.start, scope.end): number for number, scope in enumerate(scopes.all)}
        for node in self.found.get("class", ()):
            number = self.numbers[node.start_byte, node.end_byte]
            scope = scopes.all[number]
            scopes.bind(0, scope.name, Binding(node.start_byte, "class", scope=number))
        for node in self.found.get("function", ()):
            number = self.numbers[node.start_byte, node.end_byte]
            scope = scopes.all[number]
            if scope.name:
                scopes.bind(scope.parent, scope.name, Binding(node.start_byte, "function", scope=number))
            scope.returns += [((*one, "()"), node.start_byte) for one in declared(self.return_type(node))]
        for node in self.found.get("return", ()):
            scope = scopes.all[scopes.at(node.start_byte)]
            if scope.kind == "function" and not scope.returns:
                scope.returns += [(one, node.start_byte) for one in chains(node, self.syntax)]
        for name, kind, value, node in self.declarations():
            if name is not None:
                self.declare(text(name), kind, value, node, scopes)
        for target, value, node in self.assignments(scopes):
            self._assign(target, value, node, scopes)

    def declare(self, name: str, kind: Node | None, value: Node | None, node: Node, scopes: Scopes) -> None:
        """Give a declared name its meaning: in a class an attribute, elsewhere a variable."""
        scope = scopes.at(node.start_byte)
        binding = Binding(node.end_byte - 1, "value", chains(value, self.syntax), declared(kind), node=value)
        if scopes.all[scope].kind == "class":
            scopes.bind_attribute(node.start_byte, name, binding)
        else:
            scopes.bind(scope, name, binding)

    def _assign(self, target: Node | None, value: Node | None, node: Node, scopes: Scopes) -> None:
        if target is None:
            return
        made = chain(target, self.syntax)
        if len(made) == 2 and made[0] == "this":
            self._assign_member(made[1], value, node, scopes)
        elif len(made) == 1 and target.type in self.syntax.names:
            index = scopes.at(node.start_byte)
            while index > 0 and made[0] not in scopes.all[index].bindings and made[0] not in scopes.all[index].attributes:
                index = scopes.all[index].parent
            if scopes.all[index].kind == "class":
                self._assign_member(made[0], value, node, scopes)
            elif made[0] in scopes.all[index].bindings:
                scopes.bind(index, made[0], Binding(node.end_byte - 1, "value", chains(value, self.syntax), node=value))

    def _assign_member(self, name: str, value: Node | None, node: Node, scopes: Scopes) -> None:
        made = chains(value, self.syntax)
        if made:
            scopes.bind_attribute(node.start_byte, name, Binding(node.end_byte - 1, "value", made, node=value))

    @override
    def _resolve(self, callee: Chain, node: Node) -> tuple[str, ...]:
        made = node.type in ("object_creation_expression", "composite_literal") or (callee[0][:1].isupper() and not self.makes_with_new)
        if len(callee) == 1 and not made and not self.scopes.bindings(callee[0], node.start_byte):
            return (OWN + callee[0],)
        return super()._resolve(callee, node)

    @override
    def callee(self, node: Node) -> Chain:
        return chain(node, self.syntax, self._chains)[:-1]

    @override
    def _literals(self, dead: Spans) -> Iterable[Literal]:
        yield from super()._literals(dead)
        seen: set[int] = set()
        for node in self.found.get("string", ()):
            whole = sums.around(node)
            if whole is None or whole.start_byte in seen or dead.holds(node.start_byte):
                continue
            seen.add(whole.start_byte)
            value = sums.written(whole, self._shown)
            if value:
                yield Literal(value, whole.start_byte, whole.end_byte)

    def _shown(self, node: Node) -> str:
        """A part of an address: a string, a constant of the file that is one, else `{}`."""
        if node.type in self.syntax.names:
            meant = [binding.node for binding in self.scopes.bindings(text(node), node.start_byte) if binding.node is not None]
            if len(meant) == 1 and meant[0].type in self.syntax.strings:
                node = meant[0]
        return self.substituted(node) if node.type in self.syntax.strings else "{}"

    @override
    def _uses(self, opaque: Spans, imports: Sequence[Import], names: frozenset[str]) -> list[Use]:
        found = super()._uses(opaque, imports, names)
        open_modules = [item.module for item in imports if not item.alias and item.name in ("", "*")]
        if not open_modules or not self.scopes.open or not any(name.encode() in self.data for name in names):
            return found
        lines, bases = Spans((node.start_byte, node.end_byte) for node in self.found.get("import", ())), Spans(self.base_spans())
        attributes = {node.start_byte for node in self.found.get("attribute", ())}
        for match in _TYPE.finditer(self.data):
            start = match.start()
            name = match[1].decode()
            rest = re.sub(r"[\s?]", "", match[2].decode()) if match[2] else ""
            if (name not in names and names.isdisjoint(rest.split("."))) or opaque.holds(start) or lines.holds(start):
                continue
            if self.scopes.bindings(name, start) or self.scopes.look_up("", name) is not None:
                continue
            decorates = start in attributes or self.data[max(0, start - 1) : start] == b"@"
            kind = "decorator" if decorates else "base" if bases.holds(start) else "call" if match[3] else "plain"
            found += [Use(f"{module}.{name}{rest}", kind, start, match.end(2)) for module in open_modules]
            if len(found) > _MOST_USES:
                break
        return found

    @override
    def reads(self) -> tuple[tuple[str, int, int], ...]:
        kinds = ("comment", "doc", "content")
        return accessors.reads(self.data, Spans((node.start_byte, node.end_byte) for kind in kinds for node in self.found.get(kind, ())))

    @override
    def ignored(self) -> Iterable[Span]:
        for node in self.found.get("import", ()):
            yield _span(node)

    @override
    def substituted(self, node: Node) -> str:
        if any("interpolation" in child.type or child.type == "interpolated_expression" for child in node.named_children):
            return "".join(
                text(child) if child.type.endswith(("content", "fragment")) else "{}" if child.type in _SUBSTITUTED else ""
                for child in node.named_children
            )
        source = text(node)
        if source.startswith(("@", "$@", "@$")):
            return source.lstrip("@$")[1:-1].replace('""', '"')
        body = unquoted(source)
        return expression.unescaped(body) if "\\" in body and not source.startswith("`") else body

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        guards = []
        for node in self.found.get("try", ()):
            handlers = tuple(_span(child) for child in node.named_children if child.type in self.handlers)
            guarded = node.child_by_field_name("body") or next((child for child in node.named_children if child.type == "block"), None)
            if guarded is not None and handlers:
                guards.append(Guard(_span(node), _span(guarded), handlers))
        loops = []
        for node in self.found.get("loop", ()):
            body = self.body(node)
            condition = node.child_by_field_name("condition")
            head = (node.start_byte, body.start_byte if body is not None else node.end_byte)
            if node.type.startswith("do") and condition is not None:
                head = _span(condition)
            loops.append((_span(node), head, node.type in self.loops_over))
        return self.assemble(loops, guards)

    @override
    def class_shapes(self) -> tuple[ClassShape, ...]:
        shapes = []
        for node in self.found.get("class", ()):
            name, body = node.child_by_field_name("name"), self.body(node)
            if name is not None:
                end = body.start_byte if body is not None else node.end_byte
                around = self.slice((node.start_byte, name.start_byte)) + self.slice((name.end_byte, end))
                shapes.append(ClassShape(text(name), around, (name.start_byte, node.end_byte)))
        return tuple(shapes)


_SUBSTITUTED = frozenset(("interpolation", "interpolated_expression", "interpolated_identifier"))


def declared(kind: Node | None) -> tuple[Chain, ...]:
    """The class a declared type names: `Task<Foo?>`, `*pkg.Foo` and `Optional<Foo>` all give `Foo`."""
    if kind is None:
        return ()
    source = text(kind).strip().lstrip("*&").rstrip("?!").strip()
    for _ in range(3):
        outer = _WRAPPERS.fullmatch(source)
        if outer is None:
            break
        source = outer[1].strip().rstrip("?!")
    source = source.partition("<")[0].strip()
    return (tuple(source.split(".")),) if _NAME.fullmatch(source) and source not in _NO_CLASS else ()


def dotted_name(node: Node) -> str:
    """A qualified name without the blanks that may stand in it."""
    return "".join(text(node).split())


def _span(node: Node) -> Span:
    return (node.start_byte, node.end_byte)
