"""Sheet "Questionnaires": where people and code differ, what the answers call for, and every answer with who, when and evidence."""

from __future__ import annotations

from lockin_audit.report.study import Study
from lockin_audit.report.words import RISKS
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.titles import QUESTIONNAIRES

_LAST = 7
_COLUMNS = ("Questionnaire", "Question", "Answer", "Who", "When", "Workflow", "Note and evidence")


def fill_questionnaires(book: Book, study: Study) -> None:
    """Contradictions and disagreements first, then actions, then the register of answers with filters."""
    sheet, audit = book[QUESTIONNAIRES], study.audit
    sheet.widths(20, 58, 46, 20, 13, 22, 48)
    sheet.front("Questionnaires", "Read-outs of what people said. An answer decides nothing against the code unless it says why it should.")
    if not study.answers:
        sheet.prose(
            4,
            1,
            _LAST,
            "No questionnaire was filled in: every verdict rests on the code alone. `lockin-audit ask --list` shows the questionnaires, "
            "`lockin-audit ask <name> --to-xlsx` writes one to fill in.",
            "body",
        )
        set_up_page(sheet, last_column=sheet.letter(_LAST), last_row=5)
        return
    row = _sentences(sheet, 4, "You said, the code shows", audit.contradictions, "People and code nowhere contradict each other.")
    told = tuple(f"{d.text} {'; '.join(d.said)}." for d in audit.disagreements)
    row = _sentences(sheet, row, "Where people answered differently", told, "Nobody disagreed, or only one person answered.")
    row = _actions(sheet, row, study)
    head, end = _answers(sheet, row, study)
    sheet.worksheet.auto_filter.ref = f"A{head}:{sheet.letter(_LAST)}{end}"
    set_up_page(sheet, last_column=sheet.letter(_LAST), last_row=end, freeze="A3", repeat_rows="1:2", breaks=(row - 1,))


def _sentences(sheet: Sheet, row: int, heading: str, sentences: tuple[str, ...], none: str) -> int:
    sheet.heading(row, heading, 1, _LAST)
    for sentence in sentences or (none,):
        row += 1
        sheet.prose(row, 1, _LAST, sentence, "body" if sentences else "note")
    return row + 2


def _actions(sheet: Sheet, row: int, study: Study) -> int:
    sheet.heading(row, "What the answers call for (days are judgement, to the nearest half; let each owner correct them)", 1, _LAST)
    if not study.audit.actions:
        sheet.prose(row + 1, 1, _LAST, "No answer calls for an action.", "note")
        return row + 3
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    sheet.header(row + 1, ("Risk", "What to do", "It follows from", "Owner", "Days", "Workflow", ""), numbers=(5,))
    row += 2
    first = row
    for action in study.audit.actions:
        sheet.text(row, 1, RISKS[action.risk], "cell bold")
        sheet.text(row, 2, action.what, "cell")
        sheet.text(row, 3, action.about, "cell muted")
        sheet.text(row, 4, action.owner, "cell")
        sheet.number(row, 5, action.days, "cell days")
        sheet.text(row, 6, names.get(action.workflow, action.workflow) or "all", "cell")
        sheet.text(row, 7, "", "cell")
        row += 1
    for column in range(1, _LAST + 1):
        sheet.text(row, column, "All actions, person-days" if column == 1 else "", "calc total label")
    sheet.formula(row, 5, f"SUM(E{first}:E{row - 1})", sum(a.days for a in study.audit.actions), "calc total", "#,##0.0")
    return row + 2


def _answers(sheet: Sheet, row: int, study: Study) -> tuple[int, int]:
    """The register; returns its head row and its last."""
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    sheet.heading(row, f"Every answer ({len(study.answers):,})", 1, _LAST)
    head = row = row + 1
    sheet.header(head, _COLUMNS)
    for answer in study.answers:
        row += 1
        sheet.text(row, 1, answer.questionnaire.replace("_", " "), "row head")
        sheet.text(row, 2, answer.text, "cell")
        sheet.text(row, 3, answer.label, "cell")
        sheet.text(row, 4, answer.by or "not stated", "cell")
        sheet.day(row, 5, answer.on, "cell day")
        sheet.text(row, 6, names.get(answer.workflow, answer.workflow) or "all", "cell")
        evidence = f"Evidence: {answer.evidence}" if answer.evidence else "No evidence was named."
        sheet.text(row, 7, "\n".join(part for part in (answer.note, evidence) if part), "cell" if answer.evidence else "cell muted")
    return head, row
