"""Sheet "Charts": cumulative cost of the options, and what each option's cost is made of. Titles follow the figures."""

from __future__ import annotations

from collections import defaultdict

from openpyxl.utils import get_column_letter

from lockin_audit.finance.model import ModelOption
from lockin_audit.report.workbook.cells import text_literal
from lockin_audit.report.workbook.chart import Categories, Dash, Data, Words, bar_chart, line_chart, place
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.sheets.calc import FIRST, HEAD, VALUE
from lockin_audit.report.workbook.styles import MANAGED, OWNED, SERIES
from lockin_audit.report.workbook.titles import CALC, CHARTS

_PAGE = 30
_TABLE = 4 + _PAGE + 24
_MOST = 9
_DASHES: tuple[Dash | None, ...] = (None, "dash", "sysDot", "dashDot")


def fill_charts(layout: Layout) -> None:
    """One chart per page, each with its finding as title."""
    sheet = layout.book[CHARTS]
    sheet.widths(40, *[20.0] * 8)
    words = "Drawn from the live figures: titles and lines follow the inputs. Dotted: P10 and P90 of the two compared (values)."
    sheet.front("Charts", words)
    _cumulative(layout, sheet, 4)
    end = _by_line(layout, sheet, 4 + _PAGE)
    set_up_page(sheet, last_column=get_column_letter(max(7, 2 + len(layout.model.options))), last_row=end, freeze="A3", breaks=(3 + _PAGE,))


def colours(options: tuple[ModelOption, ...]) -> dict[str, tuple[str, Dash | None]]:
    """Colour and dash of each option: orange managed, blue owned; more of a kind differ by dash."""
    seen: dict[str, int] = defaultdict(int)
    out: dict[str, tuple[str, Dash | None]] = {}
    for option in options:
        out[option.id] = (MANAGED if option.kind == "managed" else OWNED, _DASHES[seen[option.kind] % len(_DASHES)])
        seen[option.kind] += 1
    return out


def _cumulative(layout: Layout, sheet: Sheet, row: int) -> None:
    model, calc, currency = layout.model, layout.book[CALC], layout.study.cost.currency
    last = FIRST + model.horizon - 1
    series = []
    for option in model.options:
        line = layout.rows[f"{option.id}.cumulative"]
        colour, dash = colours(model.options)[option.id]
        sheet_ref = calc.span(line, FIRST, line, last)
        series.append(
            Data(
                option.label, _label_cell(layout, sheet, option), layout.figures.months(f"{option.id}.cumulative"), sheet_ref, colour, dash
            )
        )
        series += _band(layout, option, colour)
    title = _finding(layout, sheet, row)
    months = Categories(tuple(float(m) for m in range(1, model.horizon + 1)), calc.span(HEAD, FIRST, HEAD, last))
    place(sheet, line_chart(Words(title, sheet.ref(row, 1), "Month", f"Cost so far ({currency})"), months, series), f"A{row + 1}", 30, 14)


def _band(layout: Layout, option: ModelOption, colour: str) -> list[Data]:
    """The cost that one simulated future in ten stays below, and the one that one in ten exceeds; values of the simulation."""
    simulation = layout.study.cost.simulation
    band = simulation.band.get(option.id) if simulation else None
    if band is None or option not in (layout.compared or ()):
        return []
    found = ((p, f"band {option.id} {p}") for p in ("p10", "p90"))
    return [
        Data(f"{option.label}: {p.upper()}", layout.cells[f"{key} name"], band[p], layout.cells[key], colour, "sysDot", 9_500)
        for p, key in found
        if key in layout.cells
    ]


def _label_cell(layout: Layout, sheet: Sheet, option: ModelOption) -> str:
    """Where the option's label stands: the head of its column in the table of costs by line."""
    return sheet.ref(_TABLE, 2 + layout.model.options.index(option))


def _finding(layout: Layout, sheet: Sheet, row: int) -> str:
    """The title of the cumulative chart, as a formula and as text."""
    model = layout.model
    if layout.compared is None:
        sheet.text(row, 1, "What each option costs over time", "finding")
        return "What each option costs over time"
    to = layout.compared[1].label
    payback = layout.figures.once("saving.payback_month")
    month = layout.once["saving.payback_month"]
    paid, never = f"{to} has paid back in month ", f"{to} does not pay back within {model.horizon} months"
    value = never if isinstance(payback, str) else f"{paid}{payback:.0f}"
    sheet.formula(
        row,
        1,
        f"IF(ISNUMBER({month}), {text_literal(paid)}&{month}, {text_literal(never)})",
        value,
        "finding",
    )
    return value


