"""The small language in which every line of the cost model is declared, once.

A formula is text such as `w.sessions * w.active_hours * price.session_hours`: numbers, dotted names, `+ - * / **`, comparisons (only as
the first argument of `if_`) and the functions listed in `FUNCTIONS`. It is parsed with Python's own `ast` into five kinds of node and
rendered in four ways: exact decimals and NumPy arrays (`arithmetic.py`), an Excel formula (`to_excel`) and words (`to_words`). Nothing is
ever passed to `eval`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from lockin_audit.core.errors import AuditError

Part = Literal["value", "previous", "row"]


@dataclass(frozen=True, slots=True)
class Number:
    """A literal; only universal ones (0, 1, 12, 60, 1000, 1e6) belong in a formula, everything else is an assumption."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A reference to an assumption or a line."""

    id: str
    part: Part = "value"
    """`value`: this month's value (or the only one); `previous`: last month's; `row`: all months, as the argument of a row function."""


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus."""

    of: Expr


@dataclass(frozen=True, slots=True)
class Operation:
    """Two operands and one of `+ - * / **` or a comparison."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `FUNCTIONS`."""

    function: str
    arguments: tuple[Expr, ...]


Expr = Number | Name | Negative | Operation | Call


class FormulaError(AuditError):
    """A formula that the language does not allow; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Function:
    """What the language offers under one name."""

    arguments: tuple[int, int]
    """Fewest and most arguments."""
    excel: str
    """Pattern with `{0}`, `{1}` … for the arguments, or a bare function name that takes them all."""
    words: str
    """Pattern for the printed explanation, or a joining word such as `the smaller of`."""
    row: bool = False
    """True when its first arguments are whole rows (every month) and the answer is one number."""


MANY = 255
COMPARISONS: Mapping[str, str] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>"}
FUNCTIONS: Mapping[str, Function] = {
    "min": Function((2, MANY), "MIN", "the smallest of"),
    "max": Function((2, MANY), "MAX", "the largest of"),
    "sum": Function((1, MANY), "SUM", "the sum of"),
    # One billionth of slack: 25,000.000000000004 credits are one pack of 25,000, in every rendering.
    "ceil": Function((1, 1), "-INT(0.000000001 - ({0}))", "{0}, rounded up to a whole number"),
    "exp": Function((1, 1), "EXP({0})", "e to the power of ({0})"),
    "if_": Function((3, 3), "IF({0}, {1}, {2})", "{1} where {0}, else {2}"),
    "na": Function((0, 0), '"n/a"', "not available"),
    "or_na": Function((1, 1), 'IFERROR({0}, "n/a")', "{0}, if it can be worked out"),
    "total": Function((1, 1), "SUM({0})", "the sum over all months of {0}", row=True),
    "dot": Function((2, 2), "SUMPRODUCT({0}, {1})", "the sum over all months of {0} × {1}", row=True),
    "first": Function((1, 1), 'IFERROR(MATCH(1, {0}, 0), "n/a")', "the first month in which {0} is 1", row=True),
    "highest": Function((1, 1), "MAX({0})", "the highest month of {0}", row=True),
    "lowest": Function((1, 1), "MIN({0})", "the lowest month of {0}", row=True),
    "opening": Function((1, 1), "INDEX({0}, 1)", "{0} in month 1", row=True),
    "closing": Function((1, 1), "INDEX({0}, COLUMNS({0}))", "{0} in the last month", row=True),
    "months": Function((1, 1), "COLUMNS({0})", "the number of months", row=True),
    "irr": Function((1, 1), 'IFERROR(IRR({0}, 0.01), "n/a")', "the monthly internal rate of return of {0}", row=True),
}
"""`na` and the answer of `first` and `irr` may be "not available": use them only as a whole formula or a branch of `if_`."""

_OPERATORS: Mapping[type[ast.AST], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
_COMPARE: Mapping[type[ast.AST], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
_WORDS: Mapping[str, str] = {"*": "×", "/": "÷", "**": "^", "-": "−", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠"}
_RANK: Mapping[str, int] = {**dict.fromkeys(COMPARISONS, 0), "+": 1, "-": 1, "*": 2, "/": 2, "**": 4}


@lru_cache(maxsize=4096)
def parse(text: str) -> Expr:
    """Read a formula.

    Raises:
        FormulaError: anything but the language described above, also a nested `if_` and a comparison outside `if_`.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        raise FormulaError(f"formula {text!r}: cannot be read; use numbers, names, + - * / ** and the known functions.") from None
    return _convert(tree, text)


