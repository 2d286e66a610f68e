"""The price book: every dated price we ship, the user's own rows and agreed prices laid over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.checks import check
from lockin_audit.prices.price import CLASSES, Layer, Meter, Price, PriceFile, Product, TokenClass, TokenPrice, Unpriced

if TYPE_CHECKING:
    from lockin_audit.core.config import PriceOverride

Rule = Price | TokenPrice
_LAYERS: tuple[Layer, ...] = ("agreed", "own", "list")


class PriceBook:
    """Prices by product, meter, scope and day.

    Args:
        files: name and content of each price file with the layer it belongs to.
        digest: SHA-256 of everything the book was made from.
    """

    def __init__(self, files: Iterable[tuple[str, PriceFile, Layer]], digest: str, agreed: Sequence[PriceOverride] = ()) -> None:
        self.digest = digest
        self._products: dict[str, Product] = {}
        self._rules: dict[tuple[str, str], list[Rule]] = {}
        files = list(files)
        check(files)
        for _, file, layer in files:
            for product in file.products:
                self._products[product.id] = product
            for price in file.prices:
                self._rules.setdefault((price.product, price.meter), []).append(price.model_copy(update={"layer": layer}))
            for entry in file.tokens:
                for token_class in entry.classes:
                    self._rules.setdefault((entry.product, f"{token_class}_tokens"), []).append(entry.model_copy(update={"layer": layer}))
        for override in agreed:
            self._agree(override)

    def products(self) -> tuple[str, ...]:
        """Ids of all products, sorted."""
        return tuple(sorted(self._products))

    def product(self, product: str) -> Product:
        """Everything known of a product but its prices.

        Raises:
            AuditError: there is none of that id; the message lists those there are.
        """
        if product not in self._products:
            import difflib

            near = difflib.get_close_matches(product, self._products, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise AuditError(f"product {product!r} is not in the price book.{hint} Known: {', '.join(self.products())}.")
        return self._products[product]

    def meters(self, product: str) -> tuple[Meter, ...]:
        """The meters of a product in the order of its file, token meters last.

        Raises:
            AuditError: unknown product.
        """
        own = self.product(product).meters
        tokens = (f"{token_class}_tokens" for token_class in CLASSES)
        return (*own, *(Meter(id=m, label=_token_label(m), unit="token") for m in tokens if (product, m) in self._rules))

    def meter(self, product: str, meter: str) -> Meter:
        """One meter.

        Raises:
            AuditError: unknown product or meter; the message lists the known ones.
        """
        for known in self.meters(product):
            if known.id == meter:
                return known
        raise AuditError(f"{product} has no meter {meter!r}. Known: {', '.join(m.id for m in self.meters(product))}.")

    def rules(self, product: str, meter: str) -> tuple[Rule, ...]:
        """Every price ever of a meter, past and announced, by scope and day."""
        self.meter(product, meter)
        return tuple(sorted(self._rules.get((product, meter), ()), key=lambda r: (r.region, r.plan, r.effective_from or date.min, r.layer)))

    def regions(self, product: str) -> tuple[str, ...]:
        """Regions some meter of the product is priced by, sorted."""
        return tuple(sorted({rule.region for (of, _), rules in self._rules.items() if of == product for rule in rules} - {""}))

    def plans(self, product: str) -> tuple[str, ...]:
        """Plans some meter of the product is priced by, sorted."""
        return tuple(sorted({rule.plan for (of, _), rules in self._rules.items() if of == product for rule in rules} - {""}))

    def at(self, product: str, meter: str, on: date, region: str = "", plan: str = "", *, model: str = "") -> Price | Unpriced:
        """The price in force on a day.

        Args:
            product: product id.
            meter: meter id.
            on: the day.
            region: region; empty: the product's default.
            plan: plan; empty: the product's default.
            model: `provider/model`, for token meters.
        Returns:
            the price, or why there is none. An agreed price goes before a row of the user's own, and that before a list price.
        Raises:
            AuditError: unknown product or meter.
        """
        about, _ = self.product(product), self.meter(product, meter)
        if about.available_from and on < about.available_from:
            return _none(product, meter, f"{about.name} was not on sale before {about.available_from}.")
        if about.ended_on and on >= about.ended_on:
            return _none(product, meter, f"{about.name} ended on {about.ended_on}. {about.ended_note}".strip())
        rules = self._rules.get((product, meter), [])
        scoped = _scope(rules, region or about.default_region, plan or about.default_plan)
        if isinstance(scoped, str):
            return _none(product, meter, scoped)
        rule = _in_force(scoped, on)
        if isinstance(rule, str):
            return _none(product, meter, rule)
        return rule if isinstance(rule, Price) else _from_model(rule, meter, on, model)

    def _agree(self, override: PriceOverride) -> None:
        """Lay a negotiated unit price over the list: rate and tiers are replaced, what is included and how it is counted stays."""
        where = f"[[price]] {override.product} {override.meter}"
        try:
            meter = self.meter(override.product, override.meter)
        except AuditError as error:
            raise DataError(where, str(error)) from None
        listed = [r for r in self._rules.get((override.product, override.meter), ()) if r.layer != "agreed"]
        for region, plan in sorted({(r.region, r.plan) for r in listed} or {("", "")}):
            same = [r for r in listed if (r.region, r.plan) == (region, plan)]
            latest = max(same, key=lambda r: r.effective_from or date.min, default=None)
            terms = latest if isinstance(latest, Price) else None
            self._rules.setdefault((override.product, override.meter), []).append(
                Price(
                    product=override.product,
                    meter=override.meter,
                    unit=meter.unit,
                    amount=Decimal(str(override.unit_price)),
                    currency=terms.currency if terms else "USD",
                    included=terms.included if terms else Decimal(0),
                    minimum=terms.minimum if terms else Decimal(0),
                    granularity=terms.granularity if terms else "1 token",
                    rounding=terms.rounding if terms else "none",
                    rounded=terms.rounded if terms else "bill",
                    rounding_note=terms.rounding_note if terms else "",
                    region=region,
                    plan=plan,
                    effective_from=override.effective_from,
                    source=override.source,
                    confidence="unverified",
                    note="A price agreed with the vendor, from the config.",
                    layer="agreed",
                )
            )


def load_book(extra_dir: Path | None = None, overrides: Sequence[PriceOverride] = ()) -> PriceBook:
    """Read the shipped prices, then a folder of the user's own price files, then prices agreed in the config.

    Raises:
        DataError: a file is broken; the message names file, row and mend.
    """
    from lockin_audit.core.data_files import data_dir

    files, digest = _read(data_dir("pricing_data"), "pricing_data", "list")
    if extra_dir is not None:
        if not extra_dir.is_dir():
            raise DataError(str(extra_dir), "is not a folder of price files.", "Name a folder that holds <vendor>.toml files.")
        own, more = _read.__wrapped__(extra_dir, str(extra_dir), "own")
        files, digest = (*files, *own), digest + more
    for override in overrides:
        digest += override.model_dump_json()
    return PriceBook(files, hashlib.sha256(digest.encode()).hexdigest(), overrides)


@cache
def _read(folder: Path, shown: str, layer: Layer) -> tuple[tuple[tuple[str, PriceFile, Layer], ...], str]:
    """The price files of a folder, and a digest of their content that does not depend on where they lie."""
    from lockin_audit.core.data_files import load

    digest, files = hashlib.sha256(), []
    for path in sorted(folder.glob("*.toml")):
        digest.update(f"{layer}/{path.name}\0".encode())
        if layer == "own" or path.name != "units.toml":
            files.append((f"{shown}/{path.name}", load(path, PriceFile, name=f"{shown}/{path.name}", decimals=True), layer))
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return tuple(files), digest.hexdigest()


def _scope(rules: Sequence[Rule], region: str, plan: str) -> list[Rule] | str:
    """The rules of the closest scope that has any: a region or plan of its own goes before one that holds for all."""
    if not rules:
        return "No price of this meter has been published or found."
    for wanted, what in ((region, "region"), (plan, "plan")):
        known = sorted({rule.region if what == "region" else rule.plan for rule in rules})
        if "" not in known and wanted not in known:
            asked = f"There is no price for {what} {wanted!r}" if wanted else f"The price depends on the {what}"
            return f"{asked}; known: {', '.join(known)}."
    for scope in ((region, plan), ("", plan), (region, ""), ("", "")):
        found = [rule for rule in rules if (rule.region, rule.plan) == scope]
        if found:
            return found
    return f"There is no price for region {region!r} together with plan {plan!r}."


def _in_force(rules: Sequence[Rule], on: date) -> Rule | str:
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


def _from_model(rule: TokenPrice, meter: str, on: date, model: str) -> Price | Unpriced:
    """The model's own token price, times the product's factor."""
    if not model:
        return _none(rule.product, meter, "Tokens cost what the model costs: name the model, such as anthropic/claude-sonnet-5.")
    from lockin_audit.prices.tokens import token_price

    token_class: TokenClass = meter.removesuffix("_tokens")  # type: ignore[assignment]
    price = token_price(model, token_class, on, variant=rule.variant)
    if isinstance(price, Unpriced):
        return _none(rule.product, meter, price.reason)
    factor = "" if rule.multiplier == 1 else f"List price times {rule.multiplier} ({rule.title}: {rule.source})."
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
        }
    )


def _token_label(meter: str) -> str:
    words = {"cache_write_5m": "cache write (5 minutes)", "cache_write_1h": "cache write (1 hour)"}
    token_class = meter.removesuffix("_tokens")
    return f"Tokens: {words.get(token_class, token_class.replace('_', ' '))}"


def _none(product: str, meter: str, reason: str) -> Unpriced:
    return Unpriced(product=product, meter=meter, reason=reason)
