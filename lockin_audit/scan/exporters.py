"""Which modules must be parsed for the clients they make available: those that a file looked at closely asked for, and no other.

What a parsed module only hands on leads to the next one, until nothing new is asked for.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lockin_audit.scan.file_types import MODULES, SCRIPTS, TYPED
from lockin_audit.scan.languages.modules import NAMESPACES, SDK_ROOTS, is_python, stem_of, target_of
from lockin_audit.scan.languages.origins import LOCAL
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing

_BARRELS = frozenset(("__init__.py", "index.ts", "index.tsx", "index.js", "index.jsx", "index.mjs", "index.cjs", "index.mts"))
_WITH_SCRIPTS = SCRIPTS | {"html"}
_FAMILIES = {"csharp": "csharp", "java": "jvm", "kotlin": "jvm"}
"""Languages whose classes are asked for by name, those together that use each other's."""
_LARGEST = 100_000
_AT_ONCE = 3
"""Neighbours parsed in one round to learn whether a module stands beside one that makes a client."""
_WORD = re.compile(rb"\w+")
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
        find_makers: gives the files that may make a client, or hand one on, by path; called when one is first asked for.
    """

    root: str
    listing: Listing
    find_makers: Callable[[], Mapping[str, Entry]]
    _makers: Mapping[str, Entry] | None = None
    _asked: set[str] = field(default_factory=set)
    """Paths of modules asked for."""
    _modules: _Modules | None = None
    _definers: dict[str, dict[bytes, list[str]]] = field(default_factory=dict)
    """Family of languages → name → paths that define it."""
    _words: set[tuple[str, bytes]] = field(default_factory=set)
    _supporters: dict[str, list[str]] = field(default_factory=dict)
    """Module that is no maker, asked for → makers beside it that it names."""
    _done: set[str] = field(default_factory=set)
    _made: set[str] = field(default_factory=set)

    def _data(self, entry: Entry) -> bytes:
        try:
            return read_text(self.root, entry)
        except NotRead:
            return b""

    @property
    def makers(self) -> Mapping[str, Entry]:
        """Files that may make a client, or hand one on, by path."""
        if self._makers is None:
            self._makers = self.find_makers()
        return self._makers

    def _placed(self) -> _Modules:
        """Where modules stand; arranged when the first is asked for, which most repositories never do."""
        if self._modules is None:
            self._modules = _Modules(self.listing, self.makers)
        return self._modules

    def ask_word(self, word: str) -> None:
        """Ask for every module with this word in its path."""
        for stem, paths in self._placed().exact.items():
            parts = stem.split("/")
            if word in parts:
                for path in paths:
                    if path in self.makers or parts[-1] == word:
                        self._want(path)

    def ask(self, entry: Entry, names: Sequence[tuple[str, str]]) -> None:
        """Ask for what stands behind names of other files.

        Args:
            entry: the file that uses them.
            names: module and name in it, as `Answers` has them.
        """
        family = _FAMILIES.get(entry.language)
        if family is not None:
            self._ask_types(family, _WORD.findall("\n".join(part for name in names for part in name).encode("utf-8", "replace")))
        elif entry.language in TYPED:
            if names:
                self._asked.update(path for path, maker in self.makers.items() if maker.language == entry.language)
        else:
            for module, name in names:
                self._ask_module(module, name, entry)

    def _ask_module(self, module: str, name: str, entry: Entry) -> None:
        """Ask for a module and, in Python, for the module below it that a name may be."""
        script = entry.language in _WITH_SCRIPTS
        root = module.partition(".")[0]
        if not script and root in SDK_ROOTS and root not in NAMESPACES:
            return
        shared = not script and root in NAMESPACES
        target = (module.replace(".", "/"), False) if shared else target_of(module, entry.path, (root,), script=script)
        if target is None:
            return
        stem, exact = target
        self._ask_stem(stem, exact)
        if not script:
            below = name.partition(".")[0]
            self._ask_stem(f"{stem}/{below}" if stem else below, exact)

    def _ask_types(self, family: str, words: Iterable[bytes]) -> None:
        fresh = {word for word in words if (family, word) not in self._words}
        if not fresh:
            return
        if family not in self._definers:
            self._definers[family] = self._defined_in(family)
        definers = self._definers[family]
        for word in fresh:
            self._words.add((family, word))
            self._asked.update(definers.get(word, ()))

    def _defined_in(self, family: str) -> dict[bytes, list[str]]:
        found: dict[bytes, list[str]] = {}
        for path, entry in self.makers.items():
            if _FAMILIES.get(entry.language) == family:
                for name in _defined(self._data(entry), entry.language):
                    found.setdefault(name, []).append(path)
        return found

    def _ask_stem(self, stem: str, exact: bool) -> None:
        placed = self._placed()
        for path in placed.exact.get(stem, ()) if exact else placed.by_ending.get(stem, ()):
            self._want(path)

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
        placed = self._placed()
        near = placed.below.get(folder)
        data = self._data(placed.entries[path]) if near else b""
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
        return [self.makers.get(path) or self._placed().entries[path] for path in fresh]

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
            target = target_of(module, entry.path, (module.partition(".")[0],), script=not is_python(entry.path))
            if target is not None:
                self._ask_stem(*target)


class _Modules:
    """Modules of Python and JavaScript by where they stand."""

    def __init__(self, listing: Listing, makers: Mapping[str, Entry]) -> None:
        self.entries = {entry.path: entry for entry in listing.entries if entry.language in MODULES}
        self.exact: dict[str, list[str]] = {}
        """Stem → paths."""
        self.by_ending: dict[str, list[str]] = {}
        """Stem, and each ending of a stem behind a slash, → paths."""
        self.below: dict[str, list[str]] = {}
        """Folder → makers in and below it."""
        for path in self.entries:
            stem = stem_of(path)
            self.exact.setdefault(stem, []).append(path)
            while True:
                self.by_ending.setdefault(stem, []).append(path)
                _, slash, stem = stem.partition("/")
                if not slash:
                    break
        for path, entry in makers.items():
            if entry.language not in TYPED:
                folder = posixpath.dirname(path)
                while True:
                    self.below.setdefault(folder, []).append(path)
                    if not folder:
                        break
                    folder = posixpath.dirname(folder)


def _defined(data: bytes, language: str) -> set[bytes]:
    """Names that a file of C#, Java or Kotlin may define outside functions; in C# one that is not capitalised is never asked for."""
    found = set(_CLASS.findall(data))
    if language in _OUTSIDE:
        found.update(word for text in _OUTSIDE[language].findall(data) for word in _WORD.findall(text))
    return {name for name in found if language != "csharp" or name[:1].isupper()}
