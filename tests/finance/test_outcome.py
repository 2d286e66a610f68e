"""Each workflow's part of the cost, its accepted outcome, and the probability of keeping a budget."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.config import Config

CONFIG: dict[str, Any] = {
    "workflow": [{"id": "claims", "budget_per_month": 10_000_000}, {"id": "mail", "budget_per_month": 1}, {"id": "rest"}],
    "option": [
        {"id": "copilot", "kind": "managed", "product": "microsoft.copilot_studio"},
        {"id": "core", "kind": "managed", "product": "aws.agentcore_runtime"},
        {"id": "own", "kind": "owned"},
    ],
    "compare": {"from": "core", "to": "own"},
    "assumptions": {"claims.sessions_per_month": 1000, "mail.sessions_per_month": 3000, "mail.steps": 5, "mail.success_rate": 0.5},
}


def test_the_parts_add_up_to_the_option(study: Callable[..., Any]) -> None:
    for option in study(CONFIG).options.values():
        for month in range(36):
            parts = sum(w.monthly[month] for w in option.workflows.values())
            assert parts == pytest.approx(option.monthly[month], rel=1e-12)
        for part in option.workflows.values():
            assert part.cost_per_outcome == pytest.approx(part.total / part.outcomes)


def test_what_a_workflow_drives_alone_is_its_own(study: Callable[..., Any]) -> None:
    """Human review of one workflow alone is charged to it alone; what is joint goes by sessions."""
    zero = {f"{w}.{key}": 0 for w in ("claims", "mail", "rest") for key in ("review_share",)}
    config = CONFIG | {"assumptions": CONFIG["assumptions"] | zero}
    before = study(config).options["core"].workflows
    after = study(config, {"mail.review_share": 0.5}).options["core"].workflows
    assert after["claims"].total == pytest.approx(before["claims"].total) and after["rest"].total == pytest.approx(before["rest"].total)
    assert after["mail"].total > before["mail"].total


def test_budgets_are_kept_surely_never_or_not_asked_for(study: Callable[..., Any]) -> None:
    done = study(CONFIG, draws=300)
    for option in done.options.values():
        kept = {id: w.probability_within_budget for id, w in option.workflows.items()}
        assert kept == {"claims": 1.0, "mail": 0.0, "rest": None}
        assert option.workflows["claims"].probability_within_budget_by_month == (1.0,) * 36
    assert study(CONFIG).options["core"].workflows["claims"].probability_within_budget is None


def test_the_probability_agrees_with_the_spread_of_the_whole(study: Callable[..., Any]) -> None:
    """With one workflow its cost is the option's; the budget at the median of the average month is kept in half of the futures."""
    total = study(draws=4000).simulation.band["managed"]["p50"][-1]
    config = {"workflow": [{"id": "repository", "budget_per_month": total / 36}]}
    kept = study(config, draws=4000).options["managed"].workflows["repository"].probability_within_budget
    assert kept == pytest.approx(0.5, abs=0.001)


def test_a_budget_is_a_positive_amount() -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        Config.model_validate({"workflow": [{"id": "a", "budget_per_month": 0}]})
