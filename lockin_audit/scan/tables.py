"""What the prefilter looks up: which literals there are, which rules each belongs to, and which modules and packages each shows.

The tables follow from the rules alone. Making them takes longer than reading a thousand files, so they are kept beside the compiled rules.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from lockin_audit.core.runtime import CallMatch, Rule, Runtime, SymbolMatch
from lockin_audit.scan.manifests import Package, declared, spellings
from lockin_audit.scan.necessary import is_reversed, module_root, modules_of
from lockin_audit.scan.runtimes import rules_digest
from lockin_audit.scan.store import MOST_RULE_SETS, RULES, digest, keep, program_digest, read_kept

_SHORT = 2
_EVERYDAY = frozenset(("together", "utils", "src", "workflows"))
"""Roots that stand in texts of all kinds as a word."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the literals of a rule set tell. Literals, rules and runtimes go by their numbers; every list is ascending."""

    literals: Sequence[str]
    rules: Mapping[int, Sequence[int]]
    """Literal → rules that name it."""
    alone: frozenset[int]
    """Literals of rules that ask for no other evidence (`near = "none"`)."""
    typed: frozenset[int]
    """Literals of vendors' clients in languages where classes stand by their names."""
    services: frozenset[int]
    """Names of services whose clients rules ask for."""
    makers: Mapping[int, str]
    """Literal → root of the modules whose clients rules ask for."""
    vendors: Mapping[str, frozenset[str]]
    """Runtime → modules of which its rules need to know that the repository imports them."""
    spelled_out: Mapping[int, Sequence[str]]
    """Literal → modules it shows where classes stand by their names, and services it names."""
    imported: Mapping[int, Sequence[str]]
    """Literal → modules it may be the import of."""
    packages: Mapping[Package, Sequence[str]]
    """Package → runtimes it shows."""
    names: Mapping[int, Package]
    """Literal → package it spells."""
    roots: Mapping[int, frozenset[int]]
    """Rule → literals of which any import it asks for spells one out; left out where an import may be written otherwise."""


def tables_of(runtimes: Sequence[Runtime], kept: Path | None = None) -> Tables:
    """The tables of a rule set.

    Args:
        runtimes: the rule set; rules are numbered through all of them.
        kept: cache folder of the tool, where the tables of an earlier run stand; None makes them anew.
    """
    if kept is None:
        return _made(runtimes)
    path = kept / RULES / f"{digest(program_digest(), rules_digest(runtimes))}.tables"
    body = read_kept(path)
    if body is not None:
        with suppress(ValueError, TypeError, KeyError):  # sound, but of another shape
            return _from_json(body)
    tables = _made(runtimes)
    keep(path, _as_json(tables), most=MOST_RULE_SETS)
    return tables


class _Numbers(dict[str, int]):
    """Literals by the order in which they are first named."""

    def __missing__(self, literal: str) -> int:
        number = self[literal] = len(self)
        return number

    def of(self, literals: Iterable[str]) -> frozenset[int]:
        return frozenset([self[literal] for literal in literals])


def _made(runtimes: Sequence[Runtime]) -> Tables:
    numbers = _Numbers()
    rules: dict[int, set[int]] = {}
    alone: set[int] = set()
    receivers: set[str] = set()
    typed: set[int] = set()
    vendors: dict[str, frozenset[str]] = {}
    roots: dict[int, frozenset[int]] = {}
    for number, (runtime, rule) in enumerate((of, rule) for of in runtimes for rule in of.rules):
        named = _receivers(rule)
        receivers.update(named)
        literals = [numbers[literal] for literal in rule.literals]
        for literal in literals:
            rules.setdefault(literal, set()).add(number)
        if asked := _import_roots(rule):
            roots[number] = numbers.of(asked)
        if rule.near == "none":
            alone.update(literals)
        if runtime.kind != "neutral":
            typed |= numbers.of(spelled for name in named for spelled in typed_literals(name))
        calls = [match.vendors for match in rule.match if isinstance(match, CallMatch)]
        vendors[runtime.id] = vendors.get(runtime.id, frozenset()).union(*calls)
    services = numbers.of(name.partition(":")[2] for name in sorted(receivers) if ":" in name)
    makers = {
        numbers[literal]: root
        for root in sorted({module_root(name) for name in receivers if ":" not in name})
        for literal in _root_literals(root)
    }
    spelled_out: dict[int, set[str]] = {}
    imported: dict[int, set[str]] = {}
    for name in sorted(frozenset[str]().union(*vendors.values())):
        service = name.partition(":")[2]
        for spelled in [service] if service else typed_literals(name):
            spelled_out.setdefault(numbers[spelled], set()).add(name)
        for spelled in () if service else _root_literals(module_root(name)):
            imported.setdefault(numbers[spelled], set()).add(name)
    packages: dict[Package, set[str]] = {}
    names: dict[int, Package] = {}
    for runtime in runtimes:
        for package, name in declared(runtime):
            packages.setdefault(package, set()).add(runtime.id)
            names.update((numbers[spelled], package) for spelled in (name, *spellings(package)))
    return Tables(
        list(numbers), _sorted(rules), frozenset(alone), frozenset(typed), services, makers, vendors,
        _sorted(spelled_out), _sorted(imported), _sorted(packages), names, roots,
    )  # fmt: skip


