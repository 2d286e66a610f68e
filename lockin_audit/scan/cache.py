"""Results of earlier scans, kept per repository and rule set, so that unchanged files are not parsed again.

One file per repository: a checksum, then JSON. It is replaced as a whole, so that runs at the same time do not disturb each other
(the last one wins); a file that is damaged or foreign is ignored and written anew. Holds no source but the masked snippets.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from lockin_audit.core.errors import AuditError
from lockin_audit.core.runtime import Runtime
from lockin_audit.core.write_file import write_file
from lockin_audit.scan.examine import Examined

FOLDER = "scan"
MOST_FILES = 40
MOST_BYTES = 200_000_000


class ResultCache:
    """Examined files by key; `Examined` with a problem is kept as well.

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
            name = _digest(repository.encode("utf-8", "backslashreplace"), rules_digest(runtimes), _program_digest())
            self._path = folder / FOLDER / f"{name}.json"
            self._known = _load(self._path)

    def key(self, *parts: str | bytes) -> str:
        """Key of a file under everything that bears on its result."""
        return (
            _digest(*(part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part for part in parts)) if self._path else ""
        )

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
        """Write what this run used, drop the rest, and keep the folder within its bounds. A cache that cannot be written is no fault."""
        if self._path is None or not (self._changed or len(self._used) != len(self._known)):
            return
        body = json.dumps({key: [r.places, r.origins, r.problem] for key, r in sorted(self._used.items())}, separators=(",", ":"))
        data = body.encode("ascii")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(self._path, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
            _trim(self._path.parent, keep=self._path)
        except (OSError, AuditError):
            return


def _load(path: Path) -> dict[str, Examined]:
    try:
        if path.stat().st_size > MOST_BYTES:
            return {}
        checksum, _, body = path.read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return {}
        return {
            str(key): Examined(
                tuple((str(r), int(a), int(b), str(c), str(s)) for r, a, b, c, s in places),
                tuple((str(n), str(o)) for n, o in origins),
                str(problem),
            )
            for key, (places, origins, problem) in json.loads(body).items()
        }
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _trim(folder: Path, keep: Path) -> None:
    """Delete the oldest files beyond the bounds; another run may delete them at the same time."""
    aged = []
    for path in folder.glob("*.json"):
        try:
            status = path.stat()
        except OSError:
            continue
        aged.append((status.st_mtime_ns, status.st_size, path))
    total = 0
    for place, (_, size, path) in enumerate(sorted(aged, key=lambda item: (item[0], item[2].name), reverse=True)):
        total += size
        if path != keep and (place >= MOST_FILES or total > MOST_BYTES):
            path.unlink(missing_ok=True)


def rules_digest(runtimes: Sequence[Runtime]) -> bytes:
    """Digest of all rules; facts and texts beside them do not change what is found."""
    total = hashlib.sha256()
    for runtime in runtimes:
        total.update(f"{runtime.id} {runtime.kind}\n".encode())
        for rule in runtime.rules:
            total.update(rule.model_dump_json().encode("utf-8", "backslashreplace") + b"\n")
    return total.digest()


@cache
def _program_digest() -> bytes:
    """Version of the tool and state of the scanner's own files (which change without a new version in a checkout)."""
    try:
        number = version("lockin-audit")
    except PackageNotFoundError:
        number = "unknown"
    total = hashlib.sha256(number.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        status = path.stat()
        total.update(f"{path.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return total.digest()


def _digest(*parts: bytes) -> str:
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
