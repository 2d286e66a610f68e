"""The Excel workbook of a study: live formulas, values cached by our engine, one file per sheet.

Standards it follows (ICAEW's twenty principles and modelling code, FAST, WCAG's rule that colour is never the only sign) are listed
sheet by sheet where they apply. Importing this package loads openpyxl; import it only when a workbook is about to be written.
"""
