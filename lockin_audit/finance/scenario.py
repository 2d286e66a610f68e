"""Named what-ifs: factors and values on top of the base assumptions. Some come with the tool, others from the config."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config
from lockin_audit.core.data_files import explain_validation
from lockin_audit.core.errors import DataError
from lockin_audit.finance.assumptions import unknown
from lockin_audit.finance.model import Model
from lockin_audit.finance.products import products

BASE = "base"
_PEOPLE = ("people.engineer_year", "people.reviewer_hour", "people.specialist_hour", "people.case_cost")


@dataclass(frozen=True, slots=True)
class Scenario:
    """A what-if, written out for the assumptions of one study."""

    id: str
    label: str
    multiply: Mapping[str, float]
    """Assumption id → factor on value, low and high."""
    set: Mapping[str, float]
    """Assumption id → value; goes before a factor."""
    weight: float = 1.0
    """How much it counts in the expected regret."""

    def live(self, id: str, value: float) -> float:
        """The value of an assumption in this scenario, given its base value."""
        return self.set[id] if id in self.set else value * self.multiply.get(id, 1.0)


def study_scenarios(config: Config, model: Model) -> tuple[Scenario, ...]:
    """All scenarios of a study: `base`, those that come with the tool, then the config's (which replace ones of the same id).

    Raises:
        DataError: a scenario of the config names an assumption the study does not have.
    """
    found = {s.id: s for s in _shipped(model)}
    ids = set(model.inputs)
    for scenario in config.scenarios:
        where = f"scenario {scenario.id!r}"
        if scenario.id == BASE:
            raise DataError(where, "is the name of the plain case.", "Give it another id.")
        multiply: dict[str, float] = _again(scenario.shock, ids, where) if scenario.shock else {}
        for pattern, factor in scenario.multiply.items():
            hits = [id for id in model.inputs if id.startswith(pattern[:-1])] if pattern.endswith(".*") else [pattern]
            if not hits or not ids.issuperset(hits):
                raise unknown(f"{where}: multiply: {pattern}", pattern, ids)
            if factor < 0:
                raise DataError(f"{where}: multiply: {pattern}", "a factor cannot be negative.", f"Found: {factor:g}.")
            multiply |= dict.fromkeys(hits, factor)
        for id in scenario.set:
            if id not in ids:
                raise unknown(f"{where}: set: {id}", id, ids)
        found[scenario.id] = Scenario(scenario.id, scenario.label or scenario.id, multiply, dict(scenario.set), scenario.weight)
    return tuple(found.values())


def _again(shock: str, ids: Collection[str], where: str) -> dict[str, float]:
    """Price id → factor, when an event of the price book happens again."""
    from lockin_audit.prices.shocks import load_shocks

    events = {s.id: s for s in load_shocks()}
    if shock not in events:
        near = difflib.get_close_matches(shock, events, n=3, cutoff=0.4) or sorted(events)[:3]
        raise DataError(f"{where}: shock", f"{shock!r} is not an event of the price book.", f"Close: {', '.join(near)}.")
    found: dict[str, float] = {}
    for effect in events[shock].effects:
        if effect.product:
            start = ".".join(part for part in ("price", effect.product, effect.meter, effect.plan) if part)
            hits = [id for id in ids if id == start or id.startswith(start + ".")]
        else:
            start = "price." + effect.model.replace("/", ".")
            hits = [id for id in ids if id.rpartition(".")[0] == start and (not effect.tokens or id.endswith(f".{effect.tokens}_tokens"))]
        found |= dict.fromkeys(hits, float(effect.factor))
    if not found:
        raise DataError(f"{where}: shock", f"{shock!r} changes no price that this study uses.", "Name prices under multiply instead.")
    return found


def choose(scenarios: tuple[Scenario, ...], id: str) -> Scenario:
    """The scenario of that id.

    Raises:
        DataError: there is none; the message lists those there are.
    """
    for scenario in scenarios:
        if scenario.id == id:
            return scenario
    raise DataError(f"scenario {id!r}", "is not defined.", f"Known: {', '.join(s.id for s in scenarios)}.")


def in_force(assumptions: tuple[Assumption, ...], scenario: Scenario) -> tuple[Assumption, ...]:
    """The assumptions as the scenario has them, ranges included.

    Raises:
        DataError: it takes a value out of its bounds.
    """
    return tuple(_applied(a, scenario) for a in assumptions)


def _applied(assumption: Assumption, scenario: Scenario) -> Assumption:
    id = assumption.id
    note = f"{assumption.source.rstrip('.')}. Scenario {scenario.id}".lstrip(". ")
    if id in scenario.set:
        value = scenario.set[id]
        changes: dict[str, object] = {
            "value": value, "low": value, "high": value, "source": f"{note}: set to {value:g}.",
            "distribution": "fixed" if assumption.distribution == "poisson" else assumption.distribution,
        }  # fmt: skip
    elif scenario.multiply.get(id, 1.0) != 1.0:
        factor = scenario.multiply[id]
        scaled = {key: getattr(assumption, key) * factor for key in ("value", "low", "high")}
        changes = {**scaled, "source": f"{note}: times {factor:g}."}
    else:
        return assumption
    try:
        return Assumption.model_validate(assumption.model_dump() | changes)
    except ValidationError as error:
        raise DataError(f"scenario {scenario.id!r}: {id}", explain_validation("", error).problem) from None


def vendor_prices(model: Model) -> tuple[str, ...]:
    """Ids of the prices the vendors of managed options charge, tokens included, in the order of the inputs."""
    prefixes = tuple(_paid(model) | _models(model))
    return tuple(id for id in model.inputs if id.startswith(prefixes)) if prefixes else ()


def _paid(model: Model) -> set[str]:
    managed = [leaf for o in model.options for leaf in o.leaves if leaf.kind == "managed"]
    return {f"price.{product}." for o in managed for product in (o.product, *(slot.product for slot in products()[o.product].slots))}


def _models(model: Model) -> set[str]:
    return {id.rpartition(".")[0] + "." for id in model.inputs if id.startswith("price.") and id.endswith("_tokens")}


def _shipped(model: Model) -> list[Scenario]:
    leaves = [leaf for o in model.options for leaf in o.leaves]
    owned = [o for o in leaves if o.kind == "owned"]
    paid, models = _paid(model), _models(model)

    def those(*ends: str) -> list[str]:
        return [id for id in model.inputs if id.endswith(ends)]

    def starting(prefixes: set[str]) -> list[str]:
        return [id for id in model.inputs if id.startswith(tuple(prefixes))] if prefixes else []

    abroad = [id for id in _PEOPLE if id in model.inputs]
    rates = [id for id, a in model.inputs.items() if id.startswith("exchange.") and a.unit.endswith("/USD")]
    currency = (
        "The dollar rises by 15%, and with it what vendors charge" if rates else "The dollar falls: people paid elsewhere cost 15% more"
    )
    team = [f"{o.id}.{key}" for o in owned for key in ("build_days", "build_months", "run_fte")]
    exits = ["market.vendor_exit_month"] if "market.vendor_exit_month" in model.inputs else []
    return [
        Scenario(BASE, "Base case", {}, {}),
        Scenario("low_volume", "A third of the volume", dict.fromkeys(those(".sessions_per_month"), 1 / 3), {}),
        Scenario("high_volume", "Three times the volume", dict.fromkeys(those(".sessions_per_month"), 3.0), {}),
        Scenario("price_up_50", "The vendor's prices, tokens included, rise by half", dict.fromkeys(vendor_prices(model), 1.5), {}),
        Scenario("new_meter", "The vendor charges for what was free: its own prices a quarter up", dict.fromkeys(starting(paid), 1.25), {}),
        Scenario("model_leap", "Tokens cost 60% less for the same work", dict.fromkeys(starting(models), 0.4), {}),
        Scenario("vendor_exit", "The vendor ends the product at half-time", {}, dict.fromkeys(exits, float(model.horizon // 2))),
        Scenario("engineers_leave", "Two engineers leave: building and running take half as much again", dict.fromkeys(team, 1.5), {}),
        Scenario("currency", currency, dict.fromkeys(rates or abroad, 1.15), {}),
    ]
