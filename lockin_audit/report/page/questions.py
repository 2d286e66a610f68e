"""The four questions with their verdicts and evidence, and the leak heat map as a table whose cells lead to the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.assess.answering.words import FACTS
from lockin_audit.core.audit import AnswerPart, Verdict, VerdictValue, WorkflowAudit
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Dimension, Question, Site
from lockin_audit.report.leaks import LETTER_WORDS, LeakRow, leak_finding, leak_rows
from lockin_audit.report.page.blocks import html
from lockin_audit.report.page.evidence import HELD, site_anchor
from lockin_audit.report.page.markup import Html, join, name, prose, table, tag
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Picture
from lockin_audit.report.story.decision import planes
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSION_NOTES, DIMENSIONS, QUESTION_TITLES, VERDICTS

SHOWN = 5
"""Places named under a verdict; a link leads to all of them."""
_VERDICT_LETTERS: dict[VerdictValue, str] = {"platform": "P", "mixed": "M", "owned": "O", "none": "–"}


def questions_section(study: Study) -> Html:
    """Verdict, summary, evidence and contradiction of each question; then verdicts by workflow."""
    sites = {s.id: s for s in study.audit.sites}
    return tag(
        "section",
        tag("h2", "The four questions"),
        tag("div", [_question(study, q, sites) for q in QUESTIONS], class_="cards"),
        _by_workflow(study) if len(study.audit.workflows) > 1 else None,
        html(study, [*(Picture(id) for id in pictures.QUESTIONS), *planes(study)]),
        [_answers_of(workflow) for workflow in study.audit.workflows] if len(study.audit.workflows) > 1 else None,
        id_="questions",
    )


def map_section(study: Study) -> Html:
    """The heat map, every cell of which leads to its places."""
    rows = leak_rows(study)
    heads = [tag("th", "Workflow", scope="col")]
    heads += [tag("th", tag("span", DIMENSIONS[d]), scope="col", title=DIMENSION_NOTES[d]) for d in Dimension]
    body = [tag("tr", tag("th", name(row.name), scope="row"), [_cell(row, d) for d in Dimension]) for row in rows]
    heat = tag(
        "table",
        tag("caption", "Places by workflow and dimension, with who holds them"),
        tag("thead", tag("tr", heads)),
        tag("tbody", body),
        class_="heat",
    )
    meanings = [join(tag("dt", DIMENSIONS[d]), tag("dd", f"{DIMENSION_NOTES[d]}.")) for d in Dimension]
    key = tag(
        "p",
        "P: the platform holds it. O: your own code does. M: both. A dash: nothing found. Numbers count places in the code; "
        "darker means 3 or more, then 10 or more. Choose a cell to see its places.",
        class_="meta",
    )
    return tag(
        "section",
        tag("h2", "Where the logic has gone"),
        tag("p", name(leak_finding(study)), ".", class_="lead"),
        tag("div", heat, class_="scroll", role="group", aria_label="Leak heat map", tabindex=0)
        if rows
        else tag("p", "No workflow and no evidence to map."),
        key,
        tag("details", tag("summary", "What the columns mean"), tag("dl", meanings, class_="terms")),
        html(study, [Picture(id) for id in pictures.LEAKS]),
        id_="map",
    )


def verdict_badge(value: VerdictValue) -> Html:
    """Letter and words of a verdict."""
    return tag("span", tag("b", _VERDICT_LETTERS[value], aria_hidden="true"), " ", VERDICTS[value], class_=f"badge v-{value}")


def _question(study: Study, question: Question, sites: dict[str, Site]) -> Html:
    verdict = study.audit.questions.get(question)
    heading = tag("h3", QUESTION_TITLES[question])
    asked = tag("p", QUESTION_TEXTS[question], class_="meta")
    if verdict is None:
        return tag("article", heading, asked, tag("p", "This question was not judged."), class_="card", id_=f"question-{question}")
    return tag(
        "article",
        heading,
        asked,
        tag("p", verdict_badge(verdict.verdict)),
        _answer(verdict),
        tag("p", tag("strong", "People and code disagree. "), prose(verdict.contradiction), class_="notice")
        if verdict.contradiction
        else None,
        _because(question, verdict, sites),
        class_="card",
        id_=f"question-{question}",
    )


def _answer(verdict: Verdict) -> Html:
    """The answer's lead for everyone; its parts behind a fold (print shows them)."""
    if not verdict.lead:
        return _summary(verdict.summary)
    return join(tag("p", tag("strong", prose(verdict.lead))), _parts(verdict.parts, "Where, and what it would take"))


