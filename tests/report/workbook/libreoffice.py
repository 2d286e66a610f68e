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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
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
    profile = folder / "profile"
    if recalculate:
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS)
    source = folder / "in.xlsx"
    source.write_bytes(workbook)
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to, "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    target = out / f"in.{to}"
    assert target.is_file(), f"LibreOffice wrote nothing: {done.stdout} {done.stderr}"
    return target


def values(path: Path | bytes) -> Any:
    """The workbook with cached values in place of formulas."""
    return openpyxl.load_workbook(io.BytesIO(path) if isinstance(path, bytes) else path, data_only=True)


def formula_cells(workbook: bytes) -> Iterator[tuple[str, str, str]]:
    """Sheet, coordinate and formula of every formula cell."""
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield sheet.title, cell.coordinate, str(cell.value)


def differences(expected: bytes, recalculated: Path, *, leave_out: frozenset[str] = frozenset()) -> tuple[int, list[str]]:
    """How many formula cells were compared, and those where LibreOffice and the carried value differ.

    Args:
        expected: workbook with the engine's values.
        recalculated: the same formulas as LibreOffice computed them.
        leave_out: sheets not compared.
    """
    ours, theirs, compared, found = values(expected), values(recalculated), 0, []
    for sheet, coordinate, formula in formula_cells(expected):
        if sheet in leave_out:
            continue
        compared += 1
        mine, other = ours[sheet][coordinate].value, theirs[sheet][coordinate].value
        if not same(mine, other):
            found.append(f"{sheet}!{coordinate} {formula[:80]}: engine {mine!r}, LibreOffice {other!r}")
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
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    cells = {}
    for name, value in changes.items():
        sheet, _, coordinate = book.defined_names[name].attr_text.rpartition("!")
        cells[sheet.strip("'"), coordinate.replace("$", "")] = value
    return with_cells(workbook, cells)


def with_cells(workbook: bytes, cells: Mapping[tuple[str, str], float | str]) -> bytes:
    """The workbook with the stored values of cells replaced, also beside formulas (which stay)."""
    titles = openpyxl.load_workbook(io.BytesIO(workbook)).sheetnames
    ElementTree.register_namespace("", MAIN)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            part = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            wanted = {c: v for (s, c), v in cells.items() if part and titles[int(part.group(1)) - 1] == s}
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
