"""The main job through the command line: what it writes, that it writes it twice alike, and that workbook and `cost` agree."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.workbook import libreoffice

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "claims"
DAY = "2026-11-21"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lockin_audit", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("assess") / "report"
    done = _run("assess", str(EXAMPLE), "--out", str(out), "--as-of", DAY, "--draws", "200")
    assert done.returncode == 0, done.stderr
    assert "report.html" in done.stdout
    return out


def _hashes(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_every_file_of_the_contract_is_written_and_listed_with_its_hash(report: Path) -> None:
    found = _hashes(report)
    for name in ("assessment.xlsx", "report.html", "report.md", "study.json", "findings.sarif", "manifest.json"):
        assert name in found
    assert sum(name.startswith("charts/") and name.endswith(".svg") for name in found) >= 5
    manifest = json.loads((report / "manifest.json").read_text())
    assert {f["name"]: f["sha256"] for f in manifest["files"]} == {k: v for k, v in found.items() if k != "manifest.json"}


def test_two_runs_write_identical_bytes(report: Path, tmp_path: Path) -> None:
    done = _run("assess", str(EXAMPLE), "--out", str(tmp_path / "again"), "--as-of", DAY, "--draws", "200")
    assert done.returncode == 0, done.stderr
    assert _hashes(report) == _hashes(tmp_path / "again")


def test_the_example_keeps_one_workflow_managed_and_would_own_another(report: Path) -> None:
    study = json.loads((report / "study.json").read_text())
    advice = {w["id"]: w["recommendation"] for w in study["audit"]["workflows"]}
    assert advice["research"] == "managed"
    assert advice["triage"] == "own"
    assert {q: v["verdict"] for q, v in study["audit"]["questions"].items()} == {
        "retry": "mixed",
        "state": "mixed",
        "replay": "platform",
        "telemetry": "platform",
    }


def test_an_earlier_report_is_replaced_and_the_files_of_others_are_refused(report: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("mine")
    done = _run("assess", str(EXAMPLE), "--out", str(theirs), "--draws", "200")
    assert done.returncode == 2
    assert "--force" in done.stderr
    assert [p.name for p in theirs.iterdir()] == ["thesis.txt"]


@libreoffice.needs_libreoffice
def test_changing_cells_of_the_workbook_gives_what_cost_gives_for_the_same_change(report: Path, tmp_path: Path) -> None:
    changes = {"triage.sessions_per_month": 260_000.0, "owned.run_fte": 0.5, "price.anthropic.managed_agents.session_hours": 0.16}
    cells: dict[str, float | str] = {"in_" + id.replace(".", "_").replace("-", "_"): value for id, value in changes.items()}
    book = libreoffice.with_inputs((report / "assessment.xlsx").read_bytes(), {**cells, "in_scenario": "price_up_50"})
    recalculated = libreoffice.convert(book, tmp_path)
    sets = [part for id, value in changes.items() for part in ("--set", f"{id}={value}")]
    config = str(EXAMPLE / "lockin.toml")
    done = _run("cost", "--config", config, "--as-of", DAY, "--draws", "0", "--scenario", "price_up_50", *sets, "--format", "json")
    assert done.returncode == 0, done.stderr
    cost = json.loads(done.stdout)
    expected = {f"out_{o}_{key}": cost["options"][o][key] for o in ("managed", "owned") for key in ("npv", "total")}
    expected["out_saving_npv"] = cost["comparison"]["saving_npv"]
    expected["out_break_even_sessions"] = cost["comparison"]["break_even_sessions"][0]
    for name, value in expected.items():
        assert libreoffice.named(recalculated, name) == pytest.approx(value, rel=1e-9), name
    payback = libreoffice.named(recalculated, "out_payback_month")
    assert payback == (cost["comparison"]["payback_month"] or "n/a")
    assert libreoffice.named(recalculated, "chk_master") is True