def _parts(parts: Sequence[AnswerPart], title: str) -> Html:
    """Parts of an answer, each under its heading, folded."""
    if not parts:
        return join()
    return tag("details", tag("summary", title), [tag("div", _part(part), class_="part") for part in parts])


def _part(part: AnswerPart) -> Html:
    """A part of an answer under its heading, what is a list in it as one."""
    heading = tag("strong", name(f"{part.heading}."))
    if not part.items:
        return tag("p", heading, " ", prose(part.text))
    return join(tag("p", heading, " ", prose(part.opening)), tag("ul", [tag("li", prose(item)) for item in part.items]))


def _summary(summary: str) -> Html:
    """The first sentence for everyone; the places and vendor facts that follow it behind a fold (print shows them)."""
    first, _, rest = summary.partition(". ")
    if len(rest) < 160:
        return tag("p", prose(summary))
    return join(
        tag("p", tag("strong", name(f"{first}."))),
        tag("details", tag("summary", "Where, and what the vendor documents"), tag("p", prose(rest))),
    )


def _because(question: Question, verdict: Verdict, sites: dict[str, Site]) -> Html:
    found = [sites[i] for i in verdict.because if i in sites]
    others = sum(i not in sites for i in verdict.because)
    links = [
        tag("li", tag("a", name(f"{s.file}:{s.line}"), href=f"#{site_anchor(s.id)}"), f" ({HELD[s.ownership]})") for s in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        links.append(tag("li", tag("a", f"all {len(found):,} places", href="#evidence", data_dimension=question)))
    if others:
        links.append(tag("li", tag("a", f"{others:,} {'answer' if others == 1 else 'answers'} of people", href="#answers")))
    rests = (
        tag("ul", links, class_="places")
        if links
        else tag("p", "It rests on absence: nothing was found that decides otherwise.", class_="meta")
    )
    return join(tag("h4", "What it rests on"), rests, tag("p", "Decided by rule ", tag("code", verdict.decided_by), class_="meta"))


def _by_workflow(study: Study) -> Html:
    rows: list[list[str | Html]] = []
    for workflow in study.audit.workflows:
        cells: list[str | Html] = [name(workflow.name or workflow.id)]
        for question in QUESTIONS:
            verdict = workflow.questions.get(question)
            cells.append(verdict_badge(verdict.verdict) if verdict else "not judged")
        rows.append(cells)
    return table(("Workflow", *(QUESTION_TITLES[q] for q in QUESTIONS)), rows, caption="Verdicts by workflow", class_="verdicts")


def _answers_of(workflow: WorkflowAudit) -> Html:
    """The four answers of one workflow in words, folded; what vendors document stands in the cards above and is left out."""
    told: list[Html] = []
    for question in QUESTIONS:
        verdict = workflow.questions.get(question)
        if verdict is None or not verdict.lead:
            continue
        told.append(tag("h4", QUESTION_TITLES[question], ": ", VERDICTS[verdict.verdict]))
        told.append(tag("p", prose(verdict.lead)))
        parts = [part for part in verdict.parts if part.heading not in FACTS]
        told.append(tag("div", [_part(part) for part in parts]) if parts else join())
    if not told:
        return join()
    return tag("details", tag("summary", "The four answers for ", name(workflow.name or workflow.id)), told, class_="answers")


def _cell(row: LeakRow, dimension: Dimension) -> Html:
    cell = row.cells[dimension]
    if not cell.letter:
        return tag("td", tag("span", "–", role="img", aria_label="nothing found"), class_="h-none")
    shown = tag(
        "a",
        tag("span", name(row.name), f", {DIMENSIONS[dimension]}: ", class_="small"),
        tag("b", cell.letter),
        f" {cell.count:,}",
        tag("span", f" {'place' if cell.count == 1 else 'places'}, {LETTER_WORDS[cell.letter]}", class_="small"),
        href="#evidence",
        data_workflow=row.id or "-",
        data_dimension=dimension.value,
    )
    return tag("td", shown, class_=f"h-{LETTER_WORDS[cell.letter]}-{cell.shade}")
