"""Reads the declarations of a repository: which files, how much of them, and prompts that stand in files of their own."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from lockin_audit.core.declared import Declared, DeclaredText, DeclaredTool
from lockin_audit.core.text import shown_path
from lockin_audit.scan.declared.contracts import fit
from lockin_audit.scan.declared.one_file import TREES, written_in
from lockin_audit.scan.declared.source import Source
from lockin_audit.scan.declared.texts import MOST_TEXT, prose, texts
from lockin_audit.scan.declared.tools import tools
from lockin_audit.scan.declared.tree_values import tree_values
from lockin_audit.scan.declared.value import Written
from lockin_audit.scan.file_types import SCRIPTS
from lockin_audit.scan.nesting import blocks, brackets
from lockin_audit.scan.reading import NotRead, read_text, source_file
from lockin_audit.scan.repository import Entry, list_files

MOST_FILES = 1_500
"""Files that are parsed; a workflow that holds more is better split."""
_TELLING = re.compile(
    rb"(?i)OnEscalate|prompt|instruction|system|tool|agent|openapi|mcp|guardrail|Counter|Histogram|Gauge|goal|expected_output"
)
_READ = frozenset(("python", "notebook")) | SCRIPTS | TREES
_PROMPT_FILE = re.compile(r"(?i)\.(?:md|txt|prompt|j2|jinja2?|mdx)$")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_DEEPEST_HEAD = 20
_LEFT_OUT = (".github/", ".vscode/", ".devcontainer/")


def read_declared(repository: Path, wanted: Callable[[str], bool]) -> Declared:
    """What the files of a repository declare. Nothing is run, no link followed, nothing outside the repository read.

    Args:
        repository: folder to read.
        wanted: whether the file with this path belongs to the workflow.
    Raises:
        ScopeError: the repository is missing or cannot be read.
    """
    root = os.fspath(repository)
    entries = [e for e in list_files(repository).entries if wanted(e.path) and not e.path.startswith(_LEFT_OUT) and e.role == "source"]
    remarks: list[str] = []
    telling = list(islice(_telling(root, (e for e in entries if not e.language or e.language in _READ)), MOST_FILES + 1))
    if len(telling) > MOST_FILES:
        telling.pop()
        remarks.append(f"Only the first {MOST_FILES:,} files that speak of agents were read.")
    written: list[Written] = []
    for entry, content in zip(telling, written_in(root, telling), strict=True):
        if content is None:
            remarks.append(f"{shown_path(entry.path)} was left out: its parser crashed, took too long or too much memory.")
        else:
            written.append(content)
    found = Source(written)
    said = [*texts(found), *_prompt_files(root, entries, found)]
    listed, agents = _agent_files(root, entries)
    return Declared(
        texts=tuple(_once(sorted([*said, *agents], key=lambda t: (t.file, t.line, -len(t.agent), t.kind)))),
        tools=tuple(_fullest([*tools(found), *listed])),
        files=tuple(sorted(file.file for file in written)),
        remarks=tuple(remarks),
    )


def _telling(root: str, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Files that can be read and whose text speaks of agents."""
    for entry in entries:
        try:
            data = read_text(root, entry)
            if _TELLING.search(data) is not None and source_file(entry, data).language in _READ:
                yield entry
        except NotRead:
            continue


def _prompt_files(root: str, entries: Iterable[Entry], source: Source) -> Iterator[DeclaredText]:
    """Text files that the code names and whose name or folder says that they hold a prompt."""
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        if _PROMPT_FILE.search(entry.path):
            by_name.setdefault(posixpath.basename(entry.path), []).append(entry)
    seen: set[str] = set()
    for node in source.nodes():
        said = node.value.text or ""
        if not 3 < len(said) <= 200 or not _PROMPT_FILE.search(said):
            continue
        for entry in by_name.get(posixpath.basename(said), ()):
            folder = posixpath.dirname(node.written.file)
            near = entry.path == posixpath.normpath(posixpath.join(folder, said)) or entry.path.endswith("/" + said) or entry.path == said
            telling = re.search(r"(?i)prompt|system|instruction|persona|agent", f"{entry.path}")
            if near and telling and entry.path not in seen:
                seen.add(entry.path)
                yield from _file_text(root, entry, "")


def _agent_files(root: str, entries: Iterable[Entry]) -> tuple[list[DeclaredTool], list[DeclaredText]]:
    """Agents defined in Markdown: a head with name and tools or model, then the instruction."""
    named: list[DeclaredTool] = []
    said: list[DeclaredText] = []
    for entry in entries:
        if not entry.path.lower().endswith((".md", ".mdx")):
            continue
        try:
            text = read_text(root, entry).decode("utf-8", "replace")
        except NotRead:
            continue
        head = _FRONT.match(text)
        if head is None or not re.search(r"(?m)^name:", head[1]) or not re.search(r"(?m)^(?:tools|model):", head[1]):
            continue
        shown = shown_path(entry.path)
        plain = head[1].count("\n") < 100 and max(blocks(head[1].encode()), brackets(head[1].encode())) < _DEEPEST_HEAD
        top = next(iter(tree_values(shown, "yaml", head[1].encode()).values), None) if plain else None
        if top is None:
            continue
        line = text.count("\n", 0, head.end()) + 1
        said += _text_at(text[head.end() :], shown, line, top.said("name"))
        listed = top.get("tools")
        for item in listed.items if listed is not None else ():
            if item.text and len(item.text) <= 80:
                named.append(DeclaredTool(name=fit(item.text, 80), file=shown, line=item.line + 1, form="built-in"))
        if listed is not None and listed.text:
            for name in listed.text.split(","):
                if name.strip():
                    named.append(DeclaredTool(name=fit(name, 80), file=shown, line=listed.line + 1, form="built-in"))
    return named, said


def _file_text(root: str, entry: Entry, agent: str) -> Iterator[DeclaredText]:
    try:
        text = read_text(root, entry).decode("utf-8", "replace")
    except NotRead:
        return
    yield from _text_at(text, shown_path(entry.path), 1, agent)


def _text_at(text: str, file: str, line: int, agent: str) -> Iterator[DeclaredText]:
    body = text.lstrip()
    if words := prose(body):
        first = line + text[: len(text) - len(body)].count("\n")
        cut = len(body) > MOST_TEXT
        yield DeclaredText(kind="instruction", text=words, agent=fit(agent, 80), file=file, line=first, cut=cut, by_line=True)


def _once(said: Iterable[DeclaredText]) -> Iterator[DeclaredText]:
    seen: set[tuple[str, str]] = set()
    for text in said:
        if (text.kind, text.text) not in seen:
            seen.add((text.kind, text.text))
            yield text


def _fullest(found: Iterable[DeclaredTool]) -> list[DeclaredTool]:
    """One of each name, the one that says most; sorted by file and line."""
    best: dict[str, DeclaredTool] = {}
    for tool in sorted(found, key=lambda t: (-_said(t), t.file, t.line)):
        best.setdefault(tool.name.lower(), tool)
    return sorted(best.values(), key=lambda t: (t.file, t.line, t.name))


def _said(tool: DeclaredTool) -> int:
    return 4 * bool(tool.purpose) + 2 * bool(tool.inputs) + bool(tool.outputs) + 2 * (tool.form != "named")
