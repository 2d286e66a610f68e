from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from lockin_audit.cli.quote import quote
from lockin_audit.core.errors import AuditError

APP = typer.Typer(pretty_exceptions_enable=False)
APP.command()(quote)
SESSION = ["anthropic.managed_agents", "--model", "anthropic/claude-opus-5", "--as-of", "2026-11-21"]


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(APP, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def _json(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_run(*arguments, "--format", "json"))
    return found


def test_the_vendors_session_as_json() -> None:
    found = _json(*SESSION, "--set", "session_hours=1.0", "--set", "input_tokens=50k", "--set", "output_tokens=15000")
    assert (found["schema"], found["product"], found["as_of"], found["currency"]) == (
        "lockin-audit/quote/1",
        "anthropic.managed_agents",
        "2026-11-21",
        "USD",
    )
    assert (found["total"], found["unpriced"]) == ("0.705", [])
    first = found["lines"][0]
    assert {key: first[key] for key in ("meter", "quantity", "unit", "unit_price", "amount", "effective_from")} == {
        "meter": "session_hours",
        "quantity": "1.0",
        "unit": "session-hour",
        "unit_price": "0.08",
        "amount": "0.08",
        "effective_from": "2026-04-08",
    }
    assert first["source"].startswith("https://")
    assert sum(Decimal(line["amount"]) for line in found["lines"]) == Decimal(found["total"])
    assert all(isinstance(line[key], str) for line in found["lines"] for key in ("quantity", "unit_price", "amount"))


def test_usage_comes_from_a_file_and_the_command_line_wins(tmp_path: Path) -> None:
    usage = tmp_path / "usage.toml"
    usage.write_text('session_hours = "90 min"\nweb_searches = 2000\ninput_tokens = 0.5\n', encoding="utf-8")
    found = _json(*SESSION, "--usage", str(usage), "--set", "web_searches=1000", "--set", "input_tokens=1M")
    assert [line["amount"] for line in found["lines"]] == ["0.12", "10", "5"]


def test_a_day_before_the_price_is_null_with_a_reason() -> None:
    found = _json("anthropic.managed_agents", "--set", "session_hours=1", "--as-of", "2026-04-07")
    assert (found["lines"], found["total"]) == ([], None)
    assert found["unpriced"] == [{"meter": "session_hours", "reason": "Claude Managed Agents was not on sale before 2026-04-08."}]


def test_credits_in_json_and_in_the_table() -> None:
    arguments = (
        "microsoft.copilot_studio",
        "--set",
        "classic_answers=108000",
        "--set",
        "generative_answers=54000",
        "--as-of",
        "2026-11-21",
    )
    found = _json(*arguments)
    assert found["own_units"] == [{"unit": "copilot-credit", "total": "216000"}]
    assert (found["plan"], found["total"], found["alternatives"]) == ("pack", "1800", [{"plan": "payg", "total": "2160"}])
    shown = _run(*arguments)
    assert "Total in Copilot Credits: 216,000" in shown
    assert "Plan pack is the cheapest for this usage (others: payg 2,160)." in shown
    assert shown.rstrip().endswith("Total: 1,800 USD")


def test_the_table_tells_tiers_minimum_sources_and_what_is_left_out() -> None:
    shown = _run("temporal.cloud", "--set", "actions=13.75M", "--as-of", "2026-11-21")
    assert "5,000,000 x 0.00005 = 250 USD" in shown
    assert "[1] Temporal Cloud pricing, https://docs.temporal.io/cloud/pricing" in shown
    assert "Not in this bill: plan fee (meter plan_fee)." in shown
    assert "the minimum charge of 500 USD applies" in _run("temporal.cloud", "--set", "plan_fee=100", "--as-of", "2026-11-21")


def test_an_unknown_model_is_told_in_the_table() -> None:
    shown = _run("anthropic.managed_agents", "--model", "anthropic/nothing", "--set", "input_tokens=1", "--as-of", "2026-11-21")
    assert "Not priced: input_tokens." in shown
    assert "Total: not known" in shown


def test_the_order_of_settings_does_not_change_a_byte() -> None:
    searches, hours = ("--set", "web_searches=5"), ("--set", "session_hours=20 min")
    assert _json(*SESSION, *searches, *hours) == _json(*SESSION, *hours, *searches)
    assert _run(*SESSION, *searches, *hours) == _run(*SESSION, *hours, *searches)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["acme.bot", "--set", "hours=1"], "product 'acme.bot' is not in the price book"),
        (["anthropic.managed_agents", "--set", "fee=1"], "has no meter 'fee'"),
        (["anthropic.managed_agents", "--set", "tokens=1"], "could be more than one meter of anthropic.managed_agents"),
        (["anthropic.managed_agents", "--set", "hours=1", "--set", "runtime=2"], "hours and runtime are both the meter session_hours"),
        (["anthropic.managed_agents", "--set", "hours"], "--set hours: is not METER=QUANTITY"),
        (["anthropic.managed_agents", "--set", "session_hours=-1"], "--set session_hours: '-1' is negative"),
        (["anthropic.managed_agents", "--set", "session_hours=1", "--as-of", "yesterday"], "'yesterday' is not a date"),
        (["anthropic.managed_agents"], "there is nothing to price"),
        (["anthropic.managed_agents", "--usage", "no-such.toml"], "there is no such file"),
        (["anthropic.managed_agents", "--set", "input_tokens=1"], "name the model"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], words: str) -> None:
    with pytest.raises(AuditError) as error:
        CliRunner().invoke(APP, arguments, catch_exceptions=False)
    assert words in str(error.value)


