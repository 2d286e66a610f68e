"""A formula arranged for speed over arrays: the same value, with less of it worked out for every month.

In a product whatever is the same in every month comes first, so that `w.sessions * w.review_share * w.review_minutes / 60` multiplies a
row of months once instead of three times; factors that are always 1 are dropped; and an operation whose left side is a result nobody else
holds (`*=`) may be written over it. The formula as declared stays the one definition: this is made from it, and the exact rendering, the
workbook and the words never see it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal

from lockin_audit.finance.expression import Call, Expr, Name, Negative, Number, Operation, names, walk

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


def gathered(formulas: dict[str, Expr], kept: Collection[str], monthly: Collection[str], ones: Collection[str] = ()) -> dict[str, Expr]:
    """Formulas in which sums of products are gathered by what changes from month to month: a·w + b·w + c·w becomes (a + b + c)·w.

    A line that only such a sum uses is taken into it and left out.

    Args:
        formulas: line id → formula, in order.
        kept: ids of lines whose values are wanted.
        monthly: ids of lines with a value per month.
        ones: ids of lines that are 1 in every month.
    """
    uses = Counter(name.id for expr in formulas.values() for name in names(expr))
    plain = {name.id for expr in formulas.values() for name in names(expr) if name.part == "value"}
    inside = {id for id, n in uses.items() if n == 1 and id in plain and id in monthly and id in formulas and id not in kept}
    taken: set[str] = set()

    def factors(expr: Expr) -> Iterator[tuple[str, Expr]]:
        for sign, factor in _factors(expr, "*"):
            if isinstance(factor, Call) and factor.function == "sum" and len(factor.arguments) == 1:
                factor = factor.arguments[0]
            if isinstance(factor, Name) and sign == "*" and factor.id in inside:
                taken.add(factor.id)
                yield from factors(formulas[factor.id])
            elif not (isinstance(factor, Name) and factor.part == "value" and factor.id in ones):
                yield sign, factor

    found: dict[str, Expr] = {}
    for id, expr in reversed(formulas.items()):
        if id in taken:
            continue
        if id in monthly and isinstance(expr, Call) and expr.function == "sum" and len(expr.arguments) > 1:
            groups: dict[tuple[tuple[str, Expr], ...], list[Expr]] = {}
            for part in expr.arguments:
                split = list(factors(part))
                changing = tuple(sorted((f for f in split if _changes(f[1], monthly)), key=repr))
                groups.setdefault(changing, []).append(_chain([f for f in split if not _changes(f[1], monthly)]))
            terms = [_chain([("*", _sum(steady)), *changing]) for changing, steady in groups.items()]
            expr = _sum(terms)
        found[id] = expr
    return dict(reversed(found.items()))


def _sum(parts: list[Expr]) -> Expr:
    return parts[0] if len(parts) == 1 else Call("sum", tuple(parts))


def _chain(factors: list[tuple[str, Expr]]) -> Expr:
    found: Expr = ONE
    for sign, factor in factors:
        found = factor if found == ONE and sign == "*" else Operation(sign, found, factor)
    return found


def _changes(factor: Expr, monthly: Collection[str]) -> bool:
    return any(isinstance(node, Name) and node.part != "row" and node.id in monthly for node in walk(factor))


def _product(expr: Expr, monthly: Collection[str], ones: Collection[str]) -> Expr:
    factors = [f for f in _factors(expr, "*") if not (isinstance(f[1], Name) and f[1].part == "value" and f[1].id in ones)]
    # Stable: steady factors before changing ones, and of each sort what multiplies before what divides.
    factors.sort(key=lambda f: (_changes(f[1], monthly), f[0] == "/"))
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
