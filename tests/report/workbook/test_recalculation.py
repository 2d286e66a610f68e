"""LibreOffice, made to recalculate, says what the engine says: at base, after changing inputs, in a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lockin_audit.core.config import CostConfig, OptionConfig, PriceOverride
from lockin_audit.finance.model import input_name
from lockin_audit.report.workbook.write import write_workbook
from tests.report.workbook.libreoffice import convert, differences, named, names, needs_libreoffice, with_cells, with_inputs
from tests.report.workbook.real_study import config, study_and_model, typed_over, workbook

pytestmark = needs_libreoffice
WRONG = 123.0


@pytest.fixture(scope="module")
def poisoned() -> bytes:
    """The workbook with a wrong value cached beside the formula of the saving."""
    return with_cells(workbook(), {names(workbook())["out_saving_npv"]: WRONG})


@pytest.fixture(scope="module")
def recalculated(poisoned: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The poisoned workbook after every formula was worked out again."""
    return convert(poisoned, tmp_path_factory.mktemp("base"))


def test_every_formula_equals_the_engine_at_base(recalculated: Path) -> None:
    compared, wrong = differences(workbook(), recalculated)
    assert wrong == []
    assert compared > 4000


def test_a_poisoned_cache_passes_a_default_conversion_and_is_caught_here(poisoned: bytes, recalculated: Path, tmp_path: Path) -> None:
    assert named(convert(poisoned, tmp_path, recalculate=False), "out_saving_npv") == WRONG
    _, wrong = differences(poisoned, recalculated)
    assert any(f"engine {WRONG}" in line for line in wrong)


@pytest.mark.parametrize(
    ("sets", "scenario", "written"),
    [
        (
            {
                "claims.sessions_per_month": 150_000.0,
                "people.engineer_year": 210_000.0,
                "finance.discount_rate": 0.04,
                "claims.steps": 55.0,
            },
            "high_volume",
            3.0,  # by its number
        ),
        (
            {
                "owned.build_months": 2.5,
                "routing.saving": 0.45,
                "price.anthropic.managed_agents.session_hours": 0.95,
                "owned.idle_held": 0.0,
            },
            "lean_team",
            "lean_team",
        ),
    ],
)
def test_changing_inputs_gives_what_the_engine_gives_for_the_same_change(
    sets: Mapping[str, float], scenario: str, written: float | str, tmp_path: Path
) -> None:
    changes: dict[str, float | str] = {input_name(id): value for id, value in sets.items()}
    changed = convert(with_inputs(workbook(), changes | {"in_scenario": written}), tmp_path)
    study, _ = study_and_model(config(), scenario=scenario, sets=sets)
    base, model = study_and_model(config())
    model = typed_over(model, sets)
    stored = base.model_copy(update={"cost": base.cost.model_copy(update={"scenario": scenario})})
    compared, wrong = differences(write_workbook(stored, model), changed, like=workbook())
    assert wrong == []
    assert compared > 4000
    comparison = study.cost.comparison
    assert comparison is not None
    assert named(changed, "out_saving_npv") == pytest.approx(comparison.saving_npv, rel=1e-9)
    assert named(changed, "out_owned_npv") == pytest.approx(study.cost.options["owned"].npv, rel=1e-9)
    assert named(changed, "out_managed_total") == pytest.approx(study.cost.options["managed"].total, rel=1e-9)
    assert named(changed, "out_payback_month") == (comparison.payback_month or "n/a")
    crossing = pytest.approx(comparison.break_even_sessions[0], rel=1e-9) if comparison.break_even_sessions else "n/a"
    assert named(changed, "out_break_even_sessions") == crossing
    assert named(changed, "chk_master") is True
    assert (comparison.payback_month is not None) == (scenario == "lean_team")  # both answers are put to the test


def test_an_unknown_scenario_counts_as_base_and_fails_the_master_check(tmp_path: Path) -> None:
    unknown = convert(with_inputs(workbook(), {"in_scenario": "nonsense"}), tmp_path)
    assert named(unknown, "chk_master") is False
    assert named(unknown, "out_managed_npv") == pytest.approx(named(workbook(), "out_managed_npv"), rel=1e-9)


def test_prices_in_packs_recalculate_too(tmp_path: Path) -> None:
    packed = write_workbook(*study_and_model(config(product="microsoft.copilot_studio")))
    compared, wrong = differences(packed, convert(packed, tmp_path))
    assert wrong == []
    assert compared > 3000


def test_other_products_a_season_a_portable_form_and_a_later_start_recalculate_too(tmp_path: Path) -> None:
    chosen = config(
        options=(
            OptionConfig(id="managed", kind="managed", product="aws.agentcore_runtime"),
            OptionConfig(id="smith", kind="managed", product="langchain.langsmith", portable=True),
            OptionConfig(id="owned", kind="owned", defer_months=6),
        ),
        assumptions={"claims.busy_factor": 2.5, "claims.busy_from": 11, "market.vendor_exit_month": 20},
    )
    book = write_workbook(*study_and_model(chosen))
    compared, wrong = differences(book, convert(book, tmp_path))
    assert wrong == []
    assert compared > 5000


def test_every_driver_a_hybrid_steps_of_prices_and_another_currency_recalculate_too(tmp_path: Path) -> None:
    chosen = config(
        options=(
            OptionConfig(id="managed", kind="managed", product="google.agent_runtime"),
            OptionConfig(id="mixed", kind="hybrid", product="anthropic.managed_agents", owned_workflows=("claims",), portable=True),
            OptionConfig(id="owned", kind="owned"),
        ),
        cost=CostConfig(currency="EUR", price_steps=True),
        prices=(PriceOverride(product="anthropic.managed_agents", discount=0.1, commitment=90_000, beyond="list", source="order 7"),),
        assumptions={
            "claims.sessions_per_month": 60_000,
            "claims.compaction_tokens": 30_000,
            "research.measured_output_tokens": 4_000,
            "research.measured_cache_write_1h_tokens": 20_000,
            "research.measured_cache_read_tokens": 90_000,
            "routing.share": 0.5,
            "routing.steps_per_switch": 3,
            "routing.cold_share": 0.1,
            "claims.escalation_share": 0.02,
            "owned.support_share": 0.05,
            "owned.support_per_month": 200,
            "owned.engine_plan_share": 0.1,
            "owned.seat_users": 20,
            "owned.seat_price": 15,
            "owned.state_months": 12,
            "owned.detection_days": 5,
            "owned.upkeep_share": 0.2,
            "owned.on_call_floor": 1,
            "owned.upgrade_days_per_year": 10,
            "managed.incident_charges": 1_000,
        },
    )
    book = write_workbook(*study_and_model(chosen))
    compared, wrong = differences(book, convert(book, tmp_path))
    assert wrong == []
    assert compared > 8000
