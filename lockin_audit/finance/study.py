"""The whole cost side of a study, from config, audit and price book; pure: the same inputs give the same study."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.defaults import DRAWS, SEED
from lockin_audit.core.errors import DataError
from lockin_audit.finance.assumptions import Resolved, resolve_assumptions
from lockin_audit.finance.board import board_question
from lockin_audit.finance.break_even import break_even_map
from lockin_audit.finance.build import build_model
from lockin_audit.finance.compare import break_even_sessions, is_linear, regret_table
from lockin_audit.finance.correlation import copula_of
from lockin_audit.finance.evaluate import evaluate_floats, values_of
from lockin_audit.finance.limits import limit_warnings
from lockin_audit.finance.model import Model, ModelOption
from lockin_audit.finance.outcome import workflow_costs
from lockin_audit.finance.result import Comparison, CostStudy, OptionResult, Simulation, Volatility, WorkflowCost
from lockin_audit.finance.scenario import BASE, choose, in_force, study_scenarios
from lockin_audit.finance.scope import study_scope
from lockin_audit.finance.sensitivity import tornado
from lockin_audit.finance.simulate import simulate
from lockin_audit.finance.sobol import sobol_indices
from lockin_audit.finance.structure import structure_of
from lockin_audit.prices.tokens import package_version

if TYPE_CHECKING:
    from lockin_audit.prices.book import PriceBook

MOST_DRAWS = 5_000_000
_STALE_DAYS = 180


def cost_study(
    config: Config,
    *,
    audit: Audit | None,
    book: PriceBook,
    as_of: date,
    scenario: str = BASE,
    sets: Mapping[str, float] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    sobol: bool = False,
) -> CostStudy:
    """Model the cost of every option.

    Args:
        config: workflows, options, assumptions, scenarios.
        audit: for the rebuild list and, without a config, the workflows and the runtime.
        book: prices, agreed ones included.
        as_of: day at which prices are read.
        scenario: id of the scenario whose assumptions are in force.
        sets: assumption id → base value, from the command line.
        draws: simulated futures; 0 for none.
        seed: of the simulation.
        sobol: whether Sobol indices are wanted; they need the package SALib.
    Raises:
        DataError: an unknown assumption, scenario or product; a value out of bounds.
    """
    if not 0 <= draws <= MOST_DRAWS:
        raise DataError("--draws", f"must be from 0 to {MOST_DRAWS:,}.", f"Found: {draws}.")
    if seed < 0:
        raise DataError("--seed", "must be 0 or more.", f"Found: {seed}.")
    resolved = resolve_assumptions(config, audit, book, as_of, sets)
    model = build_model(config, resolved.assumptions, audit)
    scenarios = study_scenarios(config, model)
    live = in_force(model.assumptions, choose(scenarios, scenario))
    copula = copula_of(config, replace(model, assumptions=live))
    inputs = values_of(live)
    figures = evaluate_floats(model, inputs)
    unpriced = _unpriced(model, resolved.unpriced)
    complete = not any(unpriced[id] for id in model.compared or ())
    comparable = model.compared is not None and complete
    simulation = simulate(model, live, draws=draws, seed=seed, copula=copula) if comparable else None
    without = [id for id, reasons in unpriced.items() if reasons]
    regret = regret_table(model, model.assumptions, scenarios, without)
    shares = workflow_costs(model, live, config, draws=draws, seed=seed, copula=copula)
    return CostStudy(
        as_of=as_of,
        currency=config.cost.currency,
        horizon_months=model.horizon,
        discounting=model.discounting,
        scenario=scenario,
        assumptions=live,
        prices=resolved.prices,
        options={o.id: _option(model, o, figures, unpriced[o.id], shares[o.id], simulation) for o in model.options},
        comparison=_comparison(model, figures, inputs) if comparable else None,
        tornado=tornado(model, live) if comparable else (),
        simulation=simulation,
        regret=regret,
        warnings=(
            *_warnings(model, live, resolved, unpriced, as_of),
            *limit_warnings(model, figures),
            *(f"Left out of the regret table: {why}" for id, why in (regret.left_out if regret else {}).items() if id not in without),
            *study_scope(config, audit).notes,
        ),
        price_book=book.digest,
        token_prices=f"genai-prices {package_version()}",
        board=board_question(model, live, draws=draws, seed=seed, copula=copula, audit=audit) if complete else None,
        sobol=sobol_indices(model, live, seed=seed) if sobol and comparable else None,
        break_even=break_even_map(model, live) if comparable else None,
        structure=structure_of(config, model),
    )


def model_of(config: Config, cost: CostStudy, audit: Audit | None) -> Model:
    """The model behind a cost study of the base scenario: its lines, with the study's inputs as base values."""
    assert cost.scenario == BASE, "the inputs of another scenario are not the base values"
    return build_model(config, cost.assumptions, audit)


