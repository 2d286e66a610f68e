"""Other currencies: dated exchange rates, and the one place where a bill in dollars becomes a bill in something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from pydantic import Field

from lockin_audit.core.errors import DataError
from lockin_audit.core.exchange import ExchangeRate
from lockin_audit.core.record import Record
from lockin_audit.prices.price import MONEY
from lockin_audit.prices.quantity import EXACT, WORKING

FILE_NAME = "exchange_rates.toml"


class RateFile(Record):
    """exchange_rates.toml, ours or a user's."""

    rates: tuple[ExchangeRate, ...] = Field(alias="exchange_rate")


class ExchangeRates:
    """Rates by currency and day; those of the user go before ours.

    Args:
        layers: rates of each layer, the strongest first.
    """

    def __init__(self, *layers: Iterable[ExchangeRate]) -> None:
        self._layers = [sorted(layer, key=lambda rate: (rate.currency, rate.effective_from)) for layer in layers]

    def currencies(self) -> tuple[str, ...]:
        """Codes there is any rate for, sorted."""
        return tuple(sorted({rate.currency for layer in self._layers for rate in layer}))

    def at(self, currency: str, on: date) -> ExchangeRate:
        """The rate that holds on a day: the latest that is not later.

        Raises:
            DataError: there is none; the message says what there is and how to add one.
        """
        for layer in self._layers:
            standing = [rate for rate in layer if rate.currency == currency and rate.effective_from <= on]
            if standing:
                return standing[-1]
        known = [rate for layer in self._layers for rate in layer if rate.currency == currency]
        mend = "Add an [[exchange_rate]] table with currency, usd, effective_from and source to the config."
        if known:
            first = min(rate.effective_from for rate in known)
            raise DataError(f"currency {currency}", f"no rate is known on {on}; the first is of {first}.", mend)
        listed = f"Known: {', '.join((MONEY, *self.currencies()))}. "
        raise DataError(f"currency {currency}", "has no exchange rate.", listed + mend)


def read_rates(path: Path, name: str) -> tuple[ExchangeRate, ...]:
    """The rates of a file, in order of date.

    Raises:
        DataError: the file is broken, or two rates of a currency are of one day.
    """
    from lockin_audit.core.data_files import load

    rates = load(path, RateFile, name=name, decimals=True).rates
    check_rates(rates, name)
    return rates


def check_rates(rates: Sequence[ExchangeRate], name: str) -> None:
    """Refuse two rates of one currency and day.

    Raises:
        DataError: names the row and the mend.
    """
    seen: dict[tuple[str, date], int] = {}
    for number, rate in enumerate(rates, 1):
        if rate.currency == MONEY:
            raise DataError(f"{name}: exchange rate {number}", "is of USD, which prices are in already.", "Remove it.")
        key = (rate.currency, rate.effective_from)
        if key in seen:
            problem = f"repeats {rate.currency} of {rate.effective_from} (rate {seen[key]})."
            raise DataError(f"{name}: exchange rate {number}", problem, "Keep one of them.")
        seen[key] = number


class Conversion(Record):
    """A bill in another currency. The rate is applied once, to each line's own amount; nothing is rounded in between."""

    currency: str
    usd: Decimal
    """Dollars for `amount` units of the currency."""
    amount: Decimal
    on: date
    """Day of the rate."""
    total: Decimal | None
    """The bill's total; None where that is not known."""
    priced_total: Decimal
    source: str
    title: str
    checked_on: date | None
    confidence: str


def convert(usd: Fraction, currency: str, total_known: bool, rate: ExchangeRate, already: Fraction = Fraction(0)) -> Conversion:
    """A sum in another currency.

    Args:
        usd: dollars to convert.
        currency: code of the currency.
        total_known: False: a part of the bill could not be priced.
        rate: the rate that holds.
        already: what is priced in that currency itself and must not be converted at all.
    """
    exact = usd / rate.per_unit + already
    amount = EXACT.plus(WORKING.divide(Decimal(exact.numerator), Decimal(exact.denominator)))
    return Conversion(
        currency=currency,
        usd=rate.usd,
        amount=rate.amount,
        on=rate.effective_from,
        total=amount if total_known else None,
        priced_total=amount,
        source=rate.source,
        title=rate.title,
        checked_on=rate.checked_on,
        confidence=rate.confidence,
    )
