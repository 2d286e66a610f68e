"""What a repository's own modules and classes are called, and what stands open in its C# projects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lockin_audit.scan.languages.own_modules import tells
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Listing

_USINGS_FILE = re.compile(r"_?(?:global|implicit)?[-_.]?(?:using|import)s?\.(?:cs|razor)", re.IGNORECASE)
_GLOBAL_USING = re.compile(rb"^[ \t]*global[ \t]+using[ \t]+([A-Z][\w.]{1,200})[ \t]*;", re.MULTILINE)
_COMPONENT_USING = re.compile(rb"^[ \t]*@using[ \t]+([A-Z][\w.]{1,200})[ \t;]*\r?$", re.MULTILINE)
_PROJECT_USING = re.compile(rb"<Using[ \t]+Include[ \t]*=[ \t]*\"([A-Z][\w.]{1,200})\"")
_MOST_FILES, _MOST_OPEN = 500, 40
"""Files that are read for what they open, and namespaces of one project."""


def local_modules(listing: Listing) -> Iterator[str]:
    """Paths of the files that tell which Python modules the repository has, and from where they are seen."""
    for entry in listing.entries:
        if tells(entry.path) and not entry.archive:
            yield entry.path


def local_types(listing: Listing) -> Iterator[str]:
    """Names of classes of the repository, as far as their files are named after them."""
    for entry in listing.entries:
        if entry.language in ("csharp", "java", "kotlin", "php"):
            yield entry.path.rpartition("/")[2].partition(".")[0]


def global_usings(root: str, listing: Listing) -> Mapping[str, tuple[str, ...]]:
    """Namespaces that stand open in all files of a C# project (`global using`, in files named for it and in the project file), by the
    project's folder, and those of Razor components (`_Imports.razor`), by the folder they stand in."""
    if not any(entry.language == "csharp" for entry in listing.entries):
        return {}
    projects = {entry.path.rpartition("/")[0] for entry in listing.entries if entry.path.endswith(".csproj")}
    opened: dict[str, set[str]] = {}
    telling = [entry for entry in listing.entries if _tells_usings(entry.path) and not entry.archive]
    for entry in telling[:_MOST_FILES]:
        try:
            data = read_text(root, entry)
        except NotRead:
            continue
        component = entry.path.endswith(".razor")
        pattern = _COMPONENT_USING if component else _GLOBAL_USING if entry.language == "csharp" else _PROJECT_USING
        found = {name.decode() for name in pattern.findall(data) if not name.startswith(b"System")}
        if found:
            folder = entry.path.rpartition("/")[0]
            opened.setdefault(folder if component else _project(folder, projects), set()).update(found)
    return {folder: tuple(sorted(names)[:_MOST_OPEN]) for folder, names in sorted(opened.items())}


def _tells_usings(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith((".csproj", ".props")) or _USINGS_FILE.fullmatch(name) is not None


def _project(folder: str, projects: set[str]) -> str:
    """The folder of the project that a folder belongs to; the folder itself where there is none."""
    place = folder
    while place not in projects:
        if not place:
            return folder
        place = place.rpartition("/")[0]
    return place
