"""Results of earlier scans, kept per repository and rule set, so that unchanged files are not parsed again.

One file per repository (`store`), keyed by content: moving, touching or checking out a file anew costs nothing. Holds no source but the
masked snippets.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from lockin_audit.core.runtime import Runtime
from lockin_audit.scan.examine import Examined
from lockin_audit.scan.store import digest, keep, program_digest, read_kept

FOLDER = "scan"


class ResultCache:
    """Examined files by key.

    Args:
        folder: cache folder of the tool; None keeps nothing.
        repository: resolved path, which only enters the file's name as a hash.
        runtimes: the rule set.
    """

    def __init__(self, folder: Path | None, repository: str, runtimes: Sequence[Runtime]) -> None:
        self._used: dict[str, Examined] = {}
        self._known: dict[str, Examined] = {}
        self._changed = False
        self._path: Path | None = None
        if folder is not None:
            self._path = folder / FOLDER / f"{digest(repository, rules_digest(runtimes), program_digest())}.json"
            self._known = _load(self._path)

    def key(self, *parts: str | bytes) -> str:
        """Key of a file under everything that bears on its result."""
        return digest(*parts) if self._path else ""

    def get(self, key: str) -> Examined | None:
        """The earlier result, if there is one."""
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, result: Examined) -> None:
        """Keep a result for the next run."""
        if self._path is not None:
            self._used[key] = result
            self._changed = True

    def save(self) -> None:
        """Write what this run used and drop the rest."""
        if self._path is None or not (self._changed or len(self._used) != len(self._known)):
            return
        body = json.dumps({key: [r.places, r.origins, r.problem] for key, r in sorted(self._used.items())}, separators=(",", ":"))
        keep(self._path, body.encode("ascii"))


def _load(path: Path) -> dict[str, Examined]:
    body = read_kept(path)
    if body is None:
        return {}
    try:
        return {
            str(key): Examined(
                tuple((str(r), int(a), int(b), str(c), str(s)) for r, a, b, c, s in places),
                tuple((str(n), str(o)) for n, o in origins),
                str(problem),
            )
            for key, (places, origins, problem) in json.loads(body).items()
        }
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def rules_digest(runtimes: Sequence[Runtime]) -> bytes:
    """Digest of all that decides what is found; facts and texts about a runtime do not."""
    total = hashlib.sha256()
    for runtime in runtimes:
        total.update(
            runtime.model_dump_json(exclude={"facts", "summary", "status", "swap_targets"}).encode("utf-8", "backslashreplace") + b"\n"
        )
    return total.digest()
