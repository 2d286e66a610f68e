"""The formula language: what it takes, what it refuses, and that all its renderings say the same."""

from __future__ import annotations

import math
import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.finance.arithmetic import array_functions, evaluate, exact, irr
from lockin_audit.finance.arrange import arranged
from lockin_audit.finance.expression import (
    FUNCTIONS,
    Call,
    Expr,
    FormulaError,
    Name,
    Negative,
    Number,
    Operation,
    parse,
    to_excel,
    to_words,
)

MONTHS = 5
VALUES = {"a": 1.25, "b": 0.4, "c": 7.0, "d": 2.0}


def cell(name: Name) -> str:
    return {"value": "{}", "previous": "{}_before", "row": "{}_row"}[name.part].format(name.id)


@pytest.mark.parametrize(
    ("text", "excel"),
    [
        ("a * (b - c) / d ** -a", "a * (b - c) / d^(-a)"),
        ("-a ** 2", "-(a^2)"),
        ("(a - b) - (c - d)", "a - b - (c - d)"),
        ("a / (b * c)", "a / (b * c)"),
        ("(a ** b) ** c", "(a^b)^c"),
        ("if_(a + 1 >= b, c, na())", 'IF(a + 1 >= b, c, "n/a")'),
        ("if_(a != b, 1, 0)", "IF(a <> b, 1, 0)"),
        ("prev(a) + b", "a_before + b"),
        ("ceil(a / 25000) * b", "(-INT(0.000000001 - (a / 25000))) * b"),
        ("dot(a, b)", "SUMPRODUCT(a_row, b_row)"),
        ("first(a)", 'IFERROR(MATCH(1, a_row, 0), "n/a")'),
        ("closing(a) * 2", "INDEX(a_row, COLUMNS(a_row)) * 2"),
        ("sum(a, b) + max(0, c)", "SUM(a, b) + MAX(0, c)"),
        ("1e6 * 0.5", "1000000 * 0.5"),
    ],
)
def test_a_formula_in_excel(text: str, excel: str) -> None:
    assert to_excel(parse(text), cell) == excel


def test_a_formula_in_words() -> None:
    words = to_words(parse("w.sessions * price.session_hours / 12 - max(0, a)"), lambda name: name.id.replace("_", " "))
    assert words == "w.sessions × price.session hours ÷ 12 − the largest of (0; a)"


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')",
        "a.b()",
        "a[0]",
        "lambda: 1",
        "'text'",
        "True",
        "a if b else c",
        "a > b",
        "1 + (a > b)",
        "if_(a, b, c)",
        "if_(a > b > c, 1, 2)",
        "if_(a > b, if_(c > d, 1, 2), 3)",
        "total(a + b)",
        "prev(a + b)",
        "max(a)",
        "min(a, b, key=c)",
        "a //b",
        "a % b",
        "unknown(a)",
        "",
        "a +",
        "(" * 300 + "a" + ")" * 300,
    ],
)
def test_what_is_not_in_the_language_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse(text)


def test_every_function_is_one_that_old_spreadsheets_have() -> None:
    allowed = {"MIN", "MAX", "SUM", "INT", "EXP", "IF", "SUMPRODUCT", "IFERROR", "MATCH", "INDEX", "COLUMNS", "IRR"}
    for function in FUNCTIONS.values():
        assert set(re.findall(r"[A-Z]{2,}", function.excel)) <= allowed


numbers = st.integers(0, 40).map(lambda n: Number(Decimal(n) / 8))
names = st.sampled_from([Name(n) for n in VALUES])
leaves = numbers | names