def _by_line(layout: Layout, sheet: Sheet, row: int) -> int:
    """Stacked columns, one per option; the smallest lines together, so that each part can be told apart."""
    model, currency = layout.model, layout.study.cost.currency
    labels: dict[str, str] = {}
    sizes: dict[str, float] = defaultdict(float)
    for option in model.options:
        for line in model.costs(option.id):
            labels.setdefault(line.key, line.label)
            sizes[line.key] += abs(sum(layout.figures.months(line.id)))
    ranked = sorted(sizes, key=lambda k: (-sizes[k], k))
    shown, rest = ranked[:_MOST], ranked[_MOST:]
    groups = [(labels[k], [k]) for k in shown] + ([(f"Everything else ({len(rest)} lines)", rest)] if rest else [])
    title = _largest(layout, sheet, row, model.options)
    top = _TABLE
    sheet.header(
        top,
        (f"Cost over {model.horizon} months, {currency}", *(o.label for o in model.options)),
        numbers=tuple(range(2, 2 + len(model.options))),
    )
    series = []
    for position, (label, keys) in enumerate(groups):
        at = top + 1 + position
        sheet.text(at, 1, label, "row head")
        values = []
        for column, option in enumerate(model.options, 2):
            lines = [f"{option.id}.{k}" for k in keys if f"{option.id}.{k}" in layout.rows]
            value = sum(sum(layout.figures.months(i)) for i in lines)
            values.append(value)
            cells = [layout.book[CALC].ref(layout.rows[i], VALUE) for i in lines]
            if cells:
                sheet.formula(at, column, cells[0] if len(cells) == 1 else f"SUM({', '.join(cells)})", value, "cross money")
            else:
                sheet.number(at, column, 0, "cell money")
        series.append(Data(label, sheet.ref(at, 1), values, sheet.span(at, 2, at, 1 + len(model.options)), SERIES[position % len(SERIES)]))
    last = top + len(groups)
    sheet.text(last + 1, 1, "Total", "calc total label")
    for column, option in enumerate(model.options, 2):
        total = sum(layout.figures.months(f"{option.id}.cost"))
        sheet.formula(
            last + 1, column, f"SUM({sheet.span(top + 1, column, last, column, sheet=False).replace('$', '')})", total, "calc total"
        )
        layout.cells[f"chart total {option.id}"] = sheet.ref(last + 1, column)
    categories = Categories(tuple(o.label for o in model.options), sheet.span(top, 2, top, 1 + len(model.options)))
    words = Words(title, sheet.ref(row, 1), "Option", f"Cost over {model.horizon} months ({currency})")
    chart = bar_chart(words, categories, series)
    chart.legend.position = "r"
    place(sheet, chart, f"A{row + 1}", 30, 11.4)
    return last + 1


def _largest(layout: Layout, sheet: Sheet, row: int, options: tuple[ModelOption, ...]) -> str:
    """The title of the second chart: which option costs least, live."""
    cells = [layout.once[f"{o.id}.total"] for o in options]
    totals = [sum(layout.figures.months(f"{o.id}.cost")) for o in options]
    if len(options) < 2:
        sheet.text(row, 1, "What the cost is made of", "finding")
        return "What the cost is made of"
    spread = max(totals) - min(totals)
    tail = f" costs least over {layout.model.horizon} months, by {layout.study.cost.currency} "
    names, sums = (sheet.span(row, 2, row, 1 + len(options), sheet=False) for row in (_TABLE, _TABLE - 1))
    formula = f"INDEX({names}, 1, MATCH(MIN({sums}), {sums}, 0))&{text_literal(tail)}&FIXED(MAX({sums}) - MIN({sums}), 0)"
    for column, (cell, total) in enumerate(zip(cells, totals, strict=True), 2):
        sheet.formula(_TABLE - 1, column, cell, total, "cross money")
    sheet.text(_TABLE - 1, 1, "Total of each option", "row head")
    value = f"{options[totals.index(min(totals))].label}{tail}{spread:,.0f}"
    sheet.formula(row, 1, formula, value, "finding")
    return value
