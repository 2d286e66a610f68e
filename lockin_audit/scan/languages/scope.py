"""Names and what they stand for: scopes, bindings, and following a chain such as `self.client.beta.threads` to its origin.

One implementation for every language; extractors only fill in scopes and bindings. Nothing is inferred from a bare name: what was not
bound in the file (or in a module the repository pass has seen) stays unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from lockin_audit.scan.languages.lookalikes import maker

Chain = tuple[str, ...]
"""`("self", "client", "create", "()")`. A call may carry its first argument: `(bedrock-agent)`, or `($NAME)` for a name."""
Value = str | tuple[Literal["function", "class", "instance", "self"], int]
"""What a name stands for: a qualified name, or a function, class or object of a class of this file. `self` is an object of which
subclasses may know more."""

OWN, LOCAL, INHERITED = ".", "~", "^"
"""Marks of a qualified name: the file's own code; something of the repository that could not be followed; an attribute that a class of the
file has from nowhere but, perhaps, the base class named."""
GIVES = "=>"
"""Mark at the end of what another module makes available: it is a function of the repository that gives what stands before the mark."""
AWS_SDKS = ("boto3", "aioboto3", "aiobotocore", "botocore")
"""Modules whose clients are known by their service, wherever they were made."""
_SELF = ("self", "cls", "this")
_CLIENT_MAKERS = ("client", "resource", "create_client")
_MAKERS_OF_OBJECTS = ("__init__", "constructor")
_SAYS_NOTHING = ("typing.", "typing_extensions.", "collections.abc.")
"""Annotations that leave open what an object is."""
_SERVICE = re.compile(r"[a-z][a-z0-9-]+")
_DEPTH = 12
_BUDGET = 400
"""Steps of one resolution; only code written to confuse needs more."""
_WIDTH = 6
_CLIMB = 64
_LONGEST_ORIGIN = 200


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


LookUp = Callable[[str, str], str | None]
"""(module, name) of an import → origin the repository pass knows for it; `~module` for a module of the repository, `~module:name` for
something in it of which nothing is known; None when the module is no part of the repository. An empty name asks for the module."""


class Scopes:
    """The scopes of a file. `spans` may come in any order; index 0 is the module."""

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
        self.hands_on = False
        """Whether every imported name is also there for others to import (`__init__.py`)."""
        self.data = data
        self.look_up: LookUp = lambda module, name: None
        self._budget = _BUDGET
        self._known: dict[int, tuple[Value, ...]] = {}
        self._climbed: set[int] = set()
        """Classes whose bases are being asked."""

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
        for _ in range(_CLIMB):
            scope = self.all[index]
            found = scope.bindings.get(name) if inner or scope.kind != "class" or self.implicit_self else None
            if not found and self.implicit_self and scope.kind == "class":
                found = scope.attributes.get(name)
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
        while index > 0 and len(chosen) < _WIDTH:
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

    def resolve(self, chain: Chain, position: int) -> tuple[str, ...]:
        """Qualified names a chain may stand for; empty when nothing is known."""
        self._budget = _BUDGET
        found = dict.fromkeys(text for value in self._evaluate(chain, position, 0) for text in _spread(self._text(value)))
        return tuple(found)

    def _text(self, value: Value) -> str:
        if isinstance(value, str):
            return OWN + value if value.endswith(GIVES) else value
        scope = self.all[value[1]]
        if value[0] in ("instance", "self"):
            return self._external_base(value[1], 0) or f"{OWN}{scope.name}()"
        return (value[0] == "class" and self._external_base(value[1], 0).removesuffix("()")) or OWN + scope.name

    def _shown(self, value: Value) -> str:
        """What others are told of a value: an object of a class of this file is one of the repository where types stand by their names."""
        text = self._text(value)
        return f"{LOCAL}@{text[1:]}" if self.implicit_self and text.startswith(OWN) and value[0] == "instance" else text

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
            current = tuple(following)[:_WIDTH]
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
        return tuple(dict.fromkeys(value for binding in found for value in self._remembered(binding, depth)))[:_WIDTH]

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
            for chain, where in scope.returns[:_WIDTH]:
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
        for binding in (scope.attributes.get(name, []) + scope.bindings.get(name, []))[:_WIDTH]:
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
            for chain in (*scope.bases, *scope.mixed_in)[:_WIDTH]:
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
        for chain in scope.bases[:_WIDTH]:
            for value in self._evaluate(chain, scope.start, depth + 1):
                if isinstance(value, str):
                    if not value.startswith((OWN, LOCAL)) and not (self.bare_constants and "." not in value):
                        return value + "()"
                elif value[0] == "class" and value[1] != index:
                    base = self._external_base(value[1], depth + 1)
                    if base:
                        return base
        return ""

    def exported(self) -> dict[str, str]:
        """Clients and factories the module makes available: name, or `Class.attribute`, → origin without trailing calls.

        What comes from another module of the repository has the origin `~module:name`; that of a function ends in `=>`.
        """
        found: dict[str, str] = {}

        def keep(name: str, values: Iterable[Value], function: bool = False) -> None:
            for text in _gathered([self._shown(value) for value in values], self.open):
                handed_on = text.startswith(LOCAL) and (":" in text or text[1:2] == "@") and len(text) < _LONGEST_ORIGIN
                if handed_on or (not text.startswith((OWN, LOCAL, INHERITED)) and (")" in text or text.startswith("boto3:"))):
                    origin = text if handed_on and not function and not self.implicit_self else text.removesuffix("()")
                    found.setdefault(name, origin + GIVES if function else origin)

        module = self.all[0]
        for name, bindings in module.bindings.items():
            for binding in bindings:
                self._budget = _BUDGET
                if binding.kind == "import":
                    if self.hands_on:
                        keep(name, [value for value in self._bound(binding, 0) if isinstance(value, str) and value.startswith(LOCAL)])
                    continue
                for value in self._bound(binding, 0):
                    made = isinstance(value, str) or value[0] == "instance"
                    called = _is_function(value) and not self._is_getter(value)
                    keep(name, (value,) if made else self._step(value, "()", binding.position, 0), called)
                    if not isinstance(value, str) and value[0] == "class":
                        self._keep_members(name, value[1], found, keep)
        stars = [("*", module, "*") for module in self.stars] if self.hands_on else []
        for name, source, member in (*self.handed_on, *stars):
            if self.look_up(source, "") is not None:
                found.setdefault(name, f"{LOCAL}{source}:{member}")
        return dict(sorted(found.items()))

    def _keep_members(self, name: str, index: int, found: dict[str, str], keep: Callable[[str, Iterable[Value], bool], None]) -> None:
        """Keep what attributes and methods of a class give; of a class that keeps something, all methods, for none is a vendor's."""
        methods, before = [], len(found)
        for attribute in {**self.all[index].attributes, **self.all[index].bindings}:
            for item in self._attribute(index, attribute, 0) or ():
                keep(f"{name}.{attribute}", self._made(item), _is_function(item))
                if _is_function(item) and attribute not in _MAKERS_OF_OBJECTS:
                    methods.append(attribute)
        if len(found) > before and not self.implicit_self:
            for method in methods:
                found.setdefault(f"{name}.{method}", GIVES)

    def _is_getter(self, value: Value) -> bool:
        return not isinstance(value, str) and self.all[value[1]].getter

    def _made(self, value: Value) -> Sequence[Value]:
        return self._step(value, "()", 0, 0) if not isinstance(value, str) and value[0] == "function" else (value,)


