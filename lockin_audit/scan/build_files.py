"""Which packages the build files of .NET, Java, Kotlin, Go, Ruby and PHP name. Read as data: no build file is run, no entity expanded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from xml.parsers import expat

from lockin_audit.core.toml_text import parse_toml

_PACKAGE_TAGS = frozenset(("PackageReference", "PackageVersion", "GlobalPackageReference"))
_DEEPEST = 2_000
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|(?<![:\\])//[^\n]*", re.DOTALL)
_COORDINATES = re.compile(r"""["']([\w.-]{1,200}):([\w.-]{1,200})(?::[^"'\n]{0,200})?["']""")
_NAMED_PARTS = re.compile(
    r"""\bgroup\s{0,20}[:=]\s{0,20}["']([\w.-]{1,200})["']\s{0,20},\s{0,20}name\s{0,20}[:=]\s{0,20}["']([\w.-]{1,200})["']"""
)
_GO_LINE = re.compile(r"[ \t]*+(?:require[ \t]++)?+([A-Za-z0-9][\w.~/-]{2,300}+)[ \t]++v[\w.+-]{1,200}+[ \t]*+(//[^\n]*+)?$")
_GO_MAJOR = re.compile(r"(?:/|\.)v\d+$")
_GEM = re.compile(
    r"""^[ \t]*+(?:gem|[A-Za-z_]\w{0,50}\.add_(?:runtime_|development_)?dependency)[ \t]*+\(?+[ \t]*+(?:["']|%q[<({\[])([\w.-]{1,200})""",
    re.MULTILINE,
)


class _Refused(ValueError):
    """The document has what no build file needs and attacks do: types of its own, elements of endless depth."""


def reader_of(name: str) -> tuple[str, Callable[[str], Iterator[str]]] | None:
    """Ecosystem and reader of a build file, by its lower-case name; None for any other file. Readers yield normalised names and may
    raise ValueError (with what it derives), TypeError, AttributeError or RecursionError on what is broken."""
    if name.endswith((".csproj", ".fsproj", ".vbproj", ".props")) or name == "packages.config":
        return ("nuget", _nuget)
    if name == "pom.xml":
        return ("maven", _maven)
    if name.endswith((".gradle", ".gradle.kts")):
        return ("maven", _gradle)
    if name.endswith(".versions.toml"):
        return ("maven", _version_catalogue)
    if name == "go.mod":
        return ("go", _go)
    if name in ("gemfile", "gems.rb") or name.endswith(".gemspec"):
        return ("gem", _ruby)
    if name == "composer.json":
        return ("composer", _composer)
    return None


def go_module(path: str) -> str:
    """A Go module without its major version: `example.com/x/v3` and `example.com/x` are one."""
    return _GO_MAJOR.sub("", path)


def _elements(text: str) -> Iterator[tuple[str, Mapping[str, str], Mapping[str, str]]]:
    """Local name, attributes and texts of the simple children of every element, in the order they end; broken XML ends early.

    Raises:
        ValueError: the document has a DTD (entities are never expanded), or is nested beyond measure.
    """
    ended: list[tuple[str, Mapping[str, str], Mapping[str, str]]] = []
    stack: list[tuple[str, dict[str, str], dict[str, str], list[str]]] = []

    def doctype(*_: object) -> None:
        raise _Refused

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) >= _DEEPEST:
            raise _Refused
        stack.append((tag.rpartition(":")[2], attributes, {}, []))

    def characters(data: str) -> None:
        if stack:
            stack[-1][3].append(data)

    def end(_: str) -> None:
        tag, attributes, children, parts = stack.pop()
        if stack and not children:
            stack[-1][2][tag] = "".join(parts).strip()
        ended.append((tag, attributes, children))

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    with suppress(expat.ExpatError):  # what was complete before a fault counts
        parser.Parse(text.lstrip("\ufeff \t\r\n").encode(errors="replace"), True)
    yield from ended


def _nuget(text: str) -> Iterator[str]:
    for tag, attributes, _ in _elements(text):
        name = attributes.get("Include", "") if tag in _PACKAGE_TAGS else attributes.get("id", "") if tag == "package" else ""
        yield from (part.strip().lower() for part in name.split(";") if part.strip())


def _maven(text: str) -> Iterator[str]:
    for tag, _, children in _elements(text):
        if tag == "dependency" and "artifactId" in children:
            yield f"{children.get('groupId', '')}:{children['artifactId']}"


def _gradle(text: str) -> Iterator[str]:
    live = _COMMENT.sub(" ", text)
    for pattern in (_COORDINATES, _NAMED_PARTS):
        yield from (f"{group}:{name}" for group, name in pattern.findall(live))


def _version_catalogue(text: str) -> Iterator[str]:
    for library in parse_toml(text).get("libraries", {}).values():
        if isinstance(library, str):
            yield ":".join(library.split(":")[:2])
        elif "module" in library:
            yield str(library["module"])
        else:
            yield f"{library.get('group', '')}:{library.get('name', '')}"


def _go(text: str) -> Iterator[str]:
    """Modules required directly; what a `// indirect` marks is another module's need."""
    block = ""
    for line in text.splitlines():
        words = line.split()
        if len(words) >= 2 and words[1].startswith("("):
            block = words[0]
        elif words[:1] == [")"]:
            block = ""
        elif (block or words[:1] == ["require"]) and block in ("", "require") and len(line) < 1_000:
            found = _GO_LINE.match(line)
            if found is not None and "indirect" not in (found[2] or ""):
                yield go_module(found[1])


def _ruby(text: str) -> Iterator[str]:
    yield from _GEM.findall(text)


def _composer(text: str) -> Iterator[str]:
    data = json.loads(text)
    for table in ("require", "require-dev"):
        yield from (name.lower() for name in data.get(table) or {} if isinstance(name, str))
