"""A study that may leave the house: no line of code, no path, no repository name; everything else as it was.

Redaction comes before any file is made, so that no format can forget it. Paths become digests with a key that is itself a digest of
all the evidence: the same path has the same digest throughout a report, and nobody without the code can test a guess. Ids of places
stay, so that whoever holds the full report can find each place again.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from lockin_audit.report.study import Study

NAME: Final = "withheld"
"""Stands for the name of the repository."""
CODE: Final = "[code]"
"""Stands for what was cut from the source inside a sentence."""
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{1,6}\Z")
_TOKEN: Final = re.compile(r"[^\s\"'`“”‘’()\[\]{}<>,;|]+")
_PLACE: Final = re.compile(r"(?P<path>.+?)(?P<rest>(?::\d+(?:-\d+)?)?[.:!?]*)\Z", re.DOTALL)
_IDENTIFIER: Final = re.compile(r"(?=.*[_=.(\d])\S{4,}.*|[a-z]+[A-Z]\w+", re.DOTALL)
"""Cuttings that are recognisably code; a plain word such as `sessions` stays, it would tear holes into sentences."""
_PATHS: Final = frozenset({"file", "paths", "repository", "logo", "history"})
_CUTTINGS: Final = frozenset({"snippet"})
_IDS: Final = frozenset({"id", "rule", "runtime", "runtimes", "workflow", "because", "site_ids", "decided_by", "commit"})
"""Fields that name things of ours or of the config, never a path or code."""


def redact(study: Study) -> Study:
    """The study without code, paths and the name of the repository."""
    data = study.model_dump(mode="python", by_alias=True)
    scanned = data["audit"]["scan"]
    known = set(_paths(data))
    key = hashlib.sha256(
        "\0".join(sorted([study.repository_name, *known, *(s.snippet for s in study.audit.scan.sites)])).encode("utf-8", "replace")
    )
    walker = _Redactor(key.digest(), known, _cuttings(data))
    scanned["dependencies"] = {id: tuple(sorted(walker.path(p) for p in files)) for id, files in scanned["dependencies"].items()}
    clean = walker.walk(data)
    audit = clean["audit"]
    for sites in (audit, audit["scan"]):
        sites["sites"] = sorted(sites["sites"], key=lambda s: (s["file"], s["line"], s["rule"], s["id"]))
    audit["scan"]["skipped"] = sorted(audit["scan"]["skipped"], key=lambda s: (s["file"], s["reason"]))
    clean["repository_name"] = NAME
    return Study.model_validate(clean).model_copy(update={"logo": study.logo})


def _paths(value: Any, key: str = "") -> Iterator[str]:
    """Every path a study holds, by the names of the fields that hold paths."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "dependencies":
                for files in inner.values():
                    yield from files
            else:
                yield from _paths(inner, str(name))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _paths(inner, key)
    elif isinstance(value, str) and key in _PATHS and value not in ("", "."):
        yield value


def _cuttings(data: Mapping[str, Any]) -> frozenset[str]:
    """Texts cut from the source that sentences may repeat."""
    found: set[str] = set()
    scan = data["audit"]["scan"]
    for holder in (*scan["sites"], *scan.get("landmarks", ())):
        found |= {t for t in _texts(holder.get("detail", {})) if _IDENTIFIER.fullmatch(t)}
        found |= {holder[k] for k in ("snippet", "text") if len(holder.get(k, "")) > 3}
    return frozenset(found)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)


class _Redactor:
    """Walks the data of a study and writes them anew."""

    def __init__(self, key: bytes, known: set[str], cuttings: frozenset[str]) -> None:
        self._key = key
        self._digests = {path: self._digest(path) for path in known}
        self._odd = sorted((p for p in known if not _TOKEN.fullmatch(p)), key=lambda p: (-len(p), p))
        self._code = sorted(cuttings, key=lambda c: (-len(c), c))
        self._done: dict[str, str] = {}

    def path(self, path: str) -> str:
        """The digest of a path."""
        return self._digests.get(path) or self._digest(path)

    def walk(self, value: Any, key: str = "") -> Any:
        """The value with paths, cuttings and sentences that repeat them replaced."""
        if isinstance(value, Mapping):
            kept = {name: inner for name, inner in value.items() if name != "detail"}
            return {
                name: inner if name == "dependencies" else self.walk(inner, self._below(key, str(name))) for name, inner in kept.items()
            }
        if isinstance(value, (list, tuple)):
            return [self.walk(inner, key) for inner in value]
        if type(value) is not str or not value or key in _IDS:
            return value
        if key in _CUTTINGS:
            return ""
        if key in _PATHS:
            return value if value == "." else self.path(value)
        return self._sentence(value)

    @staticmethod
    def _below(key: str, name: str) -> str:
        """The text of a landmark is a line of code; a `text` elsewhere is a question."""
        return "snippet" if key == "landmarks" and name == "text" else name

    def _sentence(self, text: str) -> str:
        """A text with every path and cutting in it replaced; the same few thousand sentences come again and again."""
        if text not in self._done:
            clean = text
            for path in self._odd:
                if path in clean:
                    clean = clean.replace(path, self._digests[path])
            clean = _TOKEN.sub(self._token, clean)
            for cutting in self._code:
                if cutting in clean:
                    clean = re.sub(rf"(?<!\w){re.escape(cutting)}(?!\w)", CODE, clean)
            self._done[text] = clean
        return self._done[text]

    def _token(self, match: re.Match[str]) -> str:
        whole = match[0]
        if whole in self._digests and _telling(whole):
            return self._digests[whole]
        parts = _PLACE.match(whole)
        if parts is None or parts["path"] not in self._digests or not _telling(parts["path"], parts["rest"]):
            return whole
        return self._digests[parts["path"]] + parts["rest"]

    def _digest(self, path: str) -> str:
        suffix = _SUFFIX.search(PurePosixPath(path).name)
        return f"path-{hmac.new(self._key, path.encode('utf-8', 'replace'), hashlib.sha256).hexdigest()[:12]}{suffix[0] if suffix else ''}"


def _telling(path: str, rest: str = "") -> bool:
    """Whether a word of a sentence that equals a path is one: `docs` alone is a word, `docs/x`, `x.py` and `Makefile:3` are paths."""
    return "/" in path or "." in path or "*" in path or rest.startswith(":") or not path.islower()
