"""What the extractors of programming languages share: from captured nodes to `FileFacts`."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.arguments import arguments
from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.expression import Syntax, chain
from lockin_audit.scan.languages.facts import Argument, Call, ClassShape, FileFacts, Import, Literal, Loop, Span, Spans, Use, dotted
from lockin_audit.scan.languages.lookalikes import recognised
from lockin_audit.scan.languages.origins import Chain, LookUp
from lockin_audit.scan.languages.scope import Scopes

if TYPE_CHECKING:
    from tree_sitter import Node


_NO_NAMES = frozenset(("call", "implicit", "string", "joined", "content", "comment", "doc", "loop", "try"))
"""Captures that say nothing of what names stand for."""
_LONGEST_LOOP = 30_000
"""Bytes. What is longer is a program's main loop (or no written code), not a retry."""

_BEFORE_NAME = re.compile(rb"(?<![\w$])(?:(?<!\.)|(?<=\.\.\.))")
"""The place of a name that is no attribute and no part of a longer one."""
_USED = re.compile(rb"(?![\w$])((?:\s*+\??\.\s*+[A-Za-z_$][\w$]*+)*+)(\s*+(?:<[^()<>;]{0,500}>|\[[\w\s.,|\[\]\"']{0,500}\])?\s*+\()?")
"""What follows a name: the attributes read from it, and the bracket of a call."""
_COUNTED = re.compile(r"\brange\s*(?:\(|\d)|\buntil\s+\w|\d\s*\.\.\s*\w|\+\+|\+=\s*1|\battempt|\bretr(?:y|ies)|\btries\b|\w\.times\b")
"""Heads of loops that count."""


@dataclass(slots=True)
class Guard:
    """A `try` with its handlers."""

    span: Span
    body: Span
    handlers: tuple[Span, ...]


