"""Criticality by leakage: every workflow in one of four fields, with what is advised for it as sign and text."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from lockin_audit.assess.recommendation import criticality_level, leakage_level, leaked, recommendation_table
from lockin_audit.core.audit import Recommendation, WorkflowAudit
from lockin_audit.core.config import WorkflowConfig
from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import Marker, Sketch, label
from lockin_audit.report.study import Study
from lockin_audit.report.words import CRITICALITIES, RECOMMENDATIONS

_SIGNS: Final[dict[Recommendation, tuple[Marker, str, str]]] = {
    "own": ("square", "owned", "own it"),
    "hybrid": ("diamond", "mixed", "hybrid"),
    "managed_portable": ("triangle", "series-2", "managed, portable"),
    "managed": ("circle", "platform", "stay managed"),
    "unknown": ("ring", "muted", "not enough known"),
}
_FIELDS: Final = {
    (True, False): ("Critical, little with the platform", "owned-1"),
    (True, True): ("Critical, much with the platform", "platform-2"),
    (False, False): ("Not critical, little with the platform", "none"),
    (False, True): ("Not critical, much with the platform", "platform-1"),
}
LINE: Final = 0.24
"""Height of one workflow."""
FEW: Final = 12
"""Workflows under one another up to which a field needs one column."""


@dataclass(frozen=True)
class Placed:
    """A workflow and its place."""

    workflow: WorkflowAudit
    critical: bool
    """Customer-facing, revenue-generating, compliance-sensitive or architecturally central."""
    said: bool
    """Whether anybody said how critical it is."""
    leaked: float
    """Questions of the four that are with the platform, a shared one counted half."""
    held: bool
    """Whether that is more than the table of recommendations calls low."""


def placed(study: Study) -> tuple[Placed, ...]:
    """Workflows of which anything is known, most leaked first."""
    stated = {w.id: w for w in study.config.workflows}
    found = []
    for workflow in study.audit.workflows:
        if leakage_level(workflow.questions) == "unknown":
            continue
        config = stated.get(workflow.id) or WorkflowConfig(id=workflow.id or "all", name=workflow.name or workflow.id or "all")
        level = criticality_level(config.model_copy(update={"criticality": workflow.criticality}))
        total = leaked(workflow.questions)
        held = total > recommendation_table().leakage.low_up_to
        found.append(Placed(workflow, level == "critical", level != "unsaid", total, held))
    return tuple(sorted(found, key=lambda p: (-p.leaked, p.workflow.name, p.workflow.id)))


def _draw(study: Study, sketch: Sketch) -> None:
    found, narrow = placed(study), sketch.narrow
    fields = {key: [p for p in found if (p.critical, p.held) == key] for key in _FIELDS}
    left = 0.2 if narrow else 0.42
    wide = (sketch.width - left - 0.2 - 0.08) / 2
    keys = _key(study, sketch)
    beside = 0.22 + 0.1 + 0.19 * len(keys)
    title = 0.5 if narrow else 0.34
    fewest = {row: max(1, *(len(fields[row, held]) for held in (False, True))) for row in (True, False)}
    across = 1 if narrow or wide < 3.6 or sum(fewest.values()) <= FEW else 2
    lines = {row: math.ceil(count / across) for row, count in fewest.items()}
    free = sketch.take(beside + sum(lines.values()) * LINE + 2 * (title + 0.14)) - beside
    step = min(1.6 * LINE, (free - 2 * (title + 0.14)) / sum(lines.values()))
    most = lines
    if step < 0.17:
        step = 0.17
        room = int((free - 2 * (title + 0.14)) / step)
        lower = max(1, min(lines[False], room // 2 if lines[True] > room // 2 else room - lines[True]))
        most = {True: max(1, room - lower), False: lower}
    y = sketch.top + 0.02
    share = free / sum(most[r] * step + title + 0.14 for r in most)
    for row in (True, False):
        height = (most[row] * step + title + 0.14) * (share if not sketch.layout.height or share > 1 else 1)
        for column, held in enumerate((False, True)):
            x = left + column * (wide + 0.08)
            name, fill = _FIELDS[row, held]
            sketch.rect(x, y, wide, height - 0.08, fill)
            sketch.block(x + 0.1, y + 0.08, sketch.wrap(name, wide - 0.2, 9, bold=True), 9, bold=True)
            _list(sketch, fields[row, held], (x, y + title, wide), across, most[row], step)
        if not narrow:
            sketch.write(0.22, y + height / 2 - 0.04, "critical" if row else "not critical", 8.5, role="muted", align="center", angle=90)
        y += height
    sketch.write(sketch.width - 0.2, y + 0.06, "more with the platform →", 8.5, role="muted", align="right")
    for n, text in enumerate(keys):
        sketch.write(left, y + 0.26 + 0.19 * n, "", 8)
        _signs(sketch, left, y + 0.26 + 0.19 * n, text)


def _list(sketch: Sketch, found: list[Placed], box: tuple[float, float, float], across: int, most: int, step: float) -> None:
    x, y, wide = box
    size = 8.5 if step > 0.19 else 7.5
    room = most * across
    shown = found if len(found) <= room else found[: room - 1]
    each = (wide - 0.1) / across
    for n, item in enumerate(shown):
        left, middle = x + 0.12 + (n // most) * each, y + (n % most + 0.5) * step
        sign, role, _ = _SIGNS[item.workflow.recommendation]
        sketch.marker(left + 0.05, middle, sign, role, size=0.05)
        amount = f" {item.leaked:g} of 4" + ("" if item.said else " ?")
        width = each - 0.24 - sketch.width_of(amount, size)
        text = sketch.fit(label(item.workflow.name or item.workflow.id or "The repository", item.workflow.id), width, size)
        sketch.write(left + 0.16, middle, text, size)
        sketch.write(left + 0.16 + sketch.width_of(f"{text} ", size), middle, amount, size, role="ink", bold=True)
    if len(shown) < len(found):
        n = len(shown)
        sketch.write(x + 0.12 + (n // most) * each, y + (n % most + 0.5) * step, f"and {len(found) - n} more", size, role="muted")
    if not found:
        sketch.write(x + 0.12, y + 0.5 * step, "none", size, role="muted")


def _key(study: Study, sketch: Sketch) -> list[list[Recommendation]]:
    """The signs in use, in as many lines as they need."""
    used: list[Recommendation] = [r for r in _SIGNS if any(p.workflow.recommendation == r for p in placed(study))]
    lines: list[list[Recommendation]] = [[]]
    at = 0.0
    for recommendation in used:
        width = 0.42 + sketch.width_of(_SIGNS[recommendation][2], 8)
        if at + width > sketch.width - 0.6 and lines[-1]:
            lines.append([])
            at = 0.0
        lines[-1].append(recommendation)
        at += width
    return lines


def _signs(sketch: Sketch, x: float, y: float, line: list[Recommendation]) -> None:
    for recommendation in line:
        sign, role, text = _SIGNS[recommendation]
        sketch.marker(x + 0.06, y, sign, role, size=0.05)
        sketch.write(x + 0.17, y, text, 8)
        x += 0.42 + sketch.width_of(text, 8)


def _missing(study: Study) -> str:
    return "" if placed(study) else "Criticality by leakage is not shown: no workflow with evidence was found"


def _title(study: Study) -> str:
    found = placed(study)
    if not found:
        return _missing(study)
    risky = [p for p in found if p.critical and p.held]
    if not risky:
        return "No critical workflow has much with a platform"
    if len(found) == 1:
        return f"{named(found[0].workflow.name or found[0].workflow.id)} is critical and has much with the platform"
    if len(risky) == 1:
        only = named(risky[0].workflow.name or risky[0].workflow.id)
        return f"1 of {len(found)} workflows is critical and has much with the platform: {only}"
    return f"{len(risky)} of {len(found)} workflows are critical and have much with the platform"


def _table(study: Study) -> DataTable:
    rows = tuple(
        (
            p.workflow.name or p.workflow.id,
            numbers.listing([CRITICALITIES[c] for c in p.workflow.criticality]) or "not stated",
            f"{p.leaked:g} of 4",
            RECOMMENDATIONS[p.workflow.recommendation],
        )
        for p in placed(study)
    )
    return DataTable(("Workflow", "Criticality", "Questions with the platform", "Advice"), rows)


CHART = Chart(
    id="criticality-leakage",
    order=15,
    title=_title,
    subtitle=lambda study: (
        "Workflows by criticality and by questions of the four that are with the platform (shared ones half); ?: criticality not stated"
    ),
    description=lambda study: (
        _missing(study) or " ".join(f"{r[0]}: {r[1]}; {r[2]} questions with the platform; advice: {r[3]}." for r in _table(study).rows)
    ),
    table=_table,
    draw=_draw,
    missing=_missing,
)
