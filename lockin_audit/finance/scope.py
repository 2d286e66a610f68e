"""What a study covers: its workflows and the ways to run them, from the config, else from what the audit found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config, OptionConfig, PriceOverride
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Ownership
from lockin_audit.finance.model import ModelOption
from lockin_audit.finance.products import Product, product_of, products

DEFAULT_PRODUCT = "anthropic.managed_agents"
"""Stands in where neither the config nor the audit names a managed product the model has lines for; `Scope.notes` then says so."""
_WORDS = """board at_board discounted_at_board people market finance calendar routing volume price saving scenario
    month years discount sessions engineer_day wage_index token_price_index service_price_index"""
RESERVED = frozenset(_WORDS.split())
"""Words that mean something in the model; no workflow or option may bear them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The workflows and options of a study."""

    workflows: Mapping[str, str]
    """Workflow id → name."""
    options: tuple[ModelOption, ...]
    compared: tuple[str, str] | None
    """Options compared, from and to."""
    notes: tuple[str, ...] = ()
    """Products that stand in for others, and what their lines leave out, in words."""
    currency: str = "USD"
    """Currency of the study."""
    commitments: Mapping[int, PriceOverride] = field(default_factory=dict)
    """Agreements with a promised monthly spend, by their number in the config."""

    @property
    def leaves(self) -> tuple[ModelOption, ...]:
        """All options, a hybrid as its parts: those that have inputs and prices."""
        return tuple(leaf for option in self.options for leaf in option.leaves)

    def current(self, option: ModelOption) -> ModelOption | None:
        """Where an owned option's agents run until it is in service: the managed option it is compared with, else the first like it."""
        managed = [o for o in self.options if o.kind == "managed" and set(option.workflows) == set(o.workflows)]
        compared = [o for o in managed if self.compared and o.id == self.compared[0]]
        return next(iter(compared or managed), None)


def study_scope(config: Config, audit: Audit | None = None) -> Scope:
    """The scope of a study.

    Raises:
        DataError: an unknown product, or an id that the model itself uses.
    """
    workflows = {w.id: w.name or w.id for w in config.workflows}
    if not workflows and audit is not None:
        workflows = {w.id: w.name or w.id for w in audit.workflows}
    workflows = workflows or {"repository": "The whole repository"}
    found, note = _found(audit)
    configured = config.options or (
        OptionConfig(id="managed", kind="managed"),
        OptionConfig(id="owned", kind="owned", label="Own the orchestration"),
    )
    options = tuple(_option(option, config, tuple(workflows), found) for option in configured)
    notes = [note] if note and any(o.kind != "owned" and not o.product for o in configured) else []
    for id in (*workflows, *(o.id for o in options)):
        if id in RESERVED or (id in workflows and any(o.id == id for o in options)):
            raise DataError(
                "config", f"{id!r} cannot be the id of a workflow or option: the cost model uses that word.", "Choose another id."
            )
    promised = {n: p for n, p in enumerate(config.prices, 1) if p.commitment is not None}
    notes += [*_product_notes(options), *_without_rota(config, options)]
    return Scope(workflows, options, _compared(config, options), tuple(notes), config.cost.currency, promised)


def _found(audit: Audit | None) -> tuple[Product, str]:
    """The managed product in use by what the audit found, most places first; and a sentence where another stands in or several are."""
    default = products()[DEFAULT_PRODUCT]
    if audit is None:
        return default, ""
    places = Counter(s.runtime for s in audit.sites if s.ownership is Ownership.PLATFORM)
    found = sorted(audit.scan.runtimes, key=lambda runtime: (-places[runtime], runtime))
    priced = {runtime: product_of(runtime) for runtime in found if product_of(runtime)[0]}
    if not priced:
        what = f"It found {', '.join(found)}" if found else "It found none"
        return default, f"The audit found no managed product the cost model has lines for; {default.name} stands in. {what}."
    (product, note), *others = priced.values()
    assert product is not None
    names = sorted({p.name for p, _ in others if p is not None and p is not product})
    if names:
        note = f"{note} Priced as {product.name}, which has the most places in the code; also found: {', '.join(names)}.".strip()
    return product, note


