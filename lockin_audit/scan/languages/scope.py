"""Names and what they stand for: scopes, bindings, and following a chain such as `self.client.beta.threads` to its origin.

One implementation for every language; extractors only fill in scopes and bindings. Nothing is inferred from a bare name: what was not
bound in the file (or in a module the repository pass has seen) stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Chain = tuple[str, ...]
"""`("self", "client", "create", "()")`. A call may carry its first argument: `(bedrock-agent)`, or `($NAME)` for a name."""
Value = str | tuple[Literal["function", "class", "instance"], int]
"""What a name stands for: a qualified name, or a function, class or object of a class of this file."""

OWN, LOCAL = ".", "~"
"""Marks of a qualified name: the file's own code; something of the repository that could not be followed."""
_AWS = ("boto3", "aioboto3", "aiobotocore", "botocore")
_SELF = ("self", "cls", "this")
_CLIENT_MAKERS = ("client", "resource", "create_client")
_SERVICE = re.compile(r"[a-z][a-z0-9-]+")
_DEPTH = 12
_BUDGET = 400
"""Steps of one resolution; only code written to confuse needs more."""
_WIDTH = 6
_CLIMB = 64


@dataclass(slots=True)
class Binding:
    """One place that gives a name a meaning."""

    position: int
    kind: Literal["import", "value", "instance", "function", "class"]
    """`value`: the name equals one of `chains`; `instance`: it is an object of the class `chains` name (an annotation)."""
    chains: tuple[Chain, ...] = ()
    module: str = ""
    name: str = ""
    scope: int = -1
    node: Any = None
    """Syntax node of the value, for constants and argument dictionaries."""


@dataclass(slots=True)
class Scope:
    """A module, class or function body."""

    kind: Literal["module", "class", "function"]
    start: int
    end: int
    parent: int
    name: str = ""
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    attributes: dict[str, list[Binding]] = field(default_factory=dict)
    """Of a class: what is assigned to `self.<name>`."""
    returns: list[tuple[Chain, int]] = field(default_factory=list)
    bases: tuple[Chain, ...] = ()
    getter: bool = False
    """A method read like an attribute."""


LookUp = Callable[[str, str], str | None]
"""(module, name) of an import → origin the repository pass knows for it; `~module` for a module of the repository, `~module:name` for
something in it of which nothing is known; None when the module is no part of the repository. An empty name asks for the module."""


