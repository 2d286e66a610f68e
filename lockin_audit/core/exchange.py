"""An exchange rate of one day: what an amount of a currency was worth in US dollars, by which source."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from lockin_audit.core.record import Record


def _exact(value: object) -> object:
    """A float of a config stands for the digits that were typed."""
    return Decimal(str(value)) if isinstance(value, float) else value


Rate = Annotated[Decimal, BeforeValidator(_exact), Field(gt=0, max_digits=40)]


class ExchangeRate(Record):
    """`amount` of a currency is worth `usd` US dollars on that day."""

    currency: str = Field(pattern=r"^[A-Z]{3}$")
    """ISO 4217 code."""
    amount: Rate = Decimal(1)
    usd: Rate
    """Dollars for `amount`, as published."""
    effective_from: date
    """Day of the rate; it holds until the next row of the currency."""
    source: str = Field(min_length=1)
    """Page or contract it stands in."""
    title: str = ""
    checked_on: date | None = None
    confidence: Literal["vendor page", "third party", "unverified"] = "unverified"

    @property
    def per_unit(self) -> Fraction:
        """Dollars for one unit of the currency, exactly."""
        return Fraction(self.usd) / Fraction(self.amount)