class Code(ABC):
    """One file of a programming language. Subclasses name the syntax, the query and how names are bound."""

    syntax: ClassVar[Syntax]
    query: ClassVar[str]
    binds_by_calls: ClassVar[bool] = False
    """Whether calls bind names (`require` of Ruby)."""

    def __init__(self, language: str, data: bytes, look_up: LookUp, *, names_only: bool = False, opened: Sequence[str] = ()) -> None:
        self.data = data
        self.opened = tuple(opened)
        """Namespaces that another file of the project opens for this one (C#)."""
        self.tree = grammar.parse(language, data)
        unasked = _NO_NAMES if names_only and not self.binds_by_calls else frozenset[str]()
        self.found = grammar.captures(language, grammar.without(self.query, unasked), self.tree.root_node)
        self.imports = recognised(tuple(self.imported()))
        self.look_up = look_up
        self._chains: dict[int, Chain] = {}

    @cached_property
    def scopes(self) -> Scopes:
        """What names stand for; worked out when the first one is followed, which a file with no call a rule names never needs."""
        spans = cast("Iterable[Any]", self.scope_spans())
        scopes = Scopes(spans, self.data, ((node.start_byte, node.end_byte) for node in self.found.get("branch", ())))
        scopes.look_up = self.look_up
        for item in self.imports:
            if item.name == "*":
                scopes.stars.append(item.module)
            elif item.alias:
                module = item.module if item.name or "." not in item.module or item.alias != item.module.split(".")[0] else item.alias
                scopes.bind(scopes.at(item.start), item.alias, Binding(item.start, "import", module=module, name=item.name))
        self.bind(scopes)
        scopes.settle()
        return scopes

    @abstractmethod
    def scope_spans(self) -> Iterable[tuple[int, int, str, str]]:
        """Start, end, kind and name of every class and function."""

    @abstractmethod
    def imported(self) -> Iterable[Import]:
        """Every import."""

    @abstractmethod
    def bind(self, scopes: Scopes) -> None:
        """Fill in what names stand for."""

    @abstractmethod
    def substituted(self, node: Node) -> str:
        """Value of a string, substituted parts as `{}`."""

    @abstractmethod
    def loop_shapes(self) -> tuple[Loop, ...]:
        """Every loop."""

    @abstractmethod
    def class_shapes(self) -> tuple[ClassShape, ...]:
        """Every class."""

    def reads(self) -> tuple[tuple[str, int, int], ...]:
        """Attributes read by taking objects apart."""
        return ()

    def ignored(self) -> Iterable[Span]:
        """Spans that hold no evidence besides comments and docstrings (import specifiers, types that are erased)."""
        return ()

    def slice(self, span: Span) -> str:
        """Source of a span."""
        return self.data[span[0] : span[1]].decode("utf-8", "replace")

    def facts(self) -> FileFacts:
        """Everything the matchers may ask."""
        comments = [(node.start_byte, node.end_byte) for node in (*self.found.get("comment", ()), *self.found.get("doc", ()))]
        dead = Spans(comments)
        contents = [(node.start_byte, node.end_byte) for node in self.found.get("content", ())]
        opaque = Spans(comments + contents)
        return FileFacts(
            data=self.data,
            dead=dead,
            opaque=opaque,
            imports=tuple(item for item in self.imports if self.look_up(item.module, "") is None),
            list_calls=self._calls,
            list_literals=partial(self._literals, dead),
            uses=partial(self._uses, opaque),
            loops=self.loop_shapes,
            classes=self.class_shapes(),
            reads=self.reads,
            is_code=True,
        )

    def _calls(self) -> Iterable[Call]:
        nodes = self.found.get("call", ())
        callees = [self.callee(node) for node in reversed(nodes)]  # from the first call of a chain to its last
        for node in nodes:
            callee = callees.pop()
            if callee:
                yield Call(
                    dotted(callee),
                    node.start_byte,
                    node.end_byte,
                    partial(self._resolve, callee, node),
                    partial(self.arguments, node),
                )

    def arguments(self, node: Node) -> tuple[Argument, ...]:
        """What a call is given."""
        return arguments(node, self.syntax, self.scopes)

    def callee(self, node: Node) -> Chain:
        """What a call calls."""
        return chain(node.child_by_field_name(self.syntax.calls[node.type]), self.syntax, self._chains)

    def _resolve(self, callee: Chain, node: Node) -> tuple[str, ...]:
        found = self.scopes.resolve(callee, node.start_byte)
        if callee[-1] in ("client", "resource", "create_client"):
            made = self.scopes.resolve(chain(node, self.syntax), node.start_byte)
            if any(name.startswith("boto3:") for name in made):
                return (*found, f"boto3.{callee[-1]}")
        return found

    def _literals(self, dead: Spans) -> Iterable[Literal]:
        skipped = Spans(self.ignored())
        joined = self.found.get("joined", ())
        inside = Spans((node.start_byte, node.end_byte) for node in joined)
        for node in joined:
            if not dead.holds(node.start_byte) and not skipped.holds(node.start_byte):
                value = "".join(self.substituted(part) for part in node.named_children if part.type == "string")
                yield Literal(value, node.start_byte, node.end_byte)
        for node in self.found.get("string", ()):
            start = node.start_byte
            if not inside.holds(start) and not dead.holds(start) and not skipped.holds(start):
                yield Literal(self.substituted(node), start, node.end_byte)

    def _uses(self, opaque: Spans, imports: Sequence[Import], names: frozenset[str]) -> list[Use]:
        """Uses of imported names: the name, not inside a string or comment, not an attribute, not shadowed."""
        by_alias: Mapping[str, list[Import]] = {}
        for item in imports:
            if item.alias:
                by_alias.setdefault(item.alias, []).append(item)  # type: ignore[attr-defined]
        if not by_alias:
            return []
        lines = Spans((node.start_byte, node.end_byte) for node in self.found.get("import", ()))
        bases = Spans(self.base_spans())
        erased = Spans(self.ignored())
        found: list[Use] = []
        done = 0
        for name in re.finditer("|".join(map(re.escape, sorted(by_alias, key=len, reverse=True))).encode(), self.data):
            start = name.start()
            match = _USED.match(self.data, name.end()) if start >= done and _BEFORE_NAME.match(self.data, start) else None
            if match is None:
                continue
            done = match.end()
            if opaque.holds(start) or lines.holds(start) or erased.holds(start):
                continue
            for binding in self.scopes.bindings(name[0].decode(), start):
                if binding.kind != "import" or self.scopes.look_up(binding.module, binding.name) is not None:
                    continue
                origin = f"{binding.module}.{binding.name}" if binding.name else binding.module
                rest = re.sub(r"[\s?]", "", match[1].decode())
                before = self.data[max(0, start - 40) : start].rstrip(b" \t")
                kind = "decorator" if before.endswith(b"@") else "base" if bases.holds(start) else "call" if match[2] else "plain"
                found.append(Use(origin + rest, kind, start, match.end(1)))
        return found

    def base_spans(self) -> Iterable[Span]:
        """Where classes name their bases."""
        return ()

    def assemble(self, loops: Iterable[tuple[Span, Span, bool]], guards: Sequence[Guard]) -> tuple[Loop, ...]:
        """Loops with the guards inside each. Guards are in source order."""
        found = []
        for span, head, over in loops:
            if span[1] - span[0] > _LONGEST_LOOP:
                continue
            header = self.slice(head)
            counted = over and _COUNTED.search(header) is not None
            first, last = bisect_left(guards, span[0], key=_guard_start), bisect_left(guards, span[1], key=_guard_start)
            inside = tuple((guard.body, guard.handlers) for guard in guards[first:last] if guard.span[1] <= span[1])[:50]
            found.append(Loop(span, head, counted, not over, inside))
            if len(found) >= 2_000:
                break
        return tuple(found)


def _guard_start(guard: Guard) -> int:
    return guard.span[0]
