"""What a repository declares about its agents in so many words: instructions, tools, guardrails, metrics, each with its place.

Made by `scan.declared` from the text of files, never by running them; secrets are masked and control characters visible.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from lockin_audit.core.record import Record
from lockin_audit.core.spec import DataItem

TextKind = Literal["instruction", "goal", "task", "result", "guardrail", "approval", "handover", "metric", "template"]


class Place(Record):
    """A line of a file."""

    file: str
    """Path relative to the repository, with `/` separators, made safe for display."""
    line: int = Field(ge=1)


class DeclaredText(Place):
    """A text that steers an agent, as written."""

    kind: TextKind
    """`instruction` to an agent, its `goal`, a `task` given to it, the `result` asked for, a `guardrail` in code or configuration,
    an `approval` that a person must give, a `handover` to a person, a `metric` that the code counts, or a
    `template` in a runtime's own form that takes the place of its prompt."""
    text: str
    """Shortened where it is very long."""
    agent: str = ""
    """Name of the agent or task; empty where none stands beside it."""
    by_line: bool = False
    """Whether its lines are lines of the file, the first of them `line`."""
    marks: tuple[tuple[int, int], ...] = ()
    """Of a text that code puts together from pieces: where in it a line of the file begins, as (offset, line), ascending."""
    cut: bool = False
    """Whether the text goes on in the file."""

    def line_at(self, offset: int) -> int:
        """Line of the file for a place in the text; the first line where that is not known."""
        if self.by_line:
            return self.line + self.text.count("\n", 0, offset)
        return max((line for start, line in self.marks if start <= offset), default=self.line)


class DeclaredItem(Place):
    """One input or output of a tool."""

    item: DataItem
    """The meaning is empty where the code gives none."""


class DeclaredTool(Place):
    """A tool as the code or a schema declares it."""

    name: str
    purpose: str = ""
    """Description or docstring; empty where none is given."""
    purpose_line: int = 0
    """Line of the description; 0 without one."""
    inputs: tuple[DeclaredItem, ...] = ()
    outputs: tuple[DeclaredItem, ...] = ()
    changes: bool | None = None
    """Only where the declaration says so itself (a `readOnlyHint`)."""
    repeatable: bool | None = None
    """Only where the declaration says so itself (an `idempotentHint`)."""
    form: Literal["schema", "function", "server", "built-in", "named"] = "schema"
    """`server`: a server that brings tools of its own; `built-in`: one the runtime brings; `named`: only a name stands in a list."""


class Declared(Record):
    """Everything declared in the files that were read, sorted by file and line."""

    texts: tuple[DeclaredText, ...] = ()
    tools: tuple[DeclaredTool, ...] = ()
    files: tuple[str, ...] = ()
    """Files whose language could be read, sorted."""
    remarks: tuple[str, ...] = ()
    """What was left out for its size or for the harm it did, in words."""