def test_a_usage_file_with_something_else_in_it_names_the_key(tmp_path: Path) -> None:
    usage = tmp_path / "usage.toml"
    usage.write_text("session_hours = true\n", encoding="utf-8")
    with pytest.raises(AuditError, match="session_hours: True is not a quantity"):
        CliRunner().invoke(APP, ["anthropic.managed_agents", "--usage", str(usage)], catch_exceptions=False)


CONTRACT = """
[[price]]
product = "anthropic.*"
discount = 0.5
kind = "enterprise agreement"
source = "EA 7"

[[exchange_rate]]
currency = "EUR"
usd = 1.25
effective_from = 2026-01-01
source = "budget rate 2026"
"""


def test_a_contract_and_a_currency_of_the_config_are_named(tmp_path: Path) -> None:
    config = tmp_path / "lockin.toml"
    config.write_text(CONTRACT, encoding="utf-8")
    arguments = (*SESSION, "--set", "session_hours=100", "--config", str(config), "--currency", "eur")
    found = _json(*arguments)
    assert (found["currency"], found["total"], found["overlays"]) == ("USD", "4", ["enterprise agreement: EA 7"])
    assert found["lines"][0]["overlay"] == "enterprise agreement: EA 7"
    assert (found["conversion"]["currency"], found["conversion"]["total"], found["conversion"]["source"]) == (
        "EUR",
        "3.2",
        "budget rate 2026",
    )
    shown = _run(*arguments)
    assert "Not list prices alone: enterprise agreement: EA 7." in shown
    assert "In EUR: 3.2 (1.25 USD for 1 EUR, 2026-01-01, budget rate 2026 (not verified))" in shown


def test_a_config_in_the_environment_counts_and_one_lying_about_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lockin.toml").write_text(CONTRACT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert _json(*SESSION, "--set", "session_hours=100")["total"] == "8"
    monkeypatch.setenv("LOCKIN_AUDIT_CONFIG", str(tmp_path / "lockin.toml"))
    assert _json(*SESSION, "--set", "session_hours=100")["total"] == "4"


def test_a_period_is_split_where_a_price_changes() -> None:
    arguments = ("openai.responses", "--model", "google/gemini-4-argon", "--set", "input_tokens=30M", "--as-of", "2026-11-16")
    found = _json(*arguments, "--until", "2026-12-15")
    assert [(line["first_day"], line["last_day"], line["amount"]) for line in found["lines"]] == [
        ("2026-11-16", "2026-11-30", "30"),
        ("2026-12-01", "2026-12-15", "60"),
    ]
    assert (found["until"], found["total"]) == ("2026-12-15", "90")
    assert "Tokens: input, 2026-11-16 to 2026-11-30" in _run(*arguments, "--until", "2026-12-15")


def test_long_requests_cost_more_for_all_their_tokens() -> None:
    arguments = ("anthropic.api", "--model", "anthropic/claude-haiku-5-5", "--set", "input_tokens=1M", "--as-of", "2026-11-21")
    totals = [_json(*arguments, "--prompt-tokens", length)["total"] for length in ("0", "100000", "100001")]
    assert totals == ["0.1", "0.1", "0.5"]


def test_included_amounts_can_be_left_out() -> None:
    arguments = ("temporal.cloud", "--set", "actions=11.25M", "--as-of", "2026-11-21")
    assert _json(*arguments)["total"] == "418.75"
    found = _json(*arguments, "--no-included")
    assert found["total"] == "525"
    assert "Included amounts are not deducted, as asked." in found["notes"]


def test_uses_and_sessions_come_from_the_usage_file(tmp_path: Path) -> None:
    usage = tmp_path / "usage.toml"
    usage.write_text('container_sessions = ["25 min", { for = "5 min", times = 3 }]\n', encoding="utf-8")
    assert _json("openai.responses", "--usage", str(usage), "--as-of", "2026-11-21")["total"] == "0.15"
    usage.write_text('[[session]]\ntimes = 2\nthreads = [[["0 s", "1 h"]], [["30 min", "90 min"]]]\n', encoding="utf-8")
    assert _json(*SESSION, "--usage", str(usage))["total"] == "0.24"


def test_a_usage_may_use_other_names_units_and_products(tmp_path: Path) -> None:
    plain = _json("aws.fargate", "--set", "vcpu_seconds=18000", "--set", "gb_seconds=72000", "--as-of", "2026-11-21")
    usage = tmp_path / "usage.toml"
    usage.write_text('vcpu_hours = 5\n"Memory" = "2 GB * 10 h"\n', encoding="utf-8")
    named = _json("aws.fargate", "--usage", str(usage), "--as-of", "2026-11-21")
    assert named["lines"] == plain["lines"]
    again = _json("aws.fargate", "--usage", str(usage), "--set", "vCPU=9000", "--as-of", "2026-11-21")
    assert again["lines"][0]["quantity"] == "9000"


def test_a_gigabyte_of_lambda_is_1024_megabytes() -> None:
    found = _json("aws.lambda", "--set", "gb_seconds=1536 MB * 360000 s", "--set", "requests=3M", "--as-of", "2026-11-21")
    assert [line["quantity"] for line in found["lines"]] == ["540000", "3000000"]
    assert found["total"] == "2.733338"


def test_the_total_of_rounded_lines_is_told_where_it_differs() -> None:
    arguments = ("aws.lambda", "--no-included", "--set", "gb_seconds=20M", "--set", "requests=10M", "--set", "tenant=200000")
    found = _json(*arguments, "--as-of", "2026-11-21")
    assert (found["total"], found["total_of_rounded_lines"]) == ("368.734", "368.73")
    shown = _run("aws.lambda", "--no-included", "--set", "gb_seconds=1850000", "--set", "requests=2M", "--set", "stream=976.56")
    assert "With every line rounded to cents, as on an invoice: 39.04 USD" in shown
