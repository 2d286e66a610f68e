"""What a module makes available to others: the clients it makes, and the functions and attributes that hand one on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lockin_audit.scan.languages.origins import GIVES, INHERITED, LOCAL, OWN, Value, gathered
from lockin_audit.scan.languages.scope import Scopes

_MAKERS_OF_OBJECTS = ("__init__", "constructor")
_LONGEST_ORIGIN = 200


def exported(scopes: Scopes, *, hands_on: bool = False) -> dict[str, str]:
    """Clients and factories a module makes available: name, or `Class.attribute`, → origin without trailing calls.

    With `hands_on` every imported name is there for others to import as well (`__init__.py`). What comes from another module of the
    repository has the origin `~module:name`; that of a function ends in `=>`.
    """
    exports = _Exports(scopes)
    for name, bindings in scopes.all[0].bindings.items():
        for binding in bindings:
            values = scopes.values(binding)
            if binding.kind == "import":
                if hands_on:
                    exports.keep(name, [value for value in values if isinstance(value, str) and value.startswith(LOCAL)])
                continue
            for value in values:
                exports.keep_bound(name, value, binding.position)
    stars = [("*", module, "*") for module in scopes.stars] if hands_on else []
    for name, source, member in (*scopes.handed_on, *stars):
        if scopes.look_up(source, "") is not None:
            exports.found.setdefault(name, f"{LOCAL}{source}:{member}")
    return dict(sorted(exports.found.items()))


class _Exports:
    """What was found so far.

    Args:
        scopes: of the module.
    """

    def __init__(self, scopes: Scopes) -> None:
        self._scopes = scopes
        self.found: dict[str, str] = {}

    def keep(self, name: str, values: Iterable[Value], *, function: bool = False) -> None:
        """Keep the values that may be a client, as what the name is or, if it is a function, gives."""
        scopes = self._scopes
        for text in gathered([scopes.shown(value) for value in values], scopes.open):
            handed_on = text.startswith(LOCAL) and (":" in text or text[1:2] == "@") and len(text) < _LONGEST_ORIGIN
            if handed_on or (not text.startswith((OWN, LOCAL, INHERITED)) and (")" in text or text.startswith("boto3:"))):
                origin = text if handed_on and not function and not scopes.implicit_self else text.removesuffix("()")
                self.found.setdefault(name, origin + GIVES if function else origin)

    def keep_bound(self, name: str, value: Value, position: int) -> None:
        """Keep what a name of the module stands for."""
        scopes = self._scopes
        made = isinstance(value, str) or value[0] == "instance"
        getter = not isinstance(value, str) and scopes.all[value[1]].getter
        self.keep(name, (value,) if made else scopes.result(value, position), function=_is_function(value) and not getter)
        if not isinstance(value, str) and value[0] == "class":
            self._keep_members(name, value[1])

    def _keep_members(self, name: str, index: int) -> None:
        """Keep what attributes and methods of a class give; of a class that keeps something, all methods, for none is a vendor's."""
        scopes, methods, before = self._scopes, list[str](), len(self.found)
        for attribute in {**scopes.all[index].attributes, **scopes.all[index].bindings}:
            for value in scopes.attribute(index, attribute):
                self.keep(f"{name}.{attribute}", self._made(value), function=_is_function(value))
                if _is_function(value) and attribute not in _MAKERS_OF_OBJECTS:
                    methods.append(attribute)
        if len(self.found) > before and not scopes.implicit_self:
            for method in methods:
                self.found.setdefault(f"{name}.{method}", GIVES)

    def _made(self, value: Value) -> Sequence[Value]:
        return self._scopes.result(value, 0) if _is_function(value) else (value,)


def _is_function(value: Value) -> bool:
    return not isinstance(value, str) and value[0] == "function"
