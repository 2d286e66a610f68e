"""Sheet "Prices": the price rows the model used, each with its source and dates."""

from __future__ import annotations

from lockin_audit.report.study import Study
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.page import set_up_page
from lockin_audit.report.workbook.titles import PRICES

_COLUMNS = (
    "Product",
    "Meter",
    "Unit price",
    "Currency",
    "Per",
    "Holds from",
    "Checked on",
    "Age (days)",
    "Confidence",
    "Source",
    "Input on the sheet Inputs",
)


def fill_prices(book: Book, study: Study, as_of: str) -> tuple[str, int]:
    """One row per price.

    Args:
        book: the workbook.
        study: the study.
        as_of: address of the study's date on the cover.
    Returns:
        the address of the column of ages, and the greatest age in days (0 where no price has a date).
    """
    sheet = book[PRICES]
    sheet.widths(26, 26, 15, 10, 18, 13, 13, 12, 15, 58, 46)
    sheet.front(
        "Prices",
        "List prices (or yours, where lockin.toml names them) as they stood on the study's date. To try others, change Inputs.",
    )
    sheet.header(4, _COLUMNS, numbers=(3, 6, 7, 8))
    row, oldest = 4, 0
    for row, price in enumerate(study.cost.prices, 5):
        sheet.text(row, 1, price.product, "row head")
        sheet.text(row, 2, price.meter, "cell")
        sheet.number(row, 3, float(price.unit_price), "cell price")
        sheet.text(row, 4, price.currency, "cell")
        sheet.text(row, 5, price.unit, "cell")
        sheet.day(row, 6, price.effective_from)
        sheet.day(row, 7, price.checked_on)
        if price.checked_on is None:
            sheet.text(row, 8, "unknown", "cell muted")
        else:
            age = (study.as_of - price.checked_on).days
            oldest = max(oldest, age)
            sheet.formula(row, 8, f"{as_of}-G{row}", age, "cell whole")
        sheet.text(row, 9, price.confidence, "cell")
        sheet.web_link(row, 10, price.title or price.source, price.source)
        sheet.text(row, 11, price.assumption, "cell muted")
    if not study.cost.prices:
        row = 5
        sheet.text(row, 1, "The model used no price of the price book.", "plain")
    set_up_page(sheet, last_column="K", last_row=row, repeat_rows="4:4", freeze="C5")
    return sheet.span(5, 8, row, 8), oldest
