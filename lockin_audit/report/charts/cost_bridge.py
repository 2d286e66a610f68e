"""Cost bridge: how the cost of one option becomes that of the other, line by line; the steps add up to the saving."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.cost_by_line import line_totals
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.comparison import compared, saving_words
from lockin_audit.report.study import Study

STEPS = 10
"""Lines drawn; smaller ones are joined."""


@dataclass(frozen=True)
class Step:
    """One line of the bridge."""

    key: str
    name: str
    change: float
    """Cost of the option moved to less that of the one moved from."""


def steps(study: Study) -> tuple[Step, ...]:
    """Lines whose cost differs: what comes down first, then what comes on top, largest first."""
    pair = compared(study)
    if pair is None:
        return ()
    start, end, _ = pair
    before, after = line_totals(start), line_totals(end)
    names = {**end.line_labels, **start.line_labels}
    found = [Step(k, names.get(k, k), after.get(k, 0.0) - before.get(k, 0.0)) for k in {**before, **after}]
    return tuple(sorted((s for s in found if abs(s.change) >= 0.5), key=lambda s: (s.change > 0, -abs(s.change), s.key)))


def _drawn(found: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """At most so many steps; the smallest are joined into one at the end."""
    if len(found) <= most:
        return found
    kept = {s.key for s in sorted(found, key=lambda s: (-abs(s.change), s.key))[: most - 1]}
    rest = [s for s in found if s.key not in kept]
    return (*(s for s in found if s.key in kept), Step("", f"{len(rest)} other lines together", sum(s.change for s in rest)))


def _draw(study: Study, sketch: Sketch) -> None:
    pair = compared(study)
    assert pair is not None
    start, end, comparison = pair
    currency, narrow = study.cost.currency, sketch.narrow
    count = len(_drawn(steps(study), STEPS))
    shown, height = sketch.rows(count + 2, 0.5 if narrow else 0.33, least=0.27, beside=0.4)
    drawn = _drawn(steps(study), shown - 2)
    marks = list(accumulate((s.change for s in drawn), initial=0.0))
    low, high = min(marks), max(marks)
    pad = (high - low) * (0.3 if narrow else 0.16) or 1.0
    left = 0.25 if narrow else 3.2 if sketch.width > 8 else 2.4
    area = Area(sketch, left, sketch.top + 0.05, sketch.width - left - 0.3, height * (len(drawn) + 2), low - pad, high + pad, 0, 1)
    area.scale_x(lambda v: _signed(v, currency), lines=True, most=4 if narrow else 7)
    sketch.line([(area.x(0), area.top), (area.x(0), area.bottom)], "ink", width=1.2)

    def row(number: int, name: str, id: str, *, bold: bool = False) -> float:
        y = area.top + (number + 0.5) * height
        if narrow:
            sketch.write(0.25, y - 0.13, sketch.fit(label(name, id), sketch.width - 0.5, 8.5, bold=bold), 8.5, bold=bold, boxed=True)
            return y + 0.09
        sketch.write(left - 0.1, y, sketch.fit(label(name, id), left - 0.3, 9, bold=bold), 9, bold=bold, align="right")
        return y

    y = row(0, start.label, start.id, bold=True)
    sketch.write(area.x(0) + 0.06, y, numbers.money_short(start.total, currency), 9, bold=True, boxed=True)
    half = height * (0.16 if narrow else 0.31)
    for number, (step, base, top) in enumerate(zip(drawn, marks, marks[1:], strict=False), start=1):
        y = row(number, step.name, step.key)
        role, pattern = ("platform-3", "/") if step.change > 0 else ("owned-2", "")
        x0, x1 = area.x(base), area.x(top)
        sketch.rect(x0, y - half, x1 - x0, 2 * half, role, stroke="ink", line=0.6, pattern="/" if pattern else "")
        sketch.line([(x1, y + half), (x1, y + height - half)], width=0.8)
        right = step.change > 0
        sketch.write(
            x1 + (0.06 if right else -0.06), y, _signed(step.change, currency), 8.5, align="left" if right else "right", boxed=True
        )
    y = row(len(drawn) + 1, end.label, end.id, bold=True)
    change = -comparison.saving_total
    sketch.rect(area.x(0), y - half, area.x(change) - area.x(0), 2 * half, "mixed-2", stroke="ink", line=0.9, pattern="x")
    text = f"{numbers.money_short(end.total, currency)} ({_signed(change, currency)})"
    x, room = area.x(change), sketch.width_of(text, 9, bold=True) + 0.1
    right = (change > 0 and x + room < sketch.width) or x - room < left
    sketch.write(x + (0.06 if right else -0.06), y, text, 9, bold=True, align="left" if right else "right", boxed=True)


def _signed(value: float, currency: str) -> str:
    text = numbers.money_short(value, currency)
    return f"+{text}" if value > 0 and text[:1] != numbers.MINUS else text


def _title(study: Study) -> str:
    pair, found = compared(study), steps(study)
    if pair is None or not found:
        return _missing(study)
    currency = study.cost.currency
    down = min(found, key=lambda s: s.change)
    up = max(found, key=lambda s: s.change)
    parts = []
    if down.change < 0:
        parts.append(f"{_signed(down.change, currency)} for {down.name}")
    if up.change > 0:
        parts.append(f"{_signed(up.change, currency)} for {up.name}")
    words = saving_words(pair[2].saving_total, currency)
    return f"{named(pair[1].label)} costs {words} over {study.cost.horizon_months} months: {numbers.listing(parts)}"


def _missing(study: Study) -> str:
    if compared(study) is None:
        return "The way from one cost to the other is not shown: no two options are compared"
    return "" if steps(study) else "The way from one cost to the other is not shown: no line differs"


def _table(study: Study) -> DataTable:
    pair = compared(study)
    assert pair is not None
    start, end, _ = pair
    currency, before, after = study.cost.currency, line_totals(start), line_totals(end)
    rows: list[tuple[str, ...]] = [
        (
            s.name,
            numbers.money(before.get(s.key, 0.0), currency),
            numbers.money(after.get(s.key, 0.0), currency),
            numbers.money(s.change, currency),
        )
        for s in steps(study)
    ]
    rows.append(("Total", *(numbers.money(v, currency) for v in (start.total, end.total, end.total - start.total))))
    return DataTable(("Line", start.label, end.label, "Change"), tuple(rows))


CHART = Chart(
    id="cost-bridge",
    order=42,
    title=_title,
    subtitle=lambda study: (
        f"Change of the total over {study.cost.horizon_months} months in {study.cost.currency}, nominal, by moving: "
        "plain bars save, slanted ones cost"
    ),
    description=lambda study: _missing(study) or " ".join(f"{r[0]}: {r[1]} becomes {r[2]}, {r[3]}." for r in _table(study).rows),
    table=_table,
    draw=_draw,
    missing=_missing,
)