def _option(
    model: Model,
    option: ModelOption,
    figures: Mapping[str, Sequence[float]],
    unpriced: Mapping[str, tuple[str, ...]],
    workflows: Mapping[str, WorkflowCost],
    simulation: Simulation | None,
) -> OptionResult:
    def one(key: str) -> float:
        return figures[f"{option.id}.{key}"][0]

    costs = model.costs(option.id)
    return OptionResult(
        id=option.id,
        kind=option.kind,
        label=option.label,
        total=one("total"),
        npv=one("npv"),
        monthly=tuple(figures[f"{option.id}.cost"]),
        lines={line.key: tuple(figures[line.id]) for line in costs},
        line_labels={line.key: line.label for line in costs},
        cost_per_session=_number(one("cost_per_session")),
        cost_per_outcome=_number(one("cost_per_outcome")),
        exit_liability=one("exit_liability"),
        unpriced=tuple(reason for reasons in unpriced.values() for reason in reasons),
        unpriced_lines=tuple(unpriced),
        annual_equivalent=_number(one("annual_equivalent")),
        exit_cost_by_month=tuple(figures[f"{option.id}.exit_cost"]),
        volatility=_volatility(figures[f"{option.id}.cost"], simulation.monthly_spread[option.id] if simulation else None),
        workflows=dict(workflows),
    )


def _volatility(cost: Sequence[float], spread: float | None) -> Volatility:
    changes = [after / before - 1 if before else 0.0 for before, after in itertools.pairwise(cost)]
    rise = max(changes)
    return Volatility(
        month_to_month=statistics.pstdev(changes),
        largest_rise=max(rise, 0.0),
        largest_rise_month=changes.index(rise) + 2 if rise > 0 else None,
        spread=spread,
    )


def _comparison(model: Model, figures: Mapping[str, Sequence[float]], inputs: Mapping[str, float]) -> Comparison:
    before, after = model.compared or ("", "")

    def one(key: str) -> float:
        return figures[f"saving.{key}"][0]

    crossings = break_even_sessions(model, inputs)
    notes: list[str] = []
    months = {key: _number(one(key)) for key in ("payback_month", "discounted_payback_month", "sustained_payback_month")}
    if months["payback_month"] is None:
        notes.append(f"No payback: the saving so far stays below zero through all {model.horizon} months.")
    elif months["sustained_payback_month"] is None:
        notes.append("No lasting payback: the saving so far is below zero again at the end.")
    rate = _number(one("irr_annual"))
    if rate is None:
        notes.append("No internal rate of return: the monthly saving does not change sign exactly once (use the present value).")
    if not crossings:
        notes.append("No break-even volume: one option is the cheaper at every volume searched.")
    elif not is_linear(model, inputs):
        notes.append(
            "Prices with steps: the break-even volumes were found by a scan; the workbook's single figure is a straight-line estimate."
        )
    return Comparison(
        from_=before,
        to=after,
        saving_npv=one("npv"),
        saving_total=one("total"),
        payback_month=_month(months["payback_month"]),
        discounted_payback_month=_month(months["discounted_payback_month"]),
        sustained_payback_month=_month(months["sustained_payback_month"]),
        irr_annual=rate,
        break_even_sessions=crossings,
        notes=tuple(notes),
    )


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _month(value: float | None) -> int | None:
    return None if value is None else round(value)


def _unpriced(model: Model, reasons: Mapping[str, str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Option → line key → what is missing of its price and why, also by way of the platform an owned option starts from."""
    missing: dict[str, set[str]] = {}
    for line in model.lines:
        missing[line.id] = set(line.unpriced).union(*(missing.get(n.id, set()) for n in model.references[line.id] if n.id != line.id))
    found: dict[str, dict[str, tuple[str, ...]]] = {o.id: {} for o in model.options}
    for option in model.options:
        for line in model.costs(option.id):
            by_reason: dict[str, list[str]] = {}
            for id in sorted(missing[line.id]):
                by_reason.setdefault(reasons.get(id, "It is not in the inputs."), []).append(id)
            if by_reason:
                found[option.id][line.key] = tuple(f"{line.label}: no price ({', '.join(ids)}). {why}" for why, ids in by_reason.items())
    return found


def _warnings(
    model: Model, live: Sequence[Assumption], resolved: Resolved, unpriced: Mapping[str, Mapping[str, Sequence[str]]], as_of: date
) -> tuple[str, ...]:
    found: list[str] = []
    for option in model.options:
        if unpriced[option.id]:
            why = " ".join(dict.fromkeys(reason for reasons in unpriced[option.id].values() for reason in reasons))
            found.append(f"{option.label}: the totals are incomplete, so nothing is compared with them. {why}")
    ends = [model.option(id) for id in model.compared or ()]
    if ends and set(ends[0].workflows) != set(ends[1].workflows):
        found.append(f"{ends[0].label} and {ends[1].label} cover different workflows, so the comparison is not like for like.")
    placeholders = [a for a in live if a.is_placeholder]
    if placeholders:
        found.append(
            f"{len(placeholders)} of {len(live)} inputs are placeholders nobody has looked at yet; the figures are a draft until they are."
        )
    old = [p for p in resolved.prices if p.checked_on and (as_of - p.checked_on).days > _STALE_DAYS]
    if old:
        found.append(f"Prices last checked more than {_STALE_DAYS} days before {as_of}: {', '.join(p.assumption for p in old)}.")
    unsure = [p for p in resolved.prices if p.confidence == "unverified"]
    if unsure:
        found.append(f"Prices nobody has verified: {', '.join(p.assumption for p in unsure)}.")
    found.extend(resolved.notes)
    if resolved.ignored:
        found.append(f"Set in the config but not used by any option of this study: {', '.join(resolved.ignored)}.")
    return tuple(found)
