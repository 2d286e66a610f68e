"""Decides, from the exact strings in a file alone, which rules are worth a closer look there.

Every test here is safe: it drops a rule only where no match of it can hold (its literal, its imported module or its kind of file is
missing). What a rule finds is decided in `languages`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from lockin_audit.core.runtime import CallMatch, Match, Rule, Runtime
from lockin_audit.scan.file_types import CODE, STRUCTURED, TYPED, WITH_TEXT
from lockin_audit.scan.languages import globs
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.literals import Hits, LiteralIndex
from lockin_audit.scan.manifests import Package
from lockin_audit.scan.necessary import Requirement, modules_of
from lockin_audit.scan.tables import tables_of

Wanted = tuple[tuple[int, int], ...]
"""Number of a target and which of its alternatives can hold, as bits."""
_WITH_PROSE = frozenset(("notebook",))


class Target(NamedTuple):
    """One rule with the runtime it tells of."""

    rule: Rule
    runtime: Runtime

    @property
    def anchors(self) -> bool:
        """Whether a site of it counts as agent evidence for rules that ask for some in the repository."""
        return self.runtime.kind != "neutral" and self.rule.near == "none"

    @property
    def beside(self) -> bool:
        """Whether a site of it counts as agent evidence for rules that ask for some in the same file."""
        return self.runtime.kind != "neutral" and self.rule.near in ("none", "repository")


class Prefilter:
    """All rules of all runtimes behind one literal index. Compile once per process.

    Args:
        runtimes: the rule set.
        kept: cache folder for the compiled literals and the tables; None makes them anew.
    """

    def __init__(self, runtimes: Sequence[Runtime], kept: Path | None = None) -> None:
        self.targets = [Target(rule, runtime) for runtime in runtimes for rule in runtime.rules]
        self._tables = tables_of(runtimes, kept)
        self._requirements: list[Requirement | None] = [None] * len(self.targets)
        """Words that must stand in a file besides the literals of a rule; made when first asked for."""
        self._bears: dict[tuple[int, str], bool] = {}
        """Number of a target and language → whether the rule bears on files of it."""
        self._needed: list[tuple[frozenset[str], ...] | None] = [None] * len(self.targets)
        self.vendors = frozenset[str]().union(*self._tables.vendors.values())
        """Every module of which a rule needs to know that the repository imports it."""
        self.telling = self._tables.alone | self._tables.spelled_out.keys() | self._tables.imported.keys()
        """Literals without which a first reading learns nothing of a file."""
        self.packages = self._tables.packages
        """Package → ids of the runtimes it shows."""
        self.index = LiteralIndex(self._tables.literals, kept=kept)

    def packages_named(self, hits: Hits) -> set[Package]:
        """Packages of which a spelling stands in the file."""
        return {package for literal, package in self._tables.names.items() if literal in hits}

    def makes_clients(self, hits: Hits, words: Words) -> bool:
        """Whether the file names a service, or imports a module, whose client rules ask for as receiver; where classes stand by their
        names, whether it spells a vendor's namespace."""
        if words.language in TYPED:
            return not self._tables.typed.isdisjoint(hits)
        return not self._tables.services.isdisjoint(hits) or any(
            words.imports(modules_of((self._tables.makers[literal],))) for literal in hits if literal in self._tables.makers
        )

    def shown(self, hits: Hits, words: Words, absent: Collection[str]) -> Iterator[str]:
        """Those of the absent vendors' modules that a file of code imports, spells out (where classes stand by their names) or whose
        service it names."""
        if words.language not in CODE:
            return
        typed = words.language in TYPED
        for literal in hits:
            for name in self._tables.spelled_out.get(literal, ()):
                if name in absent and (typed or ":" in name):
                    yield name
            for name in () if typed else self._tables.imported.get(literal, ()):
                if name in absent and words.imports(modules_of((name,))):
                    yield name

    def named(self, runtimes: Iterable[str]) -> frozenset[str]:
        """The vendors' modules that rules of these runtimes ask for: a manifest that names the package shows them as an import does."""
        return frozenset[str]().union(*(self._tables.vendors.get(runtime, frozenset()) for runtime in runtimes))

    def rules(self, hits: Hits, words: Words) -> Wanted:
        """The targets worth a look in a file, ascending, each with its alternatives that can hold there (`Requirement.met`)."""
        found: set[int] = set()
        for literal in hits:
            found.update(self._tables.rules.get(literal, ()))
        kept = []
        for number in sorted(found):
            if not self._spelled(number, hits, words):
                continue
            if self._applies(number, words) and (met := self._met(number, words)):
                kept.append((number, met))
        return tuple(kept)

    def stands_alone(self, hits: Hits, words: Words, absent: Set[str]) -> frozenset[str] | None:
        """Whether a rule that asks for no other evidence (`near = "none"`) may hold in a file: None where none may, else the absent
        vendors' modules of which one must be imported by another file; empty where one may hold as it is."""
        awaited: set[str] = set()
        for literal in hits & self._tables.alone:
            for number in self._tables.rules[literal]:
                if not self._spelled(number, hits, words):
                    continue
                if self.targets[number].rule.near != "none" or not self._applies(number, words):
                    continue
                met = self._met(number, words)
                for names in self._awaits(number, met):
                    if not names <= absent or not names:
                        return frozenset()
                    awaited |= names
        return frozenset(awaited) or None

    def _spelled(self, number: int, hits: Hits, words: Words) -> bool:
        """Whether a file may import what a rule asks for, by its literals alone."""
        roots = self._tables.roots.get(number)
        return roots is None or not roots.isdisjoint(hits) or words.language in TYPED

    def _applies(self, number: int, words: Words) -> bool:
        """Whether a rule bears on files of this language and place."""
        rule, key = self.targets[number].rule, (number, words.language)
        if key not in self._bears:
            self._bears[key] = _bears_on(rule, words.language)
        return self._bears[key] and (not rule.files or globs.matches(words.path, rule.files))

    def _met(self, number: int, words: Words) -> int:
        requirement = self._requirements[number]
        if requirement is None:
            requirement = self._requirements[number] = Requirement(self.targets[number].rule)
        return requirement.met(words)

    def holding(self, wanted: Wanted, absent: frozenset[str]) -> tuple[int, ...]:
        """Numbers of the targets that remain in a file of a repository that imports none of the absent vendors' modules."""
        kept = [number for number, met in wanted if self._remains(number, met, absent)]
        if not any(self.targets[number].beside for number in kept):
            kept = [number for number in kept if self.targets[number].rule.near not in ("file", "vendor")]
        return tuple(kept)

    def _remains(self, number: int, met: int, absent: Set[str]) -> bool:
        return any(not names or not names <= absent for names in self._awaits(number, met))

    def _awaits(self, number: int, met: int) -> Iterator[frozenset[str]]:
        """Of each alternative that can hold, the modules of which one must be imported somewhere; none where it asks for none."""
        needed = self._needed[number]
        if needed is None:
            matches = self.targets[number].rule.match
            needed = self._needed[number] = tuple(m.vendors if isinstance(m, CallMatch) else frozenset[str]() for m in matches)
        return (names for place, names in enumerate(needed) if met >> place & 1)


def _bears_on(rule: Rule, language: str) -> bool:
    if rule.imports and language not in CODE:
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