class Scopes:
    """The scopes of a file. `spans` may come in any order; index 0 is the module."""

    def __init__(
        self, spans: Iterable[tuple[int, int, Literal["class", "function"], str]], size: int, branches: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.all: list[Scope] = [Scope("module", -1, size + 1, -1)]
        stack = [0]
        for start, end, kind, name in sorted(spans, key=lambda span: (span[0], -span[1])):
            while self.all[stack[-1]].end < end and len(stack) > 1:
                stack.pop()
            self.all.append(Scope(kind, start, end, stack[-1], name))
            stack.append(len(self.all) - 1)
        self._starts = [scope.start for scope in self.all]
        self._branches = sorted(branches)
        self._branch_starts = [start for start, _ in self._branches]
        self.stars: list[str] = []
        self.look_up: LookUp = lambda module, name: None
        self._budget = _BUDGET
        self._known: dict[tuple[str, int], tuple[Value, ...]] = {}

    def at(self, position: int) -> int:
        """Index of the innermost scope that holds an offset."""
        index = bisect_right(self._starts, position) - 1
        while index > 0 and self.all[index].end <= position:
            index = self.all[index].parent
        return max(index, 0)

    def bind(self, scope: int, name: str, binding: Binding) -> None:
        """Give a name a meaning in a scope."""
        self.all[scope].bindings.setdefault(name, []).append(binding)

    def owner(self, scope: int) -> int | None:
        """The class around a scope, which `self` means there."""
        for _ in range(_CLIMB):
            if scope <= 0:
                return None
            if self.all[scope].kind == "class":
                return scope
            scope = self.all[scope].parent
        return None

    def bind_attribute(self, position: int, name: str, binding: Binding) -> None:
        """Give `self.<name>` a meaning in the class around an offset."""
        owner = self.owner(self.at(position))
        if owner is not None:
            self.all[owner].attributes.setdefault(name, []).append(binding)

    def _conditional(self, position: int, scope: Scope) -> bool:
        index = bisect_right(self._branch_starts, position) - 1
        for _ in range(_CLIMB):
            if index < 0:
                return False
            start, end = self._branches[index]
            if start <= scope.start:
                return False
            if end > position:
                return True
            index -= 1
        return False

    def bindings(self, name: str, position: int) -> list[Binding]:
        """Meanings a name may have at an offset: the nearest one before it, with earlier ones when that is conditional."""
        index, inner = self.at(position), True
        for _ in range(_CLIMB):
            scope = self.all[index]
            found = scope.bindings.get(name) if inner or scope.kind != "class" else None
            if found:
                if len(found) == 1:
                    return found
                ordered = sorted(found, key=lambda binding: binding.position)
                before = [binding for binding in ordered if binding.position < position] if inner else ordered
                chosen: list[Binding] = []
                for binding in reversed(before or ordered):
                    chosen.append(binding)
                    if not self._conditional(binding.position, scope):
                        break
                return chosen[:_WIDTH]
            if scope.parent < 0:
                return []
            index, inner = scope.parent, False
        return []

    def items(self, name: str, position: int) -> list[Binding]:
        """Every `name["key"] = value` in the scope that holds the variable's assignments."""
        index = self.at(position)
        for _ in range(_CLIMB):
            found = self.all[index].bindings.get(name + "[]")
            if found or index <= 0:
                return (found or [])[:200]
            index = self.all[index].parent
        return []

    def resolve(self, chain: Chain, position: int) -> tuple[str, ...]:
        """Qualified names a chain may stand for; empty when nothing is known."""
        self._budget = _BUDGET
        found = dict.fromkeys(self._text(value) for value in self._evaluate(chain, position, 0))
        return tuple(found)

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            return value
        scope = self.all[value[1]]
        if value[0] == "instance":
            return self._external_base(value[1], 0) or f"{OWN}{scope.name}()"
        return (value[0] == "class" and self._external_base(value[1], 0).removesuffix("()")) or OWN + scope.name

    def _evaluate(self, chain: Chain, position: int, depth: int) -> tuple[Value, ...]:
        self._budget -= 1
        if not chain or depth > _DEPTH or self._budget < 0:
            return ()
        current = self._root(chain[0], position, depth)
        if not current:
            return self._service(chain, position)
        for segment in chain[1:]:
            following: dict[Value, None] = {}
            for value in current:
                for item in self._step(value, segment, position, depth):
                    following[item] = None
            current = tuple(following)[:_WIDTH]
            if not current:
                return ()
        return current

    def _root(self, name: str, position: int, depth: int) -> tuple[Value, ...]:
        scope = self.at(position)
        if name in _SELF:
            owner = self.owner(scope)
            if owner is not None:
                return (("instance", owner),)
        key = (name, scope)
        known = self._known.get(key)
        if known is not None:
            return known
        found = self.bindings(name, position)
        if not found and self.stars and name[:1].isupper():
            return (f"{self.stars[0]}.{name}",) if len(self.stars) == 1 else ()
        values = tuple(dict.fromkeys(value for binding in found for value in self._bound(binding, depth)))[:_WIDTH]
        if len(found) == 1 and depth == 0:
            self._known[key] = values
        return values

    def _bound(self, binding: Binding, depth: int) -> tuple[Value, ...]:
        if binding.kind in ("function", "class"):
            return ((binding.kind, binding.scope),)
        if binding.kind == "import":
            local = self.look_up(binding.module, binding.name)
            if local is not None:
                return (local,)
            return (f"{binding.module}.{binding.name}" if binding.name else binding.module,)
        found: list[Value] = []
        for chain in binding.chains:
            for value in self._evaluate(chain, binding.position, depth + 1):
                found += self._step(value, "()", binding.position, depth + 1) if binding.kind == "instance" else [value]
        return tuple(found)

    def _step(self, value: Value, segment: str, position: int, depth: int) -> Sequence[Value]:
        if isinstance(value, str):
            if not segment.startswith("("):
                return (self._member(value, segment),)
            return (self._called(value, segment, position),)
        kind, index = value
        scope = self.all[index]
        if kind == "function":
            if not segment.startswith("("):
                return (f"{OWN}{scope.name}.{segment}",)
            found: list[Value] = []
            for chain, where in scope.returns[:_WIDTH]:
                found += self._evaluate(chain, where, depth + 1)
            return found if scope.returns else (f"{OWN}{scope.name}()",)
        if segment.startswith("("):
            return (("instance", index),) if kind == "class" else (f"{self._text(value)}{segment[:1]})",)
        return self._attribute(index, segment, depth)

    def _member(self, value: str, name: str) -> str:
        if value.startswith(LOCAL):
            module, _, rest = value[1:].partition(":")
            if module and not rest:
                return self.look_up(module, name) or f"{LOCAL}{module}.{name}"
        return f"{value}.{name}"

    def _called(self, value: str, segment: str, position: int) -> str:
        service = self._literal(segment[1:-1], position)
        if service and value.rpartition(".")[2] in _CLIENT_MAKERS and value.startswith((*_AWS, LOCAL)) and _SERVICE.fullmatch(service):
            return f"boto3:{service}"
        return value + "()"

    def _service(self, chain: Chain, position: int) -> tuple[Value, ...]:
        """A client made by an object that could not be traced, `session.client("bedrock-agent")`: named by its service."""
        for index in range(1, len(chain) - 1):
            if chain[index] in _CLIENT_MAKERS and len(chain[index + 1]) > 2 and chain[index + 1][0] == "(":
                service = self._literal(chain[index + 1][1:-1], position)
                if service.startswith("bedrock"):
                    return (".".join((f"boto3:{service}", *chain[index + 2 :])).replace(".(", "("),)
        return ()

    def _literal(self, text: str, position: int) -> str:
        if not text.startswith("$"):
            return text
        for binding in self.bindings(text[1:], position):
            if binding.node is not None and binding.node.type == "string":
                found: str = binding.node.text.decode("utf-8", "replace").strip("\"'")
                return found
        return ""

    def _attribute(self, index: int, name: str, depth: int) -> Sequence[Value]:
        scope = self.all[index]
        found: list[Value] = []
        for binding in (scope.attributes.get(name, []) + scope.bindings.get(name, []))[:_WIDTH]:
            for value in self._bound(binding, depth + 1):
                if not isinstance(value, str) and value[0] == "function" and self.all[value[1]].getter:
                    found += self._step(value, "()", binding.position, depth + 1)
                else:
                    found.append(value)
        if found or name in scope.attributes or name in scope.bindings:
            return found
        base = self._external_base(index, depth)
        return (f"{base}.{name}",) if base else ()

    def _external_base(self, index: int, depth: int) -> str:
        if depth > _DEPTH:
            return ""
        scope = self.all[index]
        for chain in scope.bases[:_WIDTH]:
            for value in self._evaluate(chain, scope.start, depth + 1):
                if isinstance(value, str):
                    if not value.startswith((OWN, LOCAL)):
                        return value + "()"
                elif value[0] == "class" and value[1] != index:
                    base = self._external_base(value[1], depth + 1)
                    if base:
                        return base
        return ""

    def exported(self) -> dict[str, str]:
        """Clients and factories the module makes available: name, or `Class.attribute`, → origin without trailing calls."""
        found: dict[str, str] = {}

        def keep(name: str, values: Iterable[Value]) -> None:
            for value in values:
                text = self._text(value)
                if not text.startswith((OWN, LOCAL)) and (")" in text or text.startswith("boto3:")):
                    found.setdefault(name, text.removesuffix("()"))

        module = self.all[0]
        for name, bindings in module.bindings.items():
            for binding in bindings:
                self._budget = _BUDGET
                if binding.kind == "import":
                    continue
                for value in self._bound(binding, 0):
                    keep(
                        name,
                        self._step(value, "()", binding.position, 0) if not isinstance(value, str) and value[0] != "instance" else (value,),
                    )
                    if not isinstance(value, str) and value[0] == "class":
                        for attribute in {**self.all[value[1]].attributes, **self.all[value[1]].bindings}:
                            item = self._attribute(value[1], attribute, 0)
                            keep(f"{name}.{attribute}", [one for part in item for one in self._made(part)])
        return dict(sorted(found.items()))

    def _made(self, value: Value) -> Sequence[Value]:
        return self._step(value, "()", 0, 0) if not isinstance(value, str) and value[0] == "function" else (value,)
