"""A workflow specification for the board: what it does, who answers for it, what it needs, what is still open. No vendor names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lockin_audit.core.spec import OPEN, DataItem, Found, ToolContract, WorkflowSpec, gaps, is_open
from lockin_audit.report.markdown_text import escape, table

_SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("What it does", (("task", "Task"), ("decision", "What is decided"), ("outcome", "What counts as done"))),
    ("Who answers for it", (
        ("accountable", "Accountable"), ("on_behalf_of", "Acts on behalf of"), ("human_in_the_loop", "Where a person decides"),
        ("budget", "What one case may cost"),
    )),
    ("How it decides", (("criteria", "Criteria"), ("guardrails", "Limits it must keep"), ("escalation", "When it hands over to a person"))),
    ("What it needs to run", (("state", "What it must remember"), ("telemetry", "What must be recorded"))),
)  # fmt: skip
_LONG = 900
"""Characters of one field that a board reads; the rest is in the specification itself."""
_MARKED = re.compile(re.escape(f"[{OPEN}") + r"\s*([^\]]{1,300})\]")
_MARKUP = re.compile(r"^\s*#+\s|\*\*|`+")
"""Markup of an instruction that would only show as signs."""
_POINT = re.compile(r"\s*(?:[-*•]\s|\d{1,3}[.)]\s|#)")


def spec_markdown(spec: WorkflowSpec) -> str:
    """The specification as Markdown: a summary of what is said and what is open, the parts in plain words, the sources. No mapping."""
    name = spec.id if is_open(spec.name) else spec.name
    questions = _questions(spec)
    lines = [f"# {escape(name, inside=True)}", "", _summary(spec, len(questions)), ""]
    for heading, fields in _SECTIONS:
        lines += [f"## {heading}", ""]
        for key, title in fields:
            value = getattr(spec, key)
            lines += [_titled(title, value), ""] if isinstance(value, str) else _list(title, value)
    lines += [*_items("What comes in", spec.inputs), *_items("What goes out", spec.outputs), *_failure(spec), *_tools(spec.tools)]
    if questions:
        lines += [
            "## Still to be said",
            "",
            "A person has to answer these before the workflow can be handed to another team or runtime.",
            "",
        ]
        lines += [table(("Part", "Question"), [(_cell(part), _cell(question)) for part, question in questions]), ""]
    return "\n".join([*lines, *_sources(spec.found)]).rstrip("\n") + "\n"


def _summary(spec: WorkflowSpec, open_: int) -> str:
    said = sum(not is_open(text) for text in spec.texts().values())
    head = f"A workflow in plain words, without names of vendors: {said} parts are said"
    if spec.found:
        head += ", most of them read from the code and to be checked by a person"
    if not open_:
        return f"{head}; nothing is open."
    return f"{head}; **{open_} question{'s are' if open_ > 1 else ' is'} open** (listed below)."


def _said(text: str) -> str:
    """A text in Markdown; a gap says what is missing; paragraphs of a long one stay apart."""
    if is_open(text):
        return "**Not yet said.**"
    short = text if len(text) <= _LONG else text[:_LONG].rpartition(" ")[0] or text[:_LONG]
    parts = [_lines(part) for part in re.split(r"\n\s*\n", short) if part.strip()]
    more = "" if short == text else " (goes on in the specification)"
    if len(parts) == 1 and "\n" not in parts[0]:
        return parts[0] + more
    return "\n\n" + "\n>\n".join("> " + part.replace("\n", "\n> ") for part in parts) + (f"\n\n{more.strip()}" if more else "")


def _titled(title: str, text: str) -> str:
    said = _said(text)
    return f"**{title}.**{said}" if said.startswith("\n") else f"**{title}.** {said}"


def _lines(part: str) -> str:
    """One paragraph on one line; points of a list on lines of their own."""
    out: list[str] = []
    for line in part.split("\n"):
        words = _inline(" ".join(_MARKUP.sub("", line).split()))
        if out and not _POINT.match(line):
            out[-1] = f"{out[-1]} {words}"
        elif words:
            out.append(words)
    return "  \n".join(out)


def _inline(text: str) -> str:
    """One paragraph: marked gaps stand out."""
    out, at = [], 0
    for match in _MARKED.finditer(text):
        out += [escape(text[at : match.start()], inside=at > 0), f"**[{_cell(match[1].strip())}]**"]
        at = match.end()
    return "".join([*out, escape(text[at:], inside=at > 0)])


def _list(title: str, texts: Sequence[str]) -> list[str]:
    told = [text for text in texts if not is_open(text)]
    if not told:
        return [f"**{title}.** {_said(texts[0] if texts else '')}", ""]
    return [f"**{title}**", "", *(f"- {_inline(' '.join(text.split()))}" for text in told), ""]


def _items(title: str, items: Sequence[DataItem]) -> list[str]:
    if not items or (len(items) == 1 and is_open(items[0].meaning)):
        return [f"**{title}.** {_said(items[0].meaning if items else '')}", ""]
    return [f"**{title}**", "", _table(items), ""]


def _table(items: Sequence[DataItem]) -> str:
    rows = [(_cell(item.name), _meaning(item.meaning), item.type, "yes" if item.required else "no") for item in items]
    return table(("Name", "What it is", "Kind", "Needed"), rows)


def _meaning(text: str) -> str:
    return "**not yet said**" if is_open(text) else _inline(" ".join(text.split()))


def _cell(text: str) -> str:
    return escape(text, inside=True)


def _failure(spec: WorkflowSpec) -> list[str]:
    failure = spec.failure
    tries = "not yet said" if failure.attempts is None else f"{failure.attempts} in all"
    limit = "not yet said" if failure.timeout_seconds is None else f"{failure.timeout_seconds:g} seconds"
    return [f"**When a step fails.** Attempts: {tries}. Time limit of a step: {limit}. After that: {_said(failure.then)}", ""]


def _tools(tools: Sequence[ToolContract]) -> list[str]:
    lines = ["## Tools it may use", ""]
    if not tools:
        return [*lines, "None.", ""]
    effects = {True: "yes", False: "no, it only reads", None: "**not yet said**"}
    rows = [(_cell(tool.name), _meaning(tool.purpose), effects[tool.changes]) for tool in tools]
    lines += [table(("Tool", "What it does", "Changes something"), rows), ""]
    for tool in tools:
        for title, items in (("takes", tool.inputs), ("gives back", tool.outputs)):
            if items and not all(is_open(item.meaning) and item.name in ("input", "result") for item in items):
                lines += [f"**{_cell(tool.name)}** {title}:", "", _table(items), ""]
    return lines


def _questions(spec: WorkflowSpec) -> list[tuple[str, str]]:
    """Every gap: the part and the question. Gaps of one tool are one line."""
    titles = {key: title for _, fields in _SECTIONS for key, title in fields}
    found: list[tuple[str, str]] = []
    for key, title in titles.items():
        value = getattr(spec, key)
        texts: Sequence[str] = [value] if isinstance(value, str) else value or ("",)
        for text in texts:
            if is_open(text):
                found.append((title, text.strip().removeprefix(OPEN).strip() or "Nothing is said."))
            elif gaps(text):
                marked = dict.fromkeys(match[1].strip() for match in _MARKED.finditer(text))
                found.append((title, "; ".join(f"{words[:1].upper()}{words[1:]}" for words in marked)))
    found += [("When a step fails", spec.failure.then.strip().removeprefix(OPEN).strip() or "Nothing is said.")] * is_open(
        spec.failure.then
    )
    for title, items in (("What comes in", spec.inputs), ("What goes out", spec.outputs)):
        names = [item.name for item in items if is_open(item.meaning)]
        if names:
            found.append((title, f"What is meant by {', '.join(names[:8])}{' and others' if len(names) > 8 else ''}?"))
    found += [(f"Tool {tool.name}", asked) for tool in spec.tools if (asked := _asked(tool))]
    return list(dict.fromkeys(found))


def _asked(tool: ToolContract) -> str:
    """What is open about one tool, as one sentence."""
    missing = []
    if is_open(tool.purpose):
        missing.append("what it does")
    if any(is_open(item.meaning) for item in tool.inputs):
        missing.append("what goes in")
    if any(is_open(item.meaning) for item in tool.outputs):
        missing.append("what comes back")
    if tool.changes is None:
        missing.append("whether it changes something")
    if tool.changes and tool.repeatable is None:
        missing.append("whether a second call does harm")
    return f"Say {', '.join(missing)}." if missing else ""


def _sources(found: Sequence[Found]) -> list[str]:
    """Where the draft was read, one line per part."""
    if not found:
        return []
    grouped: dict[str, dict[str, None]] = {}
    for entry in found:
        head = entry.field.partition(" ")[0]
        part = f"tool {entry.field.split('.')[1]}" if entry.field.startswith("tool.") else head.partition(".")[0].replace("_", " ")
        grouped.setdefault(part, {})[f"{entry.file}:{entry.line}"] = None
    rows = []
    for part, where in grouped.items():
        places = list(where)
        more = f", and {len(places) - 4} more" if len(places) > 4 else ""
        rows.append((_cell(part), _cell(", ".join(places[:4]) + more)))
    return ["## Where it was read", "", table(("Part", "File and line"), rows), ""]
