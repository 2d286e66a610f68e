"""A workflow specification without vendor names: what a board, another team or another runtime needs to take a workflow over."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from lockin_audit.core.data_files import load
from lockin_audit.core.record import Record

DataType = Literal["text", "number", "whole number", "yes or no", "date", "list", "record", "file"]
"""Kinds of data in plain words."""
OPEN = "OPEN:"
"""How a text begins that a person still has to write."""

GAP = "[OPEN: a name stood here]"
"""What a draft puts where a vendor's name, a model id or its syntax was taken out of a text."""

PLACEHOLDERS = ("input", "result")
"""Names a draft gives to what goes in and comes back where the code says nothing of it."""


def gaps(text: str) -> int:
    """How many marked gaps a text holds that has otherwise been said."""
    return 0 if is_open(text) else text.count(f"[{OPEN}")


def is_open(text: str) -> bool:
    """Whether nothing has been said yet."""
    return not text.strip() or text.strip().startswith(OPEN)


class DataItem(Record):
    """One input or output."""

    name: str
    meaning: str
    type: DataType = "text"
    required: bool = True


class ToolContract(Record):
    """One tool the workflow may use, as a contract that any runtime can meet."""

    name: str = Field(pattern=r"^[A-Za-z0-9_.-]{1,128}$")
    """Name as the agent sees it; the characters and length the Model Context Protocol advises for tool names."""
    purpose: str
    """What it does, for a person and for a model."""
    inputs: tuple[DataItem, ...] = Field(default=(), alias="input")
    outputs: tuple[DataItem, ...] = Field(default=(), alias="output")
    changes: bool | None = None
    """Whether it changes anything outside; None: not said."""
    repeatable: bool | None = None
    """Whether a second call with the same input does no harm; None: not said."""


class Failure(Record):
    """What happens when a step fails."""

    attempts: int | None = Field(default=None, ge=1, le=100)
    """Attempts in all, the first included; None: not said."""
    wait_seconds: float | None = Field(default=None, ge=0)
    """Wait before the second attempt, in seconds."""
    timeout_seconds: float | None = Field(default=None, gt=0)
    """Longest time of one step, in seconds."""
    then: str = ""
    """What happens when it failed for good."""


class Found(Record):
    """Where a field of a drafted specification was read."""

    field: str
    """Key of the field, `tool.lookup_policy` for one tool."""
    file: str
    line: int = Field(ge=1)


