"""Break-even over volume and price: who is cheaper where, with today's point."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lockin_audit.finance.result import BreakEvenMap
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.ink import Point
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.comparison import compared
from lockin_audit.report.study import Study

_PRICES = ((0.25, "¼ ×"), (0.5, "½ ×"), (1.0, "today's"), (2.0, "2 ×"), (4.0, "4 ×"))


def _draw(study: Study, sketch: Sketch) -> None:
    pair, grid = compared(study), study.cost.break_even
    assert pair is not None and grid is not None
    start, end, _ = pair
    left, below = 0.95 if not sketch.narrow else 0.62, 0.52
    free = sketch.take((3.2 if sketch.narrow else 4.0) + below + 0.1)
    scale = (math.log(grid.prices[0]), math.log(grid.prices[-1]), math.log(grid.sessions[0]), math.log(grid.sessions[-1]))
    area = Area(sketch, left, sketch.top + 0.1, sketch.width - left - 0.3, free - below - 0.1, *scale)
    sketch.rect(area.left, area.top, area.width, area.height, "platform-2")
    owned, curve = _regions(area, grid)
    if owned:
        sketch.polygons(owned, "owned-1")
    for factor, text in _PRICES:
        x = area.x(math.log(factor))
        if area.left - 0.01 <= x <= area.right + 0.01:
            sketch.line([(x, area.top), (x, area.bottom)], "axis", width=0.6, dash=(1, 3))
            sketch.write(x, area.bottom + 0.07, text, 8.5, role="muted", align="center", level="top")
    sketch.write(
        area.left + area.width / 2, area.bottom + 0.36, "What the vendor charges, tokens included", 8.5, role="muted", align="center"
    )
    for value in _round_volumes(grid.sessions[0], grid.sessions[-1]):
        y = area.y(math.log(value))
        sketch.line([(area.left, y), (area.right, y)], "axis", width=0.6, dash=(1, 3))
        sketch.write(left - 0.06, y, f"{value:,.0f}" if not sketch.narrow else _short(value), 8.5, role="muted", align="right")
    if curve:
        sketch.lines(curve, "ink", width=2.2)
    today = (area.x(0.0), area.y(math.log(grid.sessions_today)))
    for side, option in ((1, end), (-1, start)):
        place = _widest(grid, side)
        if place is None:
            continue
        x, y = area.x(math.log(grid.prices[place[0]])), area.y(math.log(grid.sessions[place[1]]))
        room = min(area.width - 0.3, 1.3 if sketch.narrow else 2.6)
        lines = [*sketch.wrap(label(option.label, option.id), room, 9.5, bold=True), "is cheaper"]
        x = min(max(x, area.left + room / 2 + 0.1), area.right - room / 2 - 0.1)
        y = min(max(y, area.top + 0.4), area.bottom - 0.4)
        if abs(y - today[1]) < 0.5 and abs(x - today[0]) < room / 2 + 1.3:
            y += 0.75 if y >= today[1] and today[1] + 1.1 < area.bottom else -0.75
        sketch.block(x, min(max(y, area.top + 0.35), area.bottom - 0.35), lines, 9.5, level="middle", bold=True, align="center")
    for crossing in _today_row(study):
        y = area.y(math.log(crossing))
        sketch.line([(today[0] - 0.08, y), (today[0] + 0.08, y)], "ink", width=2.2)
        if abs(y - today[1]) > 0.25:
            sketch.write(today[0] - 0.13, y + 0.13, f"break-even: {numbers.about(crossing)}", 8.5, align="right")
    sketch.marker(*today, "ring", "ink", size=0.075)
    sketch.write(today[0] + 0.15, today[1], f"today: {numbers.quantity(round(grid.sessions_today))}", 9, bold=True)


def _short(value: float) -> str:
    return f"{value / 1e6:g}M" if value >= 1e6 else f"{value / 1e3:g}k" if value >= 1e3 else f"{value:g}"


def _round_volumes(low: float, high: float) -> list[float]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [m * 10.0**p for p in powers for m in (1, 2, 5) if low <= m * 10.0**p <= high]


def _regions(area: Area, grid: BreakEvenMap) -> tuple[list[list[Point]], list[tuple[Point, Point]]]:
    """Pieces in which moving saves, and the pieces of the curve between both."""
    xs, ys = [area.x(math.log(p)) for p in grid.prices], [area.y(math.log(v)) for v in grid.sessions]
    owned: list[list[Point]] = []
    curve: list[tuple[Point, Point]] = []
    for i in range(1, len(xs)):
        for j in range(1, len(ys)):
            corners = [(a, b) for a, b in ((i - 1, j - 1), (i, j - 1), (i, j), (i - 1, j))]
            ring, cuts = _saving_part([(xs[a], ys[b], grid.saving[a][b]) for a, b in corners])
            if len(ring) > 2:
                owned.append(ring)
            curve += list(zip(cuts[::2], cuts[1::2], strict=False))
    return owned, curve


def _saving_part(corners: list[tuple[float, float, float]]) -> tuple[list[Point], list[Point]]:
    """The part of a cell in which the saving is above zero, and where its rim meets zero."""
    ring: list[Point] = []
    cuts: list[Point] = []
    for (ax, ay, a), (bx, by, b) in zip(corners, corners[1:] + corners[:1], strict=True):
        if a > 0:
            ring.append((ax, ay))
        if (a > 0) != (b > 0):
            part = a / (a - b)
            cuts.append((ax + part * (bx - ax), ay + part * (by - ay)))
            ring.append(cuts[-1])
    return ring, cuts


def _widest(grid: BreakEvenMap, side: int) -> tuple[int, int] | None:
    """The point of a region that lies farthest from its rim; None where there is no such region."""
    width, height = len(grid.prices), len(grid.sessions)
    left = {(i, j) for i in range(width) for j in range(height) if (grid.saving[i][j] > 0) == (side > 0)}
    last: set[tuple[int, int]] = set()
    while left:
        last = left
        left = {p for p in left if all(n in left for n in _neighbours(*p))}
    return min(last, key=lambda p: (abs(p[0] - width / 2) + abs(p[1] - height / 2), p)) if last else None


def _neighbours(i: int, j: int) -> Iterator[tuple[int, int]]:
    yield from ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))


def _today_row(study: Study) -> tuple[float, ...]:
    """Break-even volumes at today's prices within the picture: those of the comparison, which are exact."""
    grid, comparison = study.cost.break_even, study.cost.comparison
    if grid is None or comparison is None:
        return ()
    return tuple(v for v in comparison.break_even_sessions if grid.sessions[0] <= v <= grid.sessions[-1])


