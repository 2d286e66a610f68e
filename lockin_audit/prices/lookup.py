"""Which price of a meter holds: the closest scope, the strongest layer, the latest day; and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from lockin_audit.core.exchange import ExchangeRate
from lockin_audit.prices.overlay import Rule
from lockin_audit.prices.price import MONEY, Gap, Layer, Price, TokenClass, TokenPrice, Unpriced
from lockin_audit.prices.quantity import WORKING

_LAYERS: tuple[Layer, ...] = ("agreed", "own", "list")


def in_dollars(price: Price, rate: ExchangeRate) -> Price:
    """A price of another currency in dollars; the price as agreed stays in `original`."""

    def dollars(amount: Decimal) -> Decimal:
        return WORKING.divide(WORKING.multiply(amount, rate.usd), rate.amount)

    tiers = tuple(tier.model_copy(update={"amount": dollars(tier.amount)}) for tier in price.tiers)
    at = f"{rate.usd:f} USD for {rate.amount:f} {price.currency} ({rate.source}, {rate.effective_from})"
    changes = {"amount": dollars(price.amount), "minimum": dollars(price.minimum), "tiers": tiers, "currency": MONEY, "original": price}
    return price.model_copy(update=changes | {"note": f"{price.amount:f} {price.currency} at {at}. {price.note}".strip()})


def known_gap(gaps: Sequence[Gap], rules: Sequence[Rule], meter: str, region: str, plan: str) -> Gap | None:
    """A known gap: one of just this region or plan unless there is a price of that very scope, else one of the meter at large."""
    about = [gap for gap in gaps if not gap.meters or meter in gap.meters]
    for gap in about:
        asked = (gap.region or region, gap.plan or plan) == (region, plan) and bool(gap.region or gap.plan)
        if asked and not any(rule.region == (gap.region or rule.region) and rule.plan == (gap.plan or rule.plan) for rule in rules):
            return gap
    return next((gap for gap in about if not gap.region and not gap.plan), None)


def closest_scope(rules: Sequence[Rule], region: str, plan: str) -> list[Rule] | str:
    """The rules of the closest scope that has any: a region or plan of its own goes before one that holds for all."""
    if not rules:
        return "No price of this meter has been published or found."
    for wanted, what in ((region, "region"), (plan, "plan")):
        known = sorted({rule.region if what == "region" else rule.plan for rule in rules})
        if "" not in known and wanted not in known:
            asked = f"There is no price for {what} {wanted!r}" if wanted else f"The price depends on the {what}"
            return f"{asked}; known: {', '.join(known)}."
    scopes = {(rule.region, rule.plan) for rule in rules}
    if region and plan and (region, plan) not in scopes and {("", plan), (region, "")} <= scopes:
        return f"There are prices for region {region!r} and for plan {plan!r}, but none for both together."
    for scope in ((region, plan), ("", plan), (region, ""), ("", "")):
        found = [rule for rule in rules if (rule.region, rule.plan) == scope]
        if found:
            return found
    return f"There is no price for region {region!r} together with plan {plan!r}."


def in_force(rules: Sequence[Rule], on: date) -> Rule | str:
    """The rule that holds on a day, agreed before own before list; else why none does."""
    for layer in _LAYERS:
        standing = [rule for rule in rules if rule.layer == layer and (rule.effective_from or date.min) <= on]
        if standing:
            latest = max(standing, key=lambda rule: rule.effective_from or date.min)
            if latest.effective_to is None or on <= latest.effective_to:
                return latest
    ended = [rule.effective_to for rule in rules if rule.effective_to and rule.effective_to < on]
    if ended:
        return f"The last known price ended on {max(ended)}."
    first = min(rules, key=lambda rule: rule.effective_from or date.min)
    if first.effective_basis == "first seen":
        return f"No price is known before {first.effective_from}, the day it was first read; the vendor does not say since when it holds."
    return f"The first price holds from {first.effective_from}."


def from_model(rule: TokenPrice, meter: str, on: date, model: str, prompt_tokens: int) -> Price | Unpriced:
    """The model's own token price, times the product's factor."""
    if not model:
        return no_price(rule.product, meter, "Tokens cost what the model costs: name the model, such as anthropic/claude-sonnet-5.")
    from lockin_audit.prices.tokens import token_price

    token_class: TokenClass = meter.removesuffix("_tokens")  # type: ignore[assignment]
    price = token_price(model, token_class, on, prompt_tokens=prompt_tokens, variant=rule.variant)
    if isinstance(price, Unpriced):
        return no_price(rule.product, meter, price.reason)
    agreed = rule.layer == "agreed"
    factor = "" if rule.multiplier == 1 else rule.note if agreed else f"List price times {rule.multiplier} ({rule.title}: {rule.source})."
    note = " ".join(part for part in (factor, price.note) if part)
    since = max((day for day in (price.effective_from, rule.effective_from) if day), default=None) if factor else price.effective_from
    return price.model_copy(
        update={
            "product": rule.product,
            "meter": meter,
            "amount": price.amount * rule.multiplier,
            "region": rule.region,
            "plan": rule.plan,
            "effective_from": since,
            "note": note,
            "layer": rule.layer,
            "overlay": rule.overlay,
        }
        | ({"source": rule.source, "title": f"{rule.title}, {price.title}", "confidence": rule.confidence} if agreed else {})
    )


def no_price(product: str, meter: str, reason: str) -> Unpriced:
    """The answer where there is no price."""
    return Unpriced(product=product, meter=meter, reason=reason)
