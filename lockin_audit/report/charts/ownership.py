"""Ownership by question: who holds retries, state, replay and telemetry, with the verdict in words."""

from __future__ import annotations

from lockin_audit.core.evidence import QUESTIONS, Ownership, Question
from lockin_audit.report import numbers
from lockin_audit.report.charts.area import Area
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch
from lockin_audit.report.narrative import questions_held
from lockin_audit.report.study import Study
from lockin_audit.report.words import QUESTION_TITLES, VERDICTS


def _counts(study: Study, question: Question) -> tuple[int, int]:
    mine = [s.ownership for s in study.audit.sites if s.dimension.value == question]
    return mine.count(Ownership.PLATFORM), mine.count(Ownership.OWNED)


def _draw(study: Study, sketch: Sketch) -> None:
    narrow = sketch.narrow
    _, height = sketch.rows(len(QUESTIONS), 0.62, least=0.3, beside=0.45)
    left, right = 1.15 if narrow else 1.9, 0.25
    counts = {q: _counts(study, q) for q in QUESTIONS}
    widest = max(1, *(max(c) for c in counts.values()))
    sides = [max(widest * 0.55, max(c[side] for c in counts.values())) + widest * (0.24 if narrow else 0.14) for side in (0, 1)]
    top = sketch.top + 0.35
    area = Area(sketch, left, top, sketch.width - left - right, height * len(QUESTIONS), -sides[0], sides[1], 0.0, 1.0)
    middle, half = area.x(0), 0.28 * height
    sketch.line([(middle, top), (middle, area.bottom)])
    sketch.write(middle - 0.08, top - 0.12, "Platform" if narrow else "Platform decides", 9, bold=True, align="right")
    sketch.write(middle + 0.08, top - 0.12, "Own code" if narrow else "Your own code decides", 9, bold=True)
    for row, question in enumerate(QUESTIONS):
        verdict, y = study.audit.questions.get(question), top + (row + 0.5) * height
        sketch.write(left - 0.05, y - 0.08, QUESTION_TITLES[question], 10, bold=True, align="right")
        said = VERDICTS[verdict.verdict] if verdict else "Not judged"
        sketch.write(left - 0.05, y + 0.1, said, 8, role="muted", align="right")
        platform, owned = counts[question]
        if platform:
            sketch.rect(middle, y - half, area.x(-platform) - middle, 2 * half, "platform-3", stroke="platform")
        if owned:
            sketch.rect(middle, y - half, area.x(owned) - middle, 2 * half, "owned-2", stroke="owned", pattern="/")
        for number, align, sign in ((platform, "right", -1), (owned, "left", 1)):
            sketch.write(area.x(sign * number) + sign * 0.08, y, f"{number:,}", 9.5, align="right" if align == "right" else "left")


def _title(study: Study) -> str:
    platform, mixed, owned = (questions_held(study, v) for v in ("platform", "mixed", "owned"))
    if not platform and not mixed:
        return "Your own code decides every question that arises" if owned else "None of the four questions arises in this repository"
    if not platform:
        return f"Platform and own code share {numbers.listing(mixed)}; none is the platform's alone"
    text = f"The platform alone decides {len(platform)} of the four questions: {numbers.listing(platform)}"
    return "The platform alone decides all four questions" if len(platform) == 4 else text


def _table(study: Study) -> DataTable:
    rows = []
    for question in QUESTIONS:
        verdict, (platform, owned) = study.audit.questions.get(question), _counts(study, question)
        rows.append((QUESTION_TITLES[question], VERDICTS[verdict.verdict] if verdict else "Not judged", f"{platform:,}", f"{owned:,}"))
    return DataTable(("Question", "Verdict", "Places the platform decides", "Places your code decides"), tuple(rows))


CHART = Chart(
    id="ownership-by-question",
    order=20,
    title=_title,
    subtitle=lambda study: "Places found per question; a verdict can also rest on absence (no replay code of your own) or on an answer",
    description=lambda study: " ".join(
        f"{row[0]}: {row[1].lower()}, {row[2]} places at the platform, {row[3]} in own code." for row in _table(study).rows
    ),
    table=_table,
    draw=_draw,
)
