"""What an extractor tells of a file, in the same words for every language. Offsets are bytes; lines follow from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Span = tuple[int, int]
"""Start and end offset, end exclusive."""


class Spans:
    """Disjoint spans, asked whether they hold an offset. Overlapping ones are joined."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether a span covers the byte at this offset."""
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]

    def blank(self, data: bytes) -> bytes:
        """The data with spaces in place of what the spans cover; newlines stay, so lines and offsets do too."""
        if not self.starts:
            return data
        parts: list[bytes] = []
        last = 0
        for start, end in zip(self.starts, self.ends, strict=True):
            parts += (data[last:start], b"\n".join(b" " * len(line) for line in data[start:end].split(b"\n")))
            last = end
        return b"".join((*parts, data[last:]))


class Lines:
    """Turns offsets into 1-based line numbers."""

    def __init__(self, data: bytes) -> None:
        self._starts = [0]
        position = data.find(b"\n")
        while position >= 0:
            self._starts.append(position + 1)
            position = data.find(b"\n", position + 1)

    def at(self, offset: int) -> int:
        """The line that holds this offset."""
        return bisect_right(self._starts, offset)


@dataclass(slots=True)
class Argument:
    """One argument of a call, or one key of an object handed to it."""

    name: str
    """Keyword or dotted key (`config.tools`); empty for a positional value."""
    start: int
    end: int
    texts: tuple[str, ...]
    """The source text, then that of the constant it names, where one is defined in the file."""


@dataclass(slots=True)
class Call:
    """A function or method call, or the making of an object."""

    written: str
    """Dotted callee as written; calls inside the chain show as `()`."""
    start: int
    end: int
    resolve: Callable[[], tuple[str, ...]]
    """The callee after imports, assignments and factories are followed: `openai.OpenAI().beta.threads.create`,
    `boto3:bedrock-agent-runtime.invoke_agent`. A leading `.` marks the file's own code, a leading `~` something of the
    repository that could not be followed. Empty when nothing is known."""
    arguments: Callable[[], tuple[Argument, ...]]


@dataclass(slots=True)
class Import:
    """One imported name or module."""

    module: str
    name: str
    """Imported name; empty for the module itself."""
    alias: str
    """Local name; empty when nothing is bound."""
    start: int
    end: int
    """0: another file of the project imports it for this one."""


@dataclass(slots=True)
class Use:
    """Use of an imported name in the body of a file."""

    chain: str
    """Module, imported name and the attributes read from it: `temporalio.workflow.defn`."""
    kind: str
    """`call`, `decorator`, `base` or `plain`."""
    start: int
    end: int


@dataclass(slots=True)
class Literal:
    """A live string."""

    value: str
    """Content; a substituted part shows as `{}`."""
    start: int
    end: int


@dataclass(slots=True)
class Entry:
    """A key of a structured file. Nesting is a reference to the parent, so that depth costs nothing."""

    key: str
    parent: int
    """Index of the entry that holds it; -1 at the top."""
    start: int
    end: int
    value: str | None
    """Scalar value as text; None for a mapping or list."""
    key_end: int = 0
    element: Span | None = None
    """Where it stands in a mapping that is an item of a list, that mapping; noted where the file may declare resources in lists."""


@dataclass(slots=True)
class Resource:
    """A declared resource of infrastructure code."""

    type: str
    start: int
    end: int
    header_end: int
    properties: tuple[tuple[str, int, int], ...]
    """Dotted property path, start of the property and end of it, in source order."""
    header: int = -1
    """Where what names it starts; -1: at its start."""


@dataclass(slots=True)
class Loop:
    """A loop with what is needed to judge it."""

    span: Span
    head: Span
    counted: bool
    """Whether it runs over a range or with a counter (`for` of C kind)."""
    conditional: bool
    """Whether it runs while a condition holds."""
    tries: tuple[tuple[Span, tuple[Span, ...]], ...]
    """Guarded part and handlers of every `try` inside it."""


@dataclass(slots=True)
class ClassShape:
    """A class definition."""

    name: str
    bases: str
    """Text of the bases and decorators."""
    span: Span


@dataclass
class FileFacts:
    """Everything the matchers may ask about one file. What costs time is listed when it is first asked for."""

    data: bytes
    dead: Spans = field(default_factory=lambda: Spans(()))
    """Comments and docstrings."""
    opaque: Spans = field(default_factory=lambda: Spans(()))
    """Comments and the content of every string."""
    imports: tuple[Import, ...] = ()
    """Of packages; modules of the repository itself are left out."""
    list_calls: Callable[[], Iterable[Call]] = tuple
    list_literals: Callable[[], Iterable[Literal]] = tuple
    uses: Callable[[Sequence[Import], frozenset[str]], list[Use]] = lambda imports, names: []
    """Uses of the given imports; of types that stand open, those whose chain holds one of the names."""
    reads: Callable[[], tuple[tuple[str, int, int], ...]] = lambda: ()
    """Attributes read by taking an object apart, `const { usage } = event`: dotted path from the left of the object on, start, end."""
    entries: tuple[Entry, ...] = ()
    catalogues: Spans = field(default_factory=lambda: Spans(()))
    """Lists of what may be chosen (`options: [...]`): no value in them is used."""
    resources: tuple[Resource, ...] = ()
    loops: Callable[[], tuple[Loop, ...]] = lambda: ()
    classes: tuple[ClassShape, ...] = ()
    is_code: bool = False

    @cached_property
    def live(self) -> bytes:
        """The data with blanks in place of comments and docstrings."""
        return self.dead.blank(self.data)

    @cached_property
    def code(self) -> bytes:
        """The data with blanks in place of comments and the content of strings."""
        return self.opaque.blank(self.data)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every call, in source order."""
        return tuple(self.list_calls())

    @cached_property
    def literals(self) -> tuple[Literal, ...]:
        """Every live string that is no value of a key."""
        return tuple(self.list_literals())


def dotted(segments: Sequence[str]) -> str:
    """A chain as text: `("f", "()", "x")` is `f().x`."""
    return ".".join(segments).replace(".(", "(")
