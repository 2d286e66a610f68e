"""The page a board reads: verdict, four numbers, a line per workflow, what would change it, what to do."""

from __future__ import annotations

import base64

from lockin_audit.report.leaks import leak_rows
from lockin_audit.report.narrative import Narrative, WorkflowLine
from lockin_audit.report.page.markup import Html, name, prose, tag, text
from lockin_audit.report.remarks import coverage
from lockin_audit.report.study import Study

MANY = 12
"""From so many workflows on the advice is a compact list without reasons."""


def first_page(study: Study, words: Narrative) -> Html:
    """The opening section."""
    return tag(
        "section",
        _logo(study),
        tag("p", name(words.subject), class_="subject"),
        tag("p", name(words.imprint), class_="subject") if words.imprint else None,
        tag("h1", name(words.title)),
        _draft(words),
        tag("p", name(words.verdict), class_="verdict"),
        tag("h2", "Four numbers", class_="small"),
        tag(
            "dl",
            [tag("div", tag("dt", n.label), tag("dd", tag("strong", n.value), tag("span", name(n.note)))) for n in words.key_numbers],
            class_="numbers",
        ),
        tag("h2", "What to do with each workflow"),
        tag("ul", [_workflow(study, line, len(words.workflows) >= MANY) for line in words.workflows], class_="advice")
        if words.workflows
        else None,
        tag("p", "No workflow is defined.") if not words.workflows else None,
        tag(
            "div",
            tag("div", tag("h2", "What would change the cost comparison"), tag("ol", [tag("li", name(f)) for f in words.flips])),
            tag("div", tag("h2", "What to do next"), tag("ol", [tag("li", name(a)) for a in words.actions])),
            class_="pair",
        ),
        tag("p", coverage(study), " ", tag("a", "What this rests on and where it ends", href="#method"), class_="meta"),
        id_="summary",
        class_="first",
        aria_label="Summary",
    )


def _logo(study: Study) -> Html | None:
    if not study.logo:
        return None
    picture = f"data:image/png;base64,{base64.b64encode(study.logo).decode()}"
    return Html(f'<img class="logo" src="{picture}" alt="{text(f"Logo of {study.author or study.client}")}">')


def _draft(words: Narrative) -> Html | None:
    if not words.draft:
        return None
    return tag("div", tag("strong", "Draft. "), [tag("p", prose(reason)) for reason in words.draft], class_="notice", role="note")


def _workflow(study: Study, line: WorkflowLine, many: bool) -> Html:
    platform = next((row.platform for row in leak_rows(study) if row.id == line.id), 0)
    reasons = [] if many else _reasons(line.reasons)
    evidence = tag(
        "a",
        f"{platform:,} {'place' if platform == 1 else 'places'} held by the platform",
        href="#evidence",
        data_workflow=line.id,
        data_ownership="platform",
    )
    return tag(
        "li",
        tag("h3", name(line.name)),
        tag("p", tag("span", line.advice, class_=f"badge r-{line.recommendation}")),
        tag("p", line.criticality, " · ", evidence if platform else "no place held by the platform", class_="meta"),
        *reasons,
        class_="card",
    )


def _reasons(reasons: tuple[str, ...]) -> list[Html]:
    """The deciding reason and what would change it, the others and the next steps folded away."""
    ends = [reasons[0], *(r for r in reasons[-1:] if len(reasons) > 1)]
    others = reasons[1:-1]
    shown = tag("ul", [tag("li", name(reason)) for reason in ends], class_="reasons")
    if not others:
        return [shown]
    fold = tag(
        "details", tag("summary", "More reasons, and what to do first"), tag("ul", [tag("li", name(r)) for r in others], class_="reasons")
    )
    return [shown, fold]
