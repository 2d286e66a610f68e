"""How a sheet behaves on screen and on paper: A4 landscape, one page wide, titles repeated, footers, frozen panes, protection."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from lockin_audit.report.workbook.sheet import Sheet


def set_up_page(
    sheet: Sheet,
    *,
    last_column: str,
    last_row: int,
    repeat_rows: str | None = None,
    repeat_columns: str | None = None,
    freeze: str | None = None,
    breaks: tuple[int, ...] = (),
    pages_wide: int = 1,
    portrait: bool = False,
    grid: bool = False,
) -> None:
    """Print area, orientation, repeats, footer, page breaks (after the given rows), frozen panes and protection without a password."""
    worksheet = sheet.worksheet
    worksheet.print_area = f"A1:{last_column}{last_row}"
    setup = worksheet.page_setup
    setup.orientation = "portrait" if portrait else "landscape"
    setup.paperSize = 9  # A4
    setup.fitToWidth = pages_wide
    setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = worksheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    footer = HeaderFooterItem(
        left=_HeaderFooterPart("&F", size=8), center=_HeaderFooterPart("&A", size=8), right=_HeaderFooterPart("Page &P of &N", size=8)
    )
    worksheet.HeaderFooter = HeaderFooter(oddFooter=footer)
    if repeat_rows:
        worksheet.print_title_rows = repeat_rows
    if repeat_columns:
        worksheet.print_title_cols = repeat_columns
    if freeze:
        worksheet.freeze_panes = freeze
    for row in breaks:
        worksheet.row_breaks.append(Break(id=row))
    worksheet.sheet_view.showGridLines = grid
    worksheet.sheet_view.zoomScale = 100
    guard = worksheet.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.autoFilter = guard.sort = False