def _names(chain: Chain) -> int:
    """How many names of classes and modules a chain begins with."""
    return next((number for number, name in enumerate(chain) if not name[:1].isupper()), len(chain))


def _is_function(value: Value) -> bool:
    return not isinstance(value, str) and value[0] == "function"


def given_by(origin: str) -> str:
    """What a call of a function of the repository gives, by the function's origin; empty when nothing is known."""
    made = origin
    while made.endswith(GIVES):
        made = made.removesuffix(GIVES)
    return f"{made}()" if made else ""


def _position(binding: Binding) -> int:
    return binding.position


def _gathered(texts: list[str], namespaces: Sequence[str]) -> list[str]:
    """Names of one type that may come from any open namespace, as one: `<Azure.AI|OpenAI>.Client()`."""
    if len(namespaces) < 2 or len(texts) < 2:
        return texts
    rest = {text[len(space) :] for text, space in zip(texts, namespaces, strict=False) if text.startswith(space + ".")}
    if len(texts) == len(namespaces) and len(rest) == 1:
        return [f"<{'|'.join(namespaces)}>{rest.pop()}"]
    return texts


def _spread(text: str) -> Sequence[str]:
    """The names that `_gathered` put into one."""
    if not text.startswith("<"):
        return (text,)
    spaces, _, rest = text[1:].partition(">")
    return [space + rest for space in spaces.split("|")]
