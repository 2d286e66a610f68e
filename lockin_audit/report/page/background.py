"""What stands behind the result: the rebuild list, what vendors document, what was not read, limits, method, digests."""

from __future__ import annotations

from lockin_audit.core.audit import Days, RebuildItem
from lockin_audit.report import numbers
from lockin_audit.report.page.markup import Html, join, name, table, tag
from lockin_audit.report.page.money import fact_item
from lockin_audit.report.remarks import coverage, limits, method
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS, TRIGGERS

SKIPPED_SHOWN = 500
"""Files and folders listed as not read; study.json has all of them."""


def rebuild_section(study: Study) -> Html:
    """What would have to be rebuilt to leave the runtime, and to swap the model."""
    parts = []
    for trigger, total in (("leave_runtime", study.audit.leave_days), ("swap_model", study.audit.swap_days)):
        items = [i for i in study.audit.rebuild if trigger in i.triggers]
        heading = tag("h3", f"When {TRIGGERS[trigger]}")
        parts += [
            heading,
            _rebuild_table(study, items, total, trigger) if items else tag("p", "Nothing found that would have to be rebuilt."),
        ]
    return tag("section", tag("h2", "What would have to be rebuilt"), parts, id_="rebuild")


def _rebuild_table(study: Study, items: list[RebuildItem], total: Days, trigger: str) -> Html:
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    rows: list[list[str | Html]] = [
        [
            name(i.item),
            DIMENSIONS[i.dimension],
            name(names.get(i.workflow, i.workflow) or "several"),
            f"{i.sites:,}",
            numbers.quantity(i.points),
            f"{round(i.days.low):,} to {round(i.days.high):,}",
            f"{round(i.days.likely):,}",
        ]
        for i in sorted(items, key=lambda i: (-i.days.likely, i.item))
    ]
    rows.append(["Sum", "", "", "", "", f"{round(total.low):,} to {round(total.high):,}", f"{round(total.likely):,}"])
    head = ("Item", "Dimension", "Workflow", "Places", "Points", "Person-days", "Most likely")
    return table(head, rows, caption=f"Rebuild list when {TRIGGERS[trigger]}", numbers=(3, 4, 5, 6), class_="sum")


def facts_section(study: Study) -> Html:
    """What the vendors document about the runtimes found."""
    blocks = []
    for runtime in study.runtimes:
        facts = (
            tag("ul", [fact_item(f, study.language) for f in runtime.facts])
            if runtime.facts
            else tag("p", "No documented fact is on file.")
        )
        blocks.append(
            tag(
                "article",
                tag("h3", name(runtime.name)),
                tag("p", name(f"{runtime.vendor} · {runtime.status}"), class_="meta"),
                tag("p", name(runtime.summary)),
                facts,
                class_="card",
            )
        )
    intro = tag(
        "p", "In our words, from the pages named. A statement marked unverified could not be confirmed at its source.", class_="meta"
    )
    return tag("section", tag("h2", "What the vendors document"), intro, blocks or tag("p", "No runtime was found."), id_="facts")


def coverage_section(study: Study) -> Html:
    """What was read and what was left out."""
    skipped = study.audit.scan.skipped
    rows: list[list[str | Html]] = [[name(s.file), name(s.reason)] for s in skipped[:SKIPPED_SHOWN]]
    more = len(skipped) - len(rows)
    details = tag(
        "details",
        tag("summary", numbers.count(len(skipped), "file or folder left out", "files and folders left out")),
        table(("File or folder", "Reason"), rows, caption="Not read"),
        tag("p", f"And {more:,} more; study.json has all of them.") if more > 0 else None,
    )
    return tag(
        "section", tag("h2", "What was read, and what was not"), tag("p", coverage(study)), details if skipped else None, id_="coverage"
    )


def method_section(study: Study) -> Html:
    """Limits, method, and what the study was made from."""
    digests: list[list[str | Html]] = [[name(key), tag("code", value)] for key, value in sorted(study.digests.items())]
    made = f"lockin-audit {study.tool_version}, as of {numbers.day(study.as_of, study.language)}, seed {study.seed}"
    return tag(
        "section",
        tag("h2", "Limits"),
        tag("ul", [tag("li", name(row)) for row in limits(study)]),
        tag("h2", "Method"),
        tag("ul", [tag("li", name(row)) for row in method(study)]),
        tag("h3", "Made from"),
        tag("p", made, ". The same inputs and date give the same bytes; these digests (SHA-256) name the inputs."),
        join(table(("Input", "Digest"), digests, caption="Digests of the inputs", class_="digests")) if digests else None,
        id_="method",
    )