def _convert(node: ast.expr, text: str) -> Expr:
    match node:
        case ast.Constant(value=bool() | str() | bytes() | None):
            pass
        case ast.Constant(value=int() | float() as value):
            return Number(Decimal(repr(value)))
        case ast.Name() | ast.Attribute():
            return Name(_dotted(node, text))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negative(_convert(operand, text))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return Operation(_OPERATORS[type(op)], _convert(left, text), _convert(right, text))
        case ast.Call(func=ast.Name(id="prev"), args=[argument], keywords=[]):
            return Name(_dotted(argument, text), "previous")
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in FUNCTIONS:
            return _call(name, arguments, text)
        case ast.Compare():
            raise FormulaError(f"formula {text!r}: a comparison may stand only as the first argument of if_.")
        case _:
            pass
    raise FormulaError(f"formula {text!r}: {ast.unparse(node)!r} is not part of the formula language.")


def _call(name: str, arguments: list[ast.expr], text: str) -> Call:
    function = FUNCTIONS[name]
    least, most = function.arguments
    if not least <= len(arguments) <= most:
        wanted = str(least) if least == most else f"{least} or more"
        raise FormulaError(f"formula {text!r}: {name} takes {wanted} arguments, found {len(arguments)}.")
    if function.row:
        return Call(name, tuple(Name(_dotted(a, text), "row") for a in arguments))
    if name != "if_":
        return Call(name, tuple(_convert(a, text) for a in arguments))
    condition, *branches = arguments
    if not isinstance(condition, ast.Compare) or len(condition.ops) != 1 or type(condition.ops[0]) not in _COMPARE:
        raise FormulaError(f"formula {text!r}: the first argument of if_ must be one comparison.")
    left, right = _convert(condition.left, text), _convert(condition.comparators[0], text)
    made = Call(name, (Operation(_COMPARE[type(condition.ops[0])], left, right), *(_convert(b, text) for b in branches)))
    if sum(isinstance(n, Call) and n.function == "if_" for n in walk(made)) > 1:
        raise FormulaError(f"formula {text!r}: if_ inside if_ is hard to check; give the inner one a line of its own.")
    return made


def _dotted(node: ast.expr, text: str) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise FormulaError(f"formula {text!r}: {ast.unparse(node)!r} stands where a name is needed.")
    return ".".join([node.id, *reversed(parts)])


def walk(expr: Expr) -> Iterator[Expr]:
    """The node and every node below it, in reading order."""
    yield expr
    match expr:
        case Negative(of):
            yield from walk(of)
        case Operation(_, left, right):
            yield from walk(left)
            yield from walk(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from walk(argument)
        case _:
            return


def names(expr: Expr) -> tuple[Name, ...]:
    """Every reference in the formula, in reading order."""
    return tuple(node for node in walk(expr) if isinstance(node, Name))


def to_excel(expr: Expr, resolve: Callable[[Name], str]) -> str:
    """The formula for Excel 2016 and LibreOffice 7.4, without the leading `=`.

    Args:
        expr: the formula.
        resolve: cell of a reference: for part `value` the cell of this column (or the absolute cell of a single value), for `previous`
            the cell one column to the left, for `row` the absolute range over all months.
    """
    return _render(expr, resolve, {"**": "^", **COMPARISONS}, excel=True)


def to_words(expr: Expr, label: Callable[[Name], str]) -> str:
    """The formula in words: operators as on paper, names as labels."""
    return _render(expr, label, _WORDS, excel=False)


def to_text(expr: Expr) -> str:
    """The formula in its own language, names written as ids."""
    return to_words(expr, lambda name: f"prev({name.id})" if name.part == "previous" else name.id)


def _render(expr: Expr, resolve: Callable[[Name], str], signs: Mapping[str, str], *, excel: bool) -> str:
    def part(node: Expr, rank: int, *, tight: bool = False) -> str:
        text = _render(node, resolve, signs, excel=excel)
        own = _RANK[node.operator] if isinstance(node, Operation) else 1 if isinstance(node, Negative) else 9
        if isinstance(node, Call) and FUNCTIONS[node.function].excel.startswith("-"):
            own = 1
        return f"({text})" if own < rank or (tight and own == rank) else text

    match expr:
        case Number(value):
            return format(value.normalize(), "f")
        case Name():
            return resolve(expr)
        case Negative(of):
            # In Excel unary minus binds tighter than ^, in mathematics it does not: the operand is always an atom or bracketed.
            return "-" + part(of, 5)
        case Operation(operator, left, right):
            rank = _RANK[operator]
            power = operator == "**"
            sign = signs.get(operator, operator)
            spaced = sign if power and excel else f" {sign} "
            return part(left, rank, tight=power) + spaced + part(right, rank, tight=operator not in ("+", "*"))
        case Call(function, arguments):
            pattern = FUNCTIONS[function].excel if excel else FUNCTIONS[function].words
            texts = [_render(a, resolve, signs, excel=excel) for a in arguments]
            if "{" in pattern or not arguments:
                return pattern.format(*texts)
            return f"{pattern}({', '.join(texts)})" if excel else f"{pattern} ({'; '.join(texts)})"
