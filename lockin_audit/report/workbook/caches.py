"""The step after openpyxl: cached values beside every formula, and a file that is the same byte for byte each time.

openpyxl writes a formula or a value, never both, and stamps the time of writing into the file. A viewer that does not calculate would
show empty cells. Here each formula cell gets the value our engine computed, and all times become fixed ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree  # reads only what openpyxl has just written

from lockin_audit.report.office_package import normalised
from lockin_audit.report.workbook.cells import Value, clean_text

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMESPACES = {"": _MAIN, "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
_SHEET_PART = re.compile(r"^xl/worksheets/sheet(\d+)\.xml$")

ERRORS = ("#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!")


def inject_caches(workbook: bytes, sheets: list[Mapping[str, Value]], as_of: date) -> bytes:
    """The workbook with a value beside every formula, fixed times and fixed order of parts.

    Args:
        workbook: an .xlsx file as openpyxl wrote it.
        sheets: per sheet, in workbook order, coordinate → value of the formula there.
        as_of: day written into the document properties instead of the clock.
    Raises:
        ValueError: a formula cell has no value, or a value has no formula cell.
    """

    def change(name: str, data: bytes) -> bytes:
        part = _SHEET_PART.match(name)
        if part and (b"<f>" in data or sheets[int(part.group(1)) - 1]):
            return _with_values(data, sheets[int(part.group(1)) - 1], name)
        return data

    return normalised(workbook, as_of, change)


def _with_values(sheet: bytes, values: Mapping[str, Value], name: str) -> bytes:
    for prefix, uri in _NAMESPACES.items():
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.fromstring(sheet)  # noqa: S314  # our own output
    missing = []
    seen = 0
    for cell in root.iter(f"{{{_MAIN}}}c"):
        if cell.find(f"{{{_MAIN}}}f") is None:
            continue
        coordinate = cell.attrib["r"]
        if coordinate not in values:
            missing.append(coordinate)
            continue
        seen += 1
        _set_value(cell, values[coordinate])
    if missing or seen != len(values):
        raise ValueError(
            f"{name}: {len(missing)} formula cells without a value {missing[:5]}, {len(values) - seen} values without a formula cell"
        )
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _set_value(cell: ElementTree.Element, value: Value) -> None:
    tag = f"{{{_MAIN}}}v"
    for old in cell.findall(tag):
        cell.remove(old)
    cell.attrib.pop("t", None)
    kind, text = _cached(value)
    if kind:
        cell.set("t", kind)
    ElementTree.SubElement(cell, tag).text = text


def _cached(value: Value) -> tuple[str, str]:
    """Cell type and text of a cached value: numbers have no type."""
    if value is None:
        return "str", ""
    if isinstance(value, bool):
        return "b", "1" if value else "0"
    if isinstance(value, str):
        return ("e", value) if value in ERRORS else ("str", clean_text(value))
    return "", repr(value)
