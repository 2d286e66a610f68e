"""A formula arranged for speed over arrays: the same value, with less of it worked out for every month.

In a product whatever is the same in every month comes first, so that `w.sessions * w.review_share * w.review_minutes / 60` multiplies a
row of months once instead of three times; factors that are always 1 are dropped; and an operation whose left side is a result nobody else
holds (`*=`) may be written over it. The formula as declared stays the one definition: this is made from it, and the exact rendering, the
workbook and the words never see it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from lockin_audit.finance.expression import Call, Expr, Name, Negative, Number, Operation, walk

ONE = Number(Decimal(1))


def arranged(expr: Expr, monthly: Collection[str], ones: Collection[str] = ()) -> Expr:
    """The formula arranged.

    Args:
        expr: the formula as declared.
        monthly: ids of lines with a value per month.
        ones: ids of lines that are 1 in every month.
    """
    match expr:
        case Operation("*" | "/", _, _):
            return _product(expr, monthly, ones)
        case Operation(operator, left, right):
            return _reusing(operator, arranged(left, monthly, ones), arranged(right, monthly, ones))
        case Negative(of):
            return Negative(arranged(of, monthly, ones))
        case Call(function, arguments):
            return Call(function, tuple(arranged(a, monthly, ones) for a in arguments))
        case _:
            return expr


def _product(expr: Expr, monthly: Collection[str], ones: Collection[str]) -> Expr:
    def changes(factor: Expr) -> bool:
        return any(isinstance(node, Name) and node.part != "row" and node.id in monthly for node in walk(factor))

    factors = [f for f in _factors(expr, "*") if not (isinstance(f[1], Name) and f[1].part == "value" and f[1].id in ones)]
    # Stable: steady factors before changing ones, and of each sort what multiplies before what divides.
    factors.sort(key=lambda f: (changes(f[1]), f[0] == "/"))
    found: Expr | None = None
    for sign, factor in factors:
        part = arranged(factor, monthly, ones)
        found = (part if sign == "*" else _reusing("/", ONE, part)) if found is None else _reusing(sign, found, part)
    return ONE if found is None else found


def _factors(expr: Expr, sign: str) -> Iterator[tuple[str, Expr]]:
    if isinstance(expr, Operation) and expr.operator in ("*", "/"):
        yield from _factors(expr.left, sign)
        yield from _factors(expr.right, sign if expr.operator == "*" else ("*" if sign == "/" else "/"))
    else:
        yield sign, expr


def _reusing(operator: str, left: Expr, right: Expr) -> Operation:
    fresh = isinstance(left, Operation) and operator in ("+", "-", "*", "/")
    return Operation(operator + "=" if fresh else operator, left, right)
