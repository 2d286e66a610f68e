"""What would reverse the cost comparison: break-even volumes and the inputs whose range crosses zero saving."""

from __future__ import annotations

from lockin_audit.finance.result import CostStudy, TornadoBar
from lockin_audit.report import numbers

_VOLUME = ".sessions_per_month"
LIMIT = 3


def flip_conditions(cost: CostStudy) -> tuple[str, ...]:
    """Up to three sentences, each a condition under which the other option becomes the cheaper one.

    The volume comes from the break-even search; other inputs from the tornado, where the turning point between the base value
    and the end of the range is interpolated along a straight line and therefore called `about`. Where fewer than three inputs
    reverse the sign, the ones that move the saving most are named with the statement that they do not.
    """
    comparison = cost.comparison
    if comparison is None or comparison.from_ not in cost.options or comparison.to not in cost.options:
        return ("No two options are compared, so nothing can be said about what would reverse the result.",)
    base = comparison.saving_npv
    other = numbers.quoted(cost.options[comparison.from_ if base > 0 else comparison.to].label)
    found: list[str] = []
    today = sum(a.value for a in cost.assumptions if a.id.endswith(_VOLUME))
    if comparison.break_even_sessions and today > 0:
        turn = min(comparison.break_even_sessions, key=lambda s: (abs(s - today), s))
        way = "Fewer" if turn < today else "More"
        volume = f"{way} than about {numbers.about(turn)} sessions a month in all (today {numbers.quantity(today)})"
        found.append(f"{volume}: {other} becomes the cheaper option.")
    ranked = sorted(cost.tornado, key=lambda bar: (-abs(bar.high - bar.low), bar.id))
    values = {a.id: a.value for a in cost.assumptions}
    for bar in ranked:
        turned = turning_point(bar, base, values.get(bar.id))
        if turned is None or (found and bar.id.endswith(_VOLUME)):
            continue
        point, above = turned
        turn_text, now = numbers.with_unit(rounded(point), bar.unit), numbers.with_unit(values[bar.id], bar.unit)
        way = f"{numbers.quoted(bar.label)} {'above' if above else 'below'} about {turn_text} (now {now})"
        found.append(f"{way}: {other} becomes the cheaper option.")
    steady = [bar for bar in ranked if turning_point(bar, base, values.get(bar.id)) is None and bar.high != bar.low]
    for bar in steady:
        if len(found) >= LIMIT:
            break
        ends = sorted((bar.low, bar.high))
        spread = " to ".join(numbers.money_short(v, cost.currency) for v in ends)
        found.append(f"{numbers.quoted(bar.label)} alone does not reverse it: across its whole range the saving is {spread}.")
    return tuple(found[:LIMIT]) or ("No input was varied, so nothing can be said about what would reverse the result.",)


def turning_point(bar: TornadoBar, base: float, value: float | None) -> tuple[float, bool] | None:
    """Input at which the saving is zero, and whether it lies above the base value; None where the sign holds over the range."""
    if value is None or base == 0:
        return None
    for end, saving in ((bar.input_low, bar.low), (bar.input_high, bar.high)):
        if saving * base < 0 and end != value:
            return value + (end - value) * base / (base - saving), end > value
    return None


def rounded(value: float) -> float:
    """Two significant figures: an interpolated turning point deserves no more."""
    return float(f"{value:.2g}")