def _without_rota(config: Config, options: tuple[ModelOption, ...]) -> list[str]:
    """Owned options for which nobody is on call and the cost of a rota is not stated."""
    if config.team.on_call is not False:
        return []
    ids = [f"{leaf.id}.on_call_floor" for option in options for leaf in option.leaves if leaf.kind == "owned"]
    missing = [id for id in ids if id not in config.assumptions]
    if not missing:
        return []
    return [
        "No rota exists ([team] on_call = false), and one around the clock needs at least 8 engineers at one site (Google SRE book); "
        f"what that costs is left out until {' and '.join(missing)} say how many engineers' time it takes."
    ]


def _product_notes(options: tuple[ModelOption, ...]) -> list[str]:
    """What the lines of the products in use leave out, and models they cannot run."""
    found: dict[str, None] = {}
    for option in (leaf for whole in options for leaf in whole.leaves):
        product = products().get(option.product)
        if product is None and option.whole:
            continue
        if product is None:
            covered = any(o.kind == "managed" and set(o.workflows) == set(option.workflows) for o in options)
            if not covered and any(o.kind == "managed" for o in options):
                found[
                    f"{option.label}: no managed option covers the same workflows, so what they cost until it is in service is left out; "
                    "add one."
                ] = None
            continue
        if product.note:
            found[f"{product.name}: {product.note}"] = None
        if product.providers and option.model.partition("/")[0] not in product.providers:
            runs = " and ".join(p.capitalize() if p != "openai" else "OpenAI" for p in product.providers)
            found[f"{option.label}: it runs models of {runs}, but its tokens are priced as {option.model}; set the option's model."] = None
    return list(found)


def _option(option: OptionConfig, config: Config, workflows: tuple[str, ...], found: Product) -> ModelOption:
    product = option.product or (found.id if option.kind != "owned" else "")
    where = f"option {option.id!r}"
    if option.kind != "owned" and product not in products():
        raise DataError(
            f"{where}: product", f"{product!r} is not a managed product the cost model knows.", f"Known: {', '.join(products())}."
        )
    if option.kind == "owned" and product:
        raise DataError(f"{where}: product", "an owned option has no managed product.", "Remove the key, or set kind to managed.")
    covered, model = option.workflows or workflows, option.model or config.cost.model
    label = option.label or _label(option, product)
    if option.kind != "hybrid":
        return ModelOption(option.id, option.kind, label, product, model, covered, option.portable, option.defer_months)
    moved = tuple(w for w in covered if w in option.owned_workflows)
    if len(moved) != len(set(option.owned_workflows)) or len(moved) == len(covered):
        raise DataError(
            f"{where}: owned_workflows", "must be some, not all, of the workflows it covers.", "For all of them use an owned option."
        )
    owned = ModelOption(
        f"{option.id}.owned", "owned", f"{label}, owned part", "", model, moved, defer_months=option.defer_months, whole=option.id
    )
    managed = ModelOption(
        f"{option.id}.managed",
        "managed",
        f"{label}, managed part",
        product,
        model,
        covered,
        option.portable,
        whole=option.id,
        leaving=moved,
    )
    return ModelOption(option.id, "hybrid", label, "", model, covered, defer_months=option.defer_months, parts=(owned, managed))


def _label(option: OptionConfig, product: str) -> str:
    """What an option without a label is called."""
    if option.kind == "hybrid":
        label = f"{products()[product].name}, {len(option.owned_workflows)} workflow{'s' if len(option.owned_workflows) > 1 else ''} owned"
    else:
        label = products()[product].name if product else "Own the orchestration"
    return (
        label
        + (", portable specification" if option.portable else "")
        + (f", in {option.defer_months} months" if option.defer_months else "")
    )


def _compared(config: Config, options: tuple[ModelOption, ...]) -> tuple[str, str] | None:
    first = {kind: next((o.id for o in options if o.kind == kind), "") for kind in ("managed", "owned", "hybrid")}
    before, after = config.compare.from_ or first["managed"], config.compare.to or first["owned"] or first["hybrid"]
    if not before or not after or before == after:
        return None
    known = {o.id for o in options}
    for end in (before, after):
        if end not in known:
            raise DataError("[compare]", f"names option {end!r}, which is not defined.", f"Known: {', '.join(sorted(known))}.")
    return before, after