def _receivers(rule: Rule) -> list[str]:
    """The modules and services whose clients a rule asks for."""
    return sorted({name.lstrip("!") for match in rule.match if isinstance(match, CallMatch) for name in match.receiver})


def _import_roots(rule: Rule) -> list[str]:
    """What the imports spell out of which a rule asks for one; none where it may hold without, or a root is too short to tell."""
    asked = [rule.imports] if rule.imports else [match.module if isinstance(match, SymbolMatch) else () for match in rule.match]
    roots = [root.decode() for modules in asked for root in modules_of(modules).roots]
    return roots if all(asked) and min(map(len, roots)) > _SHORT else []


def _sorted(found: Mapping[Any, set[Any]]) -> dict[Any, tuple[Any, ...]]:
    return {key: tuple(sorted(values)) for key, values in found.items()}


def _as_json(tables: Tables) -> bytes:
    fields = {
        name: sorted(value) if isinstance(value, frozenset) else list(value.items()) if isinstance(value, Mapping) else value
        for name in Tables.__slots__
        for value in [getattr(tables, name)]
    }
    fields |= {name: [(key, sorted(values)) for key, values in getattr(tables, name).items()] for name in ("vendors", "roots")}
    return json.dumps(fields).encode("ascii")


def _from_json(body: bytes) -> Tables:
    found: dict[str, Any] = json.loads(body)
    for name in ("alone", "typed", "services"):
        found[name] = frozenset(found[name])
    for name in ("rules", "makers", "spelled_out", "imported"):
        found[name] = dict(found[name])
    for name in ("vendors", "roots"):
        found[name] = {key: frozenset(values) for key, values in found[name]}
    found["packages"] = {(system, package): tuple(ids) for (system, package), ids in found["packages"]}
    found["names"] = {number: (system, package) for number, (system, package) in found["names"]}
    return Tables(**found)


def _root_literals(root: str) -> tuple[str, ...]:
    """What a file spells out to import a module: its root. One that is a word of every day is known where an import begins with it; one of
    two letters stands in every file, and is known only as the npm package that it is, between quotes or in an address."""
    if root in _EVERYDAY:
        return tuple(before + root for before in ("import ", "from ", '"', "'", "`"))
    if len(root) > _SHORT:
        return (root,)
    return tuple(before + root + after for before in "\"'`:/" for after in "\"'`/@")


@lru_cache(maxsize=4096)
def typed_literals(receiver: str) -> tuple[str, ...]:
    """What a file of C#, Java, Kotlin, Go, Ruby or PHP spells out to use a receiver, where it is written as one of them writes it: the
    namespace without the client's class, with the separators of each."""
    host, slash, _ = receiver.partition("/")
    if slash:
        return (receiver,) if "." in host else ()
    if not receiver[:1].isupper():
        return (receiver,) if is_reversed(receiver) else ()
    space, _, last = receiver.rpartition(".")
    name = space if space and (last.endswith("Client") or (last[:1] == "I" and last[1:2].isupper())) else receiver
    return (name, name.replace(".", "::"), name.replace(".", "\\")) if "." in name else (name,)
