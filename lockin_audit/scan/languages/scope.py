"""Follows names to what they stand for, such as `self.client.beta.threads` to the package it comes from.

One implementation for every language; extractors only fill in scopes and bindings. Nothing is inferred from a bare name: what was not
bound in the file (or in a module the repository pass has seen) stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from lockin_audit.scan.languages.bindings import WIDTH, Binding, Bindings
from lockin_audit.scan.languages.lookalikes import maker
from lockin_audit.scan.languages.origins import AWS_SDKS, GIVES, INHERITED, LOCAL, OWN, Chain, LookUp, Value, given_by, spread

_SELF = ("self", "cls", "this")
_CLIENT_MAKERS = ("client", "resource", "create_client")
_SAYS_NOTHING = ("typing.", "typing_extensions.", "collections.abc.")
"""Annotations that leave open what an object is."""
_SERVICE = re.compile(r"[a-z][a-z0-9-]+")
_DEPTH = 12
_BUDGET = 400
"""Steps of one resolution; only code written to confuse needs more."""


class Scopes(Bindings):
    """The scopes of a file, asked what its names stand for."""

    def __init__(
        self, spans: Iterable[tuple[int, int, Literal["class", "function"], str]], data: bytes, branches: Iterable[tuple[int, int]] = ()
    ) -> None:
        super().__init__(spans, data, branches)
        self.look_up: LookUp = lambda module, name: None
        self._budget = _BUDGET
        self._known: dict[int, tuple[Value, ...]] = {}
        self._climbed: set[int] = set()
        """Classes whose bases are being asked."""

    def resolve(self, chain: Chain, position: int) -> tuple[str, ...]:
        """Qualified names a chain may stand for; empty when nothing is known."""
        self._budget = _BUDGET
        found = dict.fromkeys(text for value in self._evaluate(chain, position, 0) for text in spread(self._text(value)))
        return tuple(found)

    def shown(self, value: Value) -> str:
        """What others are told of a value: an object of a class of this file is one of the repository where types stand by their names."""
        text = self._text(value)
        return f"{LOCAL}@{text[1:]}" if self.implicit_self and text.startswith(OWN) and value[0] == "instance" else text

    def values(self, binding: Binding) -> tuple[Value, ...]:
        """What a binding gives its name to stand for."""
        self._budget = _BUDGET
        return self._bound(binding, 0)

    def attribute(self, index: int, name: str) -> Sequence[Value]:
        """What an attribute of a class stands for."""
        return self._attribute(index, name, 0) or ()

    def result(self, value: Value, position: int) -> Sequence[Value]:
        """What a call of a value at an offset gives."""
        return self._step(value, "()", position, 0)

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            return OWN + value if value.endswith(GIVES) else value
        scope = self.all[value[1]]
        if value[0] in ("instance", "self"):
            return self._external_base(value[1], 0) or f"{OWN}{scope.name}()"
        return (value[0] == "class" and self._external_base(value[1], 0).removesuffix("()")) or OWN + scope.name

    def _evaluate(self, chain: Chain, position: int, depth: int) -> tuple[Value, ...]:
        self._budget -= 1
        if not chain or depth > _DEPTH or self._budget < 0:
            return ()
        current, rest = self._qualified(chain), chain[1:]
        if current:
            rest = chain[_names(chain) :]
        else:
            current = self._root(chain[0], position, depth) or self._type(chain, position)
        if not current:
            return self._service(chain, position)
        for segment in rest:
            following: dict[Value, None] = {}
            for value in current:
                for item in self._step(value, segment, position, depth):
                    following[item] = None
            current = tuple(following)[:WIDTH]
            if not current:
                return ()
        return current

    def _root(self, name: str, position: int, depth: int) -> tuple[Value, ...]:
        scope = self.at(position)
        if name in _SELF:
            owner = self.owner(scope)
            if owner is not None:
                return (("self", owner),)
        if name.startswith("@") and (owner := self.owner(scope)) is not None:
            return tuple(self._attribute(owner, name.lstrip("@"), depth + 1) or ())
        found = self.bindings(name, position)
        if not found and self.implicit_self and (owner := self.owner(scope)) is not None and (had := self._inherited(owner, name, depth)):
            return tuple(had)
        if self.bare_constants and any(binding.kind == "function" and self.all[binding.scope].getter for binding in found):
            return tuple(
                item for binding in found for value in self._bound(binding, depth) for item in self._step(value, "()", position, depth)
            )
        if not found and self.stars and name[:1].isupper():
            return (f"{self.stars[0]}.{name}",) if len(self.stars) == 1 else ()
        return tuple(dict.fromkeys(value for binding in found for value in self._remembered(binding, depth)))[:WIDTH]

    def _qualified(self, chain: Chain) -> tuple[Value, ...]:
        """A class of the repository written with the modules around it (`Ai::Base`, bound as `Ai/Base`)."""
        if not self.bare_constants or len(chain) < 2 or not (chain[0][:1].isupper() and chain[1][:1].isupper()):
            return ()
        name = "/".join(chain[: _names(chain)])
        found = self.all[0].bindings.get(name)
        if found:
            return ((found[-1].kind, found[-1].scope),) if found[-1].kind == "class" else ()
        known = self.look_up("", name)
        return (known,) if known is not None else ()

    def _type(self, chain: Chain, position: int) -> tuple[Value, ...]:
        """A class named and not bound in the file: one of the repository, or one of the namespaces that stand open."""
        name = chain[0]
        if self.own_package and not self.bindings(name, position) and (known := self.look_up("", name)) is not None:
            return (known,)
        if not self.implicit_self or not name[:1].isupper() or self.bindings(name, position):
            return ()
        if (own := self.look_up("", name)) is not None:
            return (own,)
        if self.bare_constants:
            return (name,)
        if len(chain) == 1 or chain[1].startswith("("):
            return tuple(f"{namespace}.{name}" for namespace in self.open)
        return (name,) if any(namespace.partition(".")[0] == name for namespace in self.open) else ()

    def _remembered(self, binding: Binding, depth: int) -> tuple[Value, ...]:
        known = self._known.get(id(binding))
        if known is None:
            known = self._bound(binding, depth)
            if depth == 0 and self._budget > 0:
                self._known[id(binding)] = known
        return known

    def _bound(self, binding: Binding, depth: int) -> tuple[Value, ...]:
        if binding.kind in ("function", "class"):
            return ((binding.kind, binding.scope),)
        if binding.kind == "import":
            local = self.look_up(binding.module, binding.name)
            if local is not None:
                return (local,)
            return (f"{binding.module}.{binding.name}" if binding.name else binding.module,)
        made = [value for chain in binding.classes for value in self._evaluate(chain, binding.position, depth + 1)]
        made = [value for value in made if not (isinstance(value, str) and value.startswith(_SAYS_NOTHING))]
        if made:
            return tuple(item for value in made for item in self._step(value, "()", binding.position, depth + 1))
        return tuple(value for chain in binding.chains for value in self._evaluate(chain, binding.position, depth + 1))

    def _step(self, value: Value, segment: str, position: int, depth: int) -> Sequence[Value]:
        if self.bare_constants and segment == "new" and (isinstance(value, str) or value[0] == "class"):
            return (f"{value}()",) if isinstance(value, str) and value.startswith(LOCAL) else self._made_new(value)
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
            for chain, where in scope.returns[:WIDTH]:
                found += self._evaluate(chain, where, depth + 1)
            return found if scope.returns else (f"{OWN}{scope.name}()",)
        if segment.startswith("("):
            return (("instance", index),) if kind == "class" else (f"{self._text(value)}{segment[:1]})",)
        known = self._attribute(index, segment, depth)
        if known is None:
            return () if kind == "self" or scope.bases else (f"{self._text(value)}.{segment}",)
        return known

    def _made_new(self, value: Value) -> Sequence[Value]:
        return (f"{value}.new()",) if isinstance(value, str) else (("instance", value[1]),)

    def _member(self, value: str, name: str) -> str:
        if value.endswith(GIVES):
            return f"{OWN}{value}.{name}"
        if value.startswith(LOCAL):
            module, _, rest = value[1:].partition(":")
            if module and not rest:
                return self.look_up(module, name) or f"{LOCAL}{module}.{name}"
            owner = rest.removesuffix("()")
            if owner and "(" not in owner and (known := self.look_up(module, f"{owner}.{name}")) is not None:
                return known
        return f"{value}.{name}"

    def _called(self, value: str, segment: str, position: int) -> str:
        if value.endswith(GIVES):
            return given_by(value) or f"{LOCAL}:()"
        service = self._literal(segment[1:-1], position)
        if service and value.rpartition(".")[2] in _CLIENT_MAKERS and value.startswith((*AWS_SDKS, LOCAL)) and _SERVICE.fullmatch(service):
            return f"boto3:{service}"
        return maker(value) + "()"

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

    def _attribute(self, index: int, name: str, depth: int) -> Sequence[Value] | None:
        """What an attribute of a class of this file stands for; None when nothing gives it a meaning."""
        scope = self.all[index]
        found: list[Value] = []
        for binding in (scope.attributes.get(name, []) + scope.bindings.get(name, []))[:WIDTH]:
            for value in self._bound(binding, depth + 1):
                if not isinstance(value, str) and value[0] == "function" and self.all[value[1]].getter:
                    found += self._step(value, "()", binding.position, depth + 1)
                else:
                    found.append(value)
        if found or name in scope.attributes or name in scope.bindings:
            return found
        if inherited := self._inherited(index, name, depth):
            return inherited
        base = self._external_base(index, depth)
        return (f"{INHERITED}{base.lstrip(INHERITED)}.{name}",) if base else None

    def _inherited(self, index: int, name: str, depth: int) -> Sequence[Value]:
        """What an attribute stands for that a class has from a base class or module of the repository; empty when none gives it."""
        scope = self.all[index]
        if depth > _DEPTH or index in self._climbed:
            return ()
        self._climbed.add(index)
        try:
            for chain in (*scope.bases, *scope.mixed_in)[:WIDTH]:
                for value in self._evaluate(chain, scope.start, depth + 1):
                    if not isinstance(value, str):
                        if value[0] == "class" and (had := self._attribute(value[1], name, depth + 1)):
                            return had
                    elif value.startswith(LOCAL):
                        known = self._member(f"{value}()", name)
                        if known != f"{value}().{name}" and not known.startswith(INHERITED + LOCAL):
                            return (known,)
        finally:
            self._climbed.discard(index)
        return ()

    def _external_base(self, index: int, depth: int) -> str:
        if depth > _DEPTH:
            return ""
        scope = self.all[index]
        for chain in scope.bases[:WIDTH]:
            for value in self._evaluate(chain, scope.start, depth + 1):
                if isinstance(value, str):
                    if not value.startswith((OWN, LOCAL)) and not (self.bare_constants and "." not in value):
                        return value + "()"
                elif value[0] == "class" and value[1] != index:
                    base = self._external_base(value[1], depth + 1)
                    if base:
                        return base
        return ""


def _names(chain: Chain) -> int:
    """How many names of classes and modules a chain begins with."""
    return next((number for number, name in enumerate(chain) if not name[:1].isupper()), len(chain))
