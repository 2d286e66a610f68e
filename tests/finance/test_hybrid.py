"""A hybrid: some workflows owned, the others rented, in one option; and the ways to write one down wrongly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lockin_audit.core.audit import Audit, Days, RebuildItem
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Scan

Study = Callable[..., Any]
WORKFLOWS = [{"id": "claims"}, {"id": "back-office"}]
STILL = {"claims.growth_per_month": 0, "back-office.growth_per_month": 0, "people.wage_inflation": 0}


def config(**hybrid: Any) -> dict[str, Any]:
    return {
        "workflow": WORKFLOWS,
        "option": [
            {"id": "managed", "kind": "managed"},
            {"id": "kept", "kind": "managed", "workflows": ["back-office"]},
            {"id": "mix-ed", "kind": "hybrid", "owned_workflows": ["claims"], **hybrid},
            {"id": "owned", "kind": "owned", "workflows": ["claims"]},
        ],
        "compare": {"from": "managed", "to": "mix-ed"},
    }


def test_before_the_move_the_platform_runs_all_and_after_it_the_rest(study: Study) -> None:
    done = study(config(), {**STILL, "mix-ed.owned.dual_months": 0, "mix-ed.owned.build_months": 4})
    hybrid, managed, kept, owned = (done.options[id] for id in ("mix-ed", "managed", "kept", "owned"))
    for key in ("tokens", "runtime", "review"):
        assert hybrid.lines[key][:4] == pytest.approx(managed.lines[key][:4])
    assert hybrid.lines["runtime"][4:] == pytest.approx(kept.lines["runtime"][4:])
    assert hybrid.lines["tokens"][4:] == pytest.approx(
        [a + b for a, b in zip(kept.lines["tokens"], owned.lines["tokens"], strict=True)][4:]
    )
    assert hybrid.lines["sandbox"] == pytest.approx(owned.lines["sandbox"])
    assert hybrid.lines["build"] == pytest.approx(owned.lines["build"])
    assert hybrid.kind == "hybrid" and hybrid.label == "Claude Managed Agents, 1 workflow owned"
    assert sum(sum(row) for row in hybrid.lines.values()) == pytest.approx(hybrid.total)
    assert sum(w.total for w in hybrid.workflows.values()) == pytest.approx(hybrid.total)
    assert done.comparison.to == "mix-ed"


def test_people_and_exits_are_those_of_both_parts(study: Study) -> None:
    done = study(config(), STILL)
    hybrid, kept, owned = (done.options[id] for id in ("mix-ed", "kept", "owned"))
    for key in ("run_people", "incidents", "model_swaps"):
        assert hybrid.lines[key][-1] == pytest.approx(kept.lines[key][-1] + owned.lines[key][-1])
    assert hybrid.exit_liability == pytest.approx(kept.exit_liability + owned.exit_liability)
    portable = study(config(portable=True), STILL).options["mix-ed"]
    assert portable.lines["portability"][0] > 0 and portable.exit_liability < hybrid.exit_liability
    later = study(config(defer_months=6), STILL).options["mix-ed"]
    assert later.lines["build"][:6] == (0,) * 6 and later.lines["build"][6] > 0


def test_each_part_has_the_work_the_audit_found_for_its_workflows(study: Study) -> None:
    def item(workflow: str, days: float) -> RebuildItem:
        return RebuildItem.model_validate(
            {
                "item": "x", "runtime": "anthropic.managed_agents", "dimension": Dimension.STATE, "sites": 1, "points": 1.0,
                "days": Days(low=days, likely=days, high=days), "workflow": workflow, "triggers": ("leave_runtime",),
            }
        )  # fmt: skip

    scan = Scan(sites=(), runtimes=("anthropic.managed_agents",))
    audit = Audit(scan=scan, sites=(), questions={}, workflows=(), rebuild=(item("claims", 30), item("back-office", 7)))
    found = {a.id: a.value for a in study(config(), audit=audit).assumptions}
    assert (found["mix-ed.owned.migration_days"], found["mix-ed.managed.exit_days"], found["managed.exit_days"]) == (30, 7, 37)


def test_scenarios_reach_both_parts(study: Study) -> None:
    base, up, gone, fewer = (
        study(config(), STILL, scenario=s).options["mix-ed"] for s in ("base", "price_up_50", "vendor_exit", "engineers_leave")
    )
    assert up.lines["runtime"][-1] == pytest.approx(1.5 * base.lines["runtime"][-1])
    assert gone.lines["forced_exit"][17] > 0 and sum(base.lines["forced_exit"]) == 0
    assert sum(fewer.lines["build"]) > 1.4 * sum(base.lines["build"])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"owned_workflows": ["claims", "back-office"]}, "some, not all"),
        ({"owned_workflows": ["claims"], "workflows": ["back-office"]}, "some, not all"),
        ({"product": "acme.agents"}, "not a managed product"),
    ],
)
def test_a_hybrid_that_is_none_is_refused(study: Study, changes: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        study(config(**changes))


@pytest.mark.parametrize("option", [{"kind": "hybrid"}, {"kind": "managed", "owned_workflows": ["claims"]}])
def test_owned_workflows_belong_to_a_hybrid(option: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="owned_workflows belongs to a hybrid"):
        Config.model_validate({"workflow": WORKFLOWS, "option": [{"id": "x", **option}]})
