"""`init --template` writes configs that `cost` runs; the essays' numbers come out of them; nonsense is refused in one sentence, exit 2."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lockin_audit.cli import app as program
from lockin_audit.cli.app import command_line
from lockin_audit.cli.init import Template
from lockin_audit.core.config import load_config
from lockin_audit.core.errors import AuditError

Cost = Callable[..., dict[str, Any]]


@pytest.fixture
def cost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cost:
    """`cost` on a template that `init` has written, without simulation unless asked for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)

    def invoke(template: str, *arguments: str, draws: int = 0) -> dict[str, Any]:
        path = tmp_path / f"{template}.toml"
        if not path.exists():
            written = CliRunner().invoke(
                command_line(), ["init", ".", "--template", template, "--output", str(path)], catch_exceptions=False
            )
            assert written.exit_code == 0 and f"wrote {path}" in written.output
        given = ["cost", "--config", str(path), "--as-of", "2026-11-21", "--draws", str(draws), "--format", "json", *arguments]
        result = CliRunner().invoke(command_line(), given, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        done: dict[str, Any] = json.loads(result.stdout)
        return done

    return invoke


def lines(done: dict[str, Any], option: str = "managed") -> dict[str, float]:
    return {key: row[0] for key, row in done["options"][option]["lines"].items()}


def sets(**values: float) -> list[str]:
    return [part for key, value in values.items() for part in ("--set", f"agents.{key}={value}")]


@pytest.mark.parametrize("template", [t.value for t in Template])
def test_every_template_is_complete(cost: Cost, tmp_path: Path, template: str) -> None:
    done = cost(template, draws=200)
    assert done["comparison"] is not None and done["simulation"] is not None
    assert not any(option["unpriced"] for option in done["options"].values())
    config = load_config(tmp_path / f"{template}.toml").config
    assert all(a["source"] for a in done["assumptions"])
    assert set(config.assumptions) <= {a["id"] for a in done["assumptions"]}
    kinds = {o.kind for o in config.options}
    assert {"managed", "owned"} <= kinds and ("hybrid" in kinds) == (template == "mid")


def test_a_template_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "lockin.toml").write_text("# mine\n")
    result = CliRunner().invoke(command_line(), ["init", str(tmp_path), "--template", "small"])
    assert isinstance(result.exception, AuditError) and "not overwritten" in str(result.exception)


def test_ten_thousand_agents_around_the_clock(cost: Cost) -> None:
    """10,000 x 730 h x 0.08 USD; a fifth of it where they run a fifth of the time, as waiting is free."""
    assert cost("essay-10000")["options"]["managed"]["lines"]["runtime"] == [pytest.approx(584_000)] * 36
    fifth = cost("essay-10000", *sets(active_hours=146, idle_hours=584))
    assert lines(fifth)["runtime"] == pytest.approx(116_800)


def test_the_hour_of_the_vendors_example(cost: Cost) -> None:
    """One hour, 50,000 tokens in at 5 USD and 15,000 out at 25 USD a million: 0.08 of 0.705 USD, 11%, is the runtime."""
    one = sets(sessions_per_month=1, active_hours=1, measured_input_tokens=50_000, measured_output_tokens=15_000)
    found = lines(cost("essay-10000", *one, "--set", "routing.saving=0"))
    assert found["tokens"] + found["runtime"] == pytest.approx(0.705)
    assert found["runtime"] / 0.705 == pytest.approx(0.113, abs=0.001)


@pytest.mark.parametrize(("credits", "usd"), [(25_000, 200), (20_000, 200), (19_000, 190), (50_000, 400)])
def test_a_pack_of_credits(cost: Cost, credits: int, usd: float) -> None:
    done = cost("essay-10000", *sets(sessions_per_month=1, credits_per_session=credits))
    assert lines(done, "credits")["platform_credits"] == pytest.approx(usd)


def test_the_runtime_fee_matters_for_long_sessions_with_few_tokens_and_hardly_elsewhere(cost: Cost) -> None:
    def share(done: dict[str, Any]) -> float:
        lines_ = done["options"]["managed"]["lines"]
        return sum(lines_["runtime"]) / sum(sum(row) for row in lines_.values())

    essay, mid = cost("essay-10000"), cost("mid")
    assert share(essay) > 0.6
    assert share(mid) < 0.05
    assert essay["tornado"][0]["id"] == "agents.active_hours"
    hours = [n for n, bar in enumerate(mid["tornado"]) if bar["id"].endswith(".active_hours")]
    assert not hours or hours[0] > 2


def test_too_many_at_once_is_said(cost: Cost) -> None:
    assert any("exceed the documented limit of 5,000" in w for w in cost("essay-10000")["warnings"])


NONSENSE = {
    "probability": ('[assumptions]\n"repository.success_rate" = 1.2', "repository.success_rate", "at most 1"),
    "order": ('[assumptions]\n"repository.steps" = {value = 5, low = 9, high = 12}', "repository.steps", "out of order"),
    "negative price": ('[assumptions]\n"price.anthropic.managed_agents.session_hours" = -0.08', "session_hours", "at least 0"),
    "no horizon": ("[cost]\nhorizon_months = 0", "horizon_months", "at least 6"),
    "long horizon": ("[cost]\nhorizon_months = 1200", "horizon_months", "at most 120"),
    "currency": ('[cost]\ncurrency = "CHF"', "CHF", "no exchange rate"),
    "scenario": (
        '[[scenario]]\nid = "x"\nmultiply = { "repository.session_per_month" = 2 }',
        "repository.session_per_month",
        "repository.sessions_per_month",
    ),
    "option": ('[[option]]\nid = "x"\nkind = "hybrid"', "hybrid", "owned_workflows"),
    "matrix": (
        "\n".join(
            f'[[correlation]]\nbetween = ["repository.{a}", "repository.{b}"]\nrho = {rho}'
            for a, b, rho in (
                ("steps", "sessions_per_month", 0.95),
                ("steps", "prefix_tokens", 0.95),
                ("sessions_per_month", "prefix_tokens", -0.95),
            )
        ),
        "correlation",
        "",
    ),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_refused_in_one_sentence(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text, where, words = NONSENSE[name]
    path = tmp_path / "lockin.toml"
    path.write_text(text + "\n")
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)
    monkeypatch.setattr(sys, "argv", ["lockin-audit", "cost", "--config", str(path), "--as-of", "2026-11-21", "--draws", "100"])
    with pytest.raises(SystemExit) as ended:
        program.main()
    said = capsys.readouterr()
    assert ended.value.code == 2 and said.out == ""
    message = " ".join(said.err.split())
    assert where in message and words in message
    assert "Traceback" not in message


def test_without_a_price_the_line_says_so_and_nothing_wins(cost: Cost, tmp_path: Path) -> None:
    (tmp_path / "gap.toml").write_text(
        '[[option]]\nid = "m"\nkind = "managed"\nproduct = "alibaba.managed_agents"\n[[option]]\nid = "o"\nkind = "owned"\n'
    )
    done = cost("gap", draws=100)
    managed = done["options"]["m"]
    assert "Runtime fee: no price" in managed["unpriced"][0] and managed["total"] is None
    assert any("the totals are incomplete" in w for w in done["warnings"])
    assert done["comparison"]["saving_npv"] is None and done["comparison"]["to"] is None
    assert done["simulation"]["probability_owned_cheaper"] is None and not done["regret"]["options"] and not done["tornado"]
