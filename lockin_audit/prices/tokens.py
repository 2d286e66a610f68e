"""Token prices of models at a date, from the data bundled in the genai-prices package; offline, nothing is fetched.

The package is asked for its rows, not for a calculation: a row has a first day where the package knows one, and a request of
more than a certain length may cost more for every token in it (`prompt_tokens` chooses). A cache class without a price of its
own is billed as input, which is what the package's own calculation does.
"""

from __future__ import annotations

import difflib
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import Field

from lockin_audit.core.data_files import data_dir, load
from lockin_audit.core.record import Record
from lockin_audit.prices import token_data
from lockin_audit.prices.price import Confidence, Price, TokenClass, Unpriced

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, ModelPrice, Provider

_KEYS: dict[str, tuple[str, ...]] = {
    "input": ("input_mtok",),
    "output": ("output_mtok",),
    "cache_read": ("cache_read_mtok",),
    "cache_write_5m": ("cache_write_5m_mtok", "cache_write_mtok"),
    "cache_write_1h": ("cache_write_1h_mtok",),
}
_CONTEXTS = {"fast": {"speed": "fast"}, "flex": {"service_tier": "flex"}, "priority": {"service_tier": "priority"}}
"""How the package names the ways to serve a model."""
_PROJECT = "https://github.com/pydantic/genai-prices"


def package_version() -> str:
    """Version of the genai-prices data in use."""
    return version("genai-prices")


def token_price(model: str, token_class: TokenClass, on: date, *, prompt_tokens: int = 0, variant: str = "") -> Price | Unpriced:
    """Price of a million tokens of one class.

    Args:
        model: `provider/model`, e.g. `anthropic/claude-sonnet-5`.
        token_class: one of `price.CLASSES`.
        on: the day.
        prompt_tokens: length of the prompt of each request, where the model charges long ones more.
        variant: `fast` for the model's fast mode, `flex` or `priority` for a service tier.
    Returns:
        a Price with `amount` in USD per 1,000,000 tokens; its `effective_from` is None where the package gives no day.
    """
    product, meter = model, f"{token_class}_tokens"
    found = _find(model)
    if isinstance(found, str):
        return Unpriced(product=product, meter=meter, reason=found)
    provider, info = found
    name = f"{provider.id}/{info.id}"
    ended = _retirements().get(name)
    if ended is not None and on >= ended.retired_on:
        reason = f"{name} has not answered since {ended.retired_on} ({ended.title}, {ended.source})."
        return Unpriced(product=product, meter=meter, reason=reason)
    row = _row(info, on)
    if row is None:
        return Unpriced(product=product, meter=meter, reason=f"genai-prices {package_version()} has no price of {name} on {on}.")
    prices, since = row.prices, row.since
    basis: Literal["stated", "first seen"] = "stated"
    base = token_class.removeprefix("batch_")
    context = {"processing": "batch"} if token_class.startswith("batch_") else _CONTEXTS.get(variant, {})
    if context:
        special = _variant(info, on, context)
        if special is None or _value(special.prices, base) is None:
            what = "batch" if "processing" in context else "fast mode" if variant == "fast" else f"{variant} tier"
            reason = f"genai-prices {package_version()} lists no {what} price of {name} on {on}."
            return Unpriced(product=product, meter=meter, reason=reason)
        prices, since, basis = special.prices, special.since or since, "first seen" if special.since else basis
    value, note = _value(prices, base), ""
    if value is None and base == "cache_write_1h":
        value, note = _value(prices, "cache_write_5m"), f"{name} lists one price for all cache writes."
    if value is None and base.startswith("cache_"):
        value, note = _value(prices, "input"), f"{name} lists no price of its own for this class; such tokens are billed as input."
    if value is None:
        return Unpriced(product=product, meter=meter, reason=f"genai-prices {package_version()} lists no {base} price of {name}.")
    amount, steps = _at_length(value, prompt_tokens)
    if info not in provider.models:
        own = f"The data has no price of {provider.id} itself for this model; this is that of its maker, without regional surcharges."
        note = f"{own} {note}".strip()
    return Price(
        product=product,
        meter=meter,
        unit="token",
        amount=amount,
        per=Decimal(1_000_000),
        granularity="1 token",
        effective_from=since,
        effective_basis=basis,
        source=_PROJECT,
        title=f"genai-prices {package_version()}, bundled data for {name}",
        confidence="third party",
        note=" ".join(part for part in (note, steps, row.note) if part),
    )


