"""`lockin-audit quote`: the exact bill for a usage, line by line, with the date and source of every price."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lockin_audit.cli.runtimes import Format

if TYPE_CHECKING:
    from lockin_audit.prices.quantity import Quantity
    from lockin_audit.prices.quote import Line, Quote


def quote(
    product: Annotated[str, typer.Argument(help="Product to price, such as anthropic.managed_agents; `lockin-audit prices` lists them.")],
    usage: Annotated[Path | None, typer.Option("--usage", metavar="FILE", help="TOML file of METER = quantity.")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="METER=QUANTITY", help="A quantity, with a unit if you like: session_hours='90 min'."),
    ] = None,
    model: Annotated[str, typer.Option("--model", help="Model whose tokens are used, as provider/model.")] = "",
    region: Annotated[str, typer.Option("--region", help="Region, where prices depend on it.")] = "",
    plan: Annotated[str, typer.Option("--plan", help="Plan, where prices depend on it.")] = "",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Day whose prices hold; default today.")] = None,
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
) -> None:
    """Price a usage of one product exactly, one line per meter.

    Example: lockin-audit quote anthropic.managed_agents --set session_hours='90 min' --set web_searches=20
    """
    import json

    from lockin_audit.cli.terminal import emit, run_date
    from lockin_audit.prices.bill import bill
    from lockin_audit.prices.book import load_book

    day = run_date(as_of)
    book = load_book()
    book.product(product)
    result = bill(book, product, _usage(usage, set_ or []), model=model, region=region, plan=plan, as_of=day)
    if format is Format.JSON:
        emit(json.dumps(document(result), indent=1, ensure_ascii=False))
    else:
        _show(result)


def _usage(file: Path | None, settings: list[str]) -> dict[str, Quantity]:
    """Quantities of the file, then those of the command line, which win."""
    from lockin_audit.core.data_files import read_toml
    from lockin_audit.core.errors import DataError
    from lockin_audit.prices.quantity import quantity

    found: dict[str, Quantity] = {}
    if file is not None:
        for name, value in read_toml(file, decimals=True).items():
            found[name] = quantity(value, f"{file}: {name}")
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise DataError(f"--set {setting}", "is not METER=QUANTITY.", "Write it as --set session_hours=1.")
        found[name.strip()] = quantity(value, f"--set {name.strip()}")
    return found


def document(quote: Quote) -> dict[str, Any]:
    """The quote as `quote --format json` prints it; numbers are decimal strings, absent ones null."""
    from lockin_audit.prices.quantity import plain

    return {
        "schema": "lockin-audit/quote/1",
        "product": quote.product,
        "name": quote.name,
        "as_of": quote.as_of.isoformat(),
        "region": quote.region or None,
        "plan": quote.plan or None,
        "plan_chosen": quote.plan_chosen,
        "model": quote.model or None,
        "currency": quote.currency,
        "lines": [_line(line) for line in quote.lines],
        "total": None if quote.total is None else plain(quote.total),
        "priced_total": plain(quote.priced_total),
        "own_units": [{"unit": own.unit, "total": plain(own.total)} for own in quote.own_units],
        "unpriced": [{"meter": missing.meter, "reason": missing.reason} for missing in quote.unpriced],
        "alternatives": [{"plan": a.plan, "total": None if a.total is None else plain(a.total)} for a in quote.alternatives],
        "notes": list(quote.notes),
        "price_book": quote.price_book,
        "token_prices": quote.token_prices or None,
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
        "price": {"list": "list price", "own": "own price file", "agreed": "agreed price"}[line.layer],
        "note": line.note,
    }


def _show(quote: Quote) -> None:
    from lockin_audit.cli.prices import Sources
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
        rows.append((line.label, used, _grouped(line.billed), price, f"{_grouped(line.amount)} {name(line.currency)}", since, source))
    about = (quote.name, str(quote.as_of), f"plan {quote.plan}" if quote.plan else "", quote.region, quote.model)
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
    if quote.plan_chosen and quote.alternatives:
        others = ", ".join(f"{a.plan} {_grouped(a.total) if a.total is not None else 'cannot be priced'}" for a in quote.alternatives)
        out.append(f"Plan {quote.plan} is the cheapest for this usage (others: {others}).")
    if quote.total is None:
        rest = f"; the rest comes to {_grouped(quote.priced_total)} {name(quote.currency)}" if quote.lines else ""
        out.append(f"Total: not known, because something could not be priced{rest}.")
    else:
        out.append(f"Total: {_grouped(quote.total)} {name(quote.currency)}")
    emit("\n".join(out))


def _grouped(number: Decimal) -> str:
    """A number for people: thousands grouped, at most 10 decimals."""
    text = f"{number:,.10f}" if number != number.to_integral_value() else f"{number:,.0f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
