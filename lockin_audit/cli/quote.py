"""`lockin-audit quote`: the exact bill for a usage, line by line, with the date and source of every price."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lockin_audit.cli.runtimes import Format

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook
    from lockin_audit.prices.exchange import Conversion
    from lockin_audit.prices.quantity import Quantity
    from lockin_audit.prices.quote import Line, Quote
    from lockin_audit.prices.sessions import Session
    from lockin_audit.prices.uses import Uses


_USAGE = (
    "TOML file of METER = quantity; METER = ['25 min', { for = '10 min', each = '2 GB', times = 5 }] for uses the vendor rounds one by "
    "one; [[session]] tables with phase = [{ state = 'running', for = '5 min', memory = '2 GB' }], or for each thread when it ran, "
    "threads = [[['0 s', '20 min']], [['10 min', '30 min']]]: what overlaps counts once."
)
_SET = (
    "A quantity: hours='90 min', tokens=1.5M, spend='$6,000', memory='2 GB * 3 h'. `lockin-audit prices PRODUCT` lists the meters; any "
    "name that can only mean one of them will do."
)


def quote(
    product: Annotated[str, typer.Argument(help="Product to price, such as anthropic.managed_agents; `lockin-audit prices` lists them.")],
    usage: Annotated[
        Path | None,
        typer.Option("--usage", metavar="FILE", help=_USAGE),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="METER=QUANTITY", help=_SET),
    ] = None,
    model: Annotated[str, typer.Option("--model", help="Model whose tokens are used, as provider/model.")] = "",
    region: Annotated[str, typer.Option("--region", help="Region, where prices depend on it.")] = "",
    plan: Annotated[str, typer.Option("--plan", help="Plan, where prices depend on it.")] = "",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Day whose prices hold; default today.")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Bill the period from --as-of to this day, split where a price changes.")
    ] = None,
    prompt_tokens: Annotated[
        int, typer.Option("--prompt-tokens", min=0, metavar="N", help="Tokens in the prompt of each request, where long ones cost more.")
    ] = 0,
    included: Annotated[
        bool, typer.Option("--included/--no-included", help="Deduct what plans include and free tiers; not when it is used up elsewhere.")
    ] = True,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Config with agreed prices ([[price]]) and exchange rates.")
    ] = None,
    prices: Annotated[Path | None, typer.Option("--prices", metavar="DIR", help="Folder of price files of your own.")] = None,
    currency: Annotated[str, typer.Option("--currency", metavar="CODE", help="Give the total in this currency as well, such as EUR.")] = "",
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
) -> None:
    """Price a usage of one product exactly, one line per meter.

    Example: lockin-audit quote anthropic.managed_agents --set session_hours='90 min' --set web_searches=20
    """
    import json

    from lockin_audit.cli.terminal import emit, run_date
    from lockin_audit.prices.bill import bill

    day = run_date(as_of)
    book = overlaid_book(config, prices, product)
    book.product(product)
    amounts, sessions = _usage(book, product, usage, set_ or [])
    result = bill(
        book,
        product,
        amounts,
        model=model,
        region=region,
        plan=plan,
        as_of=day,
        until=run_date(until, "--until") if until is not None else None,
        prompt_tokens=prompt_tokens,
        included=included,
        sessions=sessions,
        currency=currency.upper(),
    )
    if format is Format.JSON:
        emit(json.dumps(document(result), indent=1, ensure_ascii=False))
    else:
        _show(result)


def overlaid_book(config: Path | None, prices: Path | None, product: str = "") -> PriceBook:
    """The price book with what the config agrees and a folder of own prices laid over it; the config is read only where one is named.

    With a product, and nothing laid over, only its vendor's prices are read.
    """
    from lockin_audit.cli.pipeline import config_path
    from lockin_audit.prices.book import load_book

    named = config_path(config)
    if named is None:
        book = load_book(prices, vendors=[product.split(".")[0]])
        return book if not product or product in book.products() else load_book(prices)
    from lockin_audit.core.config import load_config

    loaded = load_config(named).config
    return load_book(prices, loaded.prices, loaded.exchange_rates)


def _usage(book: PriceBook, product: str, file: Path | None, settings: list[str]) -> tuple[dict[str, Quantity | Uses], tuple[Session, ...]]:
    """Quantities of the file, then those of the command line, which win; and the file's sessions."""
    from lockin_audit.core.data_files import read_toml
    from lockin_audit.core.errors import DataError
    from lockin_audit.prices.naming import Named, under_ids
    from lockin_audit.prices.quantity import quantity

    def read(named: Named, value: Any, where: str) -> Quantity | Uses:
        if isinstance(value, list):
            from lockin_audit.prices.uses import read_uses

            return read_uses(value, named.unit or named.meter.unit, where)
        amount = quantity(value, where)
        return replace(amount, unit=amount.unit or named.unit)

    meters = book.meters(product)
    sessions: tuple[Session, ...] = ()
    in_file: dict[str, Any] = read_toml(file, decimals=True) if file is not None else {}
    if "session" in in_file:
        from lockin_audit.prices.sessions import read_sessions

        sessions = read_sessions(in_file.pop("session"), str(file))
    found = {
        id: read(named, value, f"{file}: {named.meter.id}") for id, (named, value) in under_ids(product, meters, in_file, str(file)).items()
    }
    given: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise DataError(f"--set {setting}", "is not METER=QUANTITY.", "Write it as --set session_hours=1.")
        given[name.strip()] = value
    for id, (named, value) in under_ids(product, meters, given, "--set").items():
        found[id] = read(named, value, f"--set {id}")
    return found, sessions


