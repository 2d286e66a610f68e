"""What each workflow's accepted outcome costs, and how likely it is that the workflow stays within its budget.

A cost line that is a sum over workflows is split as that sum is; what has no such sum (people, plans, packs bought for all) is split by
sessions. The split follows the declared formulas, so no cost is worked out a second time and the parts add up to the option's cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config
from lockin_audit.finance.correlation import Copula
from lockin_audit.finance.evaluate import evaluate_arrays, values_of
from lockin_audit.finance.model import Line, Model, ModelOption
from lockin_audit.finance.result import WorkflowCost
from lockin_audit.finance.simulate import CHUNK, Draws

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST = 20_000
_REACH = 3
"""How many formulas deep the sum over workflows is looked for."""


def workflow_costs(
    model: Model, assumptions: Sequence[Assumption], config: Config, *, draws: int, seed: int, copula: Copula
) -> dict[str, dict[str, WorkflowCost]]:
    """Option id → workflow id → its cost, per accepted outcome too; with a budget and draws also the probability of keeping it."""
    budgets = {w.id: w.budget_per_month for w in config.workflows if w.budget_per_month is not None}
    keys = {line.id: _keys(model, line) for o in model.options for line in model.costs(o.id)}
    targets = set(keys).union(*keys.values(), *([f"{w}.sessions", f"{w}.outcomes"] for w in model.workflows))
    outcomes = evaluate_arrays(model, values_of(assumptions), targets)
    base = _split(model, outcomes, keys)
    kept: dict[tuple[str, str], tuple[float, Array]] = {}
    count = min(draws, MOST)
    if budgets and count:
        kept = _within(model, assumptions, keys, targets, budgets, count, seed, copula)
    found: dict[str, dict[str, WorkflowCost]] = {}
    for option in model.options:
        for workflow in option.workflows:
            cost = float(base[option.id, workflow].sum())
            accepted = float(outcomes[f"{workflow}.outcomes"].sum())
            average, by_month = kept.get((option.id, workflow), (None, ()))
            found.setdefault(option.id, {})[workflow] = WorkflowCost(
                label=model.workflows[workflow],
                total=cost,
                monthly=tuple(float(x) for x in base[option.id, workflow].reshape(-1)),
                outcomes=accepted,
                cost_per_outcome=cost / accepted if accepted > 0 else None,
                budget_per_month=budgets.get(workflow),
                probability_within_budget=average,
                probability_within_budget_by_month=tuple(float(x) for x in by_month),
            )
    return found


def _keys(model: Model, line: Line) -> tuple[str, ...]:
    """Lines of the option's workflows whose sum the line follows; empty where there are none."""
    level: Sequence[Line] = (line,)
    for _ in range(_REACH):
        references = [model.by_id[n.id] for one in level for n in model.references[one.id] if n.id in model.by_id and n.part == "value"]
        parts = [r for r in references if r.option == line.option and r.workflow and r.over == "month"]
        if parts:
            return tuple(p.id for p in parts)
        level = [r for r in references if r.option == line.option and r.kind == "working" and r.over == "month"]
    return ()


def _split(model: Model, done: Mapping[str, Array], keys: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], Any]:
    import numpy as np

    found: dict[tuple[str, str], Any] = {}
    for option in model.options:
        sessions = {w: done[f"{w}.sessions"] for w in option.workflows}
        for line in model.costs(option.id):
            parts: dict[str, Any] = {}
            for key in keys[line.id]:
                parts[model.by_id[key].workflow] = parts.get(model.by_id[key].workflow, 0.0) + done[key]
            for workflow, share in _shares(option, parts or sessions, sessions).items():
                found[option.id, workflow] = found.get((option.id, workflow), np.zeros(1)) + done[line.id] * share
    return found


def _shares(option: ModelOption, parts: Mapping[str, Any], sessions: Mapping[str, Any]) -> dict[str, Any]:
    """Shares that add up to 1 in every month: by the parts, else by sessions, else the same for all."""
    import numpy as np

    whole, volume, many = sum(parts.values()), sum(sessions.values()), len(option.workflows)
    found = {}
    with np.errstate(divide="ignore", invalid="ignore"):
        for workflow in option.workflows:
            rest = np.where(volume > 0, sessions[workflow] / volume, 1 / many)
            found[workflow] = np.where(whole > 0, parts.get(workflow, 0.0) / whole, rest)
    return found


def _within(
    model: Model,
    assumptions: Sequence[Assumption],
    keys: Mapping[str, tuple[str, ...]],
    targets: set[str],
    budgets: Mapping[str, float],
    count: int,
    seed: int,
    copula: Copula,
) -> dict[tuple[str, str], tuple[float, Array]]:
    import numpy as np

    stream, block = Draws(assumptions, seed, copula), min(CHUNK, count)
    average: dict[tuple[str, str], float] = {}
    by_month: dict[tuple[str, str], Any] = {}
    for start in range(0, count, block):
        costs = _split(model, evaluate_arrays(model, stream.take(block), targets), keys)
        used = min(block, count - start)
        for (option, workflow), cost in costs.items():
            if workflow not in budgets:
                continue
            cost = np.broadcast_to(cost, (model.horizon, block))[:, :used]
            place = (option, workflow)
            average[place] = average.get(place, 0.0) + float(np.count_nonzero(cost.mean(axis=0) <= budgets[workflow]))
            by_month[place] = by_month.get(place, 0.0) + (cost <= budgets[workflow]).sum(axis=1)
    return {place: (average[place] / count, by_month[place] / count) for place in average}
