"""From a study and its cost model to the bytes of `assessment.xlsx`."""

from __future__ import annotations

from lockin_audit.finance.model import Model
from lockin_audit.report.study import Study
from lockin_audit.report.workbook.book import Book
from lockin_audit.report.workbook.figures import figures_of
from lockin_audit.report.workbook.layout import Layout
from lockin_audit.report.workbook.sheets.break_even import fill_break_even
from lockin_audit.report.workbook.sheets.calc import fill_calc, fill_model_map
from lockin_audit.report.workbook.sheets.cases import fill_cases
from lockin_audit.report.workbook.sheets.change_log import fill_change_log
from lockin_audit.report.workbook.sheets.charts import fill_charts
from lockin_audit.report.workbook.sheets.checks import fill_checks
from lockin_audit.report.workbook.sheets.cover import fill_cover
from lockin_audit.report.workbook.sheets.decision import fill_decision
from lockin_audit.report.workbook.sheets.evidence import fill_evidence
from lockin_audit.report.workbook.sheets.four_questions import fill_four_questions
from lockin_audit.report.workbook.sheets.heat_map import fill_heat_map
from lockin_audit.report.workbook.sheets.inputs import fill_inputs
from lockin_audit.report.workbook.sheets.options import fill_options
from lockin_audit.report.workbook.sheets.prices import fill_prices
from lockin_audit.report.workbook.sheets.questionnaires import fill_questionnaires
from lockin_audit.report.workbook.sheets.rebuild import fill_rebuild
from lockin_audit.report.workbook.sheets.scenarios import fill_regret, fill_scenario_definitions
from lockin_audit.report.workbook.sheets.simulation import fill_simulation
from lockin_audit.report.workbook.sheets.swap import fill_swap
from lockin_audit.report.workbook.sheets.tornado import fill_tornado
from lockin_audit.report.workbook.titles import SHEETS


def write_workbook(study: Study, model: Model) -> bytes:
    """The workbook: live formulas, cached values of our engine, defined names, charts. Equal bytes for equal input.

    Args:
        study: the assessment; its cost side must come from the same model.
        model: the cost model behind `study.cost`, with base values as inputs (before any scenario).
    """
    book = Book(list(SHEETS))
    layout = Layout(book, study, model, figures_of(study, model))
    cells = layout.cells
    as_of = fill_cover(book, study)
    fill_four_questions(book, study)
    cells["heat map total"] = fill_heat_map(book, study, fill_evidence(book, study)).total
    effort = fill_rebuild(book, study)
    cells["leave days"], cells["swap days"] = effort.leave, effort.swap
    cells["oldest price"], layout.oldest_price = fill_prices(book, study, as_of)
    fill_scenario_definitions(layout)
    fill_inputs(layout)
    fill_calc(layout)
    fill_model_map(layout)
    fill_options(layout)
    fill_swap(layout)
    fill_simulation(layout)
    fill_tornado(layout)
    fill_cases(layout)
    fill_break_even(layout)
    fill_regret(layout)
    fill_charts(layout)
    fill_checks(layout)
    fill_decision(layout)
    fill_questionnaires(book, study)
    fill_change_log(book, study)
    return book.to_bytes(study.as_of, study.author, study.config.study.title, study.config.report.confidentiality)
