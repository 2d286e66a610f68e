"""Which names a file binds, and where: its scopes, and for an offset the meanings that a name may have there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from lockin_audit.scan.languages.origins import Chain

_CLIMB = 64
"""Scopes or branches that are climbed at most."""
WIDTH = 6
"""Meanings of a name that are followed at most."""


@dataclass(slots=True)
class Binding:
    """One place that gives a name a meaning."""

    position: int
    kind: Literal["import", "value", "function", "class"]
    chains: tuple[Chain, ...] = ()
    """Of a value: what it is assigned."""
    classes: tuple[Chain, ...] = ()
    """Of a value: the class its annotation names."""
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
    mixed_in: tuple[Chain, ...] = ()
    """Of a class: modules and traits whose methods it takes over."""
    getter: bool = False
    """A method read like an attribute."""


class Bindings:
    """The scopes of a file with what each binds. `spans` may come in any order; index 0 is the module."""

    def __init__(
        self, spans: Iterable[tuple[int, int, Literal["class", "function"], str]], data: bytes, branches: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.all: list[Scope] = [Scope("module", -1, len(data) + 1, -1)]
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
        self.handed_on: list[tuple[str, str, str]] = []
        """Names given on under `export … from`: local name (`*` for all), module, name there."""
        self.open: tuple[str, ...] = ()
        """Namespaces whose types stand by their bare names."""
        self.own_package = False
        """Whether names of the other files of a package stand by themselves (Go)."""
        self.bare_constants = False
        """Whether capitalised names that nothing binds stand for themselves (Ruby, PHP)."""
        self.implicit_self = False
        """Whether members of a class stand by their bare names inside it."""
        self.data = data

    def at(self, position: int) -> int:
        """Index of the innermost scope that holds an offset."""
        index = bisect_right(self._starts, position) - 1
        while index > 0 and self.all[index].end <= position:
            index = self.all[index].parent
        return max(index, 0)

    def bind(self, scope: int, name: str, binding: Binding) -> None:
        """Give a name a meaning in a scope."""
        self.all[scope].bindings.setdefault(name, []).append(binding)

    def settle(self) -> None:
        """Put the bindings of every name in source order; call it once all are made."""
        for scope in self.all:
            for bindings in scope.bindings.values():
                bindings.sort(key=_position)

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
        index, inner, at_once = self.at(position), True, True
        typed = self.implicit_self or self.own_package
        for _ in range(_CLIMB):
            scope = self.all[index]
            found = scope.bindings.get(name) if inner or scope.kind != "class" or self.implicit_self else None
            if not found and self.implicit_self and scope.kind == "class":
                found = scope.attributes.get(name)
            if found and at_once and scope.kind == "function" and typed and found[0].position > position:
                found = None  # declared further down, until where the name means what it does outside
            if found:
                return self._nearest(found, position, scope) if at_once else self._nearest(found, scope.end, scope)
            if scope.parent < 0:
                return []
            at_once = at_once and scope.kind != "function"
            index, inner = scope.parent, False
        return []

    def _nearest(self, ordered: list[Binding], position: int, scope: Scope) -> list[Binding]:
        index = bisect_left(ordered, position, key=_position) or len(ordered)
        chosen: list[Binding] = []
        while index > 0 and len(chosen) < WIDTH:
            index -= 1
            chosen.append(ordered[index])
            if not self._conditional(ordered[index].position, scope):
                break
        return chosen

    def items(self, name: str, position: int) -> list[Binding]:
        """Every `name["key"] = value` in the scope that holds the variable's assignments."""
        index = self.at(position)
        for _ in range(_CLIMB):
            found = self.all[index].bindings.get(name + "[]")
            if found or index <= 0:
                return (found or [])[:200]
            index = self.all[index].parent
        return []


def _position(binding: Binding) -> int:
    return binding.position