def document(quote: Quote) -> dict[str, Any]:
    """The quote as `quote --format json` prints it; numbers are decimal strings, absent ones null."""
    from lockin_audit.prices.quantity import plain

    return {
        "schema": "lockin-audit/quote/1",
        "product": quote.product,
        "name": quote.name,
        "as_of": quote.as_of.isoformat(),
        "until": quote.until.isoformat() if quote.until else None,
        "region": quote.region or None,
        "plan": quote.plan or None,
        "plan_chosen": quote.plan_chosen,
        "model": quote.model or None,
        "currency": quote.currency,
        "lines": [_line(line) for line in quote.lines],
        "total": None if quote.total is None else plain(quote.total),
        "priced_total": plain(quote.priced_total),
        "total_of_rounded_lines": None if quote.total_of_rounded_lines is None else plain(quote.total_of_rounded_lines),
        "own_units": [{"unit": own.unit, "total": plain(own.total)} for own in quote.own_units],
        "unpriced": [{"meter": missing.meter, "reason": missing.reason} for missing in quote.unpriced],
        "alternatives": [{"plan": a.plan, "total": None if a.total is None else plain(a.total)} for a in quote.alternatives],
        "notes": list(quote.notes),
        "overlays": list(quote.overlays),
        "conversion": _conversion(quote.conversion) if quote.conversion else None,
        "price_book": quote.price_book,
        "token_prices": quote.token_prices or None,
    }


def _conversion(conversion: Conversion) -> dict[str, Any]:
    from lockin_audit.prices.quantity import plain

    return {
        "currency": conversion.currency,
        "total": None if conversion.total is None else plain(conversion.total),
        "priced_total": plain(conversion.priced_total),
        "usd": plain(conversion.usd),
        "amount": plain(conversion.amount),
        "effective_from": conversion.on.isoformat(),
        "checked_on": conversion.checked_on.isoformat() if conversion.checked_on else None,
        "source": conversion.source,
        "title": conversion.title,
        "confidence": conversion.confidence,
    }


def _line(line: Line) -> dict[str, Any]:
    from lockin_audit.prices.quantity import EXACT, plain

    return {
        "meter": line.meter,
        "label": line.label,
        "quantity": f"{EXACT.plus(line.quantity):f}",
        "unit": line.unit,
        "unit_price": plain(EXACT.plus(line.unit_price)),
        "amount": plain(line.amount),
        "currency": line.currency,
        "included": plain(line.included),
        "billed": plain(EXACT.plus(line.billed)),
        "bands": [
            {"quantity": plain(EXACT.plus(b.quantity)), "unit_price": plain(EXACT.plus(b.unit_price)), "amount": plain(b.amount)}
            for b in line.bands
        ],
        "minimum": plain(line.minimum) if line.minimum else None,
        "rounding": line.rounding,
        "region": line.region or None,
        "plan": line.plan or None,
        "effective_from": line.effective_from.isoformat() if line.effective_from else None,
        "effective_basis": line.effective_basis if line.effective_from else "not stated",
        "checked_on": line.checked_on.isoformat() if line.checked_on else None,
        "source": line.source,
        "title": line.title,
        "confidence": line.confidence,
        "overlay": line.overlay or None,
        "first_day": line.first_day.isoformat() if line.first_day else None,
        "last_day": line.last_day.isoformat() if line.last_day else None,
        "price": {"list": "list price", "own": "own price file", "agreed": "agreed price"}[line.layer],
        "note": line.note,
    }


