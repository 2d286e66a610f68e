"""A workflow specification written out: TOML to edit, tools as Model Context Protocol definitions."""

from __future__ import annotations

import json

from lockin_audit.ask.answers import toml_text
from lockin_audit.core.spec import PLACEHOLDERS, DataItem, WorkflowSpec, is_open, json_schema

_KEYS = (
    "task", "decision", "on_behalf_of", "criteria", "accountable", "guardrails", "escalation", "human_in_the_loop", "outcome", "budget",
    "state", "telemetry",
)  # fmt: skip


def spec_toml(spec: WorkflowSpec) -> str:
    """The specification as TOML; reading it back gives the same record."""
    lines = [
        "# A workflow without vendor names. Texts that begin with OPEN: are still to be said by a person.",
        "# Check it with: lockin-audit spec lint FILE",
        "",
        f"id = {toml_text(spec.id)}",
        f"name = {toml_text(spec.name)}",
    ]
    for key in _KEYS:
        value = getattr(spec, key)
        if isinstance(value, str):
            lines.append(f"{key} = {_toml(value)}")
        else:
            lines += [f"{key} = [", *(f"    {toml_text(text)}," for text in value), "]"]
    failure = spec.failure.model_dump(exclude_none=True)
    lines += ["", "[failure]", *(f"{k} = {toml_text(v) if isinstance(v, str) else v}" for k, v in failure.items())]
    for head, items in (("input", spec.inputs), ("output", spec.outputs)):
        for item in items:
            lines += ["", f"[[{head}]]", *_item(item)]
    for tool in spec.tools:
        lines += ["", "[[tool]]", f"name = {toml_text(tool.name)}", f"purpose = {toml_text(tool.purpose)}"]
        lines += [f"{k} = {str(v).lower()}" for k, v in (("changes", tool.changes), ("repeatable", tool.repeatable)) if v is not None]
        for head, items in (("input", tool.inputs), ("output", tool.outputs)):
            for item in items:
                lines += ["", f"[[tool.{head}]]", *_item(item)]
    lines += ["", "# How the parts are met today: the only place for names of vendors and products.", "[mapping]"]
    lines += [f"{toml_text(key)} = {toml_text(value)}" for key, value in spec.mapping.items()]
    for found in spec.found:
        lines += ["", "[[found]]", f"field = {toml_text(found.field)}", f"file = {toml_text(found.file)}", f"line = {found.line}"]
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    """A text as TOML; one of several lines line by line, so that a person can edit it."""
    if "\n" not in text:
        return toml_text(text)
    return '"""\n' + "\n".join(toml_text(line)[1:-1] for line in text.split("\n")) + '"""'


def _item(item: DataItem) -> list[str]:
    lines = [f"name = {toml_text(item.name)}", f"meaning = {toml_text(item.meaning)}", f"type = {toml_text(item.type)}"]
    return lines if item.required else [*lines, "required = false"]


def mcp_tools(spec: WorkflowSpec) -> str:
    """The tool contracts as JSON in the form of a `tools/list` result of the Model Context Protocol (revision 2025-06-18).

    Fields: name, description, inputSchema, outputSchema where outputs are named, annotations where effects are known. What nobody has
    said yet is left out.
    """
    tools = []
    for tool in spec.tools:
        entry: dict[str, object] = {"name": tool.name}
        if not is_open(tool.purpose):
            entry["description"] = tool.purpose
        entry["inputSchema"] = json_schema(tool.inputs)
        if any(not is_open(item.meaning) or item.name not in PLACEHOLDERS for item in tool.outputs):
            entry["outputSchema"] = json_schema(tool.outputs)
        notes = {}
        if tool.changes is not None:
            notes["readOnlyHint"] = not tool.changes
        if tool.repeatable is not None:
            notes["idempotentHint"] = tool.repeatable
        if notes:
            entry["annotations"] = notes
        tools.append(entry)
    return json.dumps({"tools": tools}, indent=1, ensure_ascii=False) + "\n"