def grow(children: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    compared = st.builds(Operation, st.sampled_from(["<", "<=", ">", ">="]), leaves, leaves)
    return st.one_of(
        st.builds(Operation, st.sampled_from(["+", "-", "*"]), children, children),
        st.builds(lambda x, n: Operation("/", x, Number(Decimal(n))), children, st.integers(1, 9)),
        st.builds(lambda x, n: Operation("**", x, Number(Decimal(n))), leaves, st.integers(1, 3)),
        st.builds(Negative, children),
        st.builds(lambda f, x, y: Call(f, (x, y)), st.sampled_from(["min", "max", "sum"]), children, children),
        st.builds(lambda c, x, y: Call("if_", (c, x, y)), compared, leaves, leaves),
        st.builds(lambda x: Call("ceil", (x,)), children),
    )


def excel_value(formula: str) -> float:
    """A tiny reader of Excel formulas: enough for what the language writes, with Excel's own meaning of `^`, `=` and INT."""
    text = formula.replace("<>", "!=").replace("^", "**")
    meaning = {
        "MIN": min,
        "MAX": max,
        "SUM": lambda *parts: sum(parts),
        "INT": math.floor,
        "EXP": math.exp,
        "IF": lambda condition, yes, no: yes if condition else no,
    }
    assert not re.search(r"(?<![\w)])-[\w.]+\*\*", text), "Excel reads -a^b as (-a)^b"
    return float(eval(text, {"__builtins__": {}}, {**meaning, **VALUES}))


@settings(max_examples=300)
@given(st.recursive(leaves, grow, max_leaves=12))
def test_exact_arrays_and_excel_agree(expr: Expr) -> None:
    decimal = float(exact(expr, lambda name: Decimal(repr(VALUES[name.id]))))
    arrays = evaluate(expr, lambda name: np.full((3, 2), VALUES[name.id]), array_functions(), float)
    scale = max(1.0, abs(decimal))
    assert np.allclose(arrays, decimal, rtol=1e-9, atol=1e-9 * scale)
    assert excel_value(to_excel(expr, cell)) == pytest.approx(decimal, rel=1e-9, abs=1e-9)


@settings(max_examples=200)
@given(st.recursive(leaves, grow, max_leaves=12))
def test_a_formula_arranged_for_speed_says_the_same(expr: Expr) -> None:
    """`a` and `b` change by month and draw, `c` by draw, `d` is 1; nothing that is looked up may be written over."""
    values = {"a": np.linspace(0.5, 2, 12).reshape(3, 4), "b": np.linspace(-1, 1, 12).reshape(3, 4), "c": np.arange(1.0, 5), "d": 1.0}
    before = {id: np.array(value) for id, value in values.items()}
    with np.errstate(all="ignore"):
        plain = evaluate(expr, lambda name: values[name.id], array_functions(), float)
        quick = evaluate(arranged(expr, {"a", "b", "d"}, {"d"}), lambda name: values[name.id], array_functions(), float)
    scale = max(1.0, float(np.max(np.abs(np.where(np.isfinite(plain), plain, 1)))))
    assert np.allclose(quick * np.ones((3, 4)), plain * np.ones((3, 4)), rtol=1e-9, atol=1e-9 * scale, equal_nan=True)
    assert all((values[id] == before[id]).all() for id in values)


ROW = [Decimal(x) for x in (-100, 30, 40, 0, 60)]


@pytest.mark.parametrize(
    ("text", "value"),
    [("total(r)", 30), ("dot(r, r)", 16_100), ("highest(r)", 60), ("lowest(r)", -100), ("opening(r)", -100), ("closing(r)", 60)],
)
def test_functions_of_a_row(text: str, value: float) -> None:
    expr = parse(text)
    assert exact(expr, lambda name: ROW) == value
    array = np.array([float(x) for x in ROW])[:, None] * np.ones((1, 3))
    assert evaluate(expr, lambda name: array, array_functions(), float).tolist() == [value] * 3


def test_the_first_month_of_a_flag() -> None:
    flags = np.array([[0, 1, 0], [0, 0, 0], [1, 1, 0]], dtype=float)
    found = evaluate(parse("first(r)"), lambda name: flags, array_functions(), float)
    assert found[:2].tolist() == [3, 1] and math.isnan(found[2])
    assert exact(parse("first(r)"), lambda name: [Decimal(0), Decimal(1), Decimal(1)]) == 2
    assert exact(parse("first(r)"), lambda name: [Decimal(0)] * 3).is_nan()


def test_whole_packs_forgive_a_hair() -> None:
    for value, packs in ((0.0, 0), (25_000.0, 1), (25_000.000000004, 1), (25_001.0, 2), (49_999.9, 2)):
        assert exact(parse("ceil(x / 25000)"), lambda name, v=value: Decimal(repr(v))) == packs
        assert evaluate(parse("ceil(x / 25000)"), lambda name, v=value: np.array([v]), array_functions(), float)[0] == packs


def test_internal_rate_of_return() -> None:
    assert irr([-100, 110]) == pytest.approx(0.10, abs=1e-12)
    assert irr([-1000, 0, 0, 1331]) == pytest.approx(0.10, abs=1e-12)
    assert irr([100, -110]) == pytest.approx(0.10, abs=1e-12)
    assert irr([-100, 230, -132]) is None  # two sign changes: two rates
    assert irr([1, 2, 3]) is None and irr([0, 0]) is None
