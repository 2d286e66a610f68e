"""Which two options a study compares, and how their saving and totals are said."""

from __future__ import annotations

from lockin_audit.finance.result import Comparison, OptionResult
from lockin_audit.report import numbers
from lockin_audit.report.study import Study


def compared(study: Study) -> tuple[OptionResult, OptionResult, Comparison] | None:
    """The option moved from, the option moved to, and their comparison; None where nothing is compared."""
    comparison = study.cost.comparison
    if comparison is None or comparison.from_ not in study.cost.options or comparison.to not in study.cost.options:
        return None
    return study.cost.options[comparison.from_], study.cost.options[comparison.to], comparison


def saving_words(value: float, currency: str) -> str:
    """A saving as a reader says it: `$154k less`, `$38k more`, `the same`."""
    text = numbers.money_short(abs(value), currency)
    return "the same" if round(value) == 0 else f"{text} {'less' if value > 0 else 'more'}"


def total_words(option: OptionResult, value: float, currency: str) -> str:
    """A total of an option, or that it is unknown because lines lack a price, with what the priced lines come to."""
    text = numbers.money(value, currency)
    return f"unknown; the priced lines come to {text}" if option.unpriced else text


def unpriced_words(study: Study) -> str:
    """One sentence on totals that are incomplete; empty when everything was priced."""
    parts = [
        f"{numbers.quoted(o.label)} ({numbers.count(len(o.unpriced_lines) or len(o.unpriced), 'line')})"
        for o in study.cost.options.values()
        if o.unpriced
    ]
    return f"The totals are incomplete: lines could not be priced for {numbers.listing(parts)}." if parts else ""
