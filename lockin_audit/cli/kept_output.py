"""What an audit wrote, given again by a later run where nothing has changed that it depends on: that costs little more than listing.

What decides the output is what was asked on the command line, the files in scope as the file system describes them (`scan.unchanged`),
the commit, the content of every other file that is read, the program with its data, the version of Python and the day. What cannot be
compared so cheaply (answers of people, earlier audits that the config names) is worked out anew.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lockin_audit.core.data_files import PACKAGE
from lockin_audit.scan.commit import git_commit
from lockin_audit.scan.repository import list_files
from lockin_audit.scan.store import digest, keep, outside, read_kept
from lockin_audit.scan.unchanged import state_of

if TYPE_CHECKING:
    from lockin_audit.core.config import LoadedConfig
    from lockin_audit.core.evidence import Scan

FOLDER = "output"
_SECONDS = re.compile(r'(?<=\n  "seconds": )[0-9.eE+-]+')
"""Time of the scan in the JSON document. A line break in a text of the document would be written `\\n`, so nothing else looks like it."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a run of `audit` says."""

    text: str
    """The result, in the form that was asked for."""
    remarks: tuple[str, ...]
    """What is said of the scan beforehand."""
    gates: tuple[str, ...]
    """The gates that are hit, in words; with any the program ends with 1."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an audit, as far as it decides the output."""

    repository: Path
    format: str
    width: int
    """Characters in a line of a table."""
    min_confidence: str
    include_tests: bool
    config: Path | None
    """The config file, wherever it was named; None: there is none."""
    packs: tuple[Path, ...]
    gates: tuple[str, ...]
    baseline: Path | None

    @property
    def _files(self) -> Iterator[Path]:
        """Files that need not be in scope and whose content decides the output."""
        yield from (path for path in (self.config, self.baseline) if path is not None)
        for folder in self.packs:
            yield from sorted(folder.rglob("*.toml"))

    def name(self) -> str:
        """What stands for the request itself."""
        return digest(os.path.realpath(self.repository), repr(self))

    def inputs(self, day: str) -> str:
        """What stands for all it depends on beside the files in scope."""
        return digest(day, sys.version, *_program(), git_commit(self.repository) or "", *_content(self._files))


class KeptOutput:
    """The output of the last run that was asked the same. Made before anything is read.

    Args:
        folder: cache folder of the tool; None keeps nothing, nor does one inside the repository, which could hold words of its own.
        request: what is asked.
        day: the day of the run.
    """

    def __init__(self, folder: Path | None, request: Request, day: str) -> None:
        self._request = request
        place = outside(folder, request.repository)
        self._path = place / FOLDER / f"{request.name()}.audit" if place is not None else None
        self._inputs = request.inputs(day) if place is not None else ""

    def recall(self) -> Output | None:
        """The output, with the time that it took to see that nothing has changed; None where something has."""
        body = read_kept(self._path) if self._path is not None else None
        if body is None:
            return None
        head, _, text = body.decode("utf-8", "surrogatepass").partition("\n")
        try:
            kept: dict[str, Any] = json.loads(head)
            if kept["inputs"] != self._inputs or not all(os.path.isdir(folder) for folder in kept["folders"]):  # noqa: PTH112
                return None
            started = time.perf_counter()
            root = self._request.repository
            if kept["seen"] != state_of(os.fspath(root), list_files(root, include_tests=self._request.include_tests))[0]:
                return None
            if self._request.format == "json":
                text = _SECONDS.sub(repr(time.perf_counter() - started), text, count=1)
            return Output(text, tuple(kept["remarks"]), tuple(kept["gates"]))
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, output: Output, scan: Scan, loaded: LoadedConfig) -> None:
        """Keep an output, if it is known which state of the repository and which files it comes from.

        Args:
            output: what was said.
            scan: what was found.
            loaded: the config that was read.
        """
        if self._path is None or not scan.seen or loaded.config.lock_in.points:
            return
        folders = [os.fspath(loaded.repository)] if loaded.repository is not None else []
        head = {"inputs": self._inputs, "seen": scan.seen, "folders": folders, "remarks": output.remarks, "gates": output.gates}
        keep(self._path, f"{json.dumps(head)}\n{output.text}".encode("utf-8", "surrogatepass"))


def _content(files: Iterable[Path]) -> Iterator[str | bytes]:
    """Name and content of each file; one that cannot be read is reported where it is needed."""
    for path in files:
        yield os.fspath(path)
        try:
            yield path.read_bytes()
        except (OSError, ValueError):
            yield b"unread"


def _program() -> Iterator[str]:
    """State of every file of the program and its data, in a fixed order."""
    pending = [os.fspath(PACKAGE)]
    while pending:
        with os.scandir(pending.pop()) as found:
            for entry in sorted(found, key=lambda child: child.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        pending.append(entry.path)
                else:
                    status = entry.stat()
                    yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"
