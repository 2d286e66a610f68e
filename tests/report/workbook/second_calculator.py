"""A second calculator: every formula worked out by the package `formulas`, from the workbook's constants alone.

The package parses and computes; which cells a formula reads is found here, so that formulas of one shape are compiled once. It takes
minutes to read a whole workbook by itself, this takes seconds.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from openpyxl.formula import Tokenizer
from openpyxl.utils import get_column_letter, range_boundaries

from tests.report.workbook.libreoffice import Cells, cells

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import formulas
    import schedula
    from formulas.functions import get_functions

    get_functions()  # loads its modules, one of which warns about its own source


class SecondCalculator:
    """The values of a workbook's cells; stored values beside formulas are never read."""

    def __init__(self, workbook: bytes) -> None:
        self.cells: Cells = cells(workbook)
        self._found: dict[tuple[str, str], Any] = {}
        self._compiled: dict[str, Callable[..., Any]] = {}
        self._parser = formulas.Parser()

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell comes to."""
        where = (sheet, cell)
        if where not in self._found:
            held = self.cells.get(where)
            if held is None:
                self._found[where] = schedula.EMPTY
            else:
                self._found[where] = self._work(sheet, held.formula) if held.formula else held.value
        return self._found[where]

    def _work(self, sheet: str, formula: str) -> Any:
        shape, references = "=", []
        sized = False  # COLUMNS asks for the size of a reference, not for what stands there
        for token in Tokenizer("=" + formula).items:
            if token.value == "COLUMNS(":
                sized = True
            elif sized and token.type == "OPERAND":
                first, _, last, _ = range_boundaries(token.value.rpartition("!")[2].replace("$", ""))
                shape += str(last - first + 1)
            elif sized:
                sized = False  # its closing bracket
            elif token.type == "OPERAND" and token.subtype == "RANGE":
                references.append(token.value)
                shape += f"A{len(references)}"
            else:
                shape += token.value
        if shape not in self._compiled:
            self._compiled[shape] = self._parser.ast(shape)[1].compile()
        function = self._compiled[shape]
        given = {f"A{n}": self._block(sheet, reference) for n, reference in enumerate(references, 1)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = np.asarray(function(*(given[name] for name in function.inputs)), dtype=object).ravel()[0]  # type: ignore[attr-defined]
        if isinstance(result, bool | np.bool_):
            return bool(result)
        return str(result) if isinstance(result, str) else float(result) if isinstance(result, int | float | np.number) else result

    def _block(self, sheet: str, reference: str) -> Any:
        title, _, place = reference.rpartition("!")
        first, top, last, bottom = range_boundaries(place.replace("$", ""))
        letters = [get_column_letter(column) for column in range(first, last + 1)]
        return np.array(
            [[self.value(title.strip("'") or sheet, f"{letter}{row}") for letter in letters] for row in range(top, bottom + 1)],
            dtype=object,
        )
