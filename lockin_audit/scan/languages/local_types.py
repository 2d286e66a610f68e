"""Clients that classes and packages of the repository make available in languages where classes stand by their names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence

from lockin_audit.scan.languages.origins import INHERITED, LOCAL, LookUp
from lockin_audit.scan.model import RepositoryContext

_ENDINGS = {
    ".cs": "csharp",
    ".razor": "csharp",
    ".java": "java",
    ".kt": "kotlin",
    ".kts": "kotlin",
    ".go": "go",
    ".rb": "ruby",
    ".php": "php",
}
_TOGETHER = {"java": "jvm", "kotlin": "jvm"}
"""Languages whose classes use each other."""
_CLASS = re.compile(r"@([\w/]+)(?:\(\))?$")


def is_typed(path: str) -> bool:
    """Whether a path is that of a file in one of these languages."""
    return posixpath.splitext(path)[1] in _ENDINGS


class _Members:
    """`RepositoryContext.origins` of typed files, arranged by language and name (`Factory`, `Factory.Create`)."""

    def __init__(self, origins: Mapping[str, str]) -> None:
        self.by_name: dict[tuple[str, str], list[tuple[str, str]]] = {}
        """Language and name → folder and origin, in order of paths."""
        self.classes: dict[tuple[str, str], set[str]] = {}
        """Language and class → folders."""
        self.folders: dict[str, set[str]] = {}
        for key, origin in sorted(origins.items()):
            path, _, name = key.rpartition(":")
            language = _ENDINGS.get(posixpath.splitext(path)[1], "")
            if not language:
                continue
            language, folder = _TOGETHER.get(language, language), posixpath.dirname(path)
            self.by_name.setdefault((language, name), []).append((folder, origin))
            if "." in name:
                self.classes.setdefault((language, name.partition(".")[0]), set()).add(folder)
            self.folders.setdefault(language, set()).add(folder)

    def origin(self, language: str, name: str, folder: str) -> str | None:
        """What a name stands for: as made in the same folder, else where all places agree."""
        known = self.by_name.get((language, name), [])
        near = {origin for place, origin in known if place == folder} or {origin for _, origin in known}
        return near.pop() if len(near) == 1 else None


_latest: tuple[object, int, _Members] | None = None


def _arranged(origins: Mapping[str, str]) -> _Members:
    global _latest
    if _latest is None or _latest[0] is not origins or _latest[1] != len(origins):
        _latest = (origins, len(origins), _Members(origins))
    return _latest[2]


def look_up_types(path: str, language: str, context: RepositoryContext) -> LookUp:
    """How types and packages that one file names are followed into the repository.

    Args:
        path: the file that names them.
        language: `csharp`, `java`, `kotlin`, `go`, `ruby` or `php`.
        context: what the repository pass knows.
    """
    members = _arranged(context.origins)
    family, folder, types = _TOGETHER.get(language, language), posixpath.dirname(path), context.local_types

    def of_type(name: str) -> str | None:
        """A class of the repository; where it only extends a vendor's class, that one."""
        if (family, name) not in members.classes and (known := members.origin(family, name, folder)) is not None:
            return known
        return f"{LOCAL}@{name}" if name in types or (family, name) in members.classes else None

    def look_up(module: str, name: str) -> str | None:
        held = _CLASS.match(module)
        if held is not None:
            known, base = members.origin(family, f"{held[1]}.{name}", folder), members.origin(family, held[1], folder)
            return known or (f"{INHERITED}{base}().{name}" if base else None)
        if not module:
            return of_type(name)
        return of_import(module, name)

    def of_import(module: str, name: str) -> str | None:
        """An imported class of the repository, told by the folder its package lies in."""
        if not name or family not in ("jvm", "php"):
            return None
        package = module.replace(".", "/") if family == "jvm" else module.rpartition(".")[2]
        if any(place == package or place.endswith("/" + package) for place in members.classes.get((family, name), ())):
            return of_type(name)
        return None

    def of_package(module: str, name: str) -> str | None:
        """A Go package of the repository by its folder, and what is in it; the empty module is the file's own package."""
        inside = (
            folder
            if not module
            else next(
                (place for place in sorted(members.folders.get("go", ()), key=len, reverse=True) if place and module.endswith("/" + place)),
                None,
            )
        )
        if inside is None:
            return None
        if not name:
            return LOCAL + module
        known = {origin for place, origin in members.by_name.get(("go", name), []) if place == inside}
        if len(known) == 1:
            return known.pop()
        if inside in members.classes.get(("go", name), ()):
            return f"{LOCAL}{module}:{name}"
        return f"{LOCAL}{module}:{name}" if module else None

    return of_package if language == "go" else look_up


def opened_in(path: str, usings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Namespaces that the projects around a file open for it.

    Args:
        path: of the file.
        usings: folder of a project → what stands open in it.
    """
    if not usings:
        return ()
    found: dict[str, None] = {}
    folder = path
    while folder:
        folder = folder.rpartition("/")[0]
        found.update(dict.fromkeys(usings.get(folder, ())))
    return tuple(found)
