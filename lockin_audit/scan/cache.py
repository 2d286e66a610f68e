"""Results of earlier scans, kept per repository and rule set, so that unchanged files are not parsed again.

One file per repository (`store`), keyed by content: moving, touching or checking out a file anew costs nothing. Holds no source but the
masked snippets.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from lockin_audit.scan.examine import Asked, Examined
from lockin_audit.scan.store import digest, keep, program_digest, read_kept

FOLDER = "scan"


class ResultCache:
    """Examined files by key. One key may have several results, which differ in what other files answered.

    Args:
        folder: cache folder of the tool; None keeps nothing.
        repository: its path, which only enters the file's name as a hash.
        rules: digest of the rule set.
    """

    def __init__(self, folder: Path | None, repository: str, rules: bytes) -> None:
        self._used: dict[str, list[Examined]] = {}
        self._known: dict[str, list[Examined]] = {}
        self._changed = False
        self._path: Path | None = None
        if folder is not None:
            self._path = folder / FOLDER / f"{digest(os.path.realpath(repository), rules, program_digest())}.json"
            self._known = _load(self._path)

    def key(self, *parts: str | bytes) -> str:
        """Key of a file under everything that bears on its result but the answers of other files."""
        return digest(*parts) if self._path else ""

    def get(self, key: str, holds: Callable[[Asked], bool]) -> Examined | None:
        """The earlier result whose questions are still answered so, if there is one."""
        for found in self._known.get(key, ()):
            if holds(found.asked):
                self._use(key, found)
                return found
        return None

    def put(self, key: str, result: Examined) -> None:
        """Keep a result for the next run."""
        if self._path is not None:
            self._use(key, result)
            self._changed = True

    def _use(self, key: str, result: Examined) -> None:
        used = self._used.setdefault(key, [])
        if result not in used:
            used.append(result)

    def save(self) -> None:
        """Write what this run used and drop the rest."""
        if self._path is not None and (self._changed or sum(map(len, self._used.values())) != sum(map(len, self._known.values()))):
            keep(self._path, _results().dump_json(dict(sorted(self._used.items())), exclude_defaults=True))


def _load(path: Path) -> dict[str, list[Examined]]:
    body = read_kept(path)
    if body is None:
        return {}
    try:
        return _results().validate_json(body)
    except ValidationError:
        return {}


@cache
def _results() -> TypeAdapter[dict[str, list[Examined]]]:
    return TypeAdapter(dict[str, list[Examined]])
