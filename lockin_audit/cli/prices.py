"""`lockin-audit prices`: which products have prices, what each meter costs since when, by which source, and what has gone stale."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lockin_audit.cli.price_table import show_prices, status
from lockin_audit.cli.runtimes import Format

if TYPE_CHECKING:
    from datetime import date

    from lockin_audit.prices.book import PriceBook
    from lockin_audit.prices.overlay import Rule


def prices(
    product: Annotated[str | None, typer.Argument(help="Product whose whole price history to show; default: all products today.")] = None,
    meter: Annotated[str, typer.Option("--meter", help="Only this meter: with a product, the history of one price.")] = "",
    vendor: Annotated[str, typer.Option("--vendor", help="Only products of this vendor, such as aws.")] = "",
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Day whose prices hold; default today.")] = None,
    stale_after: Annotated[
        int | None, typer.Option("--stale-after", min=0, metavar="DAYS", help="Only prices last checked more than DAYS ago.")
    ] = None,
    unverified: Annotated[bool, typer.Option("--unverified", help="Only prices nobody has seen on a page.")] = False,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option("--diff", metavar="DATE DATE", help="What changed from one day to another, announced prices included."),
    ] = None,
    events: Annotated[
        bool, typer.Option("--events", help="Price rises, new meters, ends of products: what vendors did, and when.")
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Config: its agreed prices count, and --diff shows the effect on its options."),
    ] = None,
    prices: Annotated[Path | None, typer.Option("--prices", metavar="DIR", help="Folder of price files of your own.")] = None,
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
) -> None:
    """List products, meters and prices with dates and sources.

    Example: lockin-audit prices anthropic.managed_agents
    """
    import json

    from lockin_audit.cli.quote import overlaid_book
    from lockin_audit.cli.terminal import emit, run_date

    book = overlaid_book(config, prices)
    if product is not None:
        book.product(product)
        if meter:
            book.meter(product, meter)
    if diff is not None:
        from lockin_audit.cli.price_diff import show_diff

        show_diff(book, *(run_date(day, "--diff") for day in diff), product=product or "", config=config, as_json=format is Format.JSON)
        return
    if events:
        from lockin_audit.cli.price_diff import show_events

        show_events(product or "", as_json=format is Format.JSON)
        return
    day = run_date(as_of)
    chosen = [
        (name, one.id, rule)
        for name in ([product] if product else _of_vendor(book, vendor))
        for one in book.meters(name)
        if not meter or one.id == meter
        for rule in book.rules(name, one.id)
        if (product or status(book, rule, one.id, day) == "in force")
        and (not unverified or rule.confidence == "unverified")
        and (stale_after is None or (rule.checked_on is not None and (day - rule.checked_on).days > stale_after))
    ]
    if format is Format.JSON:
        emit(json.dumps(_document(book, chosen, day), indent=1, ensure_ascii=False))
    else:
        show_prices(book, chosen, day, product)


def _of_vendor(book: PriceBook, vendor: str) -> list[str]:
    from lockin_audit.core.errors import DataError

    found = [name for name in book.products() if not vendor or name.split(".")[0] == vendor]
    if not found:
        known = sorted({name.split(".")[0] for name in book.products()})
        raise DataError("--vendor", f"{vendor!r} has no prices.", f"Known: {', '.join(known)}.")
    return found


def _document(book: PriceBook, chosen: list[tuple[str, str, Rule]], day: date) -> dict[str, Any]:
    grouped: dict[str, dict[str, list[Rule]]] = {}
    for name, meter, rule in chosen:
        grouped.setdefault(name, {}).setdefault(meter, []).append(rule)
    found = []
    for name, by_meter in grouped.items():
        about = book.product(name)
        meters = [
            {
                "id": meter.id,
                "label": meter.label,
                "unit": meter.unit,
                "counts": meter.counts,
                "names": list(meter.names),
                "fixed": meter.fixed,
                "prices": [_row(book, rule, meter.id, day) for rule in by_meter.get(meter.id, [])],
            }
            for meter in book.meters(name)
            if meter.id in by_meter
        ]
        found.append(
            {
                "id": name,
                "name": about.name,
                "vendor": about.vendor,
                "summary": about.summary,
                "regions": list(book.regions(name)),
                "plans": list(book.plans(name)),
                "default_region": about.default_region or None,
                "default_plan": about.default_plan or None,
                "available_from": about.available_from.isoformat() if about.available_from else None,
                "ended_on": about.ended_on.isoformat() if about.ended_on else None,
                "meters": meters,
                "gaps": [
                    {
                        "meters": list(gap.meters),
                        "region": gap.region or None,
                        "plan": gap.plan or None,
                        "reason": gap.reason,
                        "checked_on": gap.checked_on.isoformat(),
                        "source": gap.source,
                    }
                    for gap in book.gaps(name)
                ],
            }
        )
    return {"schema": "lockin-audit/prices/1", "as_of": day.isoformat(), "price_book": book.digest, "products": found}


def _row(book: PriceBook, rule: Rule, meter: str, day: date) -> dict[str, Any]:
    from lockin_audit.prices.price import Price
    from lockin_audit.prices.quantity import EXACT, plain

    row: dict[str, Any] = {"status": status(book, rule, meter, day)}
    if isinstance(rule, Price):
        row |= {
            "amount": plain(rule.amount),
            "per": plain(rule.per),
            "unit_price": plain(EXACT.divide(rule.amount, rule.per)),
            "currency": rule.currency,
            "tier_mode": rule.tier_mode or None,
            "tiers": [{"amount": plain(t.amount), "up_to": None if t.up_to is None else plain(t.up_to)} for t in rule.tiers],
            "included": plain(rule.included),
            "included_with": {allowance.meter: plain(allowance.amount) for allowance in rule.included_with},
            "free_up_to": plain(rule.free_up_to) if rule.free_up_to else None,
            "minimum": plain(rule.minimum),
            "granularity": rule.granularity,
            "rounding": rule.rounding,
            "rounded": rule.rounded if rule.rounding != "none" else None,
            "rounding_note": rule.rounding_note,
            "use_minimum": rule.use_minimum or None,
            "use_step": rule.use_step or None,
            "month": rule.month or None,
            "clock": rule.clock or None,
            "unused_expires": rule.unused_expires,
            "states_billed": list(rule.states_billed),
            "states_free": list(rule.states_free),
        }
    else:
        row |= {
            "amount": None,
            "reason": "Costs what the model's tokens cost; quote it with --model.",
            "multiplier": plain(rule.multiplier),
            "variant": rule.variant or None,
        }
    return row | {
        "region": rule.region or None,
        "plan": rule.plan or None,
        "effective_from": rule.effective_from.isoformat() if rule.effective_from else None,
        "effective_basis": rule.effective_basis,
        "effective_to": rule.effective_to.isoformat() if rule.effective_to else None,
        "checked_on": rule.checked_on.isoformat() if rule.checked_on else None,
        "source": rule.source,
        "title": rule.title,
        "confidence": rule.confidence,
        "note": rule.note,
        "price": {"list": "list price", "own": "own price file", "agreed": "agreed price"}[rule.layer],
        "overlay": rule.overlay or None,
    }
