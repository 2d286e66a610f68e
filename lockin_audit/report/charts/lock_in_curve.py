"""Lock-in curve: what leaving would cost in each month, with the board's month marked."""

from __future__ import annotations

from lockin_audit.core.assumption import Assumption
from lockin_audit.finance.result import OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area, spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import LINES, Sketch, label
from lockin_audit.report.comparison import compared
from lockin_audit.report.study import Study


def _options(study: Study) -> tuple[OptionResult, ...]:
    """Options that can be left, the compared pair first."""
    pair = compared(study)
    first = [o for o in pair[:2] if any(o.exit_cost_by_month)] if pair else []
    return tuple([*first, *(o for o in study.cost.options.values() if o not in first and any(o.exit_cost_by_month))][: len(LINES)])


def board_month(study: Study) -> int:
    """The month the board asks about, where it lies within the horizon; 0 otherwise."""
    return study.board_month if study.board_month <= study.cost.horizon_months else 0


def _growth(study: Study, option: OptionResult) -> tuple[Assumption, ...]:
    ids = {f"{option.id}.lockin_ceiling", f"{option.id}.lockin_months"}
    return tuple(a for a in study.cost.assumptions if a.id in ids)


def measured(study: Study, option: OptionResult) -> bool:
    """Whether the curve of an option was fitted to audits of several dates."""
    found = _growth(study, option)
    return bool(found) and all(a.basis == "measured" for a in found)


def _basis(study: Study) -> str:
    main = _options(study)[0]
    if measured(study, main):
        return _growth(study, main)[0].source
    return "The growth of lock-in is an assumption, not a measurement: compare audits of two dates or more to fit it"


def _draw(study: Study, sketch: Sketch) -> None:
    options, month, currency, narrow = _options(study), board_month(study), study.cost.currency, sketch.narrow
    above, below = (0.32 + 0.19 * len(options) if narrow else 0.3), (0.92 if narrow else 0.72)
    free = sketch.take(above + (2.6 if narrow else 3.3) + below)
    last = len(options[0].exit_cost_by_month)
    high = max(v for o in options for v in o.exit_cost_by_month) * 1.12
    low = min(0.0, *(v for o in options for v in o.exit_cost_by_month)) * 1.05
    left, right = (0.66, 0.25) if narrow else (0.8, 2.3 if sketch.width > 8 else 1.9)
    area = Area(sketch, left, sketch.top + above, sketch.width - left - right, free - above - below, 0, last, low, high)
    area.scale_y(lambda v: numbers.money_short(v, currency), 5)
    area.scale_x(lambda v: f"{v:.0f}", [1, *range(6, last + 1, 6 if last <= 48 else 12)])
    sketch.write(area.left + area.width / 2, area.bottom + 0.3, "Month", 8.5, role="muted", align="center")
    if month:
        x = area.x(month)
        sketch.line([(x, area.top), (x, area.bottom)], "ink", width=1.2, dash=(3, 2))
        sketch.write(x, area.top - 0.1, f"month {month}", 8.5, bold=True, align="center")
    ends = []
    for option, (role, dash, sign, said) in zip(options, LINES, strict=False):
        points = [(area.x(m), area.y(v)) for m, v in enumerate(option.exit_cost_by_month, start=1)]
        sketch.line(points, role, width=2.4, dash=dash if measured(study, option) or dash else ())
        for x, y in points[5::6]:
            sketch.marker(x, y, sign, role, size=0.04)
        ends.append((points[-1][1], option, role, sign, said))
    if month:
        marks = sorted((area.y(o.exit_cost_by_month[month - 1]), o) for o in options) if len(options) < 2 else []
        marks = marks or [(area.y(o.exit_cost_by_month[month - 1]), o) for o in options]
        ordered = sorted(marks, key=lambda m: m[0])
        for y, (_, option) in zip(spread([m[0] - 0.14 for m in ordered], 0.17, area.top + 0.08, area.bottom), ordered, strict=True):
            text = numbers.money_short(option.exit_cost_by_month[month - 1], currency)
            sketch.write(area.x(month) + 0.06, y, text, 8.5, bold=True, boxed=True)
    _name(sketch, area, sorted(ends, key=lambda e: e[0]))
    sketch.block(0.2, area.bottom + 0.44, sketch.wrap(f"{_basis(study)}.", sketch.width - 0.4, 8, lines=3), 8, role="muted")


def _name(sketch: Sketch, area: Area, ends: list[tuple[float, OptionResult, str, str, str]]) -> None:
    if sketch.narrow:
        for n, (_, option, role, _, said) in enumerate(ends):
            y = sketch.top + 0.08 + 0.19 * n
            sketch.rect(0.25, y - 0.04, 0.14, 0.08, role, stroke="ink", line=0.6)
            sketch.write(0.46, y, sketch.fit(f"{label(option.label, option.id)} ({said})", sketch.width - 0.7, 8), 8)
        return
    room = sketch.width - area.right - 0.35
    for y, (end, option, role, _, said) in zip(spread([e[0] for e in ends], 0.42, area.top + 0.1, area.bottom - 0.1), ends, strict=True):
        sketch.line([(area.right + 0.02, end), (area.right + 0.14, y)], role)
        sketch.block(area.right + 0.18, y, sketch.wrap(f"{label(option.label, option.id)} ({said})", room, 9), 9, level="middle")


def _missing(study: Study) -> str:
    return "" if _options(study) else "The cost of leaving over time is not shown: leaving costs nothing in any option"


def _title(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    option, currency, month = _options(study)[0], study.cost.currency, board_month(study) or study.cost.horizon_months
    first, then = option.exit_cost_by_month[0], option.exit_cost_by_month[month - 1]
    words = f"Leaving {named(option.label)} would cost {numbers.money_short(first, currency)} in the first month and"
    text = f"{words} {numbers.money_short(then, currency)} by month {month}"
    return text if measured(study, option) else f"{text}, by an assumed curve"


def _table(study: Study) -> DataTable:
    options, month = _options(study), board_month(study)
    marks = sorted({1, *range(6, study.cost.horizon_months + 1, 6), study.cost.horizon_months, *((month,) if month else ())})
    rows = tuple((str(m), *(numbers.money(o.exit_cost_by_month[m - 1], study.cost.currency) for o in options)) for m in marks)
    head = (f"{o.label} ({'fitted' if measured(study, o) else 'assumed'})" for o in options)
    return DataTable(("Month", *head), rows)


def _describe(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    rows = _table(study)
    parts = [
        f"{name}: {rows.rows[0][n]} in month {rows.rows[0][0]}, {rows.rows[-1][n]} in month {rows.rows[-1][0]}."
        for n, name in enumerate(rows.head)
        if n
    ]
    return f"{' '.join(parts)} {_basis(study)}."


CHART = Chart(
    id="lock-in-curve",
    order=80,
    title=_title,
    subtitle=lambda study: f"What leaving would cost in that month, in {study.cost.currency}; a memo that is in no total",
    description=_describe,
    table=_table,
    draw=_draw,
    missing=_missing,
)
