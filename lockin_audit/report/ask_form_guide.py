"""The sheets around a questionnaire to fill in: how to do it and how far one is, what each choice means, the lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lockin_audit.ask.questionnaire import Questionnaire
from lockin_audit.report.workbook.sheet import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

START, CHOICES, LISTS = "Start", "Choices", "Lists"
"""Sheets beside those of the questionnaires."""
NAME, DAY = "Your name", "Date"
"""Labels on the first sheet of what counts for every row that names nobody or no day."""
_HOW_TO = (
    "Fill in the yellow cells; everything else is locked (without a password) so that the answers can be read back.",
    "Choose each answer from its list. Not knowing is an answer: it puts the question on the list of what to find out.",
    "Say what shows the answer: a document, a ticket, a clause, a file. In the sheet on procurement an answer without it counts as open.",
    "Write your name and the date here once, or in each row where several people fill in one workbook.",
    "An answer counts for all workflows unless its row names one. To answer differently for one workflow, use the empty rows at the foot "
    "of a sheet: choose the question, the workflow, then the answer.",
    "Two people who see it differently fill in a workbook each; the report shows where they differ.",
    "The last sheet but one explains every choice. Emptying a cell takes no answer back; choose another one.",
)
_CAUTION = "References to laws and standards help to find the text and are not legal advice; the days of work beside them are judgement."


def write_choices(sheet: Sheet, questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    """Write every choice with what it means; gives question id → where its choices stand."""
    sheet.widths(28, 50, 50, 60, 60)
    sheet.header(1, ("Id", "Question", "Answer to choose", "What it means for you", "What to do then"))
    sheet.worksheet.freeze_panes = "A2"
    row, ranges = 2, {}
    for question in (question for questionnaire in questionnaires for question in questionnaire.questions()):
        for number, choice in enumerate(question.choices):
            texts = (question.id, question.text, choice.label, choice.rationale, choice.mitigation)
            for column, text in enumerate(texts, 1):
                sheet.text(row + number, column, text, "cell code" if column == 1 else "cell")
        ranges[question.id] = sheet.span(row, 3, row + len(question.choices) - 1, 3)
        row += len(question.choices)
    page(sheet.worksheet)
    sheet.worksheet.print_title_rows = "1:1"
    return ranges


def write_lists(sheet: Sheet, questionnaires: Sequence[Questionnaire], workflows: Sequence[str]) -> dict[str, str]:
    """Write what the lists for workflows and questions offer; gives where each stands."""
    lists = {"workflow": list(workflows), **{q.id: [question.text for question in q.questions()] for q in questionnaires}}
    offered = {}
    for column, (name, texts) in enumerate(lists.items(), 1):
        sheet.text(1, column, name, "plain")
        for row, text in enumerate(texts, 2):
            sheet.text(row, column, text, "plain")
        offered[name] = "=" + sheet.span(2, column, len(texts) + 1, column) if texts else ""
    return offered


def write_start(sheet: Sheet, questionnaires: Sequence[Questionnaire], counts: dict[str, tuple[int, int]]) -> None:
    """Write the first sheet: how to fill in, name and date, and how far one is."""
    sheet.widths(30, 62, 26)
    sheet.front("Questions about how our agents are run", "For the people who build, run, buy and answer for them")
    row = 4
    for number, text in enumerate(_HOW_TO, 1):
        sheet.prose(row, 1, 3, f"{number}. {text}")
        row += 1
    sheet.prose(row, 1, 3, _CAUTION, "note")
    row += 2
    sheet.text(row, 1, NAME, "label")
    sheet.text(row, 2, "", "input text")
    sheet.text(row + 1, 1, DAY, "label")
    sheet.text(row + 1, 2, "", "input day")
    sheet.worksheet.cell(row + 1, 2).number_format = "yyyy-mm-dd"
    row += 3
    sheet.header(row, ("Sheet", "What it asks", "How far"))
    for at, questionnaire in enumerate(questionnaires, row + 1):
        given, total = counts[questionnaire.id]
        sheet.link(at, 1, questionnaire.id, questionnaire.id, style="cell link")
        sheet.text(at, 2, questionnaire.title, "cell")
        sheet.formula(at, 3, f"'{questionnaire.id}'!$A$4", f"{given} of {total} answered", "cell")
    page(sheet.worksheet, paper=9, across=False)
    lock(sheet.worksheet)


def page(worksheet: Worksheet, *, paper: int = 8, across: bool = True) -> None:
    """Print on A3 across (paper 8), or on A4 (paper 9), as wide as the sheet."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page = worksheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape" if across else "portrait", paper, 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = worksheet.page_margins
    margins.left = margins.right = 0.4


def lock(worksheet: Worksheet) -> None:
    """Protect texts without a password; widths and heights may be changed."""
    protection = worksheet.protection
    protection.sheet, protection.formatColumns, protection.formatRows = True, False, False
