"""Monthly cost by line: one panel per compared option on a common scale."""

from __future__ import annotations

import math

from lockin_audit.finance.result import OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area, spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.cost_by_line import OTHER, line_totals, segments, shown_options
from lockin_audit.report.charts.palette import PATTERNS, SERIES
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.study import Study

PANELS = 2
LABELS = 1.55
"""Room for the labels beside a panel."""
_SMALL = 0.045
"""Share of the height below which a line bears no label of its own."""


def _options(study: Study) -> tuple[OptionResult, ...]:
    return shown_options(study)[:PANELS]


def _monthly(option: OptionResult, keys: list[str]) -> dict[str, list[float]]:
    """Key → cost by month, what is not kept joined under `OTHER`."""
    rest = [months for key, months in option.lines.items() if key not in keys]
    found = {k: list(option.lines[k]) for k in keys if k in option.lines}
    if OTHER in keys and rest:
        found[OTHER] = [math.fsum(values) for values in zip(*rest, strict=True)]
    return found


def _draw(study: Study, sketch: Sketch) -> None:
    options = _options(study)
    keys, _ = segments(options)
    currency, narrow = study.cost.currency, sketch.narrow
    series = {o.id: _monthly(o, keys) for o in options}
    columns = [tuple(values) for rows in series.values() for values in zip(*rows.values(), strict=True)]
    high = max(math.fsum(v for v in c if v > 0) for c in columns) * 1.06 or 1.0
    low = min(0.0, min(math.fsum(v for v in c if v < 0) for c in columns)) * 1.08
    head, foot = 0.36, 0.5
    across = 1 if narrow else len(options)
    down = len(options) // across
    free = sketch.take(down * (head + (2.4 if narrow else 3.4) + foot))
    panel = free / down
    room = (sketch.width - 0.75 - 0.2) / across
    names = 1.25 if narrow else LABELS if sketch.width > 8 else 1.2
    for place, option in enumerate(options):
        left = 0.75 + (place % across) * room
        top = sketch.top + (place // across) * panel + head
        area = Area(sketch, left, top, room - names, panel - head - foot, 0, len(option.monthly), low, high)
        area.scale_y((lambda v: numbers.money_short(v, currency)) if place % across == 0 else (lambda v: ""), 5)
        months = len(option.monthly)
        area.scale_x(lambda v: f"{v:.0f}", [1, *range(6 if months <= 24 else 12, months + 1, 6 if months <= 24 else 12)])
        sketch.write(area.left + area.width / 2, area.bottom + 0.3, "Month", 8.5, role="muted", align="center")
        sketch.write(left, top - 0.16, sketch.fit(label(option.label, option.id), room - 0.1, 10, bold=True), 10, bold=True)
        _stack(study, sketch, area, option, series[option.id], keys, names)


def _stack(
    study: Study, sketch: Sketch, area: Area, option: OptionResult, rows: dict[str, list[float]], keys: list[str], room: float
) -> None:
    months = len(option.monthly)
    up, down = [0.0] * months, [0.0] * months
    labels: list[tuple[float, str]] = []
    for key in keys:
        values = rows.get(key)
        if not values or not any(values):
            continue
        index = SERIES.index("series-8") if key == OTHER else keys.index(key)
        base = [u if v >= 0 else d for u, d, v in zip(up, down, values, strict=True)]
        upper = [(area.x(m + side), area.y(base[m] + values[m])) for m in range(months) for side in (0, 1)]
        lower = [(area.x(m + side), area.y(base[m])) for m in reversed(range(months)) for side in (1, 0)]
        sketch.polygon([*upper, *lower], SERIES[index], stroke="paper", line=0.8, pattern=PATTERNS[index])
        if abs(values[-1]) > _SMALL * (area.y1 - area.y0):
            name = option.line_labels.get(key, "Other lines" if key == OTHER else key)
            labels.append((area.y(base[-1] + values[-1] / 2), label(name, key)))
        up = [u + max(v, 0.0) for u, v in zip(up, values, strict=True)]
        down = [d + min(v, 0.0) for d, v in zip(down, values, strict=True)]
    sketch.line([(area.left, area.y(0)), (area.right, area.y(0))])
    size = 7.2 if sketch.narrow else 8
    ordered = sorted(labels)
    for y, (middle, text) in zip(spread([y for y, _ in ordered], 0.29, area.top + 0.1, area.bottom), ordered, strict=True):
        sketch.line([(area.right + 0.02, middle), (area.right + 0.1, y)], width=0.7)
        sketch.block(area.right + 0.13, y, sketch.wrap(text, room - 0.2, size), size, level="middle")


def _title(study: Study) -> str:
    options = _options(study)
    if not options or _missing(study):
        return _missing(study)
    currency = study.cost.currency
    parts: list[str] = []
    for option in options:
        first, last, top = option.monthly[0], option.monthly[-1], max(option.monthly)
        month = option.monthly.index(top) + 1
        peak = f", with a peak of {numbers.money_short(top, currency)} in month {month}" if top > 1.1 * max(first, last) else ""
        costs = f"costs {numbers.money_short(first, currency)} in the first month and {numbers.money_short(last, currency)} in the last"
        if parts:
            costs = f"{numbers.money_short(first, currency)} and {numbers.money_short(last, currency)}"
        parts.append(f"{named(option.label)} {costs}{peak}")
    return "; ".join(parts)


def _missing(study: Study) -> str:
    if not study.cost.options:
        return "The monthly cost is not shown: no option was priced"
    return "" if any(line_totals(o) for o in _options(study)) else "The monthly cost is not shown: no line has an amount"


def _table(study: Study) -> DataTable:
    currency, options = study.cost.currency, _options(study)
    last = study.cost.horizon_months
    marks = sorted({1, last, *range(6 if last <= 24 else 12, last + 1, 6 if last <= 24 else 12)})
    rows = []
    for option in options:
        for key in line_totals(option):
            cells = (numbers.money(option.lines[key][m - 1], currency) for m in marks)
            rows.append((f"{option.label}: {option.line_labels.get(key, key)}", *cells))
        rows.append((f"{option.label}: all lines", *(numbers.money(option.monthly[m - 1], currency) for m in marks)))
    return DataTable(("Option and line", *(f"Month {m}" for m in marks)), tuple(rows))


def _describe(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    rows = [r for r in _table(study).rows if r[0].endswith(": all lines")]
    return " ".join(f"{r[0].removesuffix(': all lines')}: {r[1]} in the first month, {r[-1]} in the last." for r in rows)


CHART = Chart(
    id="monthly-cost",
    order=35,
    title=_title,
    subtitle=lambda study: f"Cost of each month in {study.cost.currency}, nominal, by line of the cost model; both panels on one scale",
    description=_describe,
    table=_table,
    draw=_draw,
    missing=_missing,
)
