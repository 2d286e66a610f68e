"""The price book: every dated price we ship, the user's own rows and agreed prices laid over them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lockin_audit.core.errors import DataError
from lockin_audit.prices.checks import check
from lockin_audit.prices.exchange import FILE_NAME, ExchangeRates, check_rates, read_rates
from lockin_audit.prices.lookup import closest_scope, from_model, in_dollars, in_force, known_gap, no_price
from lockin_audit.prices.naming import no_meter, no_product
from lockin_audit.prices.overlay import Rule, agreed_rules
from lockin_audit.prices.price import CLASSES, Gap, Layer, Meter, Price, PriceFile, Product, Unpriced

if TYPE_CHECKING:
    from lockin_audit.core.config import PriceOverride
    from lockin_audit.core.exchange import ExchangeRate

_NOT_PRICES = {"units.toml", "shocks.toml", "retirements.toml"}


class PriceBook:
    """Prices by product, meter, scope and day.

    Args:
        files: name and content of each price file with the layer it belongs to.
        digest: SHA-256 of everything the book was made from.
    """

    def __init__(
        self,
        files: Iterable[tuple[str, PriceFile, Layer]],
        digest: str,
        agreed: Sequence[PriceOverride] = (),
        exchange_rates: ExchangeRates | None = None,
    ) -> None:
        self.digest = digest
        self.agreements = tuple(agreed)
        """Agreements laid over the list, as the config gives them."""
        self.exchange_rates = exchange_rates or ExchangeRates()
        self._gaps: dict[str, list[Gap]] = {}
        self._products: dict[str, Product] = {}
        self._rules: dict[tuple[str, str], list[Rule]] = {}
        files = list(files)
        check(files, self.exchange_rates.currencies())
        for name, file, layer in files:
            laid = {"layer": layer, "overlay": f"own prices: {name}" if layer == "own" else ""}
            for product in file.products:
                self._products[product.id] = product
            for price in file.prices:
                self._rules.setdefault((price.product, price.meter), []).append(price.model_copy(update=laid))
            for entry in file.tokens:
                for token_class in entry.classes:
                    self._rules.setdefault((entry.product, f"{token_class}_tokens"), []).append(entry.model_copy(update=laid))
            for gap in file.gaps:
                self._gaps.setdefault(gap.product, []).append(gap)
        for product_id, meter, rule in agreed_rules(self, agreed, self.exchange_rates.currencies()):
            self._rules.setdefault((product_id, meter), []).append(rule)

    def products(self) -> tuple[str, ...]:
        """Ids of all products, sorted."""
        return tuple(sorted(self._products))

    def product(self, product: str) -> Product:
        """Everything known of a product but its prices.

        Raises:
            AuditError: there is none of that id; the message names those that come close, or else all there are.
        """
        if product not in self._products:
            raise no_product(product, self._products)
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
            AuditError: unknown product or meter; the message lists the known ones and those that come close.
        """
        known = self.meters(product)
        for one in known:
            if one.id == meter:
                return one
        raise no_meter(product, known, meter)

    def rules(self, product: str, meter: str) -> tuple[Rule, ...]:
        """Every price ever of a meter, past and announced, by scope and day."""
        self.meter(product, meter)
        return tuple(sorted(self._rules.get((product, meter), ()), key=lambda r: (r.region, r.plan, r.effective_from or date.min, r.layer)))

    def regions(self, product: str) -> tuple[str, ...]:
        """Regions some meter of the product is priced by, or known to be, sorted."""
        priced = {rule.region for (of, _), rules in self._rules.items() if of == product for rule in rules}
        return tuple(sorted((priced | {gap.region for gap in self._gaps.get(product, ())}) - {""}))

    def plans(self, product: str, *, priced: bool = False) -> tuple[str, ...]:
        """Plans some meter of the product is priced by, sorted; those whose price is missing as well unless `priced`."""
        found = {rule.plan for (of, _), rules in self._rules.items() if of == product for rule in rules}
        gaps = () if priced else self._gaps.get(product, ())
        return tuple(sorted((found | {gap.plan for gap in gaps}) - {""}))

    def gaps(self, product: str) -> tuple[Gap, ...]:
        """Prices of a product that are known to be missing, and why."""
        return tuple(self._gaps.get(product, ()))

    def at(
        self, product: str, meter: str, on: date, region: str = "", plan: str = "", *, model: str = "", prompt_tokens: int = 0
    ) -> Price | Unpriced:
        """The price in force on a day, in dollars or the vendor's own unit.

        Args:
            product: product id.
            meter: meter id.
            on: the day.
            region: region; empty: the product's default.
            plan: plan; empty: the product's default.
            model: `provider/model`, for token meters.
            prompt_tokens: length of each request, where the model charges long ones more.
        Returns:
            the price, or why there is none. An agreed price goes before a row of the user's own, and that before a list price.
        Raises:
            AuditError: unknown product or meter.
            DataError: the price is in a currency without an exchange rate on that day.
        """
        about, _ = self.product(product), self.meter(product, meter)
        if about.available_from and on < about.available_from:
            return no_price(product, meter, f"{about.name} was not on sale before {about.available_from}.")
        if about.ended_on and on >= about.ended_on:
            return no_price(product, meter, f"{about.name} ended on {about.ended_on}. {about.ended_note}".strip())
        region, plan = region or about.default_region, plan or about.default_plan
        rules = self._rules.get((product, meter), [])
        gap = known_gap(self._gaps.get(product, ()), rules, meter, region, plan)
        if gap and (gap.region or gap.plan):
            return no_price(product, meter, gap.reason)
        scoped = closest_scope(rules, region, plan)
        rule = scoped if isinstance(scoped, str) else in_force(scoped, on)
        if isinstance(rule, str):
            return no_price(product, meter, gap.reason if gap else rule)
        if isinstance(rule, Price):
            return (
                in_dollars(rule, self.exchange_rates.at(rule.currency, on)) if rule.currency in self.exchange_rates.currencies() else rule
            )
        return from_model(rule, meter, on, model, prompt_tokens)


