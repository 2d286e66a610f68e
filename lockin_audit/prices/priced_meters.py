"""Prices the meters of one bill: for each its rule of the day, the use it counts, and a line for every stretch with one price."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lockin_audit.prices.book import PriceBook
from lockin_audit.prices.line import line_of, with_allowances
from lockin_audit.prices.period import Part, parts, prorated, spread
from lockin_audit.prices.price import Meter, Price, Unpriced
from lockin_audit.prices.quote import Line
from lockin_audit.prices.sessions import Session, session_total
from lockin_audit.prices.uses import Uses, total_use


@dataclass(frozen=True, slots=True)
class Terms:
    """For what a usage is priced, besides the product."""

    model: str
    region: str
    plan: str
    as_of: date
    prompt_tokens: int = 0
    sessions: tuple[Session, ...] = ()
    included: bool = True
    until: date | None = None
    """Last day of the period that begins on `as_of`; None: that day's prices hold throughout."""


Amounts = Mapping[str, Decimal | Uses]
"""Meter id → units used, or single uses."""


@dataclass(frozen=True, slots=True)
class PricedMeters:
    """The lines of a bill, filled meter by meter."""

    book: PriceBook
    product: str
    amounts: Amounts
    """All that was used, which allowances depend on."""
    terms: Terms
    lines: dict[str, Line] = field(default_factory=dict)
    """Meter and number of the stretch → line."""
    unpriced: dict[str, Unpriced] = field(default_factory=dict)
    """Meter → why it has no price."""

    def price(self, meter: Meter, amount: Decimal | Uses | None) -> None:
        """Add a line for every stretch of the period in which the meter has one price, or why it has none.

        Args:
            meter: what is counted.
            amount: how much; None: what the recorded sessions feed it.
        """
        pieces = parts(meter, self.terms.as_of, self.terms.until or self.terms.as_of, lambda day: self._at(meter.id, day))
        whole = len(pieces) == 1
        for number, piece in enumerate(pieces):
            result = self._part(meter, amount, pieces, number)
            if isinstance(result, Line):
                days = {} if whole else {"first_day": piece.first, "last_day": piece.last}
                self.lines[f"{meter.id} {number}"] = result.model_copy(update=days)
            elif isinstance(result, Unpriced):
                when = "" if whole else f"From {piece.first} to {piece.last}: "
                self.unpriced.setdefault(meter.id, result.model_copy(update={"reason": f"{when}{result.reason}"}))

    def _at(self, meter: str, day: date) -> Price | Unpriced:
        terms = self.terms
        found = self.book.at(self.product, meter, day, terms.region, terms.plan, model=terms.model, prompt_tokens=terms.prompt_tokens)
        return with_allowances(found, self.amounts if terms.included else None) if isinstance(found, Price) else found

    def _part(self, meter: Meter, amount: Decimal | Uses | None, pieces: tuple[Part, ...], number: int) -> Line | Unpriced | None:
        """The line of one stretch; None where sessions do not feed the meter."""
        found = pieces[number].found
        if isinstance(found, Unpriced):
            return found
        used = self._used(meter.id, amount, found)
        return None if used is None else line_of(meter, spread(used, pieces)[number], prorated(found, pieces[number].share))

    def _used(self, meter: str, amount: Decimal | Uses | None, found: Price) -> Decimal | None:
        """Units used, as this price counts them."""
        if amount is None:
            return session_total(self.terms.sessions, found, meter) if found.clock else None
        return total_use(amount, found, meter) if isinstance(amount, tuple) else amount