class Retirement(Record):
    """A model that no longer answers."""

    model: str
    """`provider/model` as the token data names it."""
    retired_on: date
    """First day without an answer."""
    checked_on: date
    confidence: Confidence
    source: str
    title: str


class RetirementFile(Record):
    """pricing_data/retirements.toml."""

    retirements: tuple[Retirement, ...] = Field(alias="retirement")


def models(provider: str) -> tuple[str, ...]:
    """Ids of a provider's models that have token prices, as `provider/model`; empty for an unknown provider."""
    found = token_data.provider(provider)
    return tuple(sorted(f"{found.id}/{model.id}" for model in found.models)) if found else ()


def dated_models() -> tuple[str, ...]:
    """Ids of models whose token prices have a first day, or that have stopped answering, as `provider/model`; sorted."""
    every = token_data.providers()
    from genai_prices.types import ModelPrice, StartDateConstraint

    dated = {
        f"{provider.id}/{model.id}"
        for provider in every
        for model in provider.models
        if not isinstance(model.prices, ModelPrice) and any(isinstance(row.constraint, StartDateConstraint) for row in model.prices)
    }
    return tuple(sorted(dated | set(_retirements())))


class _Row(NamedTuple):
    prices: ModelPrice
    since: date | None
    note: str = ""


@cache
def _retirements() -> dict[str, Retirement]:
    file = load(data_dir("pricing_data") / "retirements.toml", RetirementFile, name="pricing_data/retirements.toml")
    return {entry.model: entry for entry in file.retirements}


@cache
def _find(model: str) -> tuple[Provider, ModelInfo] | str:
    provider_id, slash, name = model.strip().partition("/")
    if not slash or not name:
        return f"{model!r} does not name a provider. Write it as provider/model, such as anthropic/claude-sonnet-5."
    provider = token_data.provider(provider_id)
    if provider is None:
        return f"genai-prices {package_version()} knows no provider {provider_id!r}."
    info = provider.find_model(name, all_providers=token_data.providers())
    if info is None:
        near = difflib.get_close_matches(name.lower(), [m.id for m in provider.models], n=3, cutoff=0.5)
        hint = f" Close: {', '.join(f'{provider.id}/{n}' for n in near)}." if near else ""
        return f"genai-prices {package_version()} knows no model {name!r} of {provider.id}.{hint}"
    return provider, info


def _row(info: ModelInfo, on: date) -> _Row | None:
    """The model's standard prices on a day; rows bound to a time of day are passed over."""
    from genai_prices.types import ModelPrice, StartDateConstraint, TimeOfDateConstraint

    if isinstance(info.prices, ModelPrice):
        return _Row(info.prices, None)
    by_hour = any(isinstance(row.constraint, TimeOfDateConstraint) for row in info.prices)
    note = "The vendor charges another price at some hours of the day; this is the one outside them." if by_hour else ""
    for row in reversed(info.prices):
        if row.constraint is None:
            return _Row(row.prices, None, note)
        if isinstance(row.constraint, StartDateConstraint) and row.constraint.start_date <= on:
            return _Row(row.prices, row.constraint.start_date, note)
    return None


def _variant(info: ModelInfo, on: date, context: dict[str, str]) -> _Row | None:
    noon = datetime(on.year, on.month, on.day, 12)
    for variant in info.price_variants or ():
        if variant.when == context and (variant.constraint is None or variant.constraint.active(noon)):
            return _Row(variant.prices, getattr(variant.constraint, "start_date", None))
    return None


def _value(prices: ModelPrice, base: str) -> Any:
    held = vars(prices)
    return next((held[key] for key in _KEYS[base] if held.get(key) is not None), None)


def _at_length(value: Any, prompt_tokens: int) -> tuple[Decimal, str]:
    from genai_prices.types import TieredPrices

    if not isinstance(value, TieredPrices):
        return Decimal(value), ""
    amount = value.base
    for tier in value.tiers:
        if prompt_tokens > tier.start:
            amount = tier.price
    steps = "; ".join(f"{tier.price} USD per million in requests of more than {tier.start:,} prompt tokens" for tier in value.tiers)
    return Decimal(amount), f"By length of the request, for all its tokens: {value.base} USD per million; {steps}."
