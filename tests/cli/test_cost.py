"""`lockin-audit cost` from the outside: every form of output, the contract of its JSON, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.core.errors import AuditError

DAY = ("--as-of", "2026-11-21")
CONFIG = """
[[workflow]]
id = "claims"
name = "=cmd()|<b>"

[assumptions]
claims.sessions_per_month = 50_000
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)

    def invoke(*arguments: str) -> str:
        result = CliRunner().invoke(command_line(), ["cost", *DAY, "--draws", "200", *arguments], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.stdout

    return invoke


def test_json_is_the_contract(run: Any) -> None:
    done = json.loads(run("--format", "json"))
    assert done["schema"] == "lockin-audit/cost/1"
    keys = [
        "schema",
        "as_of",
        "currency",
        "horizon_months",
        "scenario",
        "assumptions",
        "options",
        "comparison",
        "tornado",
        "simulation",
        "regret",
    ]
    assert [key for key in done if key in keys] == keys
    assert list(done["assumptions"][0])[:7] == ["id", "value", "low", "high", "unit", "basis", "source"]
    assert list(done["options"]) == ["managed", "owned"]
    for option in done["options"].values():
        assert len(option["monthly"]) == 36
        assert {"label", "total", "npv", "lines", "cost_per_session", "cost_per_outcome", "exit_liability"} <= option.keys()
        for month in range(36):
            assert sum(row[month] for row in option["lines"].values()) == pytest.approx(option["monthly"][month])
        assert sum(option["monthly"]) == pytest.approx(option["total"])
    comparison = done["comparison"]
    assert (comparison["from"], comparison["to"]) == ("managed", "owned")
    assert comparison["saving_npv"] == pytest.approx(done["options"]["managed"]["npv"] - done["options"]["owned"]["npv"])
    assert done["simulation"]["draws"] == 200 and done["simulation"]["saving_npv"].keys() == {"p10", "p50", "p90"}
    assert len(done["simulation"]["probability_by_month"]) == 36
    assert done["regret"]["options"].keys() == {"managed", "owned"}


def test_two_runs_print_the_same_bytes(run: Any) -> None:
    assert run("--format", "json") == run("--format", "json")


def test_every_assumption_can_be_set_by_its_id(run: Any) -> None:
    ids = [a["id"] for a in json.loads(run("--format", "json", "--draws", "0"))["assumptions"]]
    bounded = {"share": "0.5", "switch": "1", "factor": "2", "share/month": "0.01", "share/year": "0.02"}
    units = {a["id"]: a["unit"] for a in json.loads(run("--format", "json", "--draws", "0"))["assumptions"]}
    settings = [part for id in ids for part in ("--set", f"{id}={bounded.get(units[id], '3')}")]
    done = json.loads(run("--format", "json", "--draws", "0", *settings))
    assert {a["id"]: a["value"] for a in done["assumptions"]} == {id: float(bounded.get(units[id], "3")) for id in ids}


def test_the_config_beside_is_read_and_texts_stay_texts(run: Any, tmp_path: Path) -> None:
    (tmp_path / "lockin.toml").write_text(CONFIG, encoding="utf-8")
    done = json.loads(run("--format", "json", "--set", "volume.scale=2"))
    assert next(a for a in done["assumptions"] if a["id"] == "claims.sessions_per_month")["value"] == 50_000
    rows = list(csv.reader(io.StringIO(run("--format", "csv"))))
    assert rows[0] == ["option", "line", "label", "month", "USD"]
    assert len(rows) == 1 + 36 * sum(len(o["lines"]) for o in done["options"].values())
    assert not any(cell.startswith(("=", "@", "+")) for row in rows for cell in row)
    assert "<b>" not in run("--format", "markdown")


def test_the_table_says_what_follows(run: Any) -> None:
    text = run()
    for words in ("Cost by line", "Moving from", "placeholders", "P90", "owned.run_fte"):
        assert words in text


def test_output_goes_to_the_file(run: Any, tmp_path: Path) -> None:
    run("--format", "json", "--output", "cost.json")
    assert json.loads((tmp_path / "cost.json").read_text(encoding="utf-8"))["options"]


def test_without_a_price_numbers_are_null_with_a_reason(run: Any) -> None:
    done = json.loads(run("--format", "json", "--as-of", "2026-04-01"))
    managed = done["options"]["managed"]
    assert managed["total"] is None and managed["npv"] is None and set(managed["lines"]["runtime"]) == {None}
    assert managed["priced_total"] > 0 and any("2026-04-08" in reason for reason in managed["unpriced"])
    assert done["comparison"]["saving_npv"] is None and done["comparison"]["notes"]
    assert done["simulation"]["probability_owned_cheaper"] is None
    assert "not priced" in run("--as-of", "2026-04-01")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--set", "claims"), "ID=VALUE"),
        (("--set", "=3"), "ID=VALUE"),
        (("--set", "volume.scale=many"), "ID=VALUE"),
        (("--set", "volume.scale=-1"), "at least 0"),
        (("--set", "volume.scales=1"), "volume.scale"),
        (("--scenario", "boom"), "Known: base"),
        (("--draws", "-5"), "--draws"),
        (("--seed", "-1"), "--seed"),
    ],
)
def test_what_makes_no_sense_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command_line(), ["cost", *DAY, *arguments])
    assert isinstance(result.exception, AuditError) and words in str(result.exception)
