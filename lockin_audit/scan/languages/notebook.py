"""Jupyter notebooks: code cells joined into one Python module, every line mapped to its line in the .ipynb file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lockin_audit.core.errors import DataError
from lockin_audit.scan.languages import grammar
from lockin_audit.scan.languages.grammar import nth

if TYPE_CHECKING:
    from tree_sitter import Node

_CELL_LANGUAGE = re.compile(r"^%%(?!time\b|timeit\b|capture\b|prun\b|python3?\b|skip\b)\w")
_WRITES_PYTHON = re.compile(r"""^%%(?:writefile|file)\s+(?:-a\s+)?["']?[^"']*\w\.py["']?\s*$""")
_MAGIC = re.compile(r"^(\s*)(?:[%!?]|\w+\?\s*$)")
_ASSIGNED_MAGIC = re.compile(r"^(\s*+[\w, ]++=\s*+)[%!].*$")


@dataclass(slots=True)
class Notebook:
    """Source of a notebook by kind of cell; `lines[i]` is the file's line of line i + 1."""

    code: bytes
    code_lines: list[int]
    prose: bytes
    prose_lines: list[int]


def read(path: str, data: bytes) -> Notebook:
    """Split a notebook into code and prose.

    Raises:
        DataError: it is not JSON, or has no cells.
    """
    root = grammar.parse("json", data).root_node
    top = nth(root, 0)
    if top is None or top.type != "object" or root.has_error:
        raise DataError(path, "is not a valid notebook: its JSON is broken.", "Open and save it again with Jupyter.")
    cells = _member(top, "cells")
    if cells is None:
        sheets = _member(top, "worksheets")
        first = nth(sheets, 0) if sheets is not None else None
        cells = _member(first, "cells") if first is not None else None
    if cells is None or cells.type != "array":
        raise DataError(path, "is not a valid notebook: it has no list of cells.", "Open and save it again with Jupyter.")
    code: list[tuple[str, int]] = []
    prose: list[tuple[str, int]] = []
    python = _is_python(top)
    for cell in cells.named_children:
        if cell.type != "object":
            continue
        kind = _member(cell, "cell_type")
        source = _member(cell, "source") or _member(cell, "input")
        if kind is None or source is None:
            continue
        lines = _lines(source)
        name = _string(kind)
        if name == "code" and python:
            code += _plain_python(lines)
        elif name == "markdown":
            prose += [*lines, ("", lines[-1][1] if lines else 1)]
    return Notebook(_joined(code), [line for _, line in code], _joined(prose), [line for _, line in prose])


def _joined(lines: list[tuple[str, int]]) -> bytes:
    return "\n".join(text for text, _ in lines).encode("utf-8", "replace")


def _member(node: Node, key: str) -> Node | None:
    if node.type != "object":
        return None
    for pair in node.named_children:
        name = pair.child_by_field_name("key") if pair.type == "pair" else None
        if name is not None and name.end_byte - name.start_byte == len(key) + 2 and (name.text or b"")[1:-1] == key.encode():
            return pair.child_by_field_name("value")
    return None


def _is_python(top: Node) -> bool:
    metadata = _member(top, "metadata")
    for outer, inner in (("kernelspec", "language"), ("language_info", "name")):
        holder = _member(metadata, outer) if metadata is not None else None
        value = _member(holder, inner) if holder is not None else None
        if value is not None:
            return _string(value).lower() in ("python", "ipython", "python3", "")
    return True


def _string(node: Node) -> str:
    try:
        value = json.loads(node.text or b'""')
    except (ValueError, RecursionError):
        return ""
    return value if isinstance(value, str) else ""


def _lines(source: Node) -> list[tuple[str, int]]:
    """Lines of a cell with the line of the file that holds each."""
    found: list[tuple[str, int]] = []
    for part in source.named_children if source.type == "array" else [source]:
        if part.type == "string":
            row = part.start_point.row + 1
            text = _string(part)
            pieces = text.split("\n")
            if len(pieces) > 1 and pieces[-1] == "":
                pieces.pop()
            found += [(piece.rstrip("\r"), row) for piece in pieces]
    return found


def _plain_python(lines: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """A code cell without IPython's magics, which would not parse; a cell in another language is blanked.

    A cell that only writes its lines to a Python file (`%%writefile agent.py`) is read as the code it is.
    """
    first = lines[0][0].lstrip() if lines else ""
    if _CELL_LANGUAGE.match(first) and not _WRITES_PYTHON.match(first):
        return [("", line) for _, line in lines] or []
    found = []
    for text, line in lines:
        magic = _MAGIC.match(text)
        if magic is not None:
            text = magic[1] + "pass"
        elif _ASSIGNED_MAGIC.match(text):
            text = _ASSIGNED_MAGIC.sub(r"\1None", text)
        found.append((text, line))
    return found
