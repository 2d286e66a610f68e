"""Cost by line: one stacked column per option, each segment named beside it."""

from __future__ import annotations

import math

from lockin_audit.finance.result import OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area, spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.palette import PATTERNS, SERIES
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.comparison import compared, total_words
from lockin_audit.report.study import Study

COLUMNS = 3
"""Most options one picture holds; the table has them all."""
OTHER = "other"


def line_totals(option: OptionResult) -> dict[str, float]:
    """Line key → cost over the horizon, zero lines left out, largest first."""
    totals = {key: math.fsum(months) for key, months in option.lines.items()}
    return dict(sorted(((k, v) for k, v in totals.items() if v), key=lambda item: (-abs(item[1]), item[0])))


def shown_options(study: Study) -> tuple[OptionResult, ...]:
    """The compared pair first, then the others in the order of the config."""
    pair = compared(study)
    first = list(pair[:2]) if pair else []
    return tuple([*first, *(o for o in study.cost.options.values() if o not in first)][:COLUMNS])


def segments(options: tuple[OptionResult, ...]) -> tuple[list[str], dict[str, dict[str, float]]]:
    """Line keys in stacking order, and per option the amount of each; small lines are joined under `OTHER`."""
    totals = {o.id: line_totals(o) for o in options}
    size: dict[str, float] = {}
    for option in totals.values():
        for key, value in option.items():
            size[key] = max(size.get(key, 0.0), abs(value))
    floor = 0.02 * max((math.fsum(map(abs, t.values())) for t in totals.values()), default=0.0)
    ranked = sorted(size, key=lambda k: (-size[k], k))
    kept = [k for k in ranked[: len(SERIES) - 1] if size[k] >= floor]
    amounts = {o: {k: v for k, v in t.items() if k in kept} for o, t in totals.items()}
    for option_id, table in totals.items():
        rest = math.fsum(v for k, v in table.items() if k not in kept)
        if round(rest, 2):
            amounts[option_id][OTHER] = rest
    return [*kept, OTHER] if any(OTHER in a for a in amounts.values()) else kept, amounts


def _draw(study: Study, sketch: Sketch) -> None:
    narrow = sketch.narrow
    options = shown_options(study)[: 2 if narrow else COLUMNS]
    keys, amounts = segments(options)
    currency = study.cost.currency
    foot = 0.5 if narrow else 0.32
    free = sketch.take((4.2 if narrow else 4.0) + foot)
    high = max(math.fsum(v for v in a.values() if v > 0) for a in amounts.values()) or 1.0
    low = min(math.fsum(v for v in a.values() if v < 0) for a in amounts.values())
    each = (sketch.width - 0.4) / len(options)
    bar = each * (0.2 if narrow else 0.32)
    area = Area(sketch, 0.2, sketch.top + 0.05, sketch.width - 0.4, free - foot - 0.05, 0, 1, low * 1.08, high * 1.1)
    for place, option in enumerate(options):
        rest = [k for k in line_totals(option) if k not in keys]
        names = {**option.line_labels, OTHER: option.line_labels.get(rest[0], rest[0]) if len(rest) == 1 else "Other lines"}
        left, up, down = 0.2 + place * each, 0.0, 0.0
        labels: list[tuple[float, str]] = []
        for key in keys:
            value = amounts[option.id].get(key, 0.0)
            if not value:
                continue
            index = SERIES.index("series-8") if key == OTHER else keys.index(key)
            base = up if value > 0 else down
            y = (area.y(base + value), area.y(base))
            sketch.rect(left, y[0], bar, y[1] - y[0], SERIES[index], pattern=PATTERNS[index])
            sketch.rect(left, y[0], bar, y[1] - y[0], stroke="paper", line=1.2)
            amount = f": {numbers.money_short(value, currency)}"
            size = 7.2 if narrow else 8.5
            room = each - bar - 0.35 - sketch.width_of(amount, size)
            labels.append(((y[0] + y[1]) / 2, sketch.fit(label(names.get(key, key), key), room, size) + amount))
            up, down = (up + value, down) if value > 0 else (up, down + value)
        _write_labels(sketch, left + bar, labels, area)
        name = sketch.fit(label(option.label, option.id), each - 0.1, 9.5, bold=True)
        total = numbers.money_short(option.total, currency) + (" + unpriced lines" if option.unpriced else "")
        if not narrow:
            sketch.write(left, area.y(up) - 0.12, total, 11, bold=True)
        sketch.block(left, area.bottom + 0.05, [name, total] if narrow else [name], 9 if narrow else 9.5, bold=True)
    sketch.line([(area.left, area.y(0)), (area.right, area.y(0))])