def _show(quote: Quote) -> None:
    from lockin_audit.cli.price_table import Sources
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.prices.quantity import units

    def name(currency: str) -> str:
        return currency if currency == "USD" else units()[currency].many

    sources, rows = Sources(), []
    for line in quote.lines:
        since = line.effective_from.isoformat() if line.effective_from else "not stated"
        price = f"{_grouped(line.unit_price)} {name(line.currency)}" if len(line.bands) < 2 else "by tier"
        used = f"{_grouped(line.quantity)} {units()[line.unit].label if line.quantity == 1 else units()[line.unit].many}"
        source = sources.number(line.title, line.source, line.checked_on, line.confidence)
        label = f"{line.label}, {line.first_day} to {line.last_day}" if line.first_day else line.label
        rows.append((label, used, _grouped(line.billed), price, f"{_grouped(line.amount)} {name(line.currency)}", since, source))
    day = f"{quote.as_of} to {quote.until}" if quote.until else str(quote.as_of)
    about = (quote.name, day, f"plan {quote.plan}" if quote.plan else "", quote.region, quote.model)
    if rows:
        table(", ".join(part for part in about if part), ("meter", ">used", ">billed", ">unit price", ">amount", "since", ">source"), rows)
    out = list(sources.lines())
    for line in quote.lines:
        if len(line.bands) > 1:
            out += [
                f"{line.label}: {_grouped(b.quantity)} x {_grouped(b.unit_price)} = {_grouped(b.amount)} {line.currency}"
                for b in line.bands
            ]
        if line.minimum and line.amount == line.minimum:
            out.append(f"{line.label}: the minimum charge of {_grouped(line.minimum)} {name(line.currency)} applies.")
        if line.billed != line.quantity and line.rounding:
            out.append(f"{line.label}: {line.rounding}")
        if line.note:
            out.append(f"{line.label}: {line.note}")
    out += [f"Total in {name(own.unit)}: {_grouped(own.total)}" for own in quote.own_units]
    out += [f"Not priced: {missing.meter}. {missing.reason}" for missing in quote.unpriced]
    out += list(quote.notes)
    if quote.overlays:
        out.append(f"Not list prices alone: {'; '.join(quote.overlays)}.")
    if quote.plan_chosen and quote.alternatives:
        others = ", ".join(f"{a.plan} {_grouped(a.total) if a.total is not None else 'cannot be priced'}" for a in quote.alternatives)
        out.append(f"Plan {quote.plan} is the cheapest for this usage (others: {others}).")
    if quote.total is None:
        rest = f"; the rest comes to {_grouped(quote.priced_total)} {name(quote.currency)}" if quote.lines else ""
        out.append(f"Total: not known, because something could not be priced{rest}.")
    else:
        by_line = quote.total_of_rounded_lines
        if by_line is not None and by_line != quote.total.quantize(Decimal("0.01"), ROUND_HALF_UP):
            out.append(f"With every line rounded to cents, as on an invoice: {_grouped(by_line)} {name(quote.currency)}")
        out.append(f"Total: {_grouped(quote.total)} {name(quote.currency)}")
    if quote.conversion is not None and quote.conversion.total is not None:
        rate = quote.conversion
        unsure = " (not verified)" if rate.confidence == "unverified" else ""
        at = f"{rate.usd:f} USD for {rate.amount:f} {rate.currency}, {rate.on}, {rate.title or rate.source}{unsure}"
        out.append(f"In {rate.currency}: {_grouped(quote.conversion.total)} ({at})")
    emit("\n".join(out))


def _grouped(number: Decimal) -> str:
    """A number for people: thousands grouped, at most 10 decimals."""
    text = f"{number:,.10f}" if number != number.to_integral_value() else f"{number:,.0f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
