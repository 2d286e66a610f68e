"""Texts that steer agents, wherever code or configuration puts them: instructions, goals, tasks, guardrails, metrics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lockin_audit.core.declared import DeclaredText, TextKind
from lockin_audit.core.secrets import mask_secrets
from lockin_audit.core.text import visible
from lockin_audit.scan.declared.contracts import fit, purpose_of
from lockin_audit.scan.declared.source import Node, Source
from lockin_audit.scan.declared.value import Value, Written

MOST_TEXT = 6_000
"""Characters of one text that are kept."""
_INSTRUCTION = frozenset((
    "system", "system_prompt", "systemprompt", "system_message", "systemmessage", "system_instruction", "systeminstruction",
    "system_instructions", "systeminstructions", "instructions", "instruction", "developer_message", "global_instruction",
    "base_prompt_template", "baseprompttemplate", "backstory", "prompt_override", "agent_instructions", "additional_instructions",
    "systempromptoverride",
))  # fmt: skip
_TEMPLATES = frozenset(("base_prompt_template", "baseprompttemplate"))
_CONSTANT = re.compile(r"(?i)(?:prompt|instructions?|system_message|persona|guidelines)(?:s|_text|_template|_v\d+)?$")
_USER = re.compile(r"(?i)user|human|input|question|example|placeholder|title|label|error|path|file|_id$|_name$|_url$|key")
_ADDRESSED = re.compile(r"\s*(?:#|<|You\b|Your\b|Act\b|As an?\b)")
"""How a text begins that speaks to a model; under the bare name `prompt` any other may be what a user says."""
_NAMES = ("name", "agent_name", "AgentName", "agentName", "display_name", "displayName", "title")
_APPROVALS = frozenset((
    "human_input", "needs_approval", "needsapproval", "require_approval", "requireapproval", "requires_confirmation", "requireconfirmation",
    "require_confirmation", "requires_approval",
))  # fmt: skip
_QUOTED = re.compile(r"""["']+\s*([^"'{}\\\n]{6,60})""")
_METRICS = frozenset((
    "Counter", "Gauge", "Histogram", "Summary", "create_counter", "create_histogram", "create_gauge", "create_up_down_counter",
    "createCounter", "createHistogram", "createUpDownCounter",
))  # fmt: skip


def texts(source: Source) -> Iterator[DeclaredText]:
    """Every text that steers an agent; the same text at the same line may come twice."""
    for node in source.nodes():
        value, written = node.value, node.written
        yield from _instructions(node, source)
        yield from _crew(node)
        yield from _messages(value, written, source)
        yield from _guardrails(value, written)
        yield from _approvals(value, written)
        yield from _handovers(value, written)
        yield from _metrics(value, written)
    for written in source.files:
        for name, value in written.constants.items():
            if _CONSTANT.search(name) and not _USER.search(name):
                for part in value.items if value.items and not value.call else [value]:
                    if (name.lower() not in ("prompt", "prompts") and not value.is_list) or _ADDRESSED.match(part.text or ""):
                        yield from _said("instruction", part, written, "")
        for function in written.functions.values():
            if any("guardrail" in (d.call or d.name).lower() for d in function.decorators):
                words = purpose_of(function.doc) or f"The code runs a check named {function.name}."
                yield DeclaredText(kind="guardrail", text=words, file=written.file, line=function.line)


def _instructions(node: Node, source: Source) -> Iterator[DeclaredText]:
    value = node.value
    crew = value.get("role") is not None and value.get("goal") is not None
    for key, member in value.keys:
        low = key.lower()
        is_agent = low == "prompt" and ("agent" in value.call.lower() or value.get("tools") is not None)
        is_role = low == "role" and not crew and (member.text or "").count(" ") > 8 and "agent" in value.call.lower()
        if low not in _INSTRUCTION and not is_agent and not is_role:
            continue
        found, written = source.value(member, node.written)
        if found is None:
            continue
        agent = next((said for name in _NAMES if (said := value.said(name))), value.said("role") if crew else "")
        if (found.call or found.name) and (made := source.function(found.call or found.name, written)) is not None:
            for returned in made[0].returned:
                part, where = source.value(returned, made[1])
                if part is not None:
                    yield from _said("instruction", part, where, agent)
        elif found.is_list or found.items:
            for item in found.items:
                part, where = source.value(item.get("text") or item, written)
                if part is not None:
                    yield from _said("instruction", part, where, agent)
        else:
            kind: TextKind = "template" if low in _TEMPLATES else "instruction"
            yield from _said(kind, found, written, agent)


def _crew(node: Node) -> Iterator[DeclaredText]:
    """Role and goal of an agent, description and expected output of a task, in YAML or in a call."""
    value, written = node.value, node.written
    goal, role = value.get("goal"), value.said("role")
    about = value.get("description")
    if about is not None and value.get("tools") is not None and re.search(r"(?i)agent|goal", value.call):
        yield from _said("goal", about, written, value.said("agent_name", "name"))
    if goal is not None and role:
        yield from _said("goal", goal, written, fit(role, 80))
    result = value.get("expected_output")
    if result is not None:
        task = value.said("name") or node.key
        description = value.get("description")
        if description is not None:
            yield from _said("task", description, written, task)
        yield from _said("result", result, written, task)


def _messages(value: Value, written: Written, source: Source) -> Iterator[DeclaredText]:
    """System messages: `{"role": "system", "content": ...}`, `("system", ...)`, `SystemMessage(...)`."""
    said: Value | None = None
    if value.said("role") in ("system", "developer"):
        said = value.get("content")
    elif value.is_list and len(value.items) == 2 and value.items[0].text == "system":
        said = value.items[1]
    elif value.call.rpartition(".")[2] == "SystemMessage" or value.call.startswith("SystemMessagePromptTemplate"):
        said = value.get("content") or (value.items[0] if value.items else None)
    found, where = source.value(said, written)
    if found is not None:
        yield from _said("instruction", found, where, "")


def _guardrails(value: Value, written: Written) -> Iterator[DeclaredText]:
    """Subjects that a guardrail resource denies, and what it answers then."""
    if value.said("type").upper() == "DENY" and value.get("definition") is not None:
        name, definition = value.said("name"), value.get("definition")
        if definition is not None and definition.text:
            text = f"Refuses the subject {name or 'named here'}: {definition.text}"
            yield DeclaredText(kind="guardrail", text=fit(text, 500), file=written.file, line=definition.line)


def _handovers(value: Value, written: Written) -> Iterator[DeclaredText]:
    """A topic of a Copilot Studio agent that hands over to a person."""
    kind = value.get("kind")
    if kind is not None and kind.text == "OnEscalate":
        text = "Hands over to a person when someone asks for one (a topic of the agent)."
        yield DeclaredText(kind="handover", text=text, file=written.file, line=kind.line)


def _approvals(value: Value, written: Written) -> Iterator[DeclaredText]:
    """Switches by which a person is asked before the work goes on."""
    for key, member in value.keys:
        if key.lower() in _APPROVALS and (member.word or member.text or "").lower() in ("true", "enabled", "always", "required"):
            name = value.said("name") or value.call.rpartition(".")[2]
            text = f"A person is asked before {name} goes on." if name else "A person is asked before it goes on."
            yield DeclaredText(kind="approval", text=fit(text, 200), file=written.file, line=member.line)


def _metrics(value: Value, written: Written) -> Iterator[DeclaredText]:
    if value.call.rpartition(".")[2] in _METRICS:
        name = value.items[0] if value.items else value.get("name")
        about = value.items[1] if len(value.items) > 1 else value.get("documentation", "description")
        if name is not None and name.text and re.fullmatch(r"[\w.:/-]{3,80}", name.text):
            words = about.text.strip() if about is not None and about.text else ""
            text = fit(f"{name.text}: {words}" if words else name.text, 300)
            yield DeclaredText(kind="metric", agent=name.text, text=text, file=written.file, line=name.line)


def _said(kind: TextKind, value: Value, written: Written, agent: str) -> Iterator[DeclaredText]:
    """The text where it is one: three words at least."""
    if value.text is not None and (text := prose(value.text)):
        cut = len(value.text) > MOST_TEXT
        yield DeclaredText(
            kind=kind, text=text, agent=agent_name(agent), file=written.file, line=value.line, cut=cut, by_line=value.by_line,
            marks=_marks(text, value, written),
        )  # fmt: skip


def _marks(text: str, value: Value, written: Written) -> tuple[tuple[int, int], ...]:
    """Where the pieces of a text stand: each line of the file whose quoted beginning is found behind that of the line before."""
    if not value.pieces:
        return ()
    found: list[tuple[int, int]] = []
    at = 0
    for number in range(value.pieces[0], min(value.pieces[1], value.pieces[0] + 400) + 1):
        quoted = _QUOTED.search(written.lines[number - 1]) if number <= len(written.lines) else None
        if quoted is not None and (start := text.find(quoted[1], at)) >= 0:
            found.append((start, number))
            at = start + len(quoted[1])
    return tuple(found)


def agent_name(text: str) -> str:
    """A name without the parts that are put in when it runs."""
    return fit(re.sub(r"\$?\{[^}]*\}|\[masked\]", "", text).strip(" -_:./"), 80)


def prose(text: str) -> str:
    """The text made fit to show line by line, or nothing where it is no prose of three words.

    Secrets are masked before anything is cut, so that no half of a key shows.
    """
    masked = mask_secrets(text[: 2 * MOST_TEXT])[:MOST_TEXT].strip()
    if len(masked) < 12 or len(re.findall(r"[^\W\d_]{2,}", masked)) < 3:
        return ""
    return "\n".join(visible(line.rstrip()) for line in masked.split("\n"))
