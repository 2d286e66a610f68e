"""Decides, from the exact strings in a file alone, which rules are worth a closer look there.

Every test here is safe: it drops a rule only where no match of it can hold (its literal, its imported module or its kind of file is
missing). What a rule finds is decided in `languages`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lockin_audit.core.runtime import CallMatch, Match, Rule, Runtime
from lockin_audit.scan.file_types import CODE, STRUCTURED, TYPED, WITH_TEXT
from lockin_audit.scan.languages import globs
from lockin_audit.scan.lexical import Modules, Words
from lockin_audit.scan.literals import Hits, LiteralIndex
from lockin_audit.scan.manifests import Package, declared, spellings
from lockin_audit.scan.necessary import REVERSED, Requirement, module_root

_WITH_PROSE = frozenset(("notebook",))


@dataclass(frozen=True, slots=True)
class Target:
    """One rule with what the prefilter needs of it."""

    rule: Rule
    runtime: Runtime
    requirement: Requirement
    """Words that must stand in a file besides the rule's literals."""
    anchors: bool
    """Whether a site of it counts as agent evidence for rules that ask for some in the repository."""
    beside: bool
    """Whether a site of it counts as agent evidence for rules that ask for some in the same file."""


class Prefilter:
    """All rules of all runtimes behind one literal index. Compile once per process.

    Args:
        runtimes: the rule set.
        kept: cache folder for the compiled literals; None compiles them anew.
    """

    def __init__(self, runtimes: Sequence[Runtime], kept: Path | None = None) -> None:
        self._ids: dict[str, int] = {}
        self.targets: list[Target] = []
        by_literal: dict[int, set[int]] = {}
        receivers: set[str] = set()
        typed: set[int] = set()
        for runtime in runtimes:
            for rule in runtime.rules:
                number = len(self.targets)
                for literal in rule.literals:
                    by_literal.setdefault(self._id(literal), set()).add(number)
                named = {name.lstrip("!") for match in rule.match if isinstance(match, CallMatch) for name in match.receiver}
                receivers |= named
                if runtime.kind != "neutral":
                    typed |= {self._id(spelled) for name in named for spelled in _typed_literals(name)}
                vendor = runtime.kind != "neutral"
                self.targets.append(
                    Target(rule, runtime, Requirement(rule), vendor and rule.near == "none", vendor and rule.near in ("none", "repository"))
                )
        self._by_literal = {key: frozenset(value) for key, value in by_literal.items()}
        self._typed = frozenset(typed)
        self._services = frozenset(self._id(name.partition(":")[2]) for name in receivers if ":" in name)
        roots = sorted({module_root(name) for name in receivers if ":" not in name})
        self._makers = tuple((self._id(root), Modules([root], module_root)) for root in roots)
        self.packages: dict[Package, tuple[str, ...]] = _packages(runtimes)
        """Package → ids of the runtimes it shows."""
        self._names = {
            self._id(spelled): package
            for runtime in runtimes
            for package, name in declared(runtime)
            for spelled in (name, *spellings(package))
        }
        self.index = LiteralIndex(list(self._ids), kept=kept)

    def _id(self, literal: str) -> int:
        return self._ids.setdefault(literal, len(self._ids))

    def packages_named(self, hits: Hits) -> set[Package]:
        """Packages of which a spelling stands in the file."""
        return {package for literal, package in self._names.items() if literal in hits}

    def makes_clients(self, hits: Hits, words: Words) -> bool:
        """Whether the file names a service, or imports a module, whose client rules ask for as receiver; where classes stand by their
        names, whether it spells a vendor's namespace."""
        if words.language in TYPED:
            return not self._typed.isdisjoint(hits)
        return not self._services.isdisjoint(hits) or any(words.imports(modules) for literal, modules in self._makers if literal in hits)

    def rules(self, hits: Hits, words: Words) -> tuple[int, ...]:
        """Numbers of the targets worth a look in a file, ascending."""
        found: set[int] = set()
        for literal in hits:
            found |= self._by_literal.get(literal, frozenset())
        kept = []
        beside = False
        for number in sorted(found):
            target = self.targets[number]
            if _applies(target.rule, words.path, words.language) and target.requirement.met(words):
                kept.append(number)
                beside = beside or target.beside
        if not beside:
            kept = [number for number in kept if self.targets[number].rule.near != "file"]
        return tuple(kept)


def _applies(rule: Rule, path: str, language: str) -> bool:
    if rule.files and not globs.matches(path, rule.files):
        return False
    return any(_kind_applies(match, language, bool(rule.files)) for match in rule.match)


def _kind_applies(match: Match, language: str, named: bool) -> bool:
    if match.kind == "text":
        return named or language in _WITH_PROSE or language in WITH_TEXT or (language not in CODE and language not in STRUCTURED)
    if match.kind == "string":
        return language in CODE or language in STRUCTURED
    if match.kind in ("key", "resource"):
        return language in STRUCTURED
    return language in CODE or (match.kind == "construct" and language == "sql")


def _typed_literals(receiver: str) -> tuple[str, ...]:
    """What a file of C#, Java, Kotlin, Go, Ruby or PHP spells out to use a receiver, where it is written as one of them writes it: the
    namespace without the client's class, with the separators of each."""
    host, slash, _ = receiver.partition("/")
    if slash:
        return (receiver,) if "." in host else ()
    if not receiver[:1].isupper():
        return (receiver,) if receiver.startswith(REVERSED) else ()
    space, _, last = receiver.rpartition(".")
    name = space if space and (last.endswith("Client") or (last[:1] == "I" and last[1:2].isupper())) else receiver
    return (name, name.replace(".", "::"), name.replace(".", "\\")) if "." in name else (name,)


def _packages(runtimes: Sequence[Runtime]) -> dict[Package, tuple[str, ...]]:
    found: dict[Package, set[str]] = {}
    for runtime in runtimes:
        for package, _ in declared(runtime):
            found.setdefault(package, set()).add(runtime.id)
    return {package: tuple(sorted(ids)) for package, ids in found.items()}
