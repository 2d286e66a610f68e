"""Sheets "Calc" and "Model map": the model laid out, and the same lines in words.

Calc has one row per line and one formula per row: every month's cell of a row is the same formula, shifted. Single values stand in the
value column; those that read whole months come last. No number but universal constants stands in a formula.
"""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from lockin_audit.finance.expression import Name, names, to_excel, to_words
from lockin_audit.finance.model import Line
from lockin_audit.report.workbook.layout import Layout, MonthReferences, fixed_format
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.titles import CALC, MODEL_MAP

HEAD = 4
VALUE, OPENING, FIRST = 3, 4, 5
_TOTALLED = ("cost", "subtotal")


def fill_calc(layout: Layout) -> None:
    """Workings, then the months, then the results."""
    sheet, model = layout.book[CALC], layout.model
    last = FIRST + model.horizon - 1
    sheet.widths(52, 20, 17, 3, *[12.0] * model.horizon)
    sheet.front(
        "Calc",
        f"The model over {model.horizon} months, in {layout.study.cost.currency}, nominal. Costs are positive. One formula per row.",
    )
    for column, label in ((1, "Line"), (2, "Unit"), (3, "Value or total"), (4, "")):
        sheet.text(HEAD, column, label, "column head number" if column == VALUE else "column head")
    sheet.text(HEAD - 1, 1, "Year of the model", "unit")
    for month in range(1, model.horizon + 1):
        column = FIRST + month - 1
        sheet.number(HEAD, column, month, "column head number")
        sheet.formula(HEAD - 1, column, f"INT(({sheet.letter(column)}${HEAD} - 1) / 12) + 1", (month - 1) // 12 + 1, "calc number")
    row = _once(layout, sheet, HEAD + 1, model.workings)
    group = ""
    for line in model.months:
        if line.group != group:
            group = line.group
            row = _section(sheet, row, group, last)
        _months(layout, sheet, row, line)
        row += 1
    first_result = row
    row = _once(layout, sheet, row, model.results)
    layout.cells["calc block"] = sheet.span(HEAD, VALUE, row - 1, last)
    layout.cells["calc months"] = sheet.span(HEAD, FIRST, HEAD, last)
    if "sessions" in layout.rows:
        layout.cells["sessions row"] = sheet.span(layout.rows["sessions"], FIRST, layout.rows["sessions"], last)
    if "saving.npv" in layout.once:
        layout.cells["saving"] = layout.once["saving.npv"]
    for option in model.options:
        layout.cells[f"npv {option.id}"] = layout.once[f"{option.id}.npv"]
    set_up_page(
        sheet,
        last_column=get_column_letter(last),
        last_row=row - 1,
        repeat_rows=f"{HEAD - 1}:{HEAD}",
        repeat_columns="A:C",
        freeze=f"{get_column_letter(FIRST)}{HEAD + 1}",
        pages_wide=max(1, -(-model.horizon // 12)),
        breaks=(first_result - 1,),
    )


def _section(sheet: Sheet, row: int, title: str, last: int) -> int:
    for column in range(1, last + 1):
        sheet.text(row, column, title if column == 1 else "", "section")
    return row + 1


def _references(layout: Layout, column: int) -> MonthReferences:
    last = FIRST + layout.model.horizon - 1
    return MonthReferences(
        layout, layout.rows, get_column_letter(column), get_column_letter(column - 1), get_column_letter(FIRST), get_column_letter(last)
    )


def _once(layout: Layout, sheet: Sheet, row: int, lines: Sequence[Line]) -> int:
    references, group = _references(layout, FIRST), ""
    for line in lines:
        if line.group != group:
            group = line.group
            row = _section(sheet, row, group, FIRST + layout.model.horizon - 1)
        value = layout.figures.once(line.id)
        sheet.text(row, 1, line.label, "plain")
        sheet.text(row, 2, line.unit, "unit")
        sheet.formula(row, VALUE, to_excel(line.expr, references), value, "calc number", fixed_format([value], line.unit))
        layout.once[line.id] = sheet.ref(row, VALUE)
        if line.output:
            layout.book.define(line.output, sheet.ref(row, VALUE))
        row += 1
    return row


def _months(layout: Layout, sheet: Sheet, row: int, line: Line) -> None:
    layout.rows[line.id] = row
    figures, total = layout.figures.months(line.id), line.kind == "subtotal"
    style, shown = "calc total" if total else "calc number", fixed_format(figures, line.unit)
    sheet.text(row, 1, line.label, "calc total label" if total else "plain")
    sheet.text(row, 2, line.unit, "calc total unit" if total else "unit")
    first, last = FIRST, FIRST + layout.model.horizon - 1
    if line.kind in _TOTALLED and not any(name.part == "previous" for name in names(line.expr)):
        sheet.formula(
            row,
            VALUE,
            f"SUM({sheet.span(row, first, row, last, sheet=False)})",
            sum(figures),
            style,
            fixed_format([sum(figures)], line.unit),
        )
    for column, value in enumerate(figures, FIRST):
        sheet.formula(row, column, to_excel(line.expr, _references(layout, column)), value, style, shown)


def fill_model_map(layout: Layout) -> None:
    """Every line with its formula in words, in the order of Calc."""
    sheet, model = layout.book[MODEL_MAP], layout.model
    sheet.widths(48, 18, 16, 14, 90, 40)
    sheet.front("Model map", "Each line of Calc in words: what it is, its unit, and how it is worked out from inputs and other lines.")
    sheet.header(HEAD, ("Line", "Unit", "Over", "Kind", "How it is worked out", "Id"))
    labels = {a.id: a.label for a in model.assumptions} | {line.id: line.label for line in model.lines}

    def label(name: Name) -> str:
        text = f"[{labels[name.id]}]"
        return f"{text} of the month before" if name.part == "previous" else text

    row, group = HEAD, ""
    for line in (*model.workings, *model.months, *model.results):
        row += 1
        if line.group != group:
            group = line.group
            row = _section(sheet, row, group, 6)
        sheet.text(row, 1, line.label, "row head")
        sheet.text(row, 2, line.unit, "cell muted")
        sheet.text(row, 3, "each month" if line.over == "month" else "once", "cell muted")
        sheet.text(row, 4, line.kind, "cell muted")
        missing = f"\nNot priced: {', '.join(line.unpriced)}" if line.unpriced else ""
        sheet.text(row, 5, to_words(line.expr, label) + missing, "cell")
        sheet.text(row, 6, line.id, "cell muted")
    set_up_page(sheet, last_column="F", last_row=row, repeat_rows=f"{HEAD}:{HEAD}", freeze=f"B{HEAD + 1}")
