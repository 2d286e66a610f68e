"""A second calculator, from another author, agrees with the engine on every formula of the example company's workbook."""

from __future__ import annotations

from lockin_audit.core.config import load_config
from lockin_audit.core.data_files import data_dir
from lockin_audit.report.workbook.write import write_workbook
from tests.report.workbook.libreoffice import names, same, with_cells
from tests.report.workbook.real_study import study_and_model
from tests.report.workbook.second_calculator import SecondCalculator


def test_the_second_calculator_agrees_on_every_formula_of_the_example() -> None:
    book = write_workbook(*study_and_model(load_config(data_dir("examples") / "claims" / "lockin.toml").config))
    second = SecondCalculator(book)
    wrong, compared = [], 0
    for (sheet, at), cell in second.cells.items():
        if cell.formula:
            compared += 1
            value = second.value(sheet, at)
            if not same(cell.value, value):
                wrong.append((sheet, at, cell.formula, cell.value, value))
    assert wrong[:5] == []
    assert compared > 6_000
    where = names(book)["out_saving_npv"]
    assert same(SecondCalculator(with_cells(book, {where: 123.0})).value(*where), second.cells[where].value)  # it reads no stored value
