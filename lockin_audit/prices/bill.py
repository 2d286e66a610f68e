"""Turns usage into a bill: one line per meter, in exact decimals.

For each meter: used, less what is included, rounded as the vendor rounds, priced tier by tier, raised to the minimum charge.
Meters priced in a vendor's unit (credits) are added up and priced once more by the meter that counts that unit.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lockin_audit.core.errors import AuditError
from lockin_audit.prices.book import PriceBook
from lockin_audit.prices.price import MONEY, Meter, Price, TokenPrice, Unpriced
from lockin_audit.prices.quantity import EXACT, WORKING, Quantity, quantity, units
from lockin_audit.prices.quote import Alternative, Band, Line, OwnUnit, Quote, times, total


def bill(
    book: PriceBook,
    product: str,
    usage: Mapping[str, Quantity],
    *,
    model: str = "",
    region: str = "",
    plan: str = "",
    as_of: date,
) -> Quote:
    """Price one month's usage (or any usage that fits into one billing month) of a product.

    Args:
        book: the prices.
        product: product id.
        usage: meter id → quantity.
        model: `provider/model` for token meters.
        region: region; empty: the product's default.
        plan: plan; empty: the product's default, else the cheapest for this usage, which the quote then names.
        as_of: the day whose prices hold.
    Raises:
        AuditError: unknown product, meter, region or plan (the message lists the known ones), no usage, a unit that does not fit,
            or tokens without a model.
    """
    about = book.product(product)
    meters = book.meters(product)
    if not usage:
        raise AuditError(f"there is nothing to price: give quantities of {', '.join(m.id for m in meters)}.")
    numbers = {name: _number(book.meter(product, name), amount) for name, amount in usage.items()}
    if not model and any(isinstance(rule, TokenPrice) for name in numbers for rule in book.rules(product, name)):
        raise AuditError(f"tokens of {product} cost what the model costs: name the model, such as --model anthropic/claude-sonnet-5.")
    for what, asked, known in (("region", region, book.regions(product)), ("plan", plan, book.plans(product))):
        if asked and asked not in known:
            listed = f"Known: {', '.join(known)}." if known else f"Its prices do not depend on the {what}; leave it out."
            raise AuditError(f"{product} has no {what} {asked!r}. {listed}")
    if plan or about.default_plan or not _needs_plan(book, product, numbers):
        return _bill(book, product, numbers, model, region, plan or about.default_plan, as_of)
    quotes = [_bill(book, product, numbers, model, region, each, as_of) for each in book.plans(product)]
    quotes.sort(key=_preference)
    best = quotes[0]
    others = tuple(Alternative(plan=q.plan, total=q.total) for q in quotes[1:])
    return best.model_copy(update={"plan_chosen": best.total is not None, "alternatives": others})


def _preference(quote: Quote) -> tuple[int, Decimal, Decimal, str]:
    """Fully priced first, then cheapest, then the one that buys least in advance."""
    return len(quote.unpriced), quote.priced_total, sum((line.billed for line in quote.lines), Decimal(0)), quote.plan


def _number(meter: Meter, amount: Quantity) -> Decimal:
    try:
        return amount.to(meter.unit)
    except AuditError as error:
        raise AuditError(f"{meter.id}: {error}") from None


def _needs_plan(book: PriceBook, product: str, numbers: Mapping[str, Decimal]) -> bool:
    """Whether any meter of this bill, or one its own units are priced by, has prices by plan alone."""
    involved = {*numbers, *(m.id for m in book.meters(product) if m.unit in _own_units(book, product))}
    return any(rules and all(rule.plan for rule in rules) for rules in (book.rules(product, m) for m in involved))


def _own_units(book: PriceBook, product: str) -> set[str]:
    rules = (rule for meter in book.meters(product) for rule in book.rules(product, meter.id))
    return {rule.currency for rule in rules if isinstance(rule, Price)} - {MONEY}


def _bill(book: PriceBook, product: str, numbers: Mapping[str, Decimal], model: str, region: str, plan: str, as_of: date) -> Quote:
    meters = book.meters(product)
    lines: dict[str, Line] = {}
    unpriced: dict[str, Unpriced] = {}

    def price(meter: Meter, number: Decimal) -> None:
        found = book.at(product, meter.id, as_of, region, plan, model=model)
        result = _line(meter, number, found) if isinstance(found, Price) else found
        if isinstance(result, Line):
            lines[meter.id] = result
        else:
            unpriced[meter.id] = result

    settled_by = {meter.unit: meter for meter in meters if meter.unit in _own_units(book, product)}
    for meter in meters:
        if meter.id in numbers and meter.unit not in settled_by:
            price(meter, numbers[meter.id])
    own: dict[str, Decimal] = {}
    for line in lines.values():
        if line.currency != MONEY:
            own[line.currency] = EXACT.add(own.get(line.currency, Decimal(0)), line.amount)
    for unit, meter in settled_by.items():
        if unit in own or meter.id in numbers:
            own[unit] = EXACT.add(own.get(unit, Decimal(0)), numbers.get(meter.id, Decimal(0)))
            price(meter, own[unit])
    unsettled = sorted(unit for unit in own if unit not in settled_by)
    currency = unsettled[0] if unsettled and not any(line.currency == MONEY for line in lines.values()) else MONEY
    ordered = tuple(lines[m.id] for m in meters if m.id in lines)
    priced = total(line.amount for line in ordered if line.currency == currency)
    missing = tuple(unpriced[m.id] for m in meters if m.id in unpriced)
    about = book.product(product)
    return Quote(
        product=product,
        name=about.name,
        as_of=as_of,
        region=region or next((line.region for line in ordered if line.region), ""),
        plan=plan if missing or plan != about.default_plan or any(line.plan for line in ordered) else "",
        model=model if any(m.unit == "token" for m in meters if m.id in numbers) else "",
        currency=currency,
        lines=ordered,
        total=None if missing else priced,
        priced_total=priced,
        own_units=tuple(OwnUnit(unit=unit, total=own[unit]) for unit in sorted(own)),
        unpriced=missing,
        notes=_notes(book, product, numbers, plan),
        price_book=book.digest,
        token_prices=_token_prices(ordered),
    )


def _line(meter: Meter, number: Decimal, price: Price) -> Line | Unpriced:
    included = min(price.included, number)
    billed = _rounded(WORKING.subtract(number, included), price)
    bands = _bands(billed, price)
    if isinstance(bands, Unpriced):
        return bands
    amount = total(band.amount for band in bands)
    minimum = price.minimum if number or meter.fixed else Decimal(0)
    return Line(
        meter=meter.id,
        label=meter.label,
        quantity=number,
        unit=meter.unit,
        included=included,
        billed=billed,
        unit_price=bands[0].unit_price if bands else _per_unit(price.amount, price),
        amount=max(amount, minimum),
        currency=price.currency,
        bands=bands,
        minimum=minimum,
        rounding=_rounding_words(price),
        region=price.region,
        plan=price.plan,
        effective_from=price.effective_from,
        effective_basis=price.effective_basis,
        checked_on=price.checked_on,
        source=price.source,
        title=price.title,
        confidence=price.confidence,
        layer=price.layer,
        note=price.note,
    )


def _rounded(number: Decimal, price: Price) -> Decimal:
    """A billed quantity in whole steps, where the vendor rounds the month's total."""
    if price.rounding == "none" or price.rounded == "use" or not number:
        return number
    step = quantity(price.granularity).to(price.unit)
    steps = Fraction(number) / Fraction(step)
    whole = math.ceil(steps) if price.rounding == "up" else math.floor(steps) if price.rounding == "down" else round(steps)
    return WORKING.multiply(Decimal(whole), step)