class WorkflowSpec(Record):
    """One workflow in plain words. Empty texts and those that begin with `OPEN:` are still to be said by a person."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    name: str
    task: str = ""
    """What it does, in a few sentences."""
    decision: str = ""
    """What is settled afterwards that was open before."""
    on_behalf_of: str = ""
    """For whom it acts, with whose rights."""
    criteria: tuple[str, ...] = ()
    """What it decides by; each can be checked case by case."""
    accountable: str = ""
    """The one person, by name or post, who answers for its decisions."""
    guardrails: tuple[str, ...] = ()
    """What it must never do, and what enforces that."""
    escalation: tuple[str, ...] = ()
    """When it hands over to a person, and to whom."""
    human_in_the_loop: str = ""
    """Where a person decides, and with how much time."""
    outcome: str = ""
    """What counts as an accepted result."""
    budget: str = ""
    """What one case may cost, and what happens above that."""
    inputs: tuple[DataItem, ...] = Field(default=(), alias="input")
    outputs: tuple[DataItem, ...] = Field(default=(), alias="output")
    tools: tuple[ToolContract, ...] = Field(default=(), alias="tool")
    state: tuple[str, ...] = ()
    """What it must remember within and between cases, and for how long."""
    failure: Failure = Failure()
    telemetry: tuple[str, ...] = ()
    """What must be recorded of each step."""
    mapping: dict[str, str] = {}
    """How the parts are met today. The only place where names of vendors and products may stand."""
    found: tuple[Found, ...] = ()
    """Where a draft was read from; may be deleted once a person has checked it."""

    @model_validator(mode="after")
    def _once(self) -> Self:
        names = [tool.name for tool in self.tools]
        if len(set(names)) != len(names):
            raise ValueError("two tools have one name")
        return self

    def texts(self) -> dict[str, str]:
        """Every text outside the mapping: key → text, in the order of the record."""
        out: dict[str, str] = {}
        for key in ("name", "task", "decision", "on_behalf_of", "accountable", "human_in_the_loop", "outcome", "budget"):
            out[key] = getattr(self, key)
        for key in ("criteria", "guardrails", "escalation", "state", "telemetry"):
            out |= {f"{key} {n}": text for n, text in enumerate(getattr(self, key), start=1)}
        for key, items in (("input", self.inputs), ("output", self.outputs)):
            out |= {f"{key} {item.name}": f"{item.name} {item.meaning}" for item in items}
        for tool in self.tools:
            parts = [tool.name, tool.purpose, *(f"{i.name} {i.meaning}" for i in (*tool.inputs, *tool.outputs))]
            out[f"tool {tool.name}"] = " ".join(parts)
        out["failure then"] = self.failure.then
        return out


def load_spec(path: Path) -> WorkflowSpec:
    """Read a specification.

    Raises:
        DataError: it cannot be read or holds something wrong.
    """
    return load(path, WorkflowSpec)


def blank_spec(id: str, name: str = "") -> WorkflowSpec:
    """A specification to fill in: every field with the question it answers.

    Raises:
        ValidationError: the id is no id.
    """
    return WorkflowSpec(
        id=id,
        name=name or id,
        task=f"{OPEN} What does it do, in a few sentences?",
        decision=f"{OPEN} What is settled afterwards that was open before?",
        on_behalf_of=f"{OPEN} For whom does it act, and with whose rights?",
        criteria=(f"{OPEN} By what does it decide? Amounts, dates, documents; words that two people would apply alike.",),
        accountable=f"{OPEN} Which one person answers for its decisions?",
        guardrails=(f"{OPEN} What must it never do, and what enforces that?",),
        escalation=(f"{OPEN} When does it hand over to a person, and to whom?",),
        human_in_the_loop=f"{OPEN} Where does a person decide, and with how much time?",
        outcome=f"{OPEN} What counts as an accepted result?",
        budget=f"{OPEN} What may one case cost, and what happens above that?",
        inputs=(DataItem(name="case", meaning=f"{OPEN} What comes in?"),),
        outputs=(DataItem(name="decision", meaning=f"{OPEN} What goes out?"),),
        tools=(),
        state=(f"{OPEN} What must be remembered, within a case and between cases, and for how long?",),
        failure=Failure(then=f"{OPEN} What happens when a step failed for good?"),
        telemetry=(f"{OPEN} What must be recorded of each step: options, choice, reason, threshold, cost?",),
    )


def _described(text: str) -> dict[str, str]:
    """A description, unless it is still to be written: a model must not read our questions."""
    return {} if is_open(text) else {"description": text}


def json_schema(items: tuple[DataItem, ...]) -> dict[str, Any]:
    """The items as a JSON Schema object that allows nothing else; an object of any kind where nobody has said yet what it holds."""
    if len(items) == 1 and items[0].name in PLACEHOLDERS and is_open(items[0].meaning):
        return {"type": "object"}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"type": "string"}, "number": {"type": "number"}, "whole number": {"type": "integer"}, "yes or no": {"type": "boolean"},
        "date": {"type": "string", "format": "date"}, "list": {"type": "array"}, "record": {"type": "object"},
        "file": {"type": "string", "contentEncoding": "base64"},
    }  # fmt: skip
    return {
        "type": "object",
        "properties": {item.name: {**kinds[item.type], **_described(item.meaning)} for item in items},
        "required": [item.name for item in items if item.required],
        "additionalProperties": False,
    }
