"""Turns usage into a bill: one line per meter, in exact decimals.

For each meter: used, less what is included, rounded as the vendor rounds, priced tier by tier, raised to the minimum charge.
Meters priced in a vendor's unit (credits) are added up and priced once more by the meter that counts that unit.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lockin_audit.core.errors import AuditError
from lockin_audit.prices.book import PriceBook
from lockin_audit.prices.commitment import committed
from lockin_audit.prices.exchange import convert
from lockin_audit.prices.period import check_period
from lockin_audit.prices.price import MONEY, Meter, Price, TokenPrice
from lockin_audit.prices.priced_meters import Amounts, PricedMeters, Terms
from lockin_audit.prices.quantity import EXACT, Quantity, units
from lockin_audit.prices.quote import Alternative, Line, OwnUnit, Quote, total
from lockin_audit.prices.sessions import Session
from lockin_audit.prices.uses import Uses


def bill(
    book: PriceBook,
    product: str,
    usage: Mapping[str, Quantity | Uses],
    *,
    model: str = "",
    region: str = "",
    plan: str = "",
    as_of: date,
    prompt_tokens: int = 0,
    sessions: tuple[Session, ...] = (),
    included: bool = True,
    until: date | None = None,
    currency: str = "",
) -> Quote:
    """Price one month's usage (or any usage that fits into one billing month) of a product.

    Args:
        book: the prices.
        product: product id.
        usage: meter id → quantity, or single uses (each rounded as the vendor rounds it).
        model: `provider/model` for token meters.
        region: region; empty: the product's default.
        plan: plan; empty: the product's default, else the cheapest for this usage, which the quote then names.
        as_of: the day whose prices hold.
        prompt_tokens: length of each request in tokens, for models that charge long requests more.
        sessions: recorded sessions; they feed every meter with a clock that `usage` leaves out.
        included: False where the included amounts are used up elsewhere, or the quantities are already what exceeds them.
        until: last day of a period that begins on `as_of`; lines are split where their price changes in it.
        currency: give the total in this currency too, at the rate of that day.
    Raises:
        AuditError: unknown product, meter, region or plan (the message lists the known ones), no usage, a unit that does not fit,
            or tokens without a model.
    """
    about = book.product(product)
    meters = book.meters(product)
    if not usage and not sessions:
        raise AuditError(f"there is nothing to price: give quantities of {', '.join(m.id for m in meters)}.")
    if until is not None:
        check_period(as_of, until)
    amounts = {name: _amount(book.meter(product, name), amount, about.binary_bytes) for name, amount in usage.items()}
    if about.binary_bytes:
        sessions = tuple(session.binary() for session in sessions)
    clocked = clocked_meters(book, product) if sessions else ()
    if sessions and not clocked:
        raise AuditError(f"{about.name} has no meter that sessions feed; give quantities of {', '.join(m.id for m in meters)}.")
    involved = {*amounts, *clocked}
    if not model and any(isinstance(rule, TokenPrice) for name in involved for rule in book.rules(product, name)):
        raise AuditError(f"tokens of {product} cost what the model costs: name the model, such as --model anthropic/claude-sonnet-5.")
    for what, asked, known in (("region", region, book.regions(product)), ("plan", plan, book.plans(product))):
        if asked and asked not in known:
            listed = f"Known: {', '.join(known)}." if known else f"Its prices do not depend on the {what}; leave it out."
            raise AuditError(f"{product} has no {what} {asked!r}. {listed}")

    def quote(each: str) -> Quote:
        return _bill(book, product, amounts, Terms(model, region, each, as_of, prompt_tokens, sessions, included, until))

    if plan or about.default_plan or not needs_plan(book, product, involved):
        return in_currency(quote(plan or about.default_plan), currency, book)
    quotes = sorted((quote(each) for each in book.plans(product, priced=True)), key=_preference)
    others = tuple(Alternative(plan=q.plan, total=q.total) for q in quotes[1:])
    best = quotes[0].model_copy(update={"plan_chosen": quotes[0].total is not None, "alternatives": others})
    return in_currency(best, currency, book)


def in_currency(quote: Quote, currency: str, book: PriceBook) -> Quote:
    """The quote with its total in another currency as well; unchanged for the dollar and for bills in a vendor's unit.

    Raises:
        DataError: there is no rate.
    """
    if currency in ("", MONEY) or quote.currency != MONEY:
        return quote
    rate = book.exchange_rates.at(currency, quote.as_of)
    own = [line for line in quote.lines if line.paid_currency == currency]
    dollars = sum((Fraction(line.amount) for line in quote.lines if line.currency == MONEY and line not in own), Fraction(0))
    already = sum((Fraction(line.paid_amount) for line in own), Fraction(0))
    return quote.model_copy(update={"conversion": convert(dollars, currency, quote.total is not None, rate, already)})


def clocked_meters(book: PriceBook, product: str) -> tuple[str, ...]:
    """Meters of a product that recorded sessions feed."""
    rules = {meter.id: book.rules(product, meter.id) for meter in book.meters(product)}
    return tuple(name for name, found in rules.items() if any(isinstance(rule, Price) and rule.clock for rule in found))


def _preference(quote: Quote) -> tuple[int, Decimal, Decimal, str]:
    """Fully priced first, then cheapest, then the one that buys least in advance."""
    return len(quote.unpriced), quote.priced_total, sum((line.billed for line in quote.lines), Decimal(0)), quote.plan


def _amount(meter: Meter, amount: Quantity | Uses, binary: bool) -> Decimal | Uses:
    if isinstance(amount, tuple):
        return tuple(use.binary() for use in amount) if binary else amount
    try:
        return (amount.binary() if binary else amount).to(meter.unit)
    except AuditError as error:
        raise AuditError(f"{meter.id}: {error}") from None


def needs_plan(book: PriceBook, product: str, meters: Collection[str]) -> bool:
    """Whether any of these meters, or one their own units are priced by, has prices by plan alone."""
    involved = {*meters, *(m.id for m in book.meters(product) if m.unit in _own_units(book, product))}
    return any(rules and all(rule.plan for rule in rules) for rules in (book.rules(product, m) for m in involved))


def _own_units(book: PriceBook, product: str) -> set[str]:
    rules = (rule for meter in book.meters(product) for rule in book.rules(product, meter.id))
    return {rule.currency for rule in rules if isinstance(rule, Price)} - {MONEY}


def _bill(book: PriceBook, product: str, amounts: Amounts, terms: Terms) -> Quote:
    about, meters = book.product(product), book.meters(product)
    priced = PricedMeters(book, product, amounts, terms)
    own = _price_all(priced, meters, clocked_meters(book, product) if terms.sessions else (), _own_units(book, product))
    in_dollars = any(line.currency == MONEY for line in priced.lines.values())
    unsettled = sorted(own.keys() - {meter.unit for meter in meters})
    currency = unsettled[0] if unsettled and not in_dollars else MONEY
    place = {name: number for number, name in enumerate((*(m.id for m in meters), "commitment"))}
    lines = committed(priced.lines, book.agreements).values()
    ordered = tuple(sorted(lines, key=lambda line: (place[line.meter], line.first_day or terms.as_of)))
    amount = total(line.amount for line in ordered if line.currency == currency)
    missing = tuple(priced.unpriced[m.id] for m in meters if m.id in priced.unpriced)
    return Quote(
        product=product,
        name=about.name,
        as_of=terms.as_of,
        until=terms.until,
        region=terms.region or next((line.region for line in ordered if line.region), ""),
        plan=terms.plan if missing or terms.plan != about.default_plan or any(line.plan for line in ordered) else "",
        model=terms.model if any(m.unit == "token" for m in meters if m.id in amounts) else "",
        currency=currency,
        lines=ordered,
        total=None if missing else amount,
        priced_total=amount,
        own_units=tuple(OwnUnit(unit=unit, total=own[unit]) for unit in sorted(own)),
        unpriced=missing,
        notes=(*_notes(book, product, amounts, terms), *_lost(ordered)),
        overlays=tuple(sorted({line.overlay for line in ordered if line.overlay})),
        price_book=book.digest,
        token_prices=_token_prices(ordered),
    )


def _price_all(priced: PricedMeters, meters: Sequence[Meter], clocked: Collection[str], own_units: Collection[str]) -> dict[str, Decimal]:
    """Price what was used, then the vendor's own units it comes to, by the meters that count them.

    Returns:
        each of the vendor's units → how many there are, those given among them.
    """
    settled_by = {meter.unit: meter for meter in meters if meter.unit in own_units}
    for meter in meters:
        if (meter.id in priced.amounts or meter.id in clocked) and meter.unit not in settled_by:
            priced.price(meter, priced.amounts.get(meter.id))
    own: dict[str, Decimal] = {}
    for line in priced.lines.values():
        if line.currency != MONEY:
            own[line.currency] = EXACT.add(own.get(line.currency, Decimal(0)), line.amount)
    for unit, meter in settled_by.items():
        given = priced.amounts.get(meter.id, Decimal(0))
        if unit in own or meter.id in priced.amounts:
            if isinstance(given, tuple):
                raise AuditError(f"{meter.id}: give a number of {units()[unit].many}, not single uses.")
            own[unit] = EXACT.add(own.get(unit, Decimal(0)), given)
            priced.price(meter, own[unit])
    return own


def _notes(book: PriceBook, product: str, amounts: Amounts, terms: Terms) -> tuple[str, ...]:
    def due(meter: Meter) -> bool:
        return meter.fixed and meter.id not in amounts and any(rule.plan in ("", terms.plan) for rule in book.rules(product, meter.id))

    left_out = [f"Not in this bill: {meter.label.lower()} (meter {meter.id})." for meter in book.meters(product) if due(meter)]
    if not terms.included:
        left_out.append("Included amounts are not deducted, as asked.")
    if terms.until is not None:
        left_out.append(
            "Use is spread evenly over the days of the period; where a price changes, allowances and steps are shared out by days."
        )
    return tuple(left_out)


def _token_prices(lines: tuple[Line, ...]) -> str:
    if not any(line.unit == "token" and "genai-prices" in line.title for line in lines):
        return ""
    from lockin_audit.prices.tokens import package_version

    return f"genai-prices {package_version()}"


def _lost(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """What was bought in whole steps and will not be used."""
    return tuple(
        f"{line.billed + line.included - line.quantity:,f} of {line.billed:,f} {units()[line.unit].many} bought are not used and expire."
        for line in lines
        if line.unused_expires and line.billed + line.included > line.quantity
    )
