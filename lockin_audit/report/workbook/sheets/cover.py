"""Sheet "Cover": what the workbook is for, what it leaves out, what it rests on, its conventions, legend and contents."""

from __future__ import annotations

import io

from openpyxl.drawing.image import Image
from openpyxl.styles import Protection

from lockin_audit.report import numbers
from lockin_audit.report.logo import png_size
from lockin_audit.report.narrative import narrate
from lockin_audit.report.study import Study
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.sheet import Sheet
from lockin_audit.report.workbook.titles import COVER, KINDS, SHEETS

_LAST = 3
_LOGO = (180, 60)
"""Largest width and height of the logo, in pixels."""
_DISCOUNTING = {
    "mid": "each month's cost is discounted from the middle of the month",
    "end": "each month's cost is discounted from its end",
    "annual-end": "each month's cost is discounted from the end of its year",
}
_MAP = (
    ("Money", "Prices and Scenarios feed Inputs; Calc reads Inputs; Options, Break-even, Charts and Cases read Calc; Decision reads them."),
    ("Code", "Evidence feeds Heat map and Four questions; Rebuild list gives the days on Decision and of the plan in If we had to swap."),
    (
        "Values",
        "Simulation, Tornado, stored costs of Scenarios and searched crossings are values of one run; Checks says whether they hold.",
    ),
)
_EXCLUSIONS = (
    "Taxes, VAT and sales tax; capitalisation of building costs; transfer pricing; exchange rates; inflation other than the wage and price "
    "changes on Inputs; the value of what the agents achieve; legal advice. Test files and files listed as skipped were not audited."
)


def fill_cover(book: Book, study: Study) -> str:
    """The page; returns the address of the study's date."""
    sheet, story = book[COVER], narrate(study)
    sheet.widths(30, 46, 74)
    sheet.front(study.config.study.title, story.subject)
    if study.logo:
        sheet.worksheet.add_image(_logo(study.logo), "C1")
    row = _facts(sheet, study)
    as_of = sheet.ref(row, 2)
    sheet.text(row, 1, "Date of the study and of its prices", "row head")
    sheet.day(row, 2, study.as_of, "cell day")
    sheet.text(row, 3, "prices that hold from a later date are not used", "cell muted")
    row = _conventions(sheet, study, row + 1)
    row = _legend(sheet, row + 1)
    contents = row + 1
    row = _contents(book, sheet, contents)
    end = _digests(sheet, study, row + 1)
    set_up_page(sheet, last_column="C", last_row=end, breaks=(contents - 1, row))
    return as_of


def _logo(png: bytes) -> Image:
    """The logo, small enough for the two rows of the title."""
    width, height = png_size(png)
    scale = min(_LOGO[0] / width, _LOGO[1] / height)
    picture = Image(io.BytesIO(png))
    picture.width, picture.height = round(width * scale), round(height * scale)
    return picture


def _row(sheet: Sheet, row: int, label: str, text: str) -> int:
    sheet.text(row, 1, label, "row head")
    sheet.prose(row, 2, _LAST, text, "cell")
    return row + 1


def _facts(sheet: Sheet, study: Study) -> int:
    audit = study.audit
    sheet.heading(4, "About this workbook", 1, _LAST)
    workflows = numbers.listing([w.name or w.id for w in audit.workflows]) or "the whole repository"
    stats = audit.scan.stats
    row = _row(
        sheet,
        5,
        "Purpose",
        "Shows where the logic of your AI agents has moved into a vendor's runtime, what leaving takes, and what each way costs.",
    )
    row = _row(
        sheet,
        row,
        "Scope",
        f"Repository {study.repository_name}; workflows: {workflows}. {stats.files:,} files read, {len(audit.scan.skipped):,} skipped.",
    )
    row = _row(sheet, row, "Left out", _EXCLUSIONS)
    row = _row(sheet, row, "For", study.client or "not stated")
    row = _row(sheet, row, "Author", study.author or "not stated")
    if study.config.report.confidentiality:
        row = _row(sheet, row, "Confidentiality", study.config.report.confidentiality)
    if study.dated != study.as_of:
        row = _row(sheet, row, "Date of the report", numbers.day(study.dated, study.language))
    row = _row(sheet, row, "Written by", f"lockin-audit {study.tool_version}; simulation seed {study.seed}")
    row = _row(sheet, row, "Prices", _prices(study))
    row = _row(sheet, row, "Commit audited", audit.scan.commit or "unknown: the folder is not a version-controlled working tree")
    if study.config_is_default:
        row = _row(sheet, row, "Draft", "No lockin.toml was found: workflows, volumes and options are placeholders.")
    return row