def _missing(study: Study) -> str:
    if compared(study) is None or study.cost.break_even is None:
        return "Break-even over volume and price is not shown: no two options are compared, or no vendor's price or volume is known"
    return ""


def _title(study: Study) -> str:
    pair, grid = compared(study), study.cost.break_even
    if pair is None or grid is None:
        return _missing(study)
    start, end, comparison = pair
    cheaper, other = (end, start) if comparison.saving_npv > 0 else (start, end)
    here = _today_row(study)
    if not any(grid.crossings):
        return f"{named(cheaper.label)} is cheaper at every volume and price looked at"
    if not here:
        return f"At today's prices {named(cheaper.label)} is cheaper at every volume looked at; only other prices turn that"
    nearest = min(here, key=lambda v: abs(math.log(v / grid.sessions_today)))
    way = "above" if nearest > grid.sessions_today else "below"
    start_words = f"At today's volume and prices {named(cheaper.label)} is cheaper"
    return f"{start_words}; {named(other.label)} becomes so {way} about {numbers.about(nearest)} sessions a month"


def _table(study: Study) -> DataTable:
    grid = study.cost.break_even
    assert grid is not None
    rows = []
    for n, factor in enumerate(grid.prices):
        if n % 3 == 0 or abs(factor - 1) < 0.01:
            found = numbers.listing([numbers.about(v) for v in grid.crossings[n]]) or "none between the volumes looked at"
            middle = len(grid.sessions) // 2
            rows.append((f"{factor:.2f}", found, numbers.money(grid.saving[n][middle], study.cost.currency)))
    return DataTable(("Prices, times today's", "Sessions a month at which both cost the same", "Saving at today's volume"), tuple(rows))


def _describe(study: Study) -> str:
    return _missing(study) or " ".join(
        f"At {r[0]} times today's prices: break-even {r[1]}, saving {r[2]} at today's volume." for r in _table(study).rows
    )


CHART = Chart(
    id="break-even",
    order=70,
    title=_title,
    subtitle=lambda study: (
        "Which option has the lower present value, by sessions a month (upwards) and prices of the vendor; both scales are ratios"
    ),
    description=_describe,
    table=_table,
    draw=_draw,
    missing=_missing,
)
