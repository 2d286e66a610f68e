"""LibreOffice as a typist: one session opens a workbook, types over input cells, case after case, and reads rows of Calc back.

Opening a workbook takes seconds and a case takes milliseconds, so that every input can be tried by itself. LibreOffice ships without
Python here and there, so the session runs in its own Basic, from a profile made for it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.report.workbook.libreoffice import always_recalculating

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub TypeAndRead(book As String, orders As String, answers As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim before(500) As String
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(book), "_blank", 0, hidden())
  doc.calculateAll()
  Open orders For Input As #1
  Open answers For Output As #2
  Line Input #1, heads
  columns = Split(heads, " ")
  Line Input #1, ends
  rows = Split(ends, " ")
  inputs = doc.Sheets.getByName("Inputs")
  calc = doc.Sheets.getByName("Calc")
  Do While Not Eof(1)
    Line Input #1, typed
    order = Split(typed, " ")
    For i = 0 To UBound(order) Step 2
      before(i) = inputs.getCellRangeByName(order(i)).getFormula()
      inputs.getCellRangeByName(order(i)).setFormula(order(i + 1))
    Next
    For Each column In columns
      data = calc.getCellRangeByName(column &amp; rows(0) &amp; ":" &amp; column &amp; rows(1)).getDataArray()
      told = ""
      For k = 0 To UBound(data)
        told = told &amp; data(k)(0) &amp; Chr(9)
      Next
      Print #2, told
    Next
    For i = 0 To UBound(order) Step 2
      inputs.getCellRangeByName(order(i)).setFormula(before(i))
    Next
  Loop
  Close #1
  Close #2
  doc.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def type_and_read(
    workbook: bytes, cases: Sequence[Mapping[str, float]], columns: Sequence[str], rows: tuple[int, int], folder: Path
) -> list[dict[str, list[str]]]:
    """What columns of Calc show after each case.

    Args:
        workbook: an .xlsx file.
        cases: each a mapping of cells on Inputs to what is typed there; the cells are put back after the case.
        columns: letters of the columns read.
        rows: first and last row read.
        folder: where files may go.
    Returns:
        per case, column → text of each row; numbers to 15 digits.
    """
    profile = always_recalculating(folder / "profile")
    base = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*base, "--terminate_after_init"], capture_output=True, timeout=120, check=False)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(_MODULE)
    book, orders, answers = folder / "typed.xlsx", folder / "orders.txt", folder / "answers.txt"
    book.write_bytes(workbook)
    lines = [" ".join(f"{cell} {value!r}" for cell, value in case.items()) for case in cases]
    orders.write_text("\n".join([" ".join(columns), f"{rows[0]} {rows[1]}", *lines]) + "\n")
    call = f'macro:///Standard.Module1.TypeAndRead("{book}","{orders}","{answers}")'
    subprocess.run([*base, call], capture_output=True, timeout=240, check=False)
    told = [line.split("\t")[:-1] for line in answers.read_text().splitlines()]
    assert len(told) == len(cases) * len(columns), f"LibreOffice answered {len(told)} of {len(cases) * len(columns)} columns"
    return [dict(zip(columns, told[at : at + len(columns)], strict=True)) for at in range(0, len(told), len(columns))]
