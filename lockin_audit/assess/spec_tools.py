"""Tools of a repository as contracts: name, purpose, inputs and outputs with their places; what the code does not say stays open."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Sequence

from lockin_audit.core.declared import Declared, DeclaredItem, DeclaredTool, Place
from lockin_audit.core.evidence import Dimension, Site
from lockin_audit.core.spec import GAP, OPEN, DataItem, Found, ToolContract

MOST_TOOLS = 200
"""Tools that one draft holds."""
_NAMED = re.compile(
    r"""["']name["']\s*:\s*["']([A-Za-z_][\w.-]*)["']|\bdef\s+([a-z_]\w*)|(?<![\w.])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?!\w)"""
)
_PARSED = (".py", ".pyi", ".ipynb", ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".yaml", ".yml", ".json", ".tf", ".bicep")
_PURPOSE = {
    "schema": f"{OPEN} What does it do?",
    "function": f"{OPEN} What does it do?",
    "server": f"{OPEN} A server that brings tools of its own. Which of them does the workflow use, and what for?",
    "built-in": f"{OPEN} The runtime brings this tool. What does the workflow need of it?",
    "named": f"{OPEN} Only its name stands in the code. What does it do, and what goes in and out?",
}
Clean = Callable[[str, Place], str]
"""Takes names of vendors out of a text that stands at a place."""


def declared_or_named(sites: Iterable[Site], declared: Declared) -> tuple[DeclaredTool, ...]:
    """The tools that are declared, and those whose names stand in evidence in languages that are not read for declarations."""
    known = {tool.name.lower() for tool in declared.tools}
    first: dict[str, DeclaredTool] = {}
    for site in sites:
        if site.dimension is not Dimension.TOOLS or is_read(site.file, declared):
            continue
        for match in _NAMED.finditer(site.snippet):
            name = (match[1] or match[2] or match[3]).lower()
            if name not in known:
                first.setdefault(name, DeclaredTool(name=name, file=site.file, line=site.line, form="schema"))
    return (*declared.tools, *(first[name] for name in sorted(first)))[:MOST_TOOLS]


def is_read(file: str, declared: Declared) -> bool:
    """Whether declarations of a file with this ending are read, so that single lines of it need not be."""
    return bool(declared.files) and file.lower().endswith(_PARSED)


def contracts(tools: Sequence[DeclaredTool], clean: Clean) -> tuple[tuple[ToolContract, ...], list[Found], dict[str, str]]:
    """Contracts, where each filled field was read, and what the mapping says of tools whose own names name a vendor."""
    out: list[ToolContract] = []
    found: list[Found] = []
    mapping: dict[str, str] = {}
    taken: set[str] = set()
    for tool in tools:
        name = contract_name(tool.name)
        if not name or GAP in clean(tool.name, tool) or GAP in clean(name, tool) or not clean(tool.name, tool):
            name = f"tool_{len(out) + 1}"
            mapping[f"tool {name}"] = f"{tool.name} ({tool.file}:{tool.line})"
        elif tool.form in ("server", "built-in"):
            mapping[f"tool {name}"] = f"{'a tool server' if tool.form == 'server' else 'brought by the runtime'} ({tool.file}:{tool.line})"
        while name.lower() in taken:
            name = f"{name[:120]}_{len(out) + 1}"
        taken.add(name.lower())
        found.append(Found(field=f"tool.{name}", file=tool.file, line=tool.line))
        purpose = clean(tool.purpose, tool)
        if purpose:
            found.append(Found(field=f"tool.{name}.purpose", file=tool.file, line=tool.purpose_line or tool.line))
        inputs = _items(tool.inputs, f"tool.{name}.input", clean, found)
        if not inputs and tool.form not in ("function",):
            inputs = (DataItem(name="input", meaning=f"{OPEN} What goes in?", type="record"),)
        outputs = _items(tool.outputs, f"tool.{name}.output", clean, found) or (
            DataItem(name="result", meaning=f"{OPEN} What comes back?", type="record"),
        )
        out.append(
            ToolContract(
                name=name,
                purpose=purpose or _PURPOSE[tool.form],
                inputs=inputs,
                outputs=outputs,
                changes=tool.changes,
                repeatable=tool.repeatable,
            )
        )
    return tuple(out), found, mapping


def contract_name(name: str) -> str:
    """A tool's name in the characters a contract allows; empty where none are left."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", posixpath.basename(name.strip())).strip("_.-")[:128]


def _items(items: Iterable[DeclaredItem], field: str, clean: Clean, found: list[Found]) -> tuple[DataItem, ...]:
    out: dict[str, DataItem] = {}
    for number, declared in enumerate(items, start=1):
        name = clean(declared.item.name, declared)
        if not name or GAP in name:
            name = f"field_{number}"
        meaning = clean(declared.item.meaning, declared) or f"{OPEN} What is it?"
        if name not in out:
            out[name] = declared.item.model_copy(update={"name": name, "meaning": meaning})
            found.append(Found(field=f"{field}.{name}", file=declared.file, line=declared.line))
    return tuple(out.values())
