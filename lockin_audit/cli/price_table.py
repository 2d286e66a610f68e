"""How `lockin-audit prices` shows prices in the terminal: meters first, then a row for each price, with numbered sources below."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from lockin_audit.prices.book import PriceBook
    from lockin_audit.prices.overlay import Rule
    from lockin_audit.prices.price import Gap


def status(book: PriceBook, rule: Rule, meter: str, day: date) -> str:
    """`in force`, `past` or `announced` on a day."""
    about = book.product(rule.product)
    if (rule.effective_from and rule.effective_from > day) or (about.available_from and about.available_from > day):
        return "announced"
    if (rule.effective_to and rule.effective_to < day) or (about.ended_on and about.ended_on <= day):
        return "past"
    same = [r for r in book.rules(rule.product, meter) if (r.region, r.plan, r.layer) == (rule.region, rule.plan, rule.layer)]
    later = [r for r in same if r.effective_from and rule.effective_from and rule.effective_from < r.effective_from <= day]
    return "past" if later else "in force"


class Sources:
    """Footnotes of a table: each page once, numbered."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def number(self, title: str, source: str, checked_on: date | None, confidence: str) -> str:
        """Number of a source as the table prints it."""
        checked = f", read {checked_on}" if checked_on else ""
        where = f"{title}, {source}" if title else source
        sure = "NOT VERIFIED, check before use" if confidence == "unverified" else confidence
        return str(self._known.setdefault(f"{where}{checked} ({sure})", len(self._known) + 1))

    def lines(self) -> list[str]:
        """The footnotes."""
        return [f"[{number}] {text}" for text, number in self._known.items()]


def show_prices(book: PriceBook, chosen: list[tuple[str, str, Rule]], day: date, product: str | None) -> None:
    """Print prices as a table; for one product also what its meters count.

    Args:
        book: the prices.
        chosen: product, meter and price of each row.
        day: the day by which a price is past, in force or announced.
        product: the product asked for; None: several.
    """
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.prices.price import TokenPrice

    missing = [f"Not known{_scope(gap)}: {gap.reason} ({gap.source})" for gap in (book.gaps(product) if product else ())]
    if not chosen:
        emit("\n".join(["No price fits that.", *missing]))
        return
    sources, rows, told, first_seen = Sources(), [], set(), False
    for name, meter, rule in chosen:
        shown = meter
        if isinstance(rule, TokenPrice):
            shown = ", ".join(rule.classes) + " tokens"
            key = rule.model_dump_json()
            if key in told:
                continue
            told.add(key)
        first_seen |= rule.effective_basis == "first seen"
        scope = ", ".join(part for part in (rule.region, rule.plan) if part)
        until = f" to {rule.effective_to}" if rule.effective_to else ""
        since = f"{rule.effective_from or ''}{' *' if rule.effective_basis == 'first seen' else ''}{until}"
        source = sources.number(rule.title, rule.source, rule.checked_on, rule.confidence)
        rows.append((*(() if product else (name,)), shown, scope, _words(rule), since, status(book, rule, meter, day), source))
    if product:
        _show_meters(book, product, {meter for _, meter, _ in chosen})
    title = f"{book.product(product).name}: every price, as things stand on {day}" if product else f"Prices in force on {day}"
    columns = ("meter", "region, plan", ">price", "since", "status", ">source")
    table(title, columns if product else ("product", *columns), rows)
    out = sources.lines()
    if first_seen:
        out.append("* the vendor does not say since when; this is the earliest reading known.")
    overlays = sorted({rule.overlay for _, _, rule in chosen if rule.overlay})
    if overlays:
        out.append(f"Not list prices alone: {'; '.join(overlays)}.")
    out += missing
    emit("\n".join(out))


def _show_meters(book: PriceBook, product: str, chosen: set[str]) -> None:
    """What each meter counts and in which unit, for whoever maps a usage to them."""
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.prices.quantity import units

    rows = []
    for meter in book.meters(product):
        also = f"also {', '.join(meter.names)}" if meter.names else ""
        fee = "a fee whatever the volume" if meter.fixed else ""
        told = "; ".join(part for part in (meter.label, meter.counts, fee, also) if part)
        if meter.id in chosen:
            rows.append((meter.id, units()[meter.unit].many, told))
    about = book.product(product)
    emit(f"{about.name}. {about.summary}".strip())
    table("What its meters count", ("meter", "counted in", "what it counts"), rows)


def _scope(gap: Gap) -> str:
    named = (", ".join(gap.meters), f"plan {gap.plan}" if gap.plan else "", f"region {gap.region}" if gap.region else "")
    return "".join(f", {part}" for part in named if part)


def _words(rule: Rule) -> str:
    from lockin_audit.prices.price import Price
    from lockin_audit.prices.quantity import plain, units

    if not isinstance(rule, Price):
        factor = "" if rule.multiplier == 1 else f" x {plain(rule.multiplier)}"
        served = {"": "", "fast": " in fast mode"}.get(rule.variant, f" in the {rule.variant} tier")
        return f"price of the model{served}{factor}"
    label = units()[rule.unit].label
    currency = units()[rule.currency].many if rule.currency in units() else rule.currency
    per = label if rule.per == 1 else f"{rule.per:,f} {units()[rule.unit].many}"
    steps = " / ".join(dict.fromkeys(plain(amount) for amount in (rule.amount, *(tier.amount for tier in rule.tiers))))
    ends = "; ".join(f"{tier.up_to:,f}" for tier in rule.tiers if tier.up_to is not None)
    tiers = f", {rule.tier_mode} tiers up to {ends}" if rule.tiers else ""
    free = f", {rule.included:,f} included" if rule.included else ""
    free += "".join(f", {a.amount:,f} included with each of {a.meter}" for a in rule.included_with)
    free += f", nothing for up to {rule.free_up_to:,f}" if rule.free_up_to else ""
    least = f", at least {plain(rule.minimum)} {currency}" if rule.minimum else ""
    return f"{steps} {currency} per {per}{tiers}{free}{least}"
