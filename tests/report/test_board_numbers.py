"""The board's four numbers read the same wherever they stand."""

from __future__ import annotations

from lockin_audit.finance.result import BoardAnswer, BoardQuestion, Rebuild
from lockin_audit.report.board_numbers import LABELS, board_numbers
from lockin_audit.report.cost_tables import cost_tables
from lockin_audit.report.markdown import report_markdown
from lockin_audit.report.markdown_text import escape
from tests.report.study_builder import make_cost, make_study

ANSWER = BoardAnswer(
    leaves=True,
    rebuild=Rebuild(items=21, points=80, days_low=20.4, days_likely=41, days_high=1_081),
    switching_cost={"p10": 40_000, "p50": 80_129, "p90": 190_000},
    weeks={"p10": 1.66, "p50": 3.0, "p90": 7.4},
    expected_switching_cost=31_827,
    option_value=None,
    option_value_standard_error=None,
    exercised=None,
)


def test_the_numbers_as_texts() -> None:
    assert board_numbers(ANSWER, "USD") == (
        "leaving the runtime: it runs one vendor's models",
        "21 items, 20 to 1,081 person-days",
        "$80,129 ($40,000 to $190,000)",
        "3 (1.7 to 7.4)",
        "$31,827",
        "not known",
    )
    owned = ANSWER.model_copy(update={"leaves": False, "rebuild": None, "option_value": 467_000})
    short = board_numbers(owned, "EUR", short=True)
    assert (short.meaning, short.rebuild) == ("changing the model, not the runtime", "not known: no audit")
    assert (short.cost, short.freedom) == ("€80.1k (€40k to €190k)", "€467k")


def test_terminal_and_report_say_the_same() -> None:
    cost = make_cost()
    board = BoardQuestion(month=18, options=dict.fromkeys(cost.options, ANSWER), note="Add none.")
    cost = cost.model_copy(update={"board": board, "regret": None})
    grid = next(table for table in cost_tables(cost) if "another vendor's model" in table.title)
    assert grid.rows[0][1:] == board_numbers(ANSWER, "USD")
    page = report_markdown(make_study(cost=cost)).decode()
    for label, text in zip(LABELS, board_numbers(ANSWER, "USD"), strict=True):
        assert f"| {escape(label)} | {escape(text)} |" in page