def load_book(
    extra_dir: Path | None = None,
    overrides: Sequence[PriceOverride] = (),
    exchange_rates: Sequence[ExchangeRate] = (),
    *,
    vendors: Collection[str] = (),
) -> PriceBook:
    """Read the shipped prices, then a folder of the user's own price files, then prices and exchange rates of the config.

    Args:
        extra_dir: the user's folder.
        overrides: agreements of the config.
        exchange_rates: exchange rates of the config.
        vendors: the only vendors asked for, whose shipped files and those the agreements name are then read alone, which is faster; the
            digest is still that of everything. Nobody named, an unknown vendor or a folder of one's own gets the whole book.
    Raises:
        DataError: a file is broken; the message names file, row and mend.
    """
    from lockin_audit.core.data_files import data_dir

    shipped = data_dir("pricing_data")
    names = tuple(path.name for path in sorted(shipped.glob("*.toml")))
    wanted = {f"{vendor}.toml" for vendor in (*vendors, *(o.product.split(".")[0] for o in overrides))}
    alone = bool(vendors) and extra_dir is None and wanted.issubset(names)
    files = _read(shipped, tuple(sorted(wanted)) if alone else names, "pricing_data", "list")
    known = {product.id for _, file, _ in files for product in file.products}
    if alone and any(o.product not in known and not o.product.endswith(".*") for o in overrides):
        files = _read(shipped, names, "pricing_data", "list")  # so that the error names what comes close among all products
    digest = _digest(shipped, names, "list")
    own_rates: tuple[ExchangeRate, ...] = ()
    if extra_dir is not None:
        if not extra_dir.is_dir():
            raise DataError(str(extra_dir), "is not a folder of price files.", "Name a folder that holds <vendor>.toml files.")
        names = tuple(path.name for path in sorted(extra_dir.glob("*.toml")))
        own = _read.__wrapped__(extra_dir, names, str(extra_dir), "own")
        if not own and not (extra_dir / FILE_NAME).is_file():
            raise DataError(
                str(extra_dir), "holds no price files.", "Put <vendor>.toml files there; `lockin-audit schema prices` describes them."
            )
        files, digest = (*files, *own), digest + _digest.__wrapped__(extra_dir, names, "own")
        own_rates = read_rates(extra_dir / FILE_NAME, str(extra_dir / FILE_NAME)) if (extra_dir / FILE_NAME).is_file() else ()
    check_rates(exchange_rates, "config")
    rates = ExchangeRates(exchange_rates, own_rates, _shipped_rates())
    for entry in (*overrides, *exchange_rates):
        digest += entry.model_dump_json()
    return PriceBook(files, hashlib.sha256(digest.encode()).hexdigest(), overrides, rates)


@cache
def _shipped_rates() -> tuple[ExchangeRate, ...]:
    from lockin_audit.core.data_files import data_dir

    return read_rates(data_dir("pricing_data") / FILE_NAME, f"pricing_data/{FILE_NAME}")


@cache
def _read(folder: Path, names: Sequence[str], shown: str, layer: Layer) -> tuple[tuple[str, PriceFile, Layer], ...]:
    """The price files of a folder."""
    from lockin_audit.core.data_files import load

    priced = [name for name in names if name != FILE_NAME and (layer == "own" or name not in _NOT_PRICES)]
    return tuple((f"{shown}/{name}", load(folder / name, PriceFile, name=f"{shown}/{name}", decimals=True), layer) for name in priced)


@cache
def _digest(folder: Path, names: Sequence[str], layer: Layer) -> str:
    """A digest of the content of all files, which does not depend on where they lie."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(f"{layer}/{name}\0".encode())
        digest.update((folder / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _token_label(meter: str) -> str:
    words = {"cache_write_5m": "cache write (5 minutes)", "cache_write_1h": "cache write (1 hour)"}
    token_class = meter.removesuffix("_tokens")
    return f"Tokens: {words.get(token_class, token_class.replace('_', ' '))}"
