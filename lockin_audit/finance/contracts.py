"""Inputs that come from contracts and markets rather than from templates: exchange rate, steps of prices, promised spend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config
from lockin_audit.core.errors import AuditError
from lockin_audit.finance.products import option_slots
from lockin_audit.finance.scope import Scope
from lockin_audit.finance.slots import Slot, exchange_id, tier_id
from lockin_audit.prices.price import MONEY, Price

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook


def contracts(scope: Scope, config: Config, book: PriceBook, as_of: date) -> dict[str, Assumption]:
    """Assumption id → assumption, for all of these a study has.

    Raises:
        DataError: the study is in a currency without an exchange rate on that day.
    """
    found = {}
    if scope.currency != MONEY:
        found[exchange_id(scope.currency)] = _exchange(scope.currency, book, as_of)
    if config.cost.price_steps:
        found |= {a.id: a for a in _steps(scope, book, as_of)}
    for number, agreed in scope.commitments.items():
        runs = (agreed.effective_from or as_of) <= as_of <= (agreed.effective_to or as_of)
        if agreed.commitment is None or not runs:
            continue
        id, what = f"commitment.agreement_{number}", f"{agreed.product}, {agreed.kind}"
        found[id] = _fixed(id, f"Spend promised a month ({what})", agreed.commitment, "USD/month", agreed.source)
        if agreed.beyond == "list" and agreed.discount is not None and agreed.discount < 1:
            more = f"{id}_discount"
            found[more] = _fixed(more, f"Discount up to the promise ({what})", agreed.discount, "share", agreed.source)
    return found


def _fixed(id: str, label: str, value: float, unit: str, source: str) -> Assumption:
    return Assumption(
        id=id, label=label, value=value, low=value, high=value, unit=unit, basis="answered", source=source, distribution="fixed", minimum=0
    )


def _exchange(currency: str, book: PriceBook, as_of: date) -> Assumption:
    rate = book.exchange_rates.at(currency, as_of)
    value = float(rate.amount / rate.usd)
    of = f"{rate.usd:f} USD for {rate.amount:f} {currency}, {rate.title or 'rate of the config'}, {rate.effective_from}"
    return Assumption(
        id=exchange_id(currency),
        label=f"{currency} for a dollar, held over the study",
        value=value,
        low=value,
        high=value,
        unit=f"{currency}/USD",
        basis="assumed",
        source=f"{rate.source} ({of})",
        distribution="fixed",
        minimum=0.000001,
        dated=rate.effective_from,
    )


def _steps(scope: Scope, book: PriceBook, as_of: date) -> Iterator[Assumption]:
    seen = set()
    for option in scope.leaves:
        for slot in option_slots(option):
            id = slot.id(option.model)
            if not slot.product or id in seen:
                continue
            seen.add(id)
            try:
                price = book.at(slot.product, slot.meter, as_of, plan=slot.plan)
            except AuditError:
                continue
            if isinstance(price, Price) and price.currency == MONEY:
                yield from _steps_of(id, slot, price)


def _steps_of(id: str, slot: Slot, price: Price) -> Iterator[Assumption]:
    """Free units, and for marginal steps each one's rate and where it begins; a price that reprices every unit keeps its first rate."""

    def one(id: str, label: str, value: float, unit: str) -> Assumption:
        source = f"{price.source} ({price.title or 'agreed price'})"
        return Assumption(
            id=id, label=f"Price: {slot.label}, {label} ({slot.product})", value=value, low=value, high=value, unit=unit, basis="default",
            source=source, distribution="fixed", minimum=0, dated=price.checked_on,
        )  # fmt: skip

    if price.included:
        yield one(tier_id(id, "included"), "free each month", float(price.included), f"{price.unit}s")
    if price.tier_mode != "marginal":
        return
    for number, (before, tier) in enumerate(zip(price.tiers, price.tiers[1:], strict=False), 2):
        assert before.up_to is not None  # only the last step may be open
        yield one(tier_id(id, f"step_{number}"), f"step {number} begins above", float(before.up_to), f"{price.unit}s")
        rate = float(tier.amount / price.per * slot.per)
        yield one(f"{id}.step_{number}", f"step {number}", rate, f"USD/{slot.per:,} {price.unit}s")