def _prices(study: Study) -> str:
    """How many price rows, how old, from where."""
    checked = sorted(p.checked_on for p in study.cost.prices if p.checked_on)
    span = f", checked between {numbers.day(checked[0], study.language)} and {numbers.day(checked[-1], study.language)}" if checked else ""
    tokens = f"; token prices from {study.cost.token_prices}" if study.cost.token_prices else ""
    unpriced = sorted({what for option in study.cost.options.values() for what in option.unpriced})
    missing = f"; without a price: {numbers.listing(unpriced)}" if unpriced else ""
    return f"{len(study.cost.prices)} rows of the price book{span}{tokens}{missing}"


def _conventions(sheet: Sheet, study: Study, row: int) -> int:
    cost = study.cost
    row = _row(sheet, row, "Currency", f"{cost.currency}, nominal: prices and wages change as Inputs says")
    row = _row(
        sheet,
        row,
        "Horizon",
        f"{cost.horizon_months} months, month by month; nothing is counted after it, but the cost of leaving then is shown as a memo",
    )
    row = _row(sheet, row, "Discounting", f"{_DISCOUNTING.get(cost.discounting, cost.discounting)}; the annual rate is on Inputs")
    row = _row(
        sheet,
        row,
        "Signs",
        "Costs are positive. A saving is the cost of the first option less the cost of the second: positive means that moving pays.",
    )
    return _row(
        sheet,
        row,
        "How to use it",
        "Change blue cells on Inputs or the scenario at its top; everything but the sheets marked as values follows. Formulas are locked "
        "without a password (Review, Unprotect sheet) so that nobody breaks them by accident. Note every change on the change log.",
    )


def _legend(sheet: Sheet, row: int) -> int:
    sheet.heading(row, "What the colours mean", 1, _LAST)
    for style, sample, words in (
        ("input number", 1234, "blue on light yellow: an input you may change"),
        ("cell whole", 1234, "black: a formula, or a value found in the code"),
        ("cross money", 1234, "green: a figure brought from another sheet"),
    ):
        row += 1
        sheet.number(row, 1, sample, style)
        sheet.prose(row, 2, _LAST, words, "cell")
        sheet.worksheet.cell(row, 1).protection = Protection(locked=True)
    for word, words in (
        ("platform", "orange, with the word: the platform decides or holds it"),
        ("mixed", "yellow, with the word: partly the platform, partly you"),
        ("owned", "blue, with the word: you decide or hold it"),
        ("none", "grey, with the word: nothing found in the files read"),
    ):
        row += 1
        sheet.text(row, 1, word, f"owner {word}")
        sheet.prose(row, 2, _LAST, words, "cell")
    return row + 1


def _contents(book: Book, sheet: Sheet, row: int) -> int:
    sheet.heading(row, "Contents", 1, _LAST)
    for title in book.sheets:
        if title == COVER:
            continue
        row += 1
        sheet.link(row, 1, title, title, style="cell link")
        sheet.text(row, 2, KINDS[title], "cell muted")
        sheet.text(row, 3, SHEETS[title], "cell")
    row += 2
    sheet.heading(row, "How the sheets hang together", 1, _LAST)
    row += 1
    for label, words in _MAP:
        row = _row(sheet, row, label, words)
    return row


def _digests(sheet: Sheet, study: Study, row: int) -> int:
    sheet.heading(row, "What the study rests on (SHA-256 unless it says otherwise)", 1, _LAST)
    for name, digest in sorted(study.digests.items()):
        row += 1
        sheet.text(row, 1, name.replace("_", " "), "row head")
        sheet.prose(row, 2, _LAST, digest, "cell code")
    skipped = study.audit.scan.skipped
    row += 2
    sheet.heading(row, f"Files not read ({len(skipped):,})", 1, _LAST)
    if not skipped:
        row += 1
        sheet.text(row, 1, "none", "plain")
    for item in skipped[:_MOST_SKIPPED]:
        row += 1
        sheet.text(row, 1, item.reason, "cell")
        sheet.prose(row, 2, _LAST, item.file, "cell code")
    if len(skipped) > _MOST_SKIPPED:
        row += 1
        sheet.text(row, 1, f"and {len(skipped) - _MOST_SKIPPED:,} more; all are in study.json", "plain")
    return row


_MOST_SKIPPED = 40