def _write_labels(sketch: Sketch, x: float, labels: list[tuple[float, str]], area: Area) -> None:
    """Labels beside the segments, pushed apart so that none covers another; a thin line leads to the segment."""
    ordered = sorted(labels)
    places = spread([middle for middle, _ in ordered], 0.19, area.top + 0.1, area.bottom - 0.08)
    for y, (middle, text) in zip(places, ordered, strict=True):
        sketch.line([(x + 0.02, middle), (x + 0.07, middle), (x + 0.15, y)], width=0.8)
        sketch.write(x + 0.18, y, text, 7.2 if sketch.narrow else 8.5)


def _title(study: Study) -> str:
    options = shown_options(study)
    if not options:
        return _missing(study)
    incomplete = [named(o.label) for o in options[:2] if o.unpriced]
    if incomplete:
        return f"The total of {numbers.listing(incomplete)} is unknown: some lines have no price"
    parts, tops = [], [next(iter(line_totals(o)), "") for o in options[:2]]
    if len(tops) == 2 and tops[0] == tops[1] != "" and all(o.total > 0 for o in options[:2]):
        shares = [f"{numbers.share(line_totals(o)[tops[0]] / o.total)} of {named(o.label)}" for o in options[:2]]
        return f"{options[0].line_labels.get(tops[0], tops[0])}: the largest line of both, {shares[0]} and {shares[1]}"
    for option in options[:2]:
        totals, whole = line_totals(option), option.total
        if totals and whole > 0:
            key = next(iter(totals))
            parts.append(f"{option.line_labels.get(key, key)} ({numbers.share(totals[key] / whole)} of {named(option.label)})")
    return f"Largest lines: {' and '.join(parts)}" if parts else "No line of the cost model has an amount"


def _missing(study: Study) -> str:
    if not study.cost.options:
        return "Cost by line is not shown: no option was priced"
    return "" if any(line_totals(o) for o in shown_options(study)) else "Cost by line is not shown: no line has an amount"


def _table(study: Study) -> DataTable:
    options = tuple(study.cost.options.values())
    totals = {o.id: line_totals(o) for o in options}
    labels: dict[str, str] = {}
    for option in options:
        labels |= {k: option.line_labels.get(k, k) for k in (*totals[option.id], *option.unpriced_lines)}
    order = sorted(labels, key=lambda k: (-max(abs(t.get(k, 0.0)) for t in totals.values()), k))
    currency = study.cost.currency

    def cell(option: OptionResult, key: str) -> str:
        if key in option.unpriced_lines:
            return "not priced"
        return numbers.money(totals[option.id][key], currency) if key in totals[option.id] else "–"

    rows = [(labels[k], *(cell(o, k) for o in options)) for k in order]
    rows.append(("Total", *(total_words(o, o.total, currency) for o in options)))
    return DataTable(("Line", *(o.label for o in options)), tuple(rows))


CHART = Chart(
    id="cost-by-line",
    order=40,
    title=_title,
    subtitle=lambda study: f"Total over {study.cost.horizon_months} months in {study.cost.currency}, nominal, by line of the cost model",
    description=lambda study: (
        " ".join(f"{o.label}: {total_words(o, o.total, study.cost.currency)}." for o in shown_options(study)) or _missing(study)
    ),
    table=_table,
    draw=_draw,
    missing=_missing,
)
