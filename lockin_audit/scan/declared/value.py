"""One shape for what is written in any language: mappings, lists and texts, each with its line. Calls are mappings with a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_DEPTH = 60
"""Levels that are followed; deeper nesting is left out."""
MOST_VALUES = 60_000
"""Values of one file that are kept."""


@dataclass(slots=True)
class Value:
    """A value as written."""

    line: int
    """1-based line of the file."""
    text: str | None = None
    """Content of a text; None for anything else."""
    keys: list[tuple[str, Value]] = field(default_factory=list)
    """Members of a mapping, arguments of a call by name, in order."""
    items: list[Value] = field(default_factory=list)
    """Members of a list, arguments of a call by position."""
    call: str = ""
    """Dotted name of what is called, the type and labels of a block; empty for plain values."""
    name: str = ""
    """Dotted name where the value is only named here."""
    word: str = ""
    """A number, truth value or other bare word."""
    is_list: bool = False
    pieces: tuple[int, ...] = ()
    """Of a text in several pieces: the lines they may stand in, first and last."""
    by_line: bool = False
    """Of a text: whether its lines are lines of the file, the first of them `line`."""

    def get(self, *names: str) -> Value | None:
        """The first member with one of the names; capitals count as small letters."""
        wanted = {name.lower() for name in names}
        return next((value for key, value in self.keys if key.lower() in wanted), None)

    def said(self, *names: str) -> str:
        """The text of a member, or empty."""
        member = self.get(*names)
        return member.text.strip() if member is not None and member.text else ""


@dataclass(slots=True)
class Function:
    """A function with its parameters."""

    name: str
    line: int
    doc: str = ""
    doc_line: int = 0
    """Line of the docstring; 0 without one."""
    returned: list[Value] = field(default_factory=list)
    """What its return statements give."""
    parameters: list[Parameter] = field(default_factory=list)
    returns: str = ""
    """The type it gives back, as written."""
    decorators: list[Value] = field(default_factory=list)
    owner: str = ""
    """Class it belongs to."""


@dataclass(slots=True)
class Parameter:
    """A parameter with its type as written."""

    name: str
    type: str
    line: int
    required: bool = True
    meaning: str = ""


@dataclass(slots=True)
class Shape:
    """A class: its bases, and its fields with types and defaults."""

    name: str
    line: int
    bases: list[str] = field(default_factory=list)
    doc: str = ""
    doc_line: int = 0
    fields: list[Parameter] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    """Field → what stands behind its equals sign."""


@dataclass(slots=True)
class Written:
    """What one file says."""

    file: str
    """Path as shown."""
    values: list[Value] = field(default_factory=list)
    """Values at the top of expressions and statements."""
    constants: dict[str, Value] = field(default_factory=dict)
    """Name → the value it is set to at the top of the file."""
    functions: dict[str, Function] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    """The file's lines, where texts may stand in pieces over several of them."""


def walk(value: Value, depth: int = 0) -> Iterator[Value]:
    """The value and all in it, outermost first."""
    yield value
    if depth < MOST_DEPTH:
        for _, member in value.keys:
            yield from walk(member, depth + 1)
        for member in value.items:
            yield from walk(member, depth + 1)
