"""Two ways to work out a formula: exact decimals, and NumPy arrays of months × draws.

Both walk the same tree; only the meaning of the operators differs. "Not available" is NaN in both.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING, Any

from lockin_audit.finance.expression import Call, Expr, Name, Negative, Number, Operation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

PRECISION = 50
"""Significant digits of the exact rendering."""
_SLACK = Decimal("0.000000001")


def _over(plain: Callable[[Any, Any], Any], in_place: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    """The operation, written over its left side where that is an array with room for the answer."""

    def work(left: Any, right: Any) -> Any:
        if getattr(left, "ndim", 0) != 2:
            return plain(left, right)
        shape = getattr(right, "shape", ())
        fits = all(mine == other or other == 1 for mine, other in zip(left.shape[::-1], shape[::-1], strict=False))
        return in_place(left, right) if fits else plain(left, right)

    return work


_BASIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "**": operator.pow,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    "+=": _over(operator.add, operator.iadd), "-=": _over(operator.sub, operator.isub),
    "*=": _over(operator.mul, operator.imul), "/=": _over(operator.truediv, operator.itruediv),
}  # fmt: skip
"""Those with `=` come from `arrange.py` only."""


Lookup = Callable[[Name], Any]
"""Value of a reference (`row` references give all months)."""


def evaluate(expr: Expr, lookup: Lookup, functions: Mapping[str, Callable[..., Any]], number: Callable[[Decimal], Any]) -> Any:
    """Work out a formula once; see `ready`."""
    return ready(expr, functions, number)(lookup)


def ready(expr: Expr, functions: Mapping[str, Callable[..., Any]], number: Callable[[Decimal], Any]) -> Callable[[Lookup], Any]:
    """A formula made ready to be worked out many times.

    Args:
        expr: the formula.
        functions: meaning of each function; `if_` gets its branches as functions without arguments, so that it may leave one out.
        number: how a literal becomes a value.
    Returns:
        what gives its value from the values of its references.
    """
    match expr:
        case Number(value):
            literal = number(value)
            return lambda lookup: literal
        case Name():
            return lambda lookup: lookup(expr)
        case Negative(of):
            inner = ready(of, functions, number)
            return lambda lookup: -inner(lookup)
        case Operation(sign, left, right):
            combine, first, second = _BASIC[sign], ready(left, functions, number), ready(right, functions, number)
            return lambda lookup: combine(first(lookup), second(lookup))
        case Call("if_", arguments):
            choose, (chosen, yes, no) = functions["if_"], (ready(a, functions, number) for a in arguments)
            return lambda lookup: choose(chosen(lookup), lambda: yes(lookup), lambda: no(lookup))
        case Call(name, arguments):
            function, parts = functions[name], [ready(a, functions, number) for a in arguments]
            return lambda lookup: function(*[part(lookup) for part in parts])


def exact(expr: Expr, lookup: Callable[[Name], Any]) -> Decimal:
    """The value in decimals of 50 digits; rows are sequences of Decimal."""
    with localcontext() as context:
        context.prec = PRECISION
        return Decimal(evaluate(expr, lookup, EXACT, Decimal))


def _first(row: Sequence[Decimal]) -> Decimal:
    return next((Decimal(m) for m, flag in enumerate(row, 1) if flag == 1), Decimal("NaN"))


def _exact_irr(row: Sequence[Decimal]) -> Decimal:
    value = irr([float(x) for x in row])
    return Decimal("NaN") if value is None else Decimal(repr(value))


EXACT: Mapping[str, Callable[..., Any]] = {
    "min": min,
    "max": max,
    "sum": lambda *parts: sum(parts, Decimal(0)),
    "ceil": lambda x: (x - _SLACK).to_integral_value(rounding="ROUND_CEILING"),
    "exp": lambda x: x.exp(),
    "if_": lambda condition, yes, no: yes() if condition else no(),
    "na": lambda: Decimal("NaN"),
    "or_na": lambda x: x,
    "total": lambda row: sum(row, Decimal(0)),
    "dot": lambda a, b: sum((x * y for x, y in zip(a, b, strict=True)), Decimal(0)),
    "first": _first,
    "highest": max,
    "lowest": min,
    "opening": lambda row: row[0],
    "closing": lambda row: row[-1],
    "months": lambda row: Decimal(len(row)),
    "irr": _exact_irr,
}


@cache
def array_functions() -> Mapping[str, Callable[..., Any]]:
    """Meaning of the functions over NumPy arrays: rows have shape (months, draws or 1), single values (draws,) or none.

    Imports NumPy; the caller silences division warnings, as both branches of `if_` are worked out.
    """
    from functools import reduce

    import numpy as np

    def first(row: Array) -> Array:
        hit = row == 1
        return np.where(hit.any(axis=0), hit.argmax(axis=0) + 1.0, np.nan)

    def irr_of(row: Array) -> Array:
        found = [irr(column.tolist()) for column in row.T]
        return np.array([np.nan if r is None else r for r in found])

    add = _BASIC["+="]

    def sum_of(first: Any, *others: Any) -> Any:
        return reduce(add, others[1:], first + others[0]) if others else first

    def if_(condition: Any, yes: Callable[[], Any], no: Callable[[], Any]) -> Any:
        flags = np.asarray(condition)
        if flags.shape[-1:] in ((), (1,)):  # the same for all draws: a branch that is never taken is not worked out
            if not flags.any():
                return no()
            if flags.all():
                return yes()
        return np.where(flags, yes(), no())

    return {
        "min": lambda *parts: reduce(np.minimum, parts),
        "max": lambda *parts: reduce(np.maximum, parts),
        "sum": sum_of,
        "ceil": lambda x: np.ceil(x - float(_SLACK)) + 0.0,
        "exp": np.exp,
        "if_": if_,
        "na": lambda: np.nan,
        "or_na": lambda x: x,
        "total": lambda row: row.sum(axis=0),
        "dot": lambda a, b: (a * b).sum(axis=0),
        "first": first,
        "highest": lambda row: row.max(axis=0),
        "lowest": lambda row: row.min(axis=0),
        "opening": lambda row: row[0],
        "closing": lambda row: row[-1],
        "months": lambda row: float(row.shape[0]),
        "irr": irr_of,
    }


def irr(flows: Sequence[float]) -> float | None:
    """Internal rate of return per period of flows at the end of each, to machine precision.

    Returns None unless the flows change sign exactly once (then the rate is unique) and the rate lies between -99% and 10,000% a period.
    What is less than a billionth of the largest flow has no sign.
    """
    least = 1e-9 * max(map(abs, flows), default=0.0)
    signs = [flow > 0 for flow in flows if abs(flow) > least]
    if sum(a != b for a, b in itertools.pairwise(signs)) != 1:
        return None

    def value(rate: float) -> float:
        return sum(flow / (1 + rate) ** period for period, flow in enumerate(flows))

    low, high = -0.99, 100.0
    if (value(low) > 0) == (value(high) > 0):
        return None
    rising = value(high) > 0
    while True:
        middle = (low + high) / 2
        if middle in (low, high):
            return middle
        if (value(middle) > 0) == rising:
            high = middle
        else:
            low = middle
