"""Leak map: from workflow by dimension to the runtime that decides, as bands as thick as the places they stand for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import spread
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.ink import Point
from lockin_audit.report.charts.sketch import Align, Sketch, label
from lockin_audit.report.leaks import NO_WORKFLOW
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS

WORKFLOWS, RUNTIMES = 12, 7
"""Most workflows and runtimes with a place of their own; the others are joined."""
OWN: Final = "\0own"
OTHERS: Final = "\0others"
GAP: Final = 0.07
BAR: Final = 0.09
"""Width of the bar of a station."""
POINTS: Final = 14
"""Points along the edge of a band."""
ROWS: Final = 40
"""Flows in the table."""


@dataclass(frozen=True)
class Flow:
    """Places of one workflow and one dimension that one runtime (or own code) decides."""

    stations: tuple[str, str, str]
    """Workflow id, dimension, runtime id."""
    count: int

    @property
    def own(self) -> bool:
        """Whether own code decides."""
        return self.stations[2] == OWN


def flows(study: Study) -> tuple[Flow, ...]:
    """All of them, with workflows and runtimes beyond the largest joined."""
    known = {w.id for w in study.audit.workflows}
    counts = Counter(
        (s.workflow if s.workflow in known else "", s.dimension.value, OWN if s.ownership == Ownership.OWNED else s.runtime)
        for s in study.audit.sites
    )
    workflows, runtimes = Counter[str](), Counter[str]()
    for (workflow, _, runtime), number in counts.items():
        workflows[workflow] += number
        runtimes[runtime] += number
    mine = _largest(workflows, WORKFLOWS)
    theirs = _largest(Counter({r: n for r, n in runtimes.items() if r != OWN}), RUNTIMES) | {OWN}
    joined: Counter[tuple[str, str, str]] = Counter()
    for (workflow, dimension, runtime), number in counts.items():
        joined[workflow if workflow in mine else OTHERS, dimension, runtime if runtime in theirs else OTHERS] += number
    return tuple(Flow(key, number) for key, number in sorted(joined.items()))


def _largest(counts: Counter[str], most: int) -> set[str]:
    ranked = sorted(counts, key=lambda k: (-counts[k], k))
    return set(ranked if len(ranked) <= most else ranked[: most - 1])


def _names(study: Study, found: tuple[Flow, ...]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Name of each workflow, dimension and runtime of the flows."""
    workflows = {w.id: label(w.name or w.id or "The repository", w.id) for w in study.audit.workflows}
    known = {w.id for w in study.audit.workflows}
    hidden = len({s.workflow if s.workflow in known else "" for s in study.audit.sites}) - len({f.stations[0] for f in found} - {OTHERS})
    runtimes = {r.id: r.name for r in study.runtimes}
    away = len({s.runtime for s in study.audit.sites if s.ownership != Ownership.OWNED} - {f.stations[2] for f in found})
    return (
        {"": NO_WORKFLOW, **workflows, OTHERS: f"{hidden} other workflows"},
        {d.value: DIMENSIONS[d] for d in Dimension},
        {
            **{f.stations[2]: runtimes.get(f.stations[2], f.stations[2]) for f in found},
            OWN: "Your own code",
            OTHERS: f"{away} other runtimes",
        },
    )


def _orders(study: Study, found: tuple[Flow, ...]) -> tuple[list[str], list[str], list[str]]:
    """Stations of the three columns from top to bottom."""
    there = [Counter[str](), Counter[str](), Counter[str]()]
    for flow in found:
        for column, station in enumerate(flow.stations):
            there[column][station] += flow.count
    mine = dict.fromkeys([*(w.id for w in study.audit.workflows), "", OTHERS])
    last = {OWN: 2, OTHERS: 1}
    runtimes = sorted(there[2], key=lambda r: (last.get(r, 0), -there[2][r], r))
    return [w for w in mine if w in there[0]], [d.value for d in Dimension if d.value in there[1]], runtimes


@dataclass(frozen=True)
class Column:
    """One of the three columns on the sheet."""

    x: float
    place: dict[str, tuple[float, float]]
    """Station → upper end and height, in inches."""


def _draw(study: Study, sketch: Sketch) -> None:
    found, narrow, wide = flows(study), sketch.narrow, sketch.width > 8
    orders, names = _orders(study, found), _names(study, found)
    head, foot = 0.3, 0.44 if narrow else 0.3
    free = sketch.take(max(2.4, 0.36 * max(len(o) for o in orders)) + head + foot) - head - foot
    scale = min((free - GAP * (len(o) - 1)) / sum(f.count for f in found) for o in orders)
    left, right = (0.2, 0.2 + BAR) if narrow else (2.05, 2.35) if wide else (1.6, 1.8)
    xs = (left, left + (sketch.width - left - right) * (0.42 if narrow else 0.46), sketch.width - right)
    columns = [_column(found, n, xs[n], order, scale, (sketch.top + head, free)) for n, order in enumerate(orders)]
    for n in (0, 1):
        _bands(sketch, found, n, columns, scale)
    for column in columns:
        for top, height in column.place.values():
            sketch.rect(column.x, top, BAR, height, "ink")
    aligns: tuple[Align, Align, Align] = ("left", "left", "right") if narrow else ("right", "left", "left")
    for n, (title, column) in enumerate(zip(("Workflow", "Part" if narrow else "Part of the agent", "Decided by"), columns, strict=True)):
        x = column.x - 0.06 if aligns[n] == "right" else column.x + BAR + 0.06
        edge = (column.x + BAR) if narrow and n == 2 else column.x if n == 0 and narrow else x
        sketch.write(edge, sketch.top + 0.1, sketch.fit(title, 1.5 if not narrow else 1.1, 8.5), 8.5, role="muted", align=aligns[n])
        room = (1.15 if narrow else 1.3) if n == 1 or narrow else (left if n == 0 else right) - 0.3
        lines = 2 if not narrow and n != 1 and free / len(column.place) > 0.45 else 1
        middles = [top + height / 2 for top, height in column.place.values()]
        box = (sketch.top + head, sketch.top + head + free)
        for station, y in zip(column.place, spread(middles, 0.165 * lines, *box), strict=True):
            number = sum(f.count for f in found if f.stations[n] == station)
            size = 7.2 if narrow else 8.5
            words = sketch.wrap(names[n][station], room - sketch.width_of(f" {number:,}", size), size, lines=lines)
            words[-1] += f" {number:,}"
            sketch.block(x, y, words, size, level="middle", align=aligns[n], boxed=n == 1 or narrow)
    key = "filled: a platform decides; outlined: your own code does; as thick as the number of places"
    sketch.block(0.2, sketch.top + head + free + 0.1, sketch.wrap(key, sketch.width - 0.4, 8, lines=1 + narrow), 8, role="muted")


