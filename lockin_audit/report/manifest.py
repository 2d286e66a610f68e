"""`manifest.json`: what a report folder holds and what it was made from. Also how a folder is recognised as one of ours."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from pydantic import Field, ValidationError, field_validator

from lockin_audit.core.record import Record
from lockin_audit.report.study import Study

NAME: Final = "manifest.json"
SCHEMA: Final = "lockin-audit/manifest/1"
LIBRARIES: Final = ("genai-prices", "lxml", "matplotlib", "numpy", "openpyxl", "pandas", "python-docx", "python-pptx")
"""Libraries whose version can change what the files look like."""
_LARGEST = 5_000_000


class FileEntry(Record):
    """One file of the report."""

    name: str
    """Path relative to the folder, with `/` separators."""
    bytes: int
    sha256: str

    @field_validator("name")
    @classmethod
    def _inside(cls, name: str) -> str:
        if not is_inside(name):
            raise ValueError("must be a plain path inside the folder")
        return name


class Manifest(Record):
    """A whole `manifest.json`."""

    schema_: Literal["lockin-audit/manifest/1"] = Field(default=SCHEMA, alias="schema")
    tool_version: str
    python: str
    """Python version, major and minor."""
    libraries: dict[str, str]
    """Library → version, for those that shape the files."""
    as_of: date
    seed: int
    draws: int | None
    """Simulated futures; null where no simulation was run."""
    commit: str | None
    """Commit of the audited repository, where it could be read."""
    digests: dict[str, str]
    """What the study rests on → SHA-256."""
    files: tuple[FileEntry, ...]
    """Every other file of the report, sorted by name."""


def is_inside(name: str) -> bool:
    """Whether a name is a plain relative path that stays inside a folder on every platform."""
    path = PurePosixPath(name)
    plain = not (set(name) & set('\\:*?"<>|\0')) and name == path.as_posix()
    return plain and bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def build_manifest(study: Study, files: Mapping[str, bytes]) -> bytes:
    """The manifest over the files of a report as UTF-8 JSON."""
    simulation = study.cost.simulation
    manifest = Manifest(
        tool_version=study.tool_version,
        python=".".join(platform.python_version_tuple()[:2]),
        libraries={name: found for name in LIBRARIES if (found := _version(name))},
        as_of=study.as_of,
        seed=study.seed,
        draws=simulation.draws if simulation else None,
        commit=study.audit.scan.commit,
        digests=dict(sorted(study.digests.items())),
        files=tuple(FileEntry(name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest()) for name, data in sorted(files.items())),
    )
    return (json.dumps(manifest.model_dump(mode="json", by_alias=True), indent=1, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of an earlier report of ours in the folder; None where there is none or it is not valid."""
    path = folder / NAME
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError):
        return None


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
