"""Which modules must be parsed for the clients they make available: those that a file looked at closely can ask for, and no other.

Imports are read off the text (`from x import y`, quoted paths, names of classes), never too few of them. What a parsed module only hands
on leads to the next one, until nothing new is asked for.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lockin_audit.scan.file_types import CODE, TYPED
from lockin_audit.scan.languages.modules import NAMESPACES, SDK_ROOTS, stem_of, target_of
from lockin_audit.scan.languages.scope import LOCAL
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing

_BARRELS = frozenset(("__init__.py", "index.ts", "index.tsx", "index.js", "index.jsx", "index.mjs", "index.cjs", "index.mts"))
_MODULES = CODE - TYPED - {"notebook"}
_SCRIPTS = _MODULES - {"python"}
_FAMILIES = {"csharp": "csharp", "java": "jvm", "kotlin": "jvm"}
"""Languages whose classes are asked for by name, those together that use each other's."""
_LARGEST = 100_000
_AT_ONCE = 3
"""Neighbours parsed in one round to learn whether a module stands beside one that makes a client."""
_FROM = re.compile(rb"\bfrom\s+([.\w]+)\s+import\s*(\([^)]*\)|[^\n;]*)")
_IMPORT = re.compile(rb"\bimport\s+([\w. \t,]+)")
_COMMENT = re.compile(rb"#[^\n]*")
_WORD = re.compile(rb"\w+")
_QUOTED = re.compile(rb"""["'`]((?:\.|[@~#]/|src/)[^"'`\n]{0,300})["'`]""")
_CLASS = re.compile(rb"\b(?:class|record|struct|interface|enum|object|typealias)\s+(?:(?:class|struct)\s+)?(\w+)")
_OUTSIDE = {
    "csharp": re.compile(rb"^[\w<>\[\]?,.]+[ \t]+([A-Z]\w*)[ \t]*=", re.MULTILINE),
    "kotlin": re.compile(rb"\b(?:val|var|fun)\b([^\n={]{1,200})"),
}
"""What stands outside classes and may be asked for."""


