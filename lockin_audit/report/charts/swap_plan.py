"""The plan of a swap as bars over weeks: what follows what, who leads it, how long it takes."""

from __future__ import annotations

from lockin_audit.core.swap_plan import SwapPlan
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.palette import PATTERNS, SERIES
from lockin_audit.report.charts.sketch import Sketch
from lockin_audit.report.study import Study
from lockin_audit.report.words import TRIGGERS


def _plan(study: Study) -> SwapPlan:
    assert study.plan is not None
    return study.plan


def _draw(study: Study, sketch: Sketch) -> None:
    plan, narrow, currency = _plan(study), sketch.narrow, study.cost.currency
    _, height = sketch.rows(len(plan.stages) + 1, 0.62 if narrow else 0.46, least=0.2, beside=0.55)
    owners = list(dict.fromkeys(s.owner for s in plan.stages))
    left = 0.25 if narrow else 3.5 if sketch.width > 8 else 2.6
    end = max(plan.weeks.high, *(s.to_week for s in plan.stages)) or 1.0
    room = 1.9 if not narrow else 0.9
    area = Area(sketch, left, sketch.top + 0.05, sketch.width - left - room, height * (len(plan.stages) + 1), 0, end, 0, 1)
    area.scale_x(lambda v: f"{v:g}", lines=True, most=5 if narrow else 8)
    sketch.write(area.left + area.width / 2, area.bottom + 0.32, "Weeks after the start, likely figure", 8.5, role="muted", align="center")
    for number, stage in enumerate(plan.stages):
        y, half = area.top + (number + 0.5) * height, height * (0.17 if narrow else 0.28)
        name = f"{number + 1}. {stage.title}"
        if narrow:
            sketch.write(0.25, y - 0.14, sketch.fit(name, sketch.width - 0.5, 8), 8, boxed=True)
            y += 0.1
        else:
            lines = sketch.wrap(name, left - 0.35, 8.2, lines=2 if height > 0.3 else 1)
            sketch.block(left - 0.1, y, lines, 8.2, level="middle", align="right")
        index = owners.index(stage.owner) % (len(SERIES) - 1)
        x0, x1 = area.x(stage.from_week), max(area.x(stage.to_week), area.x(stage.from_week) + 0.03)
        sketch.rect(x0, y - half, x1 - x0, 2 * half, SERIES[index], stroke="ink", line=0.6, pattern=PATTERNS[index])
        text = numbers.money_short(stage.cost.likely, currency)
        words = text if narrow else f"{stage.owner}, {numbers.quantity(round(stage.days.likely, 1))} days, {text}"
        sketch.write(x1 + 0.07, y, sketch.fit(words, sketch.width - x1 - 0.2, 8), 8, boxed=True)
    y, weeks = area.top + (len(plan.stages) + 0.5) * height, plan.weeks
    x = [area.x(w) for w in (weeks.low, weeks.likely, weeks.high)]
    sketch.line([(x[0], y), (x[2], y)], "ink", width=1.6)
    for place in (x[0], x[2]):
        sketch.line([(place, y - 0.07), (place, y + 0.07)], "ink", width=1.6)
    sketch.marker(x[1], y, "diamond", "mixed", size=0.065)
    text = f"{weeks.low:.1f} to {weeks.high:.1f} weeks"
    if narrow:
        sketch.write(0.25, y - 0.2, f"All of it: {text}", 8, bold=True, boxed=True)
        return
    sketch.write(x[2] + 0.09, y, sketch.fit(text, sketch.width - x[2] - 0.15, 8, bold=True), 8, bold=True, boxed=True)
    sketch.write(left - 0.1, y, "All of it: low, likely, high", 8.5, bold=True, align="right")


def _missing(study: Study) -> str:
    return (
        ""
        if study.plan and study.plan.stages
        else "The plan of a change is not shown: nothing to rebuild was found, or nothing was simulated"
    )


def _title(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    plan = _plan(study)
    people = f"{plan.engineers:g} engineer{'s' if plan.engineers != 1 else ''}"
    weeks = f"{plan.weeks.low:.1f} to {plan.weeks.high:.1f} weeks, most likely {plan.weeks.likely:.1f}"
    longest = max(plan.stages, key=lambda s: s.days.likely)
    title = longest.title.partition(":")[0]
    words = f"{TRIGGERS[plan.trigger].capitalize()} takes {people} {weeks}"
    return f"{words}; the longest stage is {named(title)}" if len(plan.stages) > 1 else words


def _table(study: Study) -> DataTable:
    plan, currency = _plan(study), study.cost.currency
    rows: list[tuple[str, ...]] = [
        (
            f"{n}. {s.title}",
            s.owner,
            f"{s.days.low:.1f} to {s.days.high:.1f}",
            f"{s.from_week:.1f} to {s.to_week:.1f}",
            numbers.money(s.cost.likely, currency),
        )
        for n, s in enumerate(plan.stages, start=1)
    ]
    all_days = f"{plan.days.low:.1f} to {plan.days.high:.1f}"
    rows.append(("All of it", "", all_days, f"0.0 to {plan.weeks.likely:.1f}", numbers.money(plan.cost.likely, currency)))
    return DataTable(("Stage", "Led by", "Person-days", "Weeks, likely", "Cost, likely"), tuple(rows))


CHART = Chart(
    id="swap-plan",
    order=85,
    title=_title,
    subtitle=lambda study: (
        "Stages one after the other with everyone on each, as the code stands today; beside each bar who leads it, days, cost"
    ),
    description=lambda study: (
        _missing(study) or " ".join(f"{r[0]}: led by {r[1] or 'all'}, weeks {r[3]}, {r[4]}." for r in _table(study).rows)
    ),
    table=_table,
    draw=_draw,
    missing=_missing,
)
