"""Agreed prices laid over the list: a contract's unit price, or a discount that follows the list price whenever that changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.price import MONEY, Meter, Price, TokenPrice
from lockin_audit.prices.quantity import plain, units

if TYPE_CHECKING:
    from lockin_audit.core.config import PriceOverride

Rule = Price | TokenPrice


class _Book(Protocol):
    def products(self) -> tuple[str, ...]: ...
    def meters(self, product: str) -> tuple[Meter, ...]: ...
    def meter(self, product: str, meter: str) -> Meter: ...
    def rules(self, product: str, meter: str) -> tuple[Rule, ...]: ...


def agreed_rules(book: _Book, overrides: Sequence[PriceOverride], currencies: Sequence[str]) -> list[tuple[str, str, Rule]]:
    """The rows that agreements add: product, meter and rule of each.

    Raises:
        DataError: an agreement names something the book does not have, or two set one price from the same day; the message names
            the entry and the mend.
    """
    found: list[tuple[str, str, Rule]] = []
    taken: dict[tuple[str, str, str, str, date | None], int] = {}
    for number, override in enumerate(overrides, 1):
        where = f"[[price]] {number} ({override.product}{f' {override.meter}' if override.meter else ''})"
        if override.currency not in (MONEY, *currencies):
            mend = "Add an [[exchange_rate]] for it, or give the price in USD."
            raise DataError(where, f"is in {override.currency}, for which no exchange rate is known.", mend)
        try:
            targets = _targets(book, override)
        except AuditError as error:
            raise DataError(where, str(error)) from None
        rows = [(product, meter, rule) for product, meter in targets for rule in _rows(book, override, product, meter, where)]
        if not rows and (override.region or override.plan):
            scope = " and ".join(f"{what} {name!r}" for what, name in (("region", override.region), ("plan", override.plan)) if name)
            raise DataError(where, f"fits no price of the book with {scope}.", "Correct the region or plan, or leave it out.")
        for product, meter, rule in rows:
            key = (product, meter, rule.region, rule.plan, rule.effective_from)
            if taken.setdefault(key, number) != number:
                problem = f"sets a price that entry {taken[key]} sets from the same day."
                raise DataError(where, problem, "Keep one of them, or give them different effective_from.")
        found += rows
    return found


def _targets(book: _Book, override: PriceOverride) -> list[tuple[str, str]]:
    vendor = override.product.removesuffix(".*")
    if vendor != override.product:
        products = [product for product in book.products() if product.split(".")[0] == vendor]
        if not products:
            known = sorted({product.split(".")[0] for product in book.products()})
            raise AuditError(f"there is no vendor {vendor!r}. Known: {', '.join(known)}.")
    else:
        products = [override.product]
    if override.meter:
        named = [product for product in products if vendor == override.product or override.meter in {m.id for m in book.meters(product)}]
        return [(product, book.meter(product, override.meter).id) for product in named]
    return [(product, meter.id) for product in products for meter in book.meters(product)]


def _rows(book: _Book, override: PriceOverride, product: str, meter: str, where: str) -> list[Rule]:
    listed = [r for r in book.rules(product, meter) if r.layer != "agreed"]
    scopes = sorted({(r.region, r.plan) for r in listed} or {("", "")})
    wanted = [s for s in scopes if (not override.region or s[0] == override.region) and (not override.plan or s[1] == override.plan)]
    found: list[Rule] = []
    for scope in wanted:
        same = sorted((r for r in listed if (r.region, r.plan) == scope), key=lambda r: r.effective_from or date.min)
        if override.discount is not None:
            found += _discounted(override, same)
        else:
            found.append(_fixed(override, book.meter(product, meter), product, scope, same[-1] if same else None))
    return found


def _fixed(override: PriceOverride, meter: Meter, product: str, scope: tuple[str, str], latest: Rule | None) -> Price:
    """A contract's unit price: rate and tiers are replaced, what is included and how it is counted stay as listed."""
    terms = latest if isinstance(latest, Price) else None
    credits = terms is not None and terms.currency != MONEY and override.currency == MONEY
    kept = {"layer": "agreed", "overlay": override.name, "region": scope[0], "plan": scope[1], "effective_from": override.effective_from}
    new = {
        "amount": Decimal(str(override.unit_price)),
        "per": Decimal(1),
        "tiers": (),
        "tier_mode": "",
        "currency": terms.currency if credits and terms else override.currency,
        "effective_basis": "stated",
        "effective_to": override.effective_to,
        "checked_on": None,
        "source": override.source,
        "title": override.kind,
        "confidence": "unverified",
        "note": f"Agreed with the vendor ({override.kind}), from the config.",
    }
    if terms is not None:
        return terms.model_copy(update=new | kept)
    return Price.model_validate({"product": product, "meter": meter.id, "unit": meter.unit, "granularity": "1 token"} | new | kept)


def _discounted(override: PriceOverride, listed: Sequence[Rule]) -> list[Rule]:
    """Each list price less the discount, for the days on which both the price and the contract hold.

    What is priced in credits stays: the discount is taken once, on the price of the credits.
    """
    keep = 1 - Decimal(str(override.discount))
    found: list[Rule] = []
    ends = [later.effective_from - timedelta(days=1) if later.effective_from else None for _, later in pairwise(listed)]
    for rule, next_ends in zip(listed, [*ends, None], strict=True):
        start = max((day for day in (rule.effective_from, override.effective_from) if day), default=None)
        end = min((day for day in (rule.effective_to, override.effective_to, next_ends) if day), default=None)
        in_credits = isinstance(rule, Price) and rule.currency in units()
        if in_credits or (start and end and end < start):
            continue
        note = f"List price less {plain(Decimal(str(override.discount)) * 100)}% ({override.name})."
        changes: dict[str, object] = {
            "effective_from": start,
            "effective_to": end,
            "layer": "agreed",
            "overlay": override.name,
            "source": override.source,
            "title": f"{override.kind}, on: {rule.title}",
            "confidence": "unverified",
            "note": " ".join(part for part in (note, rule.note) if part),
        }
        if isinstance(rule, Price):
            tiers = tuple(tier.model_copy(update={"amount": tier.amount * keep}) for tier in rule.tiers)
            changes |= {"amount": rule.amount * keep, "minimum": rule.minimum * keep, "tiers": tiers}
        else:
            changes["multiplier"] = rule.multiplier * keep
        found.append(rule.model_copy(update=changes))
    return found
