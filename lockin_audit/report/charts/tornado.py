"""Tornado: what each input alone does to the saving when it goes from its low to its high value."""

from __future__ import annotations

from lockin_audit.finance.result import TornadoBar
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.pattern import Pattern
from lockin_audit.report.charts.sketch import Align, Sketch, label
from lockin_audit.report.comparison import compared
from lockin_audit.report.study import Study

BARS = 12
"""Bars drawn."""
ROWS = 25
"""Inputs in the table beside the picture."""


def ranked(study: Study) -> tuple[TornadoBar, ...]:
    """Inputs that move the saving, widest swing first."""
    return tuple(sorted((b for b in study.cost.tornado if b.low != b.high), key=lambda b: (-abs(b.high - b.low), b.id)))


def _draw(study: Study, sketch: Sketch) -> None:
    pair = compared(study)
    assert pair is not None
    base, currency, narrow = pair[2].saving_npv, study.cost.currency, sketch.narrow
    wanted = ranked(study)[: 8 if narrow else BARS]
    shown, height = sketch.rows(len(wanted), 0.62 if narrow else 0.42, least=0.33, beside=0.82)
    bars = wanted[:shown]
    values = [v for b in bars for v in (b.low, b.high)] + [0.0, base]
    low, high = min(values), max(values)
    pad = ((high - low) or 1.0) * (0.3 if narrow else 0.2)
    left, right, top = 0.25 if narrow else 3.0 if sketch.width > 8 else 2.3, 0.3, sketch.top + 0.3
    area = Area(sketch, left, top, sketch.width - left - right, height * shown, low - pad, high + pad, 0, 1)
    area.scale_x(lambda v: numbers.money_short(v, currency), lines=True, most=4 if narrow else 7)
    for row, bar in enumerate(bars):
        y, half = (top + (row + 0.66) * height, 0.2 * height) if narrow else (top + (row + 0.5) * height, 0.28 * height)
        _bar(sketch, area, bar, base, y, half)
        unit = f" ({bar.unit})" if bar.unit and not _in_label(bar) else ""
        name = label(bar.label, bar.id) + unit
        if narrow:
            sketch.write(0.25, top + (row + 0.25) * height, sketch.fit(name, sketch.width - 0.5, 8.5), 8.5, boxed=True)
        else:
            sketch.block(left - 0.1, y, sketch.wrap(name, left - 0.3, 7.8), 7.8, level="middle", align="right")
    for value, dash in ((base, ()), (0.0, (4, 2))):
        sketch.line([(area.x(value), area.top - 0.06), (area.x(value), area.bottom)], "ink", width=1.2, dash=dash)
    marks = sorted([(base, f"base {numbers.money_short(base, currency)}"), (0.0, "no saving")])
    for (value, text), align, shift in zip(marks, _SIDES, (-0.03, 0.03), strict=True):
        sketch.write(area.x(value) + shift, area.top - 0.14, text, 8, bold=True, align=align)
    sketch.write(0.2, area.bottom + 0.36, "plain: input at its high value; lines: at its low value", 8, role="muted")


_SIDES: tuple[Align, Align] = ("right", "left")


def _bar(sketch: Sketch, area: Area, bar: TornadoBar, base: float, y: float, half: float) -> None:
    """Both ends of an input with their values beside them."""
    ends: list[tuple[float, str, Pattern, float]] = [(bar.low, "series-5", "/", bar.input_low), (bar.high, "series-2", "", bar.input_high)]
    for value, role, pattern, _ in sorted(ends, key=lambda end: -abs(end[0] - base)):
        sketch.rect(area.x(base), y - half, area.x(value) - area.x(base), 2 * half, role, stroke="ink", line=0.6, pattern=pattern)
    for value, _, _, given in ends:
        text = numbers.with_unit(given, bar.unit.split("/")[0] if _in_label(bar) else "")
        other = bar.high if value == bar.low else bar.low
        inner = (value - base) * (other - base) > 0 and abs(value - base) < abs(other - base)
        right = (value > base) != inner if value != base else other < base
        x = area.x(base if inner else value) + (0.06 if right else -0.06)
        sketch.write(x, y, text, 7.5, align="left" if right else "right", boxed=True)


def _in_label(bar: TornadoBar) -> bool:
    """Whether the numbers beside the bar carry their unit themselves (money, percent)."""
    return bar.unit.startswith(("share", "USD"))


def _title(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    pair, bars = compared(study), ranked(study)
    assert pair is not None
    base = pair[2].saving_npv
    flips = sum(b.low * base < 0 or b.high * base < 0 for b in bars)
    if not flips:
        return f"{named(bars[0].label)} moves the saving most; no single input reverses it"
    return f"{named(bars[0].label)} moves the saving most; {flips} of {len(bars)} inputs can reverse it alone"


def _missing(study: Study) -> str:
    if compared(study) is None:
        return "What moves the saving is not shown: no two options are compared"
    return "" if ranked(study) else "What moves the saving is not shown: no input was varied"


def _table(study: Study) -> DataTable:
    currency = study.cost.currency
    rows = tuple(
        (
            b.label,
            numbers.with_unit(b.input_low, b.unit),
            numbers.money(b.low, currency),
            numbers.with_unit(b.input_high, b.unit),
            numbers.money(b.high, currency),
        )
        for b in ranked(study)[:ROWS]
    )
    more = len(ranked(study)) - len(rows)
    if more > 0:
        rows += ((f"{numbers.count(more, 'input')} with a smaller effect: see study.json", "", "", "", ""),)
    return DataTable(("Input", "Low", "Saving at low", "High", "Saving at high"), rows)


CHART = Chart(
    id="tornado",
    order=50,
    title=_title,
    subtitle=lambda study: f"Saving in {study.cost.currency}, present value, with one input at its low or high value, all others unchanged",
    description=lambda study: (
        _missing(study) or " ".join(f"{r[0]}: {r[2]} at {r[1]}, {r[4]} at {r[3]}." for r in _table(study).rows[:BARS])
    ),
    table=_table,
    draw=_draw,
    missing=_missing,
)
