"""The board's question, "what if we had to use another vendor's model by month 18", in four numbers for each option.

What would be rebuilt, what the change costs and how long it takes, what it costs on average given how likely it is, and what the freedom
to change is worth. The last: at month T the best other model costs q of today's, q lognormal with drift μ and volatility σ; changing saves
(1 − q) of the tokens after T and costs X(T), so the freedom is worth E[max(0, (1 − q) · tokens after T − X(T))], all discounted.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit, Days
from lockin_audit.finance.correlation import Copula
from lockin_audit.finance.evaluate import evaluate_arrays, evaluate_floats, values_of
from lockin_audit.finance.model import Model, ModelOption
from lockin_audit.finance.products import products
from lockin_audit.finance.result import BoardAnswer, BoardQuestion, Rebuild
from lockin_audit.finance.simulate import CHUNK, Draws

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST = 5_000
"""Draws the answer rests on; each figure carries or implies its standard error."""
_KEYS = ("board_switch_cost", "board_switch_weeks", "board_expected_cost", "board_tokens")
_SHARED = ("board_ratio", "board_deviation", "discounted_at_board")
NOTE = (
    "These four stand beside the totals, not in them: forced changes of model are in the totals already, as often as the input "
    "“Months until a model is retired” says, and the cost of leaving at the horizon is the same work at another date. "
    "Add none of them to the present value."
)


def board_question(
    model: Model, assumptions: Sequence[Assumption], *, draws: int, seed: int, copula: Copula, audit: Audit | None
) -> BoardQuestion | None:
    """Answer the board's question by simulation, with the first draws of the main one; None without draws or beyond the horizon."""
    import numpy as np

    stated = values_of(assumptions)
    month = stated["board.month"]
    if draws == 0 or month > model.horizon or month != round(month):
        return None
    count = min(draws, MOST)
    block = min(CHUNK, count)
    stream = Draws(assumptions, seed, copula)
    targets = {f"{o.id}.{key}" for o in model.options for key in _KEYS if f"{o.id}.{key}" in model.by_id} | set(_SHARED)
    held: dict[str, list[Array]] = {}
    for _ in range(0, count, block):
        done = evaluate_arrays(model, stream.take(block), targets)
        for id in targets:
            row = done[id].sum(axis=0) if done[id].ndim == 2 else done[id]
            held.setdefault(id, []).append(np.broadcast_to(row, (block,)))
    drawn = {id: np.concatenate(parts)[:count] for id, parts in held.items()}
    chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(b"board")])))
    deviation = drawn["board_deviation"]
    ratio = drawn["board_ratio"] * np.exp(deviation * chance.standard_normal(count) - deviation**2 / 2)
    return BoardQuestion(
        month=round(month),
        options={o.id: _answer(o, drawn, ratio, audit) for o in model.options},
        note=NOTE,
        day_cost=evaluate_floats(model, stated)["engineer_day"][0],
        engineers=stated["board.engineers"],
        days_per_week=stated["calendar.days_per_week"],
    )


def _answer(option: ModelOption, drawn: dict[str, Array], ratio: Array, audit: Audit | None) -> BoardAnswer:
    import numpy as np

    cost, weeks = drawn[f"{option.id}.board_switch_cost"], drawn[f"{option.id}.board_switch_weeks"]
    tokens = drawn.get(f"{option.id}.board_tokens")
    gain = None if tokens is None else np.maximum(0.0, (1 - ratio) * tokens - cost * drawn["discounted_at_board"])
    leaves = bool(option.product) and len(products()[option.product].providers) == 1
    return BoardAnswer(
        leaves=leaves,
        rebuild=_rebuild(option, audit, "leave_runtime" if leaves else "swap_model"),
        switching_cost=_spread(cost),
        weeks=_spread(weeks),
        expected_switching_cost=float(drawn[f"{option.id}.board_expected_cost"].mean()),
        option_value=None if gain is None else float(gain.mean()),
        option_value_standard_error=None if gain is None else float(gain.std()) / len(gain) ** 0.5,
        exercised=None if gain is None else float(np.count_nonzero(gain)) / len(gain),
    )


def _rebuild(option: ModelOption, audit: Audit | None, trigger: str) -> Rebuild | None:
    if audit is None:
        return None
    items = [i for i in audit.rebuild if trigger in i.triggers and (not i.workflow or i.workflow in option.workflows)]
    days = sum((i.days for i in items), Days(low=0, likely=0, high=0))
    return Rebuild(items=len(items), points=sum(i.points for i in items), days_low=days.low, days_likely=days.likely, days_high=days.high)


def _spread(values: Any) -> dict[str, float]:
    import numpy as np

    return {name: float(x) for name, x in zip(("p10", "p50", "p90"), np.quantile(values, [0.1, 0.5, 0.9]), strict=True)}