def _bands(billed: Decimal, price: Price) -> tuple[Band, ...] | Unpriced:
    """The billed quantity split at the tiers' ends (marginal), or whole at the price of the tier it reaches (cliff)."""
    if not billed:
        return ()
    if not price.tiers:
        return (_band(billed, price.amount, price),)
    top = price.tiers[-1].up_to
    if top is not None and billed > top:
        words = f"{top:,f} {units()[price.unit].many}"
        return Unpriced(product=price.product, meter=price.meter, reason=f"No price is published above {words} a month; ask the vendor.")
    if price.tier_mode == "cliff":
        reached = next(tier for tier in price.tiers if tier.up_to is None or billed <= tier.up_to)
        return (_band(billed, reached.amount, price),)
    bands, below = [], Decimal(0)
    for tier in price.tiers:
        end = billed if tier.up_to is None else min(billed, tier.up_to)
        if end > below:
            bands.append(_band(WORKING.subtract(end, below), tier.amount, price))
            below = end
    return tuple(bands)


def _band(number: Decimal, amount: Decimal, price: Price) -> Band:
    each = _per_unit(amount, price)
    return Band(quantity=number, unit_price=each, amount=times(number, each))


def _per_unit(amount: Decimal, price: Price) -> Decimal:
    return WORKING.divide(amount, price.per)


def _rounding_words(price: Price) -> str:
    counted = "" if price.granularity == "not stated" else f"Counted by {price.granularity}."
    least = f"Least for one use: {price.use_minimum}." if price.use_minimum else ""
    return " ".join(part for part in (counted, least, price.rounding_note) if part)


def _notes(book: PriceBook, product: str, numbers: Mapping[str, Decimal], plan: str) -> tuple[str, ...]:
    def due(meter: Meter) -> bool:
        return meter.fixed and meter.id not in numbers and any(rule.plan in ("", plan) for rule in book.rules(product, meter.id))

    return tuple(f"Not in this bill: {meter.label.lower()} (meter {meter.id})." for meter in book.meters(product) if due(meter))


def _token_prices(lines: tuple[Line, ...]) -> str:
    if not any(line.unit == "token" and "genai-prices" in line.title for line in lines):
        return ""
    from lockin_audit.prices.tokens import package_version

    return f"genai-prices {package_version()}"
