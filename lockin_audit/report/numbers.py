"""How numbers are written in every text of a report: money, counts, shares, days, months, dates."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lockin_audit.core.audit import Days
    from lockin_audit.core.report_config import Language

MINUS: Final = "−"
UNKNOWN: Final = "unknown"
_SHORT = ((1e9, "bn"), (1e6, "M"), (1e3, "k"))
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SIGN_BEFORE_WORD: Final = re.compile(rf"{MINUS}(?=[^\s\d])")
_JOINER: Final = "\u2060"
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def unbroken(text: str) -> str:
    """The text with each minus sign held to the currency behind it, for formats that wrap lines: `−$958k` never ends a line after `−`."""
    return _SIGN_BEFORE_WORD.sub(f"{MINUS}{_JOINER}", text)


def _finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _prefix(currency: str) -> str:
    return _SIGNS.get(currency, f"{currency} ")


def money(value: float | None, currency: str = "USD") -> str:
    """An amount in whole units with thousands separators: `$1,234,568`; cents below 100: `$0.75`; tenths of a cent below one cent."""
    if value is None or not _finite(value):
        return UNKNOWN
    size = abs(value)
    digits = 0 if size >= 100 or size == 0 else 2 if size >= 0.01 else 4
    text = f"{size:,.{digits}f}"
    return f"{MINUS if value < 0 and float(text.replace(',', '')) else ''}{_prefix(currency)}{text}"


def money_short(value: float | None, currency: str = "USD") -> str:
    """An amount to three significant figures for sentences and charts: `$1.23M`, `$154k`, `$0.75`."""
    if value is None or not _finite(value):
        return UNKNOWN
    size = abs(value)
    for step, (factor, suffix) in enumerate(_SHORT):
        if size >= factor:
            text = _significant(size / factor)
            if text == "1,000" and step > 0:
                text, suffix = "1", _SHORT[step - 1][1]
            return f"{MINUS if value < 0 else ''}{_prefix(currency)}{text}{suffix}"
    return money(value, currency)


def _significant(value: float) -> str:
    digits = 0 if value >= 99.95 else 1 if value >= 9.995 else 2
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(number: float, singular: str, plural: str = "") -> str:
    """A number with its noun: `1 place`, `1,204 places`, `no places`."""
    noun = singular if number == 1 else plural or f"{singular}s"
    return f"{'no' if number == 0 else quantity(number)} {noun}"


def quantity(value: float | None) -> str:
    """A plain quantity: whole numbers with separators, others to four significant figures."""
    if value is None or not _finite(value):
        return UNKNOWN
    size, sign = abs(value), MINUS if value < 0 else ""
    if size >= 1000 or size == int(size):
        return f"{sign}{round(size):,}"
    return sign + f"{size:.4g}" if size >= 0.0001 else f"{sign}{size:.2e}"


def share(value: float | None) -> str:
    """A share between 0 and 1 in whole percent; never a rounded 0 % or 100 % for what is neither."""
    if value is None or not _finite(value):
        return UNKNOWN
    if 0 < value < 0.005:
        return "under 1%"
    if 0.995 <= value < 1:
        return "over 99%"
    return f"{value * 100:.0f}%".replace("-", MINUS)


def days(value: Days) -> str:
    """An effort range in person-days: `16 to 64 person-days, most likely 31`."""
    low, likely, high = (round(v) for v in (value.low, value.likely, value.high))
    if low == high:
        return count(high, "person-day")
    return f"{low:,} to {high:,} person-days, most likely {likely:,}"


def month(value: int | None, horizon: int) -> str:
    """A month of the model, or that it does not come: `month 19`, `not reached within 36 months`."""
    return f"not reached within {horizon} months" if value is None else f"month {value}"


def day(value: date | None, language: Language = "british") -> str:
    """A date in words, `21 November 2026` or `November 21, 2026`, or `no date`. Numbers are written alike in both."""
    if value is None:
        return "no date"
    month_name = _MONTHS[value.month - 1]
    return f"{month_name} {value.day}, {value.year}" if language == "us" else f"{value.day} {month_name} {value.year}"


def size(value: int) -> str:
    """A number of bytes: `180 kB`, `2.4 MB`."""
    for factor, suffix in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if value >= factor:
            return f"{_significant(value / factor)} {suffix}"
    return count(value, "byte")


def about(value: float) -> str:
    """A figure found by search or interpolation, to three significant figures: `594,000`."""
    return quantity(float(f"{value:.3g}")) if _finite(value) else UNKNOWN


def quoted(label: str) -> str:
    """A label inside a sentence, whatever words it is made of: `“Own the orchestration”`."""
    return f"“{label}”"


def listing(words: Sequence[str], *, last: str = "and") -> str:
    """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def span(low: float, high: float, unit: str) -> str:
    """A range of a model input, its unit said once where it is not a sign: `25,000 to 70,000 sessions/month`, `7% to 12%/year`."""
    if low == high:
        return "no range"
    head, _, per = unit.partition("/")
    short = head if head == "share" or head in _SIGNS else ""
    return f"{with_unit(low, short)} to {with_unit(high, short)}{f'/{per}' if short and per else '' if short else f' {unit}'}".rstrip()


def with_unit(value: float | None, unit: str) -> str:
    """A model input with its unit: shares as percent, money with its sign, the rest as `38,000 tokens/session`."""
    if value is None or not _finite(value):
        return UNKNOWN
    head, _, per = unit.partition("/")
    tail = f"/{per}" if per else ""
    if head == "share":
        return f"{quantity(round(value * 100, 6))}%{tail}"
    if head in _SIGNS:
        return f"{money(value, head)}{tail}"
    return f"{quantity(value)} {unit}".rstrip()
