"""Prices of the price book as assumptions of the model."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.errors import AuditError
from lockin_audit.finance.model import ModelOption
from lockin_audit.finance.products import option_slots
from lockin_audit.finance.result import PriceUsed
from lockin_audit.finance.scope import Scope
from lockin_audit.finance.slots import Slot
from lockin_audit.prices.price import MONEY, Price, Unpriced

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook


@dataclass(frozen=True, slots=True)
class Priced:
    """Prices found, as assumptions and as rows; and those that were not, with the reason."""

    assumptions: Mapping[str, Assumption]
    used: tuple[PriceUsed, ...]
    unpriced: Mapping[str, str]
    labels: Mapping[str, tuple[str, str]]
    """Price id → label and unit."""

    def blank(self, id: str) -> Assumption:
        """An empty price the user may fill, for one that the book does not know."""
        label, unit = self.labels[id]
        return Assumption(id=id, label=label, value=0, low=0, high=0, unit=unit, basis="answered", distribution="fixed", minimum=0)


def vendors_of(scope: Scope) -> frozenset[str]:
    """Vendors whose files of the price book a study reads."""
    products = {slot.product or option.product for option in scope.leaves for slot in option_slots(option)}
    return frozenset(product.split(".")[0] for product in products if product)


def priced(scope: Scope, used: Collection[str], book: PriceBook, as_of: date) -> Priced:
    """Read every price the study's lines use, on one day."""
    found: dict[str, Assumption] = {}
    rows: dict[str, PriceUsed] = {}
    missing: dict[str, str] = {}
    labels: dict[str, tuple[str, str]] = {}
    for option in scope.leaves:
        for slot in option_slots(option):
            id = slot.id(option.model)
            if id not in used or id in found or id in missing:
                continue
            price = _look_up(slot, option, book, as_of)
            whose = slot.product or option.model
            labels[id] = (f"Price: {slot.label} ({whose})", f"{MONEY}/{slot.meter.rstrip('s') or slot.slot.removesuffix('s')}")
            if not isinstance(price, Price):
                missing[id] = price if isinstance(price, str) else price.reason
                continue
            price = _in_money(price, book, as_of, scope.currency)
            if price.currency not in (MONEY, scope.currency):
                missing[id] = f"It is billed in {price.currency}, which has no price in money."
                continue
            found[id], rows[id] = _assumption(id, slot, price, whose), _row(id, price)
    return Priced(found, tuple(rows[id] for id in sorted(rows)), missing, labels)


def _look_up(slot: Slot, option: ModelOption, book: PriceBook, as_of: date) -> Price | Unpriced | str:
    try:
        if slot.product:
            return book.at(slot.product, slot.meter, as_of, plan=slot.plan)
        if option.product and slot.slot in {m.id for m in book.meters(option.product)}:
            agreed = book.at(option.product, slot.slot, as_of, model=option.model)
            if getattr(agreed, "layer", "") == "agreed":
                return agreed
    except AuditError as error:
        return str(error)
    from lockin_audit.prices.tokens import token_price

    return token_price(option.model, slot.slot.removesuffix("_tokens"), as_of)  # type: ignore[arg-type]


def own_money(assumptions: Sequence[Assumption], currency: str) -> frozenset[str]:
    """Ids of prices that are stated in the currency of a study, where that is not the dollar."""
    if currency == MONEY:
        return frozenset()
    return frozenset(a.id for a in assumptions if a.id.startswith("price.") and a.unit.startswith(f"{currency}/"))


def _in_money(price: Price, book: PriceBook, as_of: date, currency: str) -> Price:
    """A price in dollars, or as it was agreed in the currency of the study.

    One in a vendor's own credits is taken at what the same product charges for a credit, where that is a single price.
    """
    if price.currency == MONEY:
        return price.original if price.original is not None and price.original.currency == currency else price
    for meter in book.meters(price.product):
        credit = book.at(price.product, meter.id, as_of) if meter.unit == price.currency else None
        if isinstance(credit, Price) and credit.currency == MONEY and not credit.tiers:
            credit = _in_money(credit, book, as_of, currency)
            amount = price.amount * credit.unit_price
            title = f"{price.title}; {price.unit_price:f} {price.currency} at {credit.unit_price:f} {credit.currency} each"
            return price.model_copy(update={"amount": amount, "currency": credit.currency, "title": title})
    return price


def _unit(slot: Slot, price: Price) -> str:
    if slot.per == 3600 and price.unit.endswith("-second"):
        return f"{price.currency}/{price.unit.removesuffix('second')}hour"
    return f"{price.currency}/{price.unit}" if slot.per == 1 else f"{price.currency}/{slot.per:,} {price.unit}s"


def _assumption(id: str, slot: Slot, price: Price, whose: str) -> Assumption:
    value = float(price.unit_price * slot.per)
    since = f" since {price.effective_from}" if price.effective_from else ""
    return Assumption(
        id=id,
        label=f"Price: {slot.label} ({whose})",
        value=value,
        low=value,
        high=value,
        unit=_unit(slot, price),
        basis="answered" if price.layer == "agreed" else "default",
        source=f"{price.source} ({price.title or 'agreed price'}{since})",
        distribution="fixed",
        minimum=0,
    )


def _row(id: str, price: Price) -> PriceUsed:
    return PriceUsed(
        assumption=id,
        product=price.product,
        meter=price.meter,
        unit=price.unit,
        unit_price=f"{price.unit_price:f}",
        currency=price.currency,
        effective_from=price.effective_from,
        checked_on=price.checked_on,
        source=price.source,
        title=price.title,
        confidence=price.confidence,
    )
