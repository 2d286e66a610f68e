"""`lockin-audit prices --diff` and `--events`: what changed between two days, what that does to a study, and what vendors did."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lockin_audit.finance.result import CostStudy
    from lockin_audit.prices.book import PriceBook
    from lockin_audit.prices.diff import PriceChange
    from lockin_audit.prices.price import Price, TokenPrice
    from lockin_audit.prices.shocks import Shock


def show_diff(book: PriceBook, first: date, second: date, *, product: str, config: Path | None, as_json: bool) -> None:
    """Print what changed from one day to the other; with a config, the study's options at both days as well.

    Raises:
        DataError: the days are in the wrong order.
    """
    import json

    from lockin_audit.cli.terminal import emit
    from lockin_audit.core.errors import DataError
    from lockin_audit.prices.diff import price_changes, token_changes
    from lockin_audit.prices.shocks import about, load_shocks

    if second <= first:
        raise DataError("--diff", f"{second} is not after {first}.", "Give the earlier day first.")
    studies = _studies(book, first, second, config) if config is not None else None
    changes = [change for change in price_changes(book, first, second) if not product or change.product == product]
    tokens = () if product else token_changes(first, second)
    shocks = about(load_shocks(), product=product, after=first, until=second)
    if as_json:
        document = {
            "schema": "lockin-audit/prices-diff/1",
            "from": first.isoformat(),
            "to": second.isoformat(),
            "price_book": book.digest,
            "changes": [_change(change) for change in changes],
            "tokens": [_change(change) for change in tokens],
            "events": [_event(shock) for shock in shocks],
            "effect": _effect(*studies) if studies else None,
        }
        emit(json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False))
        return
    _print_changes(f"Prices of the book, {first} to {second}", changes)
    if tokens:
        main = [change for change in tokens if change.meter in ("input_tokens", "output_tokens")]
        _print_changes(f"Token prices of models, {first} to {second} (cache and batch prices: --format json)", main)
    _print_events([shock for shock in shocks if shock.status != "cancelled"])
    if studies:
        _print_effect(*studies)


def show_events(product: str, *, as_json: bool) -> None:
    """Print the events on record, all or about one product."""
    import json

    from lockin_audit.cli.terminal import emit
    from lockin_audit.prices.shocks import about, load_shocks

    shocks = about(load_shocks(), product=product)
    if as_json:
        emit(json.dumps({"schema": "lockin-audit/shocks/1", "shocks": [_event(shock) for shock in shocks]}, indent=1, ensure_ascii=False))
    elif shocks:
        _print_events(shocks)
    else:
        emit("No event is on record for that.")


def _studies(book: PriceBook, first: date, second: date, config: Path) -> tuple[CostStudy, CostStudy]:
    """The config's cost study with the prices of each day; everything else is the same."""
    from lockin_audit.cli.pipeline import audit_repository
    from lockin_audit.core.config import load_config
    from lockin_audit.finance.study import cost_study

    loaded = load_config(config)
    audit = audit_repository(loaded)
    before, after = (cost_study(loaded.config, audit=audit, book=book, as_of=day, draws=0) for day in (first, second))
    return before, after


def _effect(before: CostStudy, after: CostStudy) -> dict[str, Any]:
    options = [
        {
            "id": id,
            "label": old.label,
            "total_before": None if old.unpriced else old.total,
            "total_after": None if after.options[id].unpriced else after.options[id].total,
            "npv_before": None if old.unpriced else old.npv,
            "npv_after": None if after.options[id].unpriced else after.options[id].npv,
            "unpriced_before": list(old.unpriced),
            "unpriced_after": list(after.options[id].unpriced),
        }
        for id, old in before.options.items()
    ]
    saving = [study.comparison.saving_npv if study.comparison else None for study in (before, after)]
    return {
        "currency": before.currency,
        "options": options,
        "saving_npv_before": saving[0],
        "saving_npv_after": saving[1],
        "prices": [{"assumption": id, "before": old, "after": new} for id, (old, new) in _prices_used(before, after).items() if old != new],
    }


def _prices_used(before: CostStudy, after: CostStudy) -> dict[str, tuple[str | None, str | None]]:
    old, new = ({price.assumption: price.unit_price for price in study.prices} for study in (before, after))
    return {id: (old.get(id), new.get(id)) for id in sorted({*old, *new})}


