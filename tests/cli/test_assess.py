"""The main job through the command line: what it writes, that it writes it twice alike, and that workbook and `cost` agree."""

from __future__ import annotations

import hashlib
import html
import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.pictures import png
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
    for name in ("report.docx", "slides.pptx", "bom.cdx.json", "tables/sites.csv", "tables/lines_by_month.csv"):
        assert name in found
    assert sum(name.startswith("charts/") and name.endswith(".svg") for name in found) >= 5
    manifest = json.loads((report / "manifest.json").read_text())
    assert {f["name"]: f["sha256"] for f in manifest["files"]} == {k: v for k, v in found.items() if k != "manifest.json"}


def test_two_runs_write_identical_bytes(report: Path, tmp_path: Path) -> None:
    done = _run("assess", str(EXAMPLE), "--out", str(tmp_path / "again"), "--as-of", DAY, "--draws", "200")
    assert done.returncode == 0, done.stderr
    assert _hashes(report) == _hashes(tmp_path / "again")


def _texts(data: bytes) -> Iterator[str]:
    """Every text of a file, also of the parts of an Office file, as a reader or a program would see it."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                yield name
                yield from _texts(package.read(name))
    else:
        text = data.decode("utf-8", "replace")
        yield text
        yield html.unescape(text)
        yield text.replace('\\"', '"').replace("\\\\", "\\")
        yield text.replace('""', '"')


REPORT = """
[report]
client = "Other Ltd"
confidentiality = "For Other & Co only"
logo = "logo.png"
language = "us"
csv = "semicolon"
redact = true
"""


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of a copy of the example under another name, dressed and redacted by its config."""
    repo = tmp_path_factory.mktemp("assess") / "secret-repository-name"
    shutil.copytree(EXAMPLE, repo)
    (repo / "requirements.txt").write_text("anthropic==0.80.0\nlanggraph==1.0.0\n")
    (repo / "logo.png").write_bytes(png(60, 30))
    (repo / "lockin.toml").write_text((repo / "lockin.toml").read_text() + REPORT)
    done = _run("assess", str(repo), "--out", str(repo.parent / "out"), "--as-of", DAY, "--draws", "100")
    assert done.returncode == 0, done.stderr
    return repo.parent / "out"


def test_a_redacted_report_holds_no_path_and_no_code_in_any_file(report: Path, dressed: Path) -> None:
    full = json.loads((report / "study.json").read_text())["audit"]
    secrets = {s["file"] for s in full["scan"]["sites"]} | {g for w in full["workflows"] for g in w["paths"]}
    snippets = {s["snippet"] for s in full["scan"]["sites"] if len(s["snippet"]) > 11}
    assert len(secrets) > 8 and len(snippets) > 20
    assert any(p in t for p in secrets for t in _texts((report / "report.docx").read_bytes())), "the search itself must find what is there"
    secrets |= snippets | {"secret-repository-name", "requirements.txt", str(dressed.parent)}
    for file in (p for p in dressed.rglob("*") if p.is_file()):
        for text in _texts(file.read_bytes()):
            assert [s for s in secrets if s in text] == [], file.name


def test_redaction_can_be_asked_for_on_the_command_line(tmp_path: Path) -> None:
    done = _run("assess", str(EXAMPLE), "--out", str(tmp_path / "out"), "--as-of", DAY, "--draws", "100", "--formats", "csv", "--redact")
    assert done.returncode == 0, done.stderr
    assert "triage/agent.py" not in (tmp_path / "out" / "tables" / "sites.csv").read_text(encoding="utf-8-sig")


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    done = _run("assess", str(EXAMPLE), "--out", str(tmp_path / "few"), "--as-of", DAY, "--draws", "100", "--formats", "md,bom")
    assert done.returncode == 0, done.stderr
    assert set(_hashes(tmp_path / "few")) == {"report.md", "bom.cdx.json", "study.json", "manifest.json"}


@pytest.mark.parametrize("wrong", [("--formats", "pdf"), ("--template", "none.docx"), ("--formats", "md", "--template", "a.pptx")])
def test_wrong_formats_and_templates_stop_before_any_work(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    done = _run("assess", str(EXAMPLE), "--out", str(tmp_path / "none"), *wrong)
    assert done.returncode == 2 and done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "none").exists()


def test_a_report_is_dressed_as_the_config_says(dressed: Path) -> None:
    for name in ("report.html", "report.md", "report.docx", "slides.pptx", "assessment.xlsx"):
        seen = "\n".join(_texts((dressed / name).read_bytes()))
        assert "Other Ltd" in seen and "For Other & Co only" in seen.replace("&&", "&"), name
        assert "November 21, 2026" in seen, name
    assert 'src="data:image/png;base64,' in (dressed / "report.html").read_text()
    for name in ("report.docx", "slides.pptx", "assessment.xlsx"):
        with zipfile.ZipFile(dressed / name) as package:
            assert any(png(60, 30) == package.read(part) for part in package.namelist()), name
    assert b";0,05;" in (dressed / "tables" / "assumptions.csv").read_bytes()


def test_a_logo_that_is_no_png_stops_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "lockin.toml").write_text('[report]\nlogo = "logo.svg"\n')
    done = _run("assess", str(tmp_path), "--out", str(tmp_path / "out"))
    assert done.returncode == 2 and "is not a PNG" in done.stderr and not (tmp_path / "out").exists()


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
