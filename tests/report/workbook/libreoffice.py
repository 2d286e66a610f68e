"""Recalculating a workbook by LibreOffice, headless, and comparing what it says with the values the workbook carries.

A default conversion only echoes cached values of files that look as if Excel wrote them, so each run gets a profile of its own that
orders recalculation on load (`OOXMLRecalcMode` 0: always).
"""

from __future__ import annotations

import io
import math
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIVE = 1e-9
ABSOLUTE = 1e-6
"""Sums of millions whose exact value is nil (a proof, a difference) may miss it by rounding: a ten-thousandth of a cent."""

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def convert(workbook: bytes, folder: Path, *, to: str = "xlsx", recalculate: bool = True) -> Path:
    """The workbook as LibreOffice writes it, after recalculating every formula (or, for contrast, by its default)."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = always_recalculating(folder / "profile") if recalculate else folder / "profile"
    source = folder / "in.xlsx"
    source.write_bytes(workbook)
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to, "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    target = out / f"in.{to}"
    assert target.is_file(), f"LibreOffice wrote nothing: {done.stdout} {done.stderr}"
    return target


def always_recalculating(profile: Path) -> Path:
    """A LibreOffice profile that works every formula out again on loading."""
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS)
    return profile


@dataclass(frozen=True)
class Cell:
    """A cell as the file holds it."""

    formula: str
    """Without the leading `=`; empty for a constant."""
    value: Any


Cells = dict[tuple[str, str], Cell]


def cells(workbook: Path | bytes) -> Cells:
    """Every cell that is not empty, by sheet and coordinate; read straight from the parts, which is ten times as fast as openpyxl."""
    with zipfile.ZipFile(io.BytesIO(workbook) if isinstance(workbook, bytes) else workbook) as parts:
        shared = [
            "".join(t.text or "" for t in item.iter(f"{{{MAIN}}}t"))
            for item in (ElementTree.fromstring(parts.read("xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in parts.namelist() else ())
        ]
        found: Cells = {}
        for number, title in enumerate(titles(parts), 1):
            for cell in ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{{{MAIN}}}c"):
                formula, stored, inline = (cell.find(f"{{{MAIN}}}{part}") for part in ("f", "v", "is"))
                if inline is not None:
                    found[title, cell.attrib["r"]] = Cell("", "".join(t.text or "" for t in inline.iter(f"{{{MAIN}}}t")))
                    continue
                if formula is None and stored is None:
                    continue
                value = _value(cell.get("t", "n"), "" if stored is None else stored.text or "", shared)
                found[title, cell.attrib["r"]] = Cell("" if formula is None else formula.text or "", value)
    return found


def titles(parts: zipfile.ZipFile) -> list[str]:
    """Sheet names in order; part `sheet<n>.xml` holds the n-th, in openpyxl's files and in LibreOffice's."""
    return [sheet.attrib["name"] for sheet in ElementTree.fromstring(parts.read("xl/workbook.xml")).iter(f"{{{MAIN}}}sheet")]


def names(workbook: Path | bytes) -> dict[str, tuple[str, str]]:
    """Defined name → sheet and coordinate, for names of single cells."""
    with zipfile.ZipFile(io.BytesIO(workbook) if isinstance(workbook, bytes) else workbook) as parts:
        root = ElementTree.fromstring(parts.read("xl/workbook.xml"))
    found = {}
    for name in root.iter(f"{{{MAIN}}}definedName"):
        sheet, _, cell = (name.text or "").rpartition("!")
        if re.fullmatch(r"\$[A-Z]+\$[0-9]+", cell):
            found[name.attrib["name"]] = (sheet.strip("'"), cell.replace("$", ""))
    return found


def named(workbook: Path | bytes, name: str) -> Any:
    """Value of a named cell."""
    return cells(workbook)[names(workbook)[name]].value


def _value(kind: str, text: str, shared: list[str]) -> Any:
    if kind == "s":
        return shared[int(text)]
    return bool(int(text)) if kind == "b" else text if kind in ("str", "e") else float(text) if text else None


def differences(expected: bytes, recalculated: Path, *, like: bytes | None = None) -> tuple[int, list[str]]:
    """How many formula cells were compared, and those where LibreOffice and the carried value differ.

    Args:
        expected: workbook with the engine's values.
        recalculated: formulas as LibreOffice computed them.
        like: the workbook that was recalculated, where it is another one: cells with different formulas are then left out.
    """
    ours, theirs, formulas = cells(expected), cells(recalculated), cells(like or expected)
    compared, found = 0, []
    for where, cell in ours.items():
        if not cell.formula or where not in formulas or formulas[where].formula != cell.formula:
            continue
        compared += 1
        other = theirs[where].value if where in theirs else None
        if not same(cell.value, other):
            found.append(f"{where[0]}!{where[1]} {cell.formula[:80]}: engine {cell.value!r}, LibreOffice {other!r}")
    return compared, found


def same(mine: Any, other: Any) -> bool:
    """Equal text or truth, or numbers equal to a relative 1e-9."""
    if isinstance(mine, bool) or isinstance(other, bool) or isinstance(mine, str) or isinstance(other, str):
        return mine == other
    if mine is None or other is None:
        return mine is other
    return math.isclose(mine, other, rel_tol=RELATIVE, abs_tol=ABSOLUTE)


def with_inputs(workbook: bytes, changes: Mapping[str, float | str]) -> bytes:
    """The workbook with cells set by defined name, everything else (stale cached values too) as it was: what a user does in Excel."""
    known = names(workbook)
    return with_cells(workbook, {known[name]: value for name, value in changes.items()})


def with_cells(workbook: bytes, cells: Mapping[tuple[str, str], float | str]) -> bytes:
    """The workbook with the stored values of cells replaced, also beside formulas (which stay)."""
    ElementTree.register_namespace("", MAIN)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        sheets = titles(source)
        for name in source.namelist():
            data = source.read(name)
            part = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            wanted = {c: v for (s, c), v in cells.items() if part and sheets[int(part.group(1)) - 1] == s}
            if wanted:
                root = ElementTree.fromstring(data)
                for cell in root.iter(f"{{{MAIN}}}c"):
                    if cell.attrib["r"] in wanted:
                        _put(cell, wanted.pop(cell.attrib["r"]))
                assert not wanted, f"no such cells: {wanted}"
                data = ElementTree.tostring(root)
            target.writestr(name, data)
    return out.getvalue()


def _put(cell: ElementTree.Element, value: float | str) -> None:
    for old in [*cell.findall(f"{{{MAIN}}}v"), *cell.findall(f"{{{MAIN}}}is")]:
        cell.remove(old)
    cell.attrib.pop("t", None)
    if isinstance(value, str):
        cell.set("t", "str")
    ElementTree.SubElement(cell, f"{{{MAIN}}}v").text = value if isinstance(value, str) else repr(value)