def _change(change: PriceChange) -> dict[str, Any]:
    from lockin_audit.prices.quantity import plain

    return {
        "product": change.product,
        "meter": change.meter,
        "region": change.region or None,
        "plan": change.plan or None,
        "change": change.change,
        "before": _side(change.before),
        "after": _side(change.after),
        "percent": None if change.percent is None else plain(round(change.percent, 4)),
    }


def _side(rule: Price | TokenPrice | None) -> dict[str, Any] | None:
    from lockin_audit.prices.price import Price
    from lockin_audit.prices.quantity import EXACT, plain

    if rule is None:
        return None
    row: dict[str, Any] = {"effective_from": rule.effective_from.isoformat() if rule.effective_from else None, "source": rule.source}
    if isinstance(rule, Price):
        return {"unit_price": plain(EXACT.plus(rule.unit_price)), "currency": rule.currency, "unit": rule.unit, **row}
    return {"multiplier": plain(rule.multiplier), "variant": rule.variant or None, **row}


def _event(shock: Shock) -> dict[str, Any]:
    return shock.model_dump(mode="json", by_alias=True) | {"notice_days": shock.notice_days}


def _print_changes(title: str, changes: list[PriceChange] | tuple[PriceChange, ...]) -> None:
    from lockin_audit.cli.terminal import emit, table

    seen = [change for change in changes if change.change == "first seen"]
    rows = [
        (
            change.product,
            change.meter,
            ", ".join(part for part in (change.region, change.plan) if part),
            change.change,
            _words(change.before),
            _words(change.after),
            "" if change.percent is None else f"{round(change.percent, 1):+f}%",
        )
        for change in changes
        if change.change != "first seen"
    ]
    if rows:
        table(title, ("product", "meter", "region, plan", "change", ">before", ">after", ">by"), rows)
    else:
        emit(f"{title}: none changed.")
    if seen:
        emit(f"{len(seen)} more were first read between these days and may be older; --format json lists them.")
    emit("")


def _words(rule: Price | TokenPrice | None) -> str:
    """A price in words; `none` where there is none."""
    from lockin_audit.prices.price import Price
    from lockin_audit.prices.quantity import plain, units

    if rule is None:
        return "none"
    if not isinstance(rule, Price):
        return f"model price{f', {rule.variant},' if rule.variant else ''} x {plain(rule.multiplier)}"
    currency = units()[rule.currency].many if rule.currency in units() else rule.currency
    per = units()[rule.unit].label if rule.per == 1 else f"{rule.per:,f} {units()[rule.unit].many}"
    return f"{plain(rule.amount)} {currency} per {per}"


def _print_events(shocks: list[Shock] | tuple[Shock, ...]) -> None:
    from lockin_audit.cli.terminal import emit, table

    if not shocks:
        return
    marks = {"stated": "", "first seen": " *", "month": " (month)", "year": " (year)"}
    rows = [(f"{s.day}{marks[s.day_basis]}", s.vendor, s.kind, s.status, f"{s.label}. {s.what}", s.source) for s in shocks]
    table("What vendors did", ("day", "vendor", "kind", "status", "event", "source"), rows)
    if any(shock.day_basis == "first seen" for shock in shocks):
        emit("* the vendor gives no day; this is the first reading known.")
    emit("")


def _print_effect(before: CostStudy, after: CostStudy) -> None:
    from lockin_audit.cli.terminal import emit, table

    def money(value: float | None) -> str:
        return "not known" if value is None else f"{value:,.0f}"

    effect = _effect(before, after)
    rows = [
        (
            option["label"] or option["id"],
            money(option["total_before"]),
            money(option["total_after"]),
            money(_less(option["total_after"], option["total_before"])),
            money(option["npv_before"]),
            money(option["npv_after"]),
        )
        for option in effect["options"]
    ]
    title = f"Effect on the study over {before.horizon_months} months, {before.currency}: only the prices differ"
    table(
        title, ("option", f">total at {before.as_of}", f">total at {after.as_of}", ">change", ">present value", ">present value then"), rows
    )
    prices = [(row["assumption"], _grouped(row["before"]), _grouped(row["after"])) for row in effect["prices"]]
    if prices:
        table("Prices the study uses that differ", ("price", ">before", ">after"), prices)
    else:
        emit("None of the prices the study uses differs.")


def _less(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before


def _grouped(price: str | None) -> str:
    from lockin_audit.prices.quantity import plain

    return "none" if price is None else plain(Decimal(price))