def _column(found: tuple[Flow, ...], n: int, x: float, order: list[str], scale: float, box: tuple[float, float]) -> Column:
    top, free = box
    sizes = {s: scale * sum(f.count for f in found if f.stations[n] == s) for s in order}
    gap = min(0.5, (free - sum(sizes.values())) / (len(order) - 1)) if len(order) > 1 else 0.0
    y = top + (free - sum(sizes.values()) - gap * (len(order) - 1)) / 2
    place = {}
    for station, size in sizes.items():
        place[station] = (y, size)
        y += size + gap
    return Column(x, place)


def _bands(sketch: Sketch, found: tuple[Flow, ...], n: int, columns: list[Column], scale: float) -> None:
    """Bands from column n to the next, own code and platform apart."""
    joined: Counter[tuple[str, str, bool]] = Counter()
    for flow in found:
        joined[flow.stations[n], flow.stations[n + 1], flow.own] += flow.count
    here, there = columns[n], columns[n + 1]
    first, second = list(here.place), list(there.place)
    ordered = sorted(joined, key=lambda k: (first.index(k[0]), second.index(k[1]), k[2]))
    left, right = ({s: top for s, (top, _) in c.place.items()} for c in (here, there))
    starts: dict[tuple[str, str, bool], float] = {}
    for key in ordered:
        starts[key] = left[key[0]]
        left[key[0]] += scale * joined[key]
    ends: dict[tuple[str, str, bool], float] = {}
    for key in sorted(ordered, key=lambda k: (second.index(k[1]), first.index(k[0]), k[2])):
        ends[key] = right[key[1]]
        right[key[1]] += scale * joined[key]
    for key in sorted(ordered, key=lambda k: not k[2]):
        ring = _band((here.x + BAR, starts[key]), (there.x, ends[key]), scale * joined[key])
        if key[2]:
            sketch.polygon(ring, "owned-1", stroke="owned", line=0.5, opacity=0.7)
        else:
            sketch.polygon(ring, "platform-3", opacity=0.6)


def _band(start: Point, end: Point, thick: float) -> list[Point]:
    upper = []
    for step in range(POINTS + 1):
        part = step / POINTS
        ease = part * part * (3 - 2 * part)
        upper.append((start[0] + part * (end[0] - start[0]), start[1] + ease * (end[1] - start[1])))
    return [*upper, *((x, y + thick) for x, y in reversed(upper))]


def _title(study: Study) -> str:
    found = flows(study)
    if not found:
        return _missing(study)
    names, total = _names(study, found), sum(f.count for f in found)
    leaks = [f for f in found if not f.own]
    if not leaks:
        return f"All {numbers.count(total, 'place')} are decided by your own code; nothing leads to a platform"
    ends = Counter[str]()
    for flow in leaks:
        ends[flow.stations[2]] += flow.count
    end = min(ends, key=lambda r: (-ends[r], r))
    led = [f for f in leaks if f.stations[2] == end]
    most = min([f for f in led if f.stations[0] != OTHERS] or led, key=lambda f: (-f.count, f.stations))
    where = f"{names[1][most.stations[1]].lower()} of {named(names[0][most.stations[0]])}"
    return f"{ends[end]:,} of {numbers.count(total, 'place')} lead to {names[2][end]}; most from {where}"


def _missing(study: Study) -> str:
    return "" if study.audit.sites else "Where the logic leaks to is not shown: no place was found"


def _table(study: Study) -> DataTable:
    found = flows(study)
    names = _names(study, found)
    ranked = sorted(found, key=lambda f: (-f.count, f.stations))
    rows = [(*(names[n][s] for n, s in enumerate(f.stations)), f"{f.count:,}") for f in ranked[:ROWS]]
    if len(ranked) > ROWS:
        rows.append((f"and {len(ranked) - ROWS} smaller ones", "", "", f"{sum(f.count for f in ranked[ROWS:]):,}"))
    return DataTable(("Workflow", "Part of the agent", "Decided by", "Places"), tuple(rows))


CHART = Chart(
    id="leak-map",
    order=12,
    title=_title,
    subtitle=lambda study: "Places in code, configuration and runbooks: from workflow by part of the agent to who decides there",
    description=lambda study: _missing(study) or " ".join(f"{r[0]}, {r[1].lower()}: {r[2]} ({r[3]})." for r in _table(study).rows),
    table=_table,
    draw=_draw,
    missing=_missing,
)
