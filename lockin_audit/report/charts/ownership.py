"""Ownership by question: who holds retries, state, replay and telemetry, with the verdict in words."""

from __future__ import annotations

from lockin_audit.core.evidence import QUESTIONS, Ownership, Question
from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable
from lockin_audit.report.charts.sketch import Sketch
from lockin_audit.report.narrative import questions_held
from lockin_audit.report.study import Study
from lockin_audit.report.words import QUESTION_TITLES, VERDICTS


def _counts(study: Study, question: Question) -> tuple[int, int]:
    mine = [s.ownership for s in study.audit.sites if s.dimension.value == question]
    return mine.count(Ownership.PLATFORM), mine.count(Ownership.OWNED)


def _draw(study: Study, sketch: Sketch) -> None:
    colours, narrow = sketch.colours, sketch.narrow
    left = 1.0 if narrow else 1.9
    axes = sketch.axes(0.62 * len(QUESTIONS), left=left, right=0.25, top=0.35, bottom=0.25, subtitle=CHART.subtitle(study))
    counts = {q: _counts(study, q) for q in QUESTIONS}
    widest = max(1, *(max(c) for c in counts.values()))
    sides = [max(widest * 0.55, max(c[side] for c in counts.values())) + widest * (0.24 if narrow else 0.14) for side in (0, 1)]
    axes.set_xlim(-sides[0], sides[1])
    axes.set_ylim(len(QUESTIONS), 0)
    axes.set_xticks([])
    axes.set_yticks([])
    axes.axvline(0, color=colours["axis"], linewidth=1)
    for x, side, align in ((-0.02, "Platform decides", "right"), (0.02, "Your own code decides", "left")):
        text = side if not narrow else side.split()[0] if x < 0 else "Own code"
        sketch.write(axes, x * widest, -0.12, text, size=9, bold=True, ha=align, va="bottom")
    for row, question in enumerate(QUESTIONS):
        verdict = study.audit.questions.get(question)
        sketch.write(axes, -sides[0], row + 0.4, QUESTION_TITLES[question], size=10, bold=True, ha="right", va="center")
        said = VERDICTS[verdict.verdict] if verdict else "Not judged"
        sketch.write(axes, -sides[0], row + 0.68, said, size=8, role="muted", ha="right", va="center")
        platform, owned = counts[question]
        axes.barh(row + 0.5, -platform, height=0.56, color=colours["platform-3"], edgecolor=colours["platform"], linewidth=1)
        axes.barh(row + 0.5, owned, height=0.56, color=colours["owned-2"], edgecolor=colours["owned"], linewidth=1, hatch="///")
        for number, align, sign in ((platform, "right", -1), (owned, "left", 1)):
            text = f"{number:,}" if number else "0"
            sketch.write(axes, sign * (number + widest * 0.03), row + 0.5, text, size=9.5, ha=align, va="center")


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
