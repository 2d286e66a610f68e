"""What changed in the price book between two days: prices that appeared, ended or moved, and token prices of models."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from lockin_audit.core.record import Record
from lockin_audit.prices.book import PriceBook
from lockin_audit.prices.lookup import in_force
from lockin_audit.prices.overlay import Rule
from lockin_audit.prices.price import Price, TokenClass, TokenPrice
from lockin_audit.prices.quantity import EXACT
from lockin_audit.prices.tokens import dated_models, token_price

Change = Literal["new", "first seen", "ended", "changed", "terms changed"]
_VENDORS = ("anthropic", "aws", "azure", "google", "openai")
_TERMS = ("tiers", "tier_mode", "included", "minimum", "currency", "per", "unit", "granularity", "rounding", "use_minimum", "clock")


class PriceChange(Record):
    """One price that is not the same on both days."""

    product: str
    """Product, or for token prices `provider/model`."""
    meter: str
    region: str = ""
    plan: str = ""
    change: Change
    """`first seen`: it may well be older, the vendor gives no day. `terms changed`: same unit price, other tiers, allowances or rules."""
    before: Price | TokenPrice | None
    after: Price | TokenPrice | None
    percent: Decimal | None = None
    """Change of the unit price in per cent; None where either side has none."""


def price_changes(book: PriceBook, first: date, second: date) -> tuple[PriceChange, ...]:
    """Prices of the book that differ between two days, by product, meter and scope.

    Args:
        book: the prices.
        first: the earlier day.
        second: the later day.
    """
    found = []
    for product in book.products():
        for meter in book.meters(product):
            rules = book.rules(product, meter.id)
            for region, plan in sorted({(rule.region, rule.plan) for rule in rules}):
                scoped = [rule for rule in rules if (rule.region, rule.plan) == (region, plan)]
                before, after = (_standing(book, product, scoped, day) for day in (first, second))
                change = _kind(before, after)
                if change:
                    found.append(_change(product, meter.id, region, plan, change, before, after))
    return tuple(found)


def token_changes(first: date, second: date, models: Iterable[str] = ()) -> tuple[PriceChange, ...]:
    """Token prices that differ between two days: of models of the big vendors whose prices are dated, and of those named."""
    found = []
    for model in sorted({*(m for m in dated_models() if m.split("/")[0] in _VENDORS), *models}):
        for token_class in get_args(TokenClass):
            before, after = (_token(model, token_class, day) for day in (first, second))
            change = _kind(before, after)
            if change:
                found.append(_change(model, f"{token_class}_tokens", "", "", change, before, after))
    return tuple(found)


def _standing(book: PriceBook, product: str, rules: list[Rule], day: date) -> Rule | None:
    about = book.product(product)
    if (about.available_from and day < about.available_from) or (about.ended_on and day >= about.ended_on):
        return None
    rule = in_force(rules, day)
    return None if isinstance(rule, str) else rule


def _token(model: str, token_class: TokenClass, day: date) -> Price | None:
    price = token_price(model, token_class, day)
    return price if isinstance(price, Price) else None


def _kind(before: Rule | None, after: Rule | None) -> Change | None:
    if before is None or after is None:
        if after is None:
            return None if before is None else "ended"
        return "first seen" if after.effective_basis == "first seen" else "new"
    if isinstance(before, Price) and isinstance(after, Price):
        if before.unit_price != after.unit_price:
            return "changed"
        return "terms changed" if any(getattr(before, term) != getattr(after, term) for term in _TERMS) else None
    if isinstance(before, TokenPrice) and isinstance(after, TokenPrice):
        return "changed" if (before.multiplier, before.variant) != (after.multiplier, after.variant) else None
    return "changed"


def _change(product: str, meter: str, region: str, plan: str, change: Change, before: Rule | None, after: Rule | None) -> PriceChange:
    percent = None
    other_mode = getattr(before, "variant", "") != getattr(after, "variant", "")
    if change == "changed" and before is not None and after is not None and not other_mode and (old := _size(before)):
        percent = EXACT.multiply(EXACT.subtract(EXACT.divide(_size(after), old), Decimal(1)), Decimal(100))
    return PriceChange(product=product, meter=meter, region=region, plan=plan, change=change, before=before, after=after, percent=percent)


def _size(rule: Rule) -> Decimal:
    return rule.unit_price if isinstance(rule, Price) else rule.multiplier
