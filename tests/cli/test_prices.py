from __future__ import annotations

import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from lockin_audit.cli.prices import prices
from lockin_audit.core.errors import AuditError

APP = typer.Typer(pretty_exceptions_enable=False)
APP.command()(prices)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def _rows(*arguments: str) -> list[tuple[str, str, dict[str, Any]]]:
    found = json.loads(_run(*arguments, "--format", "json"))
    assert found["schema"] == "lockin-audit/prices/1"
    return [(p["id"], m["id"], row) for p in found["products"] for m in p["meters"] for row in m["prices"]]


def test_all_prices_of_a_day_are_in_force_that_day() -> None:
    rows = _rows("--as-of", "2026-11-21")
    assert {row["status"] for _, _, row in rows} == {"in force"}
    assert {"anthropic.managed_agents", "microsoft.copilot_studio", "temporal.cloud"} <= {product for product, _, _ in rows}
    assert all(row["source"].startswith("https://") and row["checked_on"] for _, _, row in rows)


def test_meters_and_units_are_those_of_a_quote() -> None:
    found = json.loads(_run("anthropic.managed_agents", "--as-of", "2026-11-21", "--format", "json"))
    (product,) = found["products"]
    assert [(meter["id"], meter["unit"]) for meter in product["meters"]] == [
        ("session_hours", "session-hour"),
        ("web_searches", "search"),
        ("input_tokens", "token"),
        ("output_tokens", "token"),
        ("cache_read_tokens", "token"),
        ("cache_write_5m_tokens", "token"),
        ("cache_write_1h_tokens", "token"),
    ]
    (hours,) = product["meters"][0]["prices"]
    assert (hours["amount"], hours["unit_price"], hours["granularity"], hours["states_billed"]) == ("0.08", "0.08", "1 ms", ["running"])
    tokens = product["meters"][2]["prices"][0]
    assert tokens["amount"] is None
    assert "--model" in tokens["reason"]


@pytest.mark.parametrize(("day", "status"), [("2024-06-01", "in force"), ("2025-06-01", "past"), ("2023-06-01", "announced")])
def test_the_history_of_one_product_says_what_is_past_in_force_and_announced(day: str, status: str) -> None:
    (row,) = [row for _, meter, row in _rows("temporal.cloud", "--as-of", day) if row["plan"] == "until_2024" and meter == "actions"]
    assert row["status"] == status


def test_a_rule_that_was_followed_by_another_is_past() -> None:
    rows = [
        row
        for _, meter, row in _rows("anthropic.managed_agents", "--as-of", "2026-11-21")
        if meter == "input_tokens" and row["region"] == "us"
    ]
    assert [(row["multiplier"], row["status"]) for row in rows if row["plan"] is None] == [("1", "past"), ("1.1", "in force")]


def test_stale_and_unverified_prices() -> None:
    fresh = {(product, meter) for product, meter, _ in _rows("--as-of", "2026-11-21", "--stale-after", "100")}
    assert ("anthropic.managed_agents", "session_hours") not in fresh
    assert ("neon.postgres", "cu_hours") in fresh
    assert {row["confidence"] for _, _, row in _rows("--as-of", "2026-11-21", "--unverified")} == {"unverified"}
    assert "NOT VERIFIED, check before use" in _run("--as-of", "2026-11-21", "--unverified")
    assert "No price fits that." in _run("--as-of", "2026-11-21", "--stale-after", "9999")


def test_the_table_shows_price_scope_and_sources() -> None:
    shown = _run("aws.agentcore_runtime", "--as-of", "2026-11-21")
    assert "0.1276 USD per vCPU-hour" in shown
    assert "2025-10-13" in shown
    assert "[1] Amazon Bedrock AgentCore Pricing, https://aws.amazon.com/bedrock/agentcore/pricing/" in shown


def test_an_unknown_product_is_one_sentence() -> None:
    with pytest.raises(AuditError, match="is not in the price book"):
        CliRunner().invoke(APP, ["acme.bot"], catch_exceptions=False)
