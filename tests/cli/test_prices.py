from __future__ import annotations

import json
from pathlib import Path
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


def test_the_history_of_one_price() -> None:
    rows = _rows("google.agent_runtime", "--meter", "vcpu_hours", "--as-of", "2026-11-21")
    assert [(row["amount"], row["effective_from"], row["status"]) for _, _, row in rows] == [
        ("0.0864", "2026-05-01", "past"),
        ("0.085", "2026-08-21", "in force"),
    ]
    with pytest.raises(AuditError, match="has no meter 'clicks'"):
        CliRunner().invoke(APP, ["google.agent_runtime", "--meter", "clicks"], catch_exceptions=False)


def test_products_of_one_vendor() -> None:
    assert {product.split(".")[0] for product, _, _ in _rows("--vendor", "cloudflare", "--as-of", "2026-11-21")} == {"cloudflare"}
    with pytest.raises(AuditError, match=r"'acme' has no prices\. Known: alibaba, anthropic"):
        CliRunner().invoke(APP, ["--vendor", "acme"], catch_exceptions=False)


def test_known_gaps_are_told() -> None:
    assert "Not known, plan enterprise: CrewAI does not publish" in _run("crewai.amp", "--as-of", "2026-11-21")
    assert "the rates were not seen" in _run("alibaba.managed_agents", "--as-of", "2026-11-21")
    found = json.loads(_run("crewai.amp", "--as-of", "2026-11-21", "--format", "json"))
    assert found["products"][0]["gaps"][0]["plan"] == "enterprise"


def test_what_vendors_did() -> None:
    found = json.loads(_run("temporal.cloud", "--events", "--format", "json"))
    assert found["schema"] == "lockin-audit/shocks/1"
    assert [shock["id"] for shock in found["shocks"]] == ["temporal-doubling-2025"]
    shown = _run("--events")
    assert "introductory price" in shown
    assert "cancelled" in shown
    assert "No event is on record" in _run("portkey.gateway", "--events")


def _config(folder: Path, text: str) -> str:
    path = folder / "lockin.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_difference_between_two_days_and_its_effect_on_a_config(tmp_path: Path) -> None:
    config = _config(tmp_path, '[cost]\nmodel = "google/gemini-4-argon"\n')
    found = json.loads(_run("--diff", "2026-11-21", "2026-12-01", "--config", config, "--format", "json"))
    assert (found["schema"], found["from"], found["to"]) == ("lockin-audit/prices-diff/1", "2026-11-21", "2026-12-01")
    (argon,) = [row for row in found["tokens"] if (row["product"], row["meter"]) == ("google/gemini-4-argon", "output_tokens")]
    assert (argon["before"]["unit_price"], argon["after"]["unit_price"], argon["percent"]) == ("0.00001", "0.00002", "100")
    assert "gemini-4-argon-doubling-2026" in {event["id"] for event in found["events"]}
    changed = {row["assumption"] for row in found["effect"]["prices"]}
    assert "price.google.gemini-4-argon.output_tokens" in changed
    assert all(option["total_after"] > option["total_before"] for option in found["effect"]["options"])


def test_the_difference_as_a_table(tmp_path: Path) -> None:
    shown = _run("--diff", "2026-11-21", "2026-12-01", "--config", _config(tmp_path, '[cost]\nmodel = "google/gemini-4-argon"\n'))
    assert "google/gemini-4-argon" in shown
    assert "+100.0%" in shown
    assert "Effect on the study over 36 months, USD: only the prices differ" in shown
    assert "price.google.gemini-4-argon.input_tokens" in shown
    quiet = _run("temporal.cloud", "--diff", "2026-11-20", "2026-11-21")
    assert "none changed." in quiet


@pytest.mark.parametrize(
    ("days", "words"), [(("2026-11-21", "2026-11-21"), "is not after 2026-11-21"), (("soon", "2026-11-21"), "--diff: 'soon' is not a date")]
)
def test_days_that_are_no_span_are_refused(days: tuple[str, str], words: str) -> None:
    with pytest.raises(AuditError, match=words):
        CliRunner().invoke(APP, ["--diff", *days], catch_exceptions=False)


def test_contracts_of_a_config_are_listed_and_named(tmp_path: Path) -> None:
    config = _config(
        tmp_path, '[[price]]\nproduct = "anthropic.managed_agents"\nmeter = "session_hours"\nunit_price = 0.05\nsource = "Order 5"\n'
    )
    arguments = ("anthropic.managed_agents", "--meter", "session_hours", "--config", config, "--as-of", "2026-11-21")
    assert [(row["amount"], row["price"], row["overlay"]) for _, _, row in _rows(*arguments)] == [
        ("0.05", "agreed price", "negotiated: Order 5"),
        ("0.08", "list price", None),
    ]
    assert "Not list prices alone: negotiated: Order 5." in _run(*arguments)


def test_a_folder_of_own_prices_is_listed_and_named(tmp_path: Path) -> None:
    row = (
        '[[price]]\nproduct = "anthropic.managed_agents"\nmeter = "session_hours"\nunit = "session-hour"\namount = 0.06\n'
        'granularity = "1 ms"\neffective_from = 2026-01-01\nsource = "Order 6"\nconfidence = "unverified"\n'
    )
    (tmp_path / "mine.toml").write_text(row, encoding="utf-8")
    rows = _rows("anthropic.managed_agents", "--meter", "session_hours", "--prices", str(tmp_path), "--as-of", "2026-11-21")
    assert [(row["amount"], row["price"]) for _, _, row in rows] == [("0.06", "own price file"), ("0.08", "list price")]
    (tmp_path / "mine.toml").write_text(row.replace("0.06", '"cheap"'), encoding="utf-8")
    with pytest.raises(AuditError, match=r"mine\.toml: price: entry 1: amount"):
        CliRunner().invoke(APP, ["--prices", str(tmp_path)], catch_exceptions=False)


def test_a_product_shows_what_its_meters_count_before_their_prices() -> None:
    shown = _run("aws.lambda")
    meters, prices = shown.split("every price, as things stand")
    assert "1,024 MB" in meters
    assert "also invocations, executions" in meters
    assert "400,000 included" in prices
