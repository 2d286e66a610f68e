"""Tornado: what each input alone does to the saving when it goes from its low to its high value."""

from __future__ import annotations

from lockin_audit.finance.result import TornadoBar
from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.narrative import compared
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
    base, currency, colours, narrow = pair[2].saving_npv, study.cost.currency, sketch.colours, sketch.narrow
    bars = ranked(study)[: 8 if narrow else BARS]
    left = 0.25 if narrow else 3.0
    axes = sketch.axes((0.62 if narrow else 0.42) * len(bars), left=left, right=0.3, bottom=0.55, top=0.5, subtitle=CHART.subtitle(study))
    values = [v for b in bars for v in (b.low, b.high)] + [0.0, base]
    span = (max(values) - min(values)) or 1.0
    pad = span * (0.3 if narrow else 0.2)
    axes.set_xlim(min(values) - pad, max(values) + pad)
    axes.set_ylim(len(bars), 0)
    axes.set_yticks([])
    axes.xaxis.set_major_formatter(lambda value, _: numbers.money_short(value, currency))
    axes.locator_params(axis="x", nbins=4 if narrow else 8)
    axes.grid(axis="x", color=colours["grid"], linewidth=0.8)
    axes.set_axisbelow(True)
    for row, bar in enumerate(bars):
        y, height = (row + 0.66, 0.4) if narrow else (row + 0.5, 0.56)
        ends = ((bar.low, "series-5", "///", bar.input_low), (bar.high, "series-2", "", bar.input_high))
        for value, role, hatch, given in sorted(ends, key=lambda end: -abs(end[0] - base)):
            axes.barh(y, value - base, left=base, height=height, color=colours[role], edgecolor=colours["ink"], linewidth=0.6, hatch=hatch)
            text = numbers.with_unit(given, bar.unit.split("/")[0] if _in_label(bar) else "")
            other = bar.high if value == bar.low else bar.low
            inner = (value - base) * (other - base) > 0 and abs(value - base) < abs(other - base)
            right = (value > base) != inner if value != base else other < base
            x = (base if inner else value) + span * (0.012 if right else -0.012)
            sketch.write(axes, x, y, text, size=7.5, va="center", ha="left" if right else "right", boxed=True)
        unit = f" ({bar.unit})" if bar.unit and not _in_label(bar) else ""
        if narrow:
            name = sketch.fit(label(bar.label, bar.id) + unit, sketch.layout.width - 0.6, 8.5)
            sketch.write(axes, 0, row + 0.25, name, transform=axes.get_yaxis_transform(), size=8.5, va="center", boxed=True)
        else:
            lines = sketch.wrap(label(bar.label, bar.id) + unit, left - 0.3, 8.5, lines=2)
            sketch.write(axes, -0.012, row + 0.5, "\n".join(lines), transform=axes.get_yaxis_transform(), size=8.5, va="center", ha="right")
    axes.axvline(base, color=colours["ink"], linewidth=1.2)
    axes.axvline(0, color=colours["ink"], linewidth=1.2, linestyle=(0, (4, 2)))
    marks = [(base, f"base {numbers.money_short(base, currency)}"), (0.0, "no saving")]
    for (x, text), align in zip(sorted(marks), ("right", "left"), strict=True):
        sketch.write(axes, x, 1, f" {text} ", transform=axes.get_xaxis_transform(), size=8, bold=True, ha=align, va="bottom")
    sketch.below(axes, 0.3, "plain: input at its high value; hatched: at its low value")


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
        return f"{numbers.quoted(bars[0].label)} moves the saving most; no single input reverses it"
    return f"{numbers.quoted(bars[0].label)} moves the saving most; {flips} of {len(bars)} inputs can reverse it alone"


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