@dataclass(slots=True)
class Exporters:
    """The modules that may be asked for.

    Args:
        root: the repository.
        listing: its files.
        makers: files that may make a client, or hand one on, by path.
        local_modules: names of the repository's folders and Python files.
    """

    root: str
    listing: Listing
    makers: Mapping[str, Entry]
    local_modules: Collection[str]
    _asked: set[str] = field(default_factory=set)
    """Paths of modules asked for."""
    _by_stem: dict[str, list[str]] = field(default_factory=dict)
    """Stem, and each ending of a stem behind a slash, → paths."""
    _below: dict[str, dict[str, None]] = field(default_factory=dict)
    """Stem or ending → names right below it."""
    _exact: dict[str, list[str]] = field(default_factory=dict)
    _entries: dict[str, Entry] = field(default_factory=dict)
    _definers: dict[tuple[str, bytes], list[str]] = field(default_factory=dict)
    _words: set[tuple[str, bytes]] = field(default_factory=set)
    _scripts: dict[str, list[str]] = field(default_factory=dict)
    """Part of the path of a JavaScript file → paths."""
    _supporters: dict[str, list[str]] = field(default_factory=dict)
    """Module that is no maker, asked for → makers beside it that it names."""
    _folders: dict[str, list[str]] = field(default_factory=dict)
    _done: set[str] = field(default_factory=set)
    _made: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for entry in self.listing.entries:
            if entry.language in _MODULES:
                self._place(entry)
        for path, entry in self.makers.items():
            family = _FAMILIES.get(entry.language)
            if family is not None:
                for name in _defined(self._data(entry), entry.language):
                    self._definers.setdefault((family, name), []).append(path)
            elif entry.language in TYPED:
                self._asked.add(path)
            else:
                folder = posixpath.dirname(path)
                while True:
                    self._folders.setdefault(folder, []).append(path)
                    if not folder:
                        break
                    folder = posixpath.dirname(folder)

    def _place(self, entry: Entry) -> None:
        stem = stem_of(entry.path)
        self._entries[entry.path] = entry
        parts = stem.split("/")
        self._exact.setdefault(stem, []).append(entry.path)
        for number in range(len(parts)):
            self._by_stem.setdefault("/".join(parts[number:]), []).append(entry.path)
            if number < len(parts) - 1:
                self._below.setdefault("/".join(parts[number:-1]), {})[parts[-1]] = None
        if len(parts) == 1:
            self._below.setdefault("", {})[parts[0]] = None
        if entry.language in _SCRIPTS and entry.path in self.makers:
            for part in parts:
                self._scripts.setdefault(part, []).append(entry.path)

    def _data(self, entry: Entry) -> bytes:
        try:
            return read_text(self.root, entry)
        except NotRead:
            return b""

    def ask_word(self, word: str) -> None:
        """Ask for every module with this word in its path."""
        for stem, paths in self._exact.items():
            parts = stem.split("/")
            if word in parts:
                for path in paths:
                    if path in self.makers or parts[-1] == word:
                        self._want(path)

    def ask(self, entry: Entry) -> None:
        """Ask for what a file imports or names."""
        data = self._data(entry)
        family = _FAMILIES.get(entry.language)
        if family is not None:
            self._ask_types(family, _WORD.findall(data))
        elif entry.language in _SCRIPTS:
            for match in _QUOTED.finditer(data):
                self._ask_script(match[1].decode("utf-8", "replace"), entry.path)
        elif entry.language in ("python", "notebook"):
            self._ask_python(data, entry)

    def _ask_types(self, family: str, words: Iterable[bytes]) -> None:
        for word in {*words}:
            if (family, word) not in self._words:
                self._words.add((family, word))
                self._asked.update(self._definers.get((family, word), ()))

    def _ask_script(self, module: str, path: str) -> None:
        target = target_of(module, path, (), script=True)
        if target is not None:
            self._ask_stem(*target)

    def _ask_python(self, data: bytes, entry: Entry) -> None:
        if entry.language == "notebook":
            data = data.replace(b"\\n", b"\n").replace(b'"', b"\n")
        data = _COMMENT.sub(b"", data.replace(b"\\\r\n", b" ").replace(b"\\\n", b" "))
        words: set[bytes] | None = None
        for match in _FROM.finditer(data):
            module = match[1].decode("utf-8", "replace")
            target = self._python_target(module, entry.path)
            if target is not None:
                words = {*_WORD.findall(data)} if words is None else words
                self._ask_stem(*target)
                for name in _WORD.findall(match[2]):
                    shown = name.decode("utf-8", "replace")
                    self._reach(f"{target[0]}/{shown}" if target[0] else shown, target[1], words)
        for match in _IMPORT.finditer(data):
            for part in match[1].split(b","):
                module = (part.split() or [b""])[0].decode("utf-8", "replace")
                while module.strip("."):
                    target = self._python_target(module, entry.path)
                    if target is not None:
                        words = {*_WORD.findall(data)} if words is None else words
                        self._reach(*target, words)
                    module = module.rpartition(".")[0]

    def _python_target(self, module: str, path: str) -> tuple[str, bool] | None:
        root = module.partition(".")[0]
        if root in SDK_ROOTS and root not in NAMESPACES:
            return None
        if root and root not in self.local_modules:
            for script in self._scripts.get(root, ()):
                self._want(script)
        return target_of(module, path, (root,), script=False) if root not in NAMESPACES else (module.replace(".", "/"), False)

    def _reach(self, stem: str, exact: bool, words: set[bytes]) -> None:
        """Ask for a module and, where a file names them, for those below it."""
        pending, seen = [stem], set[str]()
        while pending:
            stem = pending.pop()
            if stem in seen or not self._ask_stem(stem, exact):
                continue
            seen.add(stem)
            pending += [f"{stem}/{name}" if stem else name for name in self._below.get(stem, ()) if name.encode() in words]

    def _ask_stem(self, stem: str, exact: bool) -> bool:
        found = self._exact.get(stem, ()) if exact else self._by_stem.get(stem, ())
        for path in found:
            self._want(path)
        return bool(found) or stem in self._below

    def _want(self, path: str) -> None:
        if path in self._asked or path in self._supporters:
            return
        if path in self.makers:
            self._asked.add(path)
        else:
            self._supporters[path] = list(self._beside(path))

    def _beside(self, path: str) -> Iterator[str]:
        """Makers in the folder of a module, for one that opens a folder also below it, that its text names."""
        folder, _, name = path.rpartition("/")
        near = self._folders.get(folder)
        data = self._data(self._entries[path]) if near else b""
        if not near or len(data) > _LARGEST:
            return
        for maker in near:
            rest = maker[len(folder) + 1 if folder else 0 :]
            if "/" not in rest:
                word = rest.partition(".")[0] if name in _BARRELS else rest.rpartition(".")[0]
            elif name in _BARRELS:
                word = rest.partition("/")[0]
            else:
                continue
            if word.encode("utf-8", "surrogateescape") in data:
                yield maker

    def due(self) -> list[Entry]:
        """Modules asked for and not given out yet, in order of paths."""
        for path, near in self._supporters.items():
            if path not in self._asked and near:
                if not self._made.isdisjoint(near):
                    self._asked.add(path)
                else:
                    self._asked.update([maker for maker in near if maker not in self._asked][:_AT_ONCE])
        fresh = sorted(self._asked - self._done)
        self._done.update(fresh)
        return [self.makers.get(path) or self._entries[path] for path in fresh]

    def learn(self, entry: Entry, origins: Iterable[tuple[str, str]]) -> None:
        """Take in what a module makes available, and ask for what it only hands on."""
        family = _FAMILIES.get(entry.language)
        for _, origin in origins:
            if family is not None:
                self._ask_types(family, _WORD.findall(origin.encode("utf-8", "replace")))
                continue
            if not origin.startswith(LOCAL):
                self._made.add(entry.path)
                continue
            module = origin[len(LOCAL) :].partition(":")[0]
            script = not entry.path.endswith((".py", ".ipynb"))
            target = target_of(module, entry.path, (module.partition(".")[0],), script=script)
            if target is not None:
                self._ask_stem(*target)


def _defined(data: bytes, language: str) -> set[bytes]:
    """Names that a file of C#, Java or Kotlin may define outside functions; in C# one that is not capitalised is never asked for."""
    found = set(_CLASS.findall(data))
    if language in _OUTSIDE:
        found.update(word for text in _OUTSIDE[language].findall(data) for word in _WORD.findall(text))
    return {name for name in found if language != "csharp" or name[:1].isupper()}
