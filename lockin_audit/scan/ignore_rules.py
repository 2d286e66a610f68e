"""`.gitignore` files, decided cheaply: plain names and endings by look-up, everything else by expressions, all of them tried at once.

The test compares it with the `pathspec` library, which is not used here because importing it takes longer than most scans.

Only an entry itself is tested, never its parents: the walk does not enter an ignored folder.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GLOB = re.compile(r"[*?\[\\]")


class IgnoreFile:
    """One `.gitignore`, with the folder it stands in.

    Args:
        text: its content.
        base: path of its folder relative to the repository, ending in `/`, or empty for the root.
    """

    def __init__(self, text: str, base: str = "") -> None:
        self.base = base
        self._names: dict[str, list[tuple[int, bool]]] = {}
        self._endings: dict[str, list[tuple[int, bool]]] = {}
        self._globs: list[tuple[int, re.Pattern[str], bool]] = []
        self._patterns: list[tuple[int, re.Pattern[str]]] = []
        self._keeps: set[int] = set()
        for index, line in enumerate(text.splitlines()):
            self._add(index, line)
        self._suffixes = tuple(self._endings)
        self._any_glob = _any_of([expression for _, expression, _ in self._globs])
        self._any_pattern = _any_of([expression for _, expression in self._patterns])

    def _add(self, index: int, raw: str) -> None:
        line = raw.rstrip()
        if line.endswith("\\") and not line.endswith("\\\\"):
            line += " "
        if not line or line.startswith("#"):
            return
        body = line
        if body.startswith("!"):
            self._keeps.add(index)
            body = body[1:]
        folder_only = body.endswith("/")
        name = body.rstrip("/")
        if name and "/" not in name and not _GLOB.search(name):
            self._names.setdefault(name, []).append((index, folder_only))
        elif name.startswith("*.") and "/" not in name and not _GLOB.search(name[1:]):
            self._endings.setdefault(name[1:], []).append((index, folder_only))
        elif "/" not in name and name.strip("*"):
            glob = _name_expression(name)
            if glob is not None:
                self._globs.append((index, glob, folder_only))
        else:
            expression = _expression(body)
            if expression is not None:
                self._patterns.append((index, expression))

    def decides(self, name: str, path: str, folder: bool) -> bool | None:
        """True: ignored; False: kept by a `!` line; None: this file says nothing.

        Args:
            name: last part of the path.
            path: path relative to the repository.
            folder: whether it is a folder.
        """
        last = -1
        for index, folder_only in self._names.get(name, ()):
            if index > last and (folder or not folder_only):
                last = index
        if self._suffixes and name.endswith(self._suffixes):
            for suffix, lines in self._endings.items():
                if name.endswith(suffix):
                    last = max([last, *(index for index, folder_only in lines if folder or not folder_only)])
        if self._any_glob is not None and self._any_glob.fullmatch(name):
            for index, expression, folder_only in reversed(self._globs):
                if index < last:
                    break
                if (folder or not folder_only) and expression.fullmatch(name):
                    last = index
                    break
        if self._any_pattern is not None:
            relative = path[len(self.base) :] + ("/" if folder else "")
            if self._any_pattern.fullmatch(relative):
                for index, expression in reversed(self._patterns):
                    if index < last:
                        break
                    if expression.fullmatch(relative):
                        last = index
                        break
        return None if last < 0 else last not in self._keeps


def _any_of(expressions: list[re.Pattern[str]]) -> re.Pattern[str] | None:
    """One expression that holds where any of them does; None without any."""
    if not expressions:
        return None
    return re.compile("|".join(f"(?:{expression.pattern})" for expression in expressions), re.DOTALL)


@lru_cache(maxsize=4096)
def _name_expression(glob: str) -> re.Pattern[str] | None:
    """A glob without a slash, to be matched in full on a name; None for a broken one."""
    segment = _segment(glob)
    return None if segment is None else re.compile(segment, re.DOTALL)


@lru_cache(maxsize=4096)
def _expression(body: str) -> re.Pattern[str] | None:
    """A glob of a `.gitignore`, to be matched in full on a relative path that ends in `/` for a folder; None for a broken one."""
    folder_only = body.endswith("/")
    glob = body.rstrip("/")
    anchored = "/" in glob
    glob = glob.removeprefix("/")
    if not glob:
        return re.compile(r".*/", re.DOTALL) if body.startswith("**") else None
    parts = glob.split("/")
    out = "" if anchored or parts[0] == "**" else "(?:.+/)?"
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if part == "**":
            out += (".+/" if folder_only else ".*") if last else "(?:.+/)?"
            if last:
                folder_only = False
                break
            continue
        segment = _segment(part)
        if segment is None:
            return None
        out += segment + ("" if last else "/")
    else:
        out += "/" if folder_only else "/?"
    return re.compile(out, re.DOTALL)


def _segment(part: str) -> str | None:
    """One part of a path: `*`, `?`, sets and escapes; None where a set is not closed or cannot be one."""
    out = ""
    place = 0
    while place < len(part):
        character = part[place]
        place += 1
        if character == "*":
            while part[place : place + 1] == "*":
                place += 1
            out += "[^/]*"
        elif character == "?":
            out += "[^/]"
        elif character == "[":
            end = part.find("]", place + 2 if part[place : place + 1] in ("!", "^") else place + 1)
            if end < 0:
                return None
            inner = part[place:end]
            negated = inner[:1] in ("!", "^")
            inner = inner[1:] if negated else inner
            out += ("(?!/)[^" if negated else "[") + re.sub(r"([\\\[\]&~|^])", r"\\\1", inner) + "]"
            place = end + 1
        elif character == "\\":
            if place == len(part):
                return None
            out += re.escape(part[place])
            place += 1
        else:
            out += re.escape(character)
    try:
        re.compile(out)
    except re.error:
        return None
    return out


def ignored(files: tuple[IgnoreFile, ...], name: str, path: str, folder: bool) -> bool:
    """Whether the entry is ignored; the nearest `.gitignore` that says anything decides."""
    for file in reversed(files):
        decision = file.decides(name, path, folder)
        if decision is not None:
            return decision
    return False
