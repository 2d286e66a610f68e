"""What can be told of a file without parsing it: whether a name stands in it as a whole word, and which modules it may import.

Both answers may say yes too often and never no too often: words are also found in comments and strings, imports in any line that
reads like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, cached_property

from lockin_audit.scan.file_types import SCRIPTS
from lockin_audit.scan.languages.document import may_hold
from lockin_audit.scan.languages.lookalikes import COMMON_WORDS, DROP_IN, canonical, within
from lockin_audit.scan.languages.modules import own_module
from lockin_audit.scan.languages.own_modules import NAMESPACES, own_modules
from lockin_audit.scan.languages.signs import Signs

_PYTHON = re.compile(rb"from\b([^\n;#]{1,300}?)\bimport\b|import\b([^\n;#]+)")
_USING = re.compile(rb"using\b([^;{}()]{1,500});")
_JAVA = re.compile(rb"import\b([^;\n]{1,500})")
_ALIASED = re.compile(rb"\s+as\s+\S+\s*$")
_WORD = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
_QUOTED = SCRIPTS | {"html", "go"}
"""Languages that write the module an import means in quotes."""
_BEFORE_ROOT = frozenset(b"\"'`:/")
_AFTER_ROOT = frozenset(b"\"'`/.@?")
_TYPED = frozenset(("csharp", "java", "kotlin"))
"""Languages whose imports are dotted names and end in the name of a class or in a namespace."""
_QUOTING = _QUOTED | {"python", "csharp", "java", "kotlin", "json"}
_ESCAPED = re.compile(rb"\\(?:/|u00[2-7])")
"""What JSON may write for a character of ASCII that stands for itself as well."""
_WHOLE = _QUOTED | _TYPED | {"python", "yaml", "json", "toml", "dotenv", "terraform", "bicep"}
"""Languages in which the name a rule asks for is a whole word (not in notebooks: they write `\\n` for the end of a line)."""
_Names = tuple[frozenset[str], frozenset[str]]
"""Imported modules, and those with all that they are inside of."""
_STEP = re.compile(r"[./](?=.)")


class Modules:
    """Modules of which a rule wants one imported, arranged for a quick answer.

    Args:
        modules: as rules name them.
        root: what any import of a module spells out.
    """

    def __init__(self, modules: Iterable[str], root: Callable[[str], str]) -> None:
        named = set(modules)
        wanted = named | {word for word, (name, _, _) in COMMON_WORDS.items() if any(within(module, name) for module in named)}
        drop_ins = {name for name, meant in DROP_IN.items() if any(within(meant, module) for module in named)}
        self.wanted = frozenset(wanted)
        self.around = frozenset(part for module in wanted for part in _parts(module))
        """The modules and all that they are inside of."""
        self.roots = tuple(sorted({root(module).encode() for module in wanted | drop_ins}))
        self.outermost = tuple(sorted({root.partition(b".")[0] for root in self.roots}))
        """First parts of the roots: a `using` of C# may name what a namespace is inside of."""

    def __bool__(self) -> bool:
        return bool(self.wanted)

    def among(self, imported: _Names) -> bool:
        """Whether one of the modules, something inside one, or what one is inside of is imported."""
        names, around = imported
        return not self.wanted.isdisjoint(around) or not self.around.isdisjoint(names)


