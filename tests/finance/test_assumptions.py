"""Where inputs come from: shipped defaults, prices, the audit, the config, the command line; and what is refused."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lockin_audit.core.audit import Audit, Days, RebuildItem
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Scan
from lockin_audit.finance.assumptions import Resolved, resolve_assumptions
from lockin_audit.finance.slots import shipped
from lockin_audit.prices.book import PriceBook, load_book

AS_OF = date(2026, 11, 21)


def resolve(book: PriceBook, config: dict[str, Any] | None = None, sets: dict[str, float] | None = None, **more: Any) -> Resolved:
    return resolve_assumptions(Config.model_validate(config or {}), more.get("audit"), book, more.get("as_of", AS_OF), sets)


def by_id(resolved: Resolved) -> dict[str, Any]:
    return {a.id: a for a in resolved.assumptions}


def item(days: tuple[float, float, float], *triggers: str, workflow: str = "") -> RebuildItem:
    low, likely, high = days
    return RebuildItem.model_validate(
        {
            "item": "x", "runtime": "anthropic.managed_agents", "dimension": Dimension.STATE, "sites": 1, "points": 1.0,
            "days": Days(low=low, likely=likely, high=high), "workflow": workflow, "triggers": triggers,
        }
    )  # fmt: skip


def audit(*items: RebuildItem) -> Audit:
    return Audit(scan=Scan(sites=(), runtimes=("anthropic.managed_agents",)), sites=(), questions={}, workflows=(), rebuild=items)


def test_every_shipped_input_says_where_it_comes_from() -> None:
    for template in shipped().assumptions:
        assert template.source and template.unit and template.label
        assert template.low <= template.value <= template.high
        assert (template.distribution == "fixed") == (template.low == template.high) or template.low < template.high
        assert template.basis in ("default", "assumed")
        assert template.basis != "default" or "laceholder" in template.source or template.source == "Not measured."


def test_a_price_carries_its_row(book: PriceBook) -> None:
    resolved = resolve(book)
    price = by_id(resolved)["price.anthropic.managed_agents.session_hours"]
    assert (price.value, price.low, price.high, price.unit, price.basis) == (0.08, 0.08, 0.08, "USD/session-hour", "default")
    assert price.source.startswith("https://platform.claude.com/")
    row = next(p for p in resolved.prices if p.assumption == price.id)
    assert (row.unit_price, row.effective_from, row.confidence) == ("0.08", date(2026, 4, 8), "vendor page")
    assert {p.assumption for p in resolved.prices} == {a.id for a in resolved.assumptions if a.id.startswith("price.")}


def test_the_config_outranks_defaults_and_the_command_line_outranks_the_config(book: PriceBook) -> None:
    config = {
        "workflow": [{"id": "claims"}],
        "assumptions": {"claims": {"steps": {"value": 9, "low": 5, "high": 20, "source": "log"}, "web_searches": 2}, "owned.run_fte": 1},
    }
    found = by_id(resolve(book, config, {"owned.run_fte": 2, "price.anthropic.managed_agents.session_hours": 0.1}))
    assert (found["claims.steps"].low, found["claims.steps"].value, found["claims.steps"].high) == (5, 9, 20)
    assert (found["claims.steps"].basis, found["claims.steps"].source) == ("answered", "log")
    assert found["claims.web_searches"].value == 2
    assert (found["owned.run_fte"].value, found["owned.run_fte"].high, found["owned.run_fte"].source) == (2, 2, "--set")
    assert found["price.anthropic.managed_agents.session_hours"].value == 0.1


def test_the_rebuild_list_is_measured_effort(book: PriceBook) -> None:
    config = {
        "workflow": [{"id": "a"}, {"id": "b"}],
        "option": [{"id": "m", "kind": "managed", "workflows": ["a"]}, {"id": "o", "kind": "owned"}],
    }
    items = (
        item((1, 2, 4), "leave_runtime", workflow="a"),
        item((10, 20, 40), "leave_runtime", "swap_model", workflow="b"),
        item((100, 200, 300), "swap_model"),
    )
    found = by_id(resolve(book, config, audit=audit(*items)))
    assert (found["m.exit_days"].low, found["m.exit_days"].value, found["m.exit_days"].high) == (1, 2, 4)
    assert found["o.migration_days"].value == 22
    assert (found["m.swap_days"].value, found["o.swap_days"].value) == (200, 220)
    assert found["o.migration_days"].basis == "measured"
    assert found["o.exit_days"].basis == "default"
    answered = by_id(resolve(book, {**config, "assumptions": {"o.migration_days": 7}}, audit=audit(*items)))
    assert answered["o.migration_days"].value == 7


def test_tokens_measured_by_class_go_before_the_step_model(book: PriceBook) -> None:
    found = by_id(resolve(book, {"workflow": [{"id": "a"}, {"id": "b"}], "assumptions": {"a.measured_output_tokens": 100}}))
    assert "a.prefix_tokens" not in found and "b.prefix_tokens" in found
    assert found["a.measured_output_tokens"].value == 100 and found["a.measured_input_tokens"].value == 0


def test_an_agreed_price_is_used(book: PriceBook) -> None:
    config = {
        "price": [
            {"product": "anthropic.managed_agents", "meter": "session_hours", "unit_price": 0.05, "source": "order 7"},
            {"product": "anthropic.managed_agents", "meter": "input_tokens", "unit_price": 0.0000015, "source": "order 7"},
        ]
    }
    agreed = load_book(overrides=Config.model_validate(config).prices)
    found = by_id(resolve(agreed, config))
    assert found["price.anthropic.managed_agents.session_hours"].value == 0.05
    assert found["price.anthropic.managed_agents.session_hours"].basis == "answered"
    assert found["price.anthropic.claude-sonnet-5.input_tokens"].value == pytest.approx(1.5)


def test_a_price_that_is_not_known_has_a_reason_and_can_be_supplied(book: PriceBook) -> None:
    resolved = resolve(book, as_of=date(2026, 4, 1))
    id = "price.anthropic.managed_agents.session_hours"
    assert id not in by_id(resolved) and "2026-04-08" in resolved.unpriced[id]
    supplied = resolve(book, sets={id: 0.09}, as_of=date(2026, 4, 1))
    assert by_id(supplied)[id].value == 0.09 and id not in supplied.unpriced


def test_an_id_that_belongs_to_no_option_here_is_ignored_and_named(book: PriceBook) -> None:
    resolved = resolve(book, {"assumptions": {"repository.credits_per_session": 5}})
    assert resolved.ignored == ("repository.credits_per_session",)


@pytest.mark.parametrize(
    ("config", "sets", "words"),
    [
        ({}, {"repository.session_per_month": 3}, "repository.sessions_per_month"),
        ({}, {"sessions_per_month": 3}, "repository.sessions_per_month"),
        ({"assumptions": {"claims.steps": 3}}, {}, "repository.steps"),
        ({}, {"repository.success_rate": 1.2}, "at most 1"),
        ({}, {"repository.sessions_per_month": -1}, "at least 0"),
        ({}, {"price.anthropic.managed_agents.session_hours": -0.08}, "at least 0"),
        ({}, {"repository.steps": float("nan")}, "not a number"),
        ({}, {"repository.steps": float("inf")}, "not a number"),
        ({"assumptions": {"repository.failure_rate": {"value": 0.5, "high": 1.5}}}, {}, "at most"),
        ({"assumptions": {"repository.sessions_per_month": {"value": 5, "low": 0, "high": 9}}}, {}, "above 0"),
        ({"option": [{"id": "m", "kind": "managed", "product": "acme.agents"}]}, {}, "anthropic.managed_agents, microsoft.copilot_studio"),
        ({"option": [{"id": "m", "kind": "owned", "product": "anthropic.managed_agents"}]}, {}, "managed"),
        ({"workflow": [{"id": "price"}]}, {}, "Choose another id"),
        ({"workflow": [{"id": "managed"}]}, {}, "Choose another id"),
        ({"workflow": [{"id": "a-b"}, {"id": "a_b"}]}, {}, "share one cell"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(book: PriceBook, config: dict[str, Any], sets: dict[str, float], words: str) -> None:
    with pytest.raises(DataError, match=words.replace("(", r"\(")) as caught:
        resolve(book, config, sets)
    assert "\n" not in str(caught.value)
