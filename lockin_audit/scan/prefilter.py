"""Decides, from the exact strings in a file alone, which rules are worth a closer look there.

Every test here is safe: it drops a rule only where no match of it can hold (its literal, its imported module or its kind of file is
missing). What a rule finds is decided in `languages`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lockin_audit.core.runtime import CallMatch, Match, Rule, Runtime
from lockin_audit.scan.file_types import CODE, STRUCTURED, TYPED, WITH_TEXT
from lockin_audit.scan.languages import globs
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.literals import Hits, LiteralIndex
from lockin_audit.scan.manifests import Package, declared, spellings
from lockin_audit.scan.necessary import Requirement, is_reversed, module_root, modules_of

Wanted = tuple[tuple[int, int], ...]
"""Number of a target and which of its alternatives can hold, as bits."""
_WITH_PROSE = frozenset(("notebook",))
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Target:
    """One rule with what the prefilter needs of it."""

    rule: Rule
    runtime: Runtime
    anchors: bool
    """Whether a site of it counts as agent evidence for rules that ask for some in the repository."""
    beside: bool
    """Whether a site of it counts as agent evidence for rules that ask for some in the same file."""
    vendors: tuple[frozenset[str], ...]
    """Of each alternative: the modules of which one must be imported somewhere in the repository; empty: none (`CallMatch.vendors`)."""


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
        alone: set[int] = set()
        receivers: set[str] = set()
        typed: set[int] = set()
        vendors_of: dict[str, set[str]] = {}
        for runtime in runtimes:
            for rule in runtime.rules:
                number = len(self.targets)
                for literal in rule.literals:
                    by_literal.setdefault(self._id(literal), set()).add(number)
                    if rule.near == "none":
                        alone.add(self._id(literal))
                named = {name.lstrip("!") for match in rule.match if isinstance(match, CallMatch) for name in match.receiver}
                receivers |= named
                if runtime.kind != "neutral":
                    typed |= {self._id(spelled) for name in sorted(named) for spelled in _typed_literals(name)}
                vendor = runtime.kind != "neutral"
                needed = tuple(match.vendors if isinstance(match, CallMatch) else frozenset[str]() for match in rule.match)
                vendors_of.setdefault(runtime.id, set()).update(*needed)
                self.targets.append(
                    Target(
                        rule,
                        runtime,
                        vendor and rule.near == "none",
                        vendor and rule.near in ("none", "repository"),
                        needed,
                    )
                )
        self._requirements: list[Requirement | None] = [None] * len(self.targets)
        """Words that must stand in a file besides the literals of a rule; made when first asked for."""
        self._alone = frozenset(alone)
        self._by_literal = {key: frozenset(value) for key, value in by_literal.items()}
        self._typed = frozenset(typed)
        self._services = frozenset(self._id(name.partition(":")[2]) for name in sorted(receivers) if ":" in name)
        roots = sorted({module_root(name) for name in receivers if ":" not in name})
        self._makers = {self._id(spelled): root for root in roots for spelled in _root_literals(root)}
        self._vendors_of = {runtime: frozenset(names) for runtime, names in vendors_of.items()}
        self.vendors = frozenset[str]().union(*self._vendors_of.values())
        """Every module of which a rule needs to know that the repository imports it."""
        spelled_out: dict[int, set[str]] = {}
        imported: dict[int, set[str]] = {}
        for name in sorted(self.vendors):
            service = name.partition(":")[2]
            for spelled in [service] if service else _typed_literals(name):
                spelled_out.setdefault(self._id(spelled), set()).add(name)
            for spelled in () if service else _root_literals(module_root(name)):
                imported.setdefault(self._id(spelled), set()).add(name)
        self._spelled_out = {literal: tuple(sorted(names)) for literal, names in spelled_out.items()}
        self._imported = {literal: tuple(sorted(names)) for literal, names in imported.items()}
        self.telling = self._alone | self._spelled_out.keys() | self._imported.keys()
        """Literals without which a first reading learns nothing of a file."""
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
        return not self._services.isdisjoint(hits) or any(
            words.imports(modules_of((self._makers[literal],))) for literal in hits if literal in self._makers
        )

    def shown(self, hits: Hits, words: Words, absent: Collection[str]) -> Iterator[str]:
        """Those of the absent vendors' modules that a file of code imports, spells out (where classes stand by their names) or whose
        service it names."""
        if words.language not in CODE:
            return
        typed = words.language in TYPED
        for literal in hits:
            for name in self._spelled_out.get(literal, ()):
                if name in absent and (typed or ":" in name):
                    yield name
            for name in () if typed else self._imported.get(literal, ()):
                if name in absent and words.imports(modules_of((name,))):
                    yield name

    def named(self, runtimes: Iterable[str]) -> frozenset[str]:
        """The vendors' modules that rules of these runtimes ask for: a manifest that names the package shows them as an import does."""
        return frozenset[str]().union(*(self._vendors_of.get(runtime, frozenset()) for runtime in runtimes))

    def rules(self, hits: Hits, words: Words) -> Wanted:
        """The targets worth a look in a file, ascending, each with its alternatives that can hold there (`Requirement.met`)."""
        found: set[int] = set()
        for literal in hits:
            found |= self._by_literal.get(literal, frozenset())
        kept = []
        for number in sorted(found):
            target = self.targets[number]
            if _applies(target.rule, words.path, words.language) and (met := self._met(number, words)):
                kept.append((number, met))
        return tuple(kept)

    def stands_alone(self, hits: Hits, words: Words) -> bool:
        """Whether a rule that asks for no other evidence (`near = "none"`) may hold in a file."""
        for literal in hits & self._alone:
            for number in self._by_literal[literal]:
                rule = self.targets[number].rule
                if rule.near == "none" and _applies(rule, words.path, words.language) and self._met(number, words):
                    return True
        return False

    def _met(self, number: int, words: Words) -> int:
        requirement = self._requirements[number]
        if requirement is None:
            requirement = self._requirements[number] = Requirement(self.targets[number].rule)
        return requirement.met(words)

    def holding(self, wanted: Wanted, absent: frozenset[str]) -> tuple[int, ...]:
        """Numbers of the targets that remain in a file of a repository that imports none of the absent vendors' modules."""
        kept = [number for number, met in wanted if self._remains(self.targets[number], met, absent)]
        if not any(self.targets[number].beside for number in kept):
            kept = [number for number in kept if self.targets[number].rule.near not in ("file", "vendor")]
        return tuple(kept)

    def _remains(self, target: Target, met: int, absent: frozenset[str]) -> bool:
        return any(met >> place & 1 and not (needed and needed <= absent) for place, needed in enumerate(target.vendors))


def _applies(rule: Rule, path: str, language: str) -> bool:
    if (rule.imports and language not in CODE) or (rule.files and not globs.matches(path, rule.files)):
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


def _root_literals(root: str) -> tuple[str, ...]:
    """What a file spells out to import a module: its root. One of two letters stands in every file, and is known only as the npm package
    that it is, between quotes or in an address."""
    if len(root) > _SHORT:
        return (root,)
    return tuple(before + root + after for before in "\"'`:/" for after in "\"'`/@")


@lru_cache(maxsize=4096)
def _typed_literals(receiver: str) -> tuple[str, ...]:
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


def _packages(runtimes: Sequence[Runtime]) -> dict[Package, tuple[str, ...]]:
    found: dict[Package, set[str]] = {}
    for runtime in runtimes:
        for package, _ in declared(runtime):
            found.setdefault(package, set()).add(runtime.id)
    return {package: tuple(sorted(ids)) for package, ids in found.items()}
