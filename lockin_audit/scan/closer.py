"""The closer look: decides rules in the files that may hold them, and follows clients from file to file as far as a rule asks for it.

A file is first looked at alone. What it asked of other files on the way (an imported name, a class) says which modules are parsed for the
clients they make available; where one of those answers what a file asked, that file is looked at again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lockin_audit.scan.cache import ResultCache
from lockin_audit.scan.examine import Asked, Examined
from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.file_reader import digest_of
from lockin_audit.scan.first_pass import Candidate
from lockin_audit.scan.languages import look_up_of
from lockin_audit.scan.languages.lookalikes import PACKAGE_OF_WORD
from lockin_audit.scan.model import Progress, RepositoryContext
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry
from lockin_audit.scan.workers import Task, Workers

_MOST_ROUNDS = 6
"""Looks at one file; each answers what the one before asked."""


@dataclass(slots=True)
class CloserLook:
    """Looks at candidates and keeps what was found in each.

    Args:
        root: the repository.
        context: what is known of it; clients are put into it as they are found.
        exporters: the modules that may make clients available.
        rule_ids: id of every rule by its number.
        workers: who parses.
        results: those of earlier runs.
        report: told how far it is.
    """

    root: str
    context: RepositoryContext
    exporters: Exporters
    rule_ids: Sequence[str]
    workers: Workers
    results: ResultCache
    report: Progress
    found: dict[str, tuple[Candidate, Examined]] = field(default_factory=dict)
    """Path → the file and what was found in it."""
    _plain: RepositoryContext = field(init=False)
    """The context without clients: what a module makes available is told by itself."""
    _surroundings: bytes = field(init=False)

    def __post_init__(self) -> None:
        context = self.context
        self._plain = replace(context, origins={})
        names = (context.local_modules, context.local_types, context.absent)
        parts = (sorted(context.dependencies.items()), *map(sorted, names), sorted(context.usings.items()))
        self._surroundings = hashlib.blake2b(repr(parts).encode("utf-8", "backslashreplace"), digest_size=16).digest()
        for word, runtime in PACKAGE_OF_WORD.items():
            if runtime in context.dependencies:
                self.exporters.ask_word(word)
        self._find_clients()

    def look(self, candidates: Sequence[Candidate]) -> None:
        """Look at files, and again at every file that the clients found on the way bear on."""
        self._examine(candidates)
        for _ in range(_MOST_ROUNDS):
            for candidate in candidates:
                self.exporters.ask(candidate.entry, [(module, name) for module, name, _ in self.found[candidate.entry.path][1].asked])
            if not self._find_clients():
                break
            candidates = [candidate for candidate, found in self.found.values() if not self._holds(candidate.entry, found.asked)]
            if not candidates:
                break
            self._examine(candidates)

    def _holds(self, entry: Entry, asked: Asked) -> bool:
        """Whether everything a file asked is still answered so."""
        if not asked:
            return True
        look_up = look_up_of(entry.path, entry.language, self.context)
        return all(look_up(module, name) == known for module, name, known in asked)

    def _find_clients(self) -> bool:
        """Put the clients that were asked for into the context, those made by modules and those handed on; whether there were any."""
        origins = dict(self.context.origins)
        while due := self.exporters.due():
            modules = [self._module(entry) for entry in due]
            for candidate, found in self._results([module for module in modules if module is not None], None, self._plain):
                origins.update((f"{candidate.entry.path}:{name}", origin) for name, origin in found.origins)
                self.exporters.learn(candidate.entry, found.origins)
        grown = len(origins) > len(self.context.origins)
        self.context.origins = origins
        return grown

    def _module(self, entry: Entry) -> Candidate | None:
        try:
            data = read_text(self.root, entry)
        except NotRead:
            return None
        return Candidate(entry, digest_of(data), len(data))

    def _examine(self, candidates: Sequence[Candidate]) -> None:
        for candidate, found in self._results(candidates, self.rule_ids, self.context):
            self.found[candidate.entry.path] = (candidate, found)

    def _results(
        self, candidates: Sequence[Candidate], rule_ids: Sequence[str] | None, context: RepositoryContext
    ) -> Iterator[tuple[Candidate, Examined]]:
        """What each file gives for its rules (or, without rules, the clients it makes available); known results are not sought again."""
        if not candidates:
            return
        known: dict[int, Examined] = {}
        keys = []
        for number, c in enumerate(candidates):
            wanted = "clients" if rule_ids is None else ",".join(rule_ids[n] for n in c.rules)
            keys.append(self.results.key(c.entry.path, c.entry.language, c.digest, wanted, self._surroundings))
            earlier = self.results.get(keys[-1], partial(self._holds, c.entry))
            if earlier is not None:
                known[number] = earlier
        missing = [number for number in range(len(candidates)) if number not in known]
        tasks = [Task(candidates[n].entry, candidates[n].size, None if rule_ids is None else candidates[n].rules) for n in missing]
        self.report(len(known), len(candidates))
        fresh = self.workers.run(tasks, context, lambda done: self.report(len(known) + done, len(candidates)))
        for number, result in zip(missing, fresh, strict=True):
            known[number] = result
            if not result.problem:
                self.results.put(keys[number], result)
        for number, candidate in enumerate(candidates):
            yield candidate, known[number]