class Words:
    """One file, asked for words and imports.

    Args:
        data: its bytes.
        language: its language.
        path: where it stands.
        local_modules: paths that tell of the repository's own Python modules (`own_names`), never taken for a package.
        local_types: names of the repository's own classes in languages that declare types.
        opened: namespaces that another file of the project opens for this one.
    """

    def __init__(
        self,
        data: bytes,
        language: str,
        path: str,
        local_modules: Collection[str] = (),
        local_types: Collection[str] = (),
        opened: Collection[str] = (),
    ) -> None:
        self._data, self.language, self.path = data, language, path
        self._local_modules = local_modules
        self._opened = opened
        self._local_types = local_types if language in _TYPED else ()
        self._stands: dict[bytes, bool] = {}
        self._holds: dict[bytes, bool] = {}
        self._signs = Signs(data)
        self._shapes: dict[str, bool] = {}
        self._quotes: dict[re.Pattern[bytes], bool] = {}
        self._finds: dict[re.Pattern[str], bool] = {}
        self._imported: dict[Modules, bool] = {}
        self._listed: frozenset[str] = frozenset()
        self._named: _Names | None = None
        self._packages: _Names | None = None

    def stands(self, word: bytes) -> bool:
        """Whether a word stands in the file, in code and settings not merely as part of a longer one."""
        known = self._stands.get(word)
        if known is None:
            known = word in self._data and (self.language not in _WHOLE or self._whole(word))
            self._stands[word] = known
        return known

    def holds(self, text: bytes) -> bool:
        """Whether a text stands in the file, be it as part of a longer word."""
        known = self._holds.get(text)
        if known is None:
            known = self._holds[text] = text in self._data
        return known

    def mentions(self, text: bytes) -> bool:
        """Whether a text of small letters stands in the file, in letters of any size."""
        return text in self._signs.small

    def tells(self, pattern: str) -> bool:
        """Whether a text rule may be found in the file."""
        return self.language == "notebook" or may_hold(pattern, self._data, self._signs.small)

    def shows(self, shape: str) -> bool:
        """Whether a shape of code may be found in the file."""
        known = self._shapes.get(shape)
        if known is None:
            known = self._shapes[shape] = self._signs.possible(shape)
        return known

    def quotes(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether a string that a pattern describes may stand in the file; told for code and JSON alone, which write strings between
        quotes."""
        if self.language not in _QUOTING:
            return True
        known = self._quotes.get(pattern)
        if known is None:
            escaped = self.language == "json" and _ESCAPED.search(self._data) is not None
            known = self._quotes[pattern] = escaped or pattern.search(self._data) is not None
        return known

    def finds(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern is found in the file; said of code alone."""
        if self.language not in _QUOTING or self.language == "json":
            return True
        known = self._finds.get(pattern)
        if known is None:
            known = self._finds[pattern] = pattern.search(self._text) is not None
        return known

    @cached_property
    def _text(self) -> str:
        return self._data.decode("utf-8", "replace")

    def stands_for_another(self, word: bytes) -> bool:
        """Whether a word may mean something else than the repository's own class of this name: it is none, or follows a dot."""
        return word.decode() not in self._local_types or self._whole(word, after=b".")

    def _whole(self, word: bytes, after: bytes = b"") -> bool:
        data, length = self._data, len(word)
        begins, ends = word[0] in _WORD, word[-1] in _WORD
        place = data.find(word)
        while place >= 0:
            end = place + length
            if (
                not (begins and place and data[place - 1] in _WORD)
                and not (ends and end < len(data) and data[end] in _WORD)
                and (not after or data[max(0, place - 50) : place].rstrip().endswith(after))
            ):
                return True
            place = data.find(word, place + 1)
        return False

    def imports(self, modules: Modules) -> bool:
        """Whether the file may import one of the modules, something inside one, or what one is inside of."""
        known = self._imported.get(modules)
        if known is None:
            known = self._imported[modules] = self._imports(modules)
        return known

    def _imports(self, modules: Modules) -> bool:
        data = self._data
        if self.language in _QUOTED:
            return any(self._quoted(root) for root in modules.roots)
        if self.language == "notebook":
            return any(root in data and _imported_in_cell(root).search(data) is not None for root in modules.roots)
        if self._named is None:
            roots = modules.outermost if self.language == "csharp" else modules.roots
            named = bool(self._opened) or any(root in data for root in roots)
            if not named or (self.language not in _TYPED and self.language != "python"):
                return named
        return modules.among(self._names()) and (self.language != "python" or modules.among(self._foreign()))

    def _quoted(self, root: bytes) -> bool:
        """Whether a quoted name begins with a package, alone, behind a registry (`npm:`) or at the end of an address."""
        data = self._data
        place = data.find(root)
        while place >= 0:
            end = place + len(root)
            if place and data[place - 1] in _BEFORE_ROOT and (end == len(data) or data[end] in _AFTER_ROOT):
                return True
            place = data.find(root, end)
        return False

    def _names(self) -> _Names:
        """Modules imported, the repository's own among them."""
        if self._named is None:
            python = self.language == "python"
            self._listed = frozenset(name.decode("utf-8", "replace") for name in (self._python() if python else self._dotted()))
            self._named = _with_parts(map(canonical, self._listed) if python else self._listed)
        return self._named

    def _foreign(self) -> _Names:
        """Modules that a file of Python imports and that are none of the repository's."""
        if self._packages is None:
            self._packages = _with_parts(canonical(name) for name in self._listed if not self._is_local(name))
        return self._packages

    def _python(self) -> list[bytes]:
        data = self._data
        if b"\\" in data:
            data = data.replace(b"\\\n", b" ").replace(b"\\\r\n", b" ")
        if b"\r" in data:
            data = data.replace(b"\r", b"\n")
        lines = []
        place = data.find(b"import")
        while place >= 0:
            end = data.find(b"\n", place)
            lines.append(data[data.rfind(b"\n", 0, place) + 1 : end if end >= 0 else len(data)])
            place = data.find(b"import", end) if end >= 0 else -1
        found = []
        for match in _PYTHON.finditer(b"\n".join(lines)):
            if match[1] is not None:
                found.append(b"".join(match[1].split()))
            else:
                found += [part.split()[0] for part in match[2].split(b",") if part.split()]
        return found

    def _dotted(self) -> Iterator[bytes]:
        if self.language == "csharp":
            yield from map(str.encode, self._opened)
            for match in _USING.finditer(self._data):
                _, alias, name = match[1].rpartition(b"=")
                name = b"".join(name.strip().removeprefix(b"static ").split())
                yield name
                if alias:
                    yield name.rpartition(b".")[0]
            return
        for match in _JAVA.finditer(self._data):
            name = b"".join(_ALIASED.sub(b"", match[1]).strip().removeprefix(b"static ").split())
            yield name
            yield name.rpartition(b".")[0]

    def _is_local(self, name: str) -> bool:
        root = name.partition(".")[0]
        if not root:
            return True
        if root in NAMESPACES or root in COMMON_WORDS:
            return False
        return own_module(name, self.path, own_modules(self._local_modules)) is not None


@cache
def _imported_in_cell(root: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"\b(?:from|import)\b[^\"\n]{0,200}(?<![\w.])" + re.escape(root) + rb"(?!\w)")


def _with_parts(names: Iterable[str]) -> _Names:
    found = frozenset(names) - {""}
    return (found, frozenset(part for name in found for part in _parts(name)))


def _parts(name: str) -> Iterator[str]:
    """A dotted or slashed name and all that it is inside of."""
    yield name
    for match in _STEP.finditer(name):
        yield name[: match.start()]
