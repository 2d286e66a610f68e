"""`lockin-audit compare`: what changed between two studies, and that its parts add up; bad files in one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.cli.build_study import build_study
from lockin_audit.cli.schema import schema_of
from lockin_audit.core.errors import AuditError
from lockin_audit.report.study_json import study_json

CONFIG = '[[workflow]]\nid = "claims"\nname = "Claims"\n'
RUN = CliRunner()


def invoke(*arguments: str) -> str:
    result = RUN.invoke(command_line(), list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Studies of one company over a year."""
    place = tmp_path_factory.mktemp("studies")
    config = place / "lockin.toml"

    def write(name: str, text: str, *options: str) -> None:
        config.write_text(CONFIG + text)
        invoke("cost", "--config", str(config), "--as-of", "2026-11-21", "--format", "json", "--output", str(place / name), *options)

    write("a.json", "", "--draws", "200")
    inputs = "claims.sessions_per_month = 40_000\nowned.run_fte = {value = 0.5, basis = 'measured', source = 'rota'}\n"
    write("b.json", f"[assumptions]\n{inputs}", "--draws", "200", "--set", "price.anthropic.managed_agents.session_hours=0.12")
    hybrid = '[[option]]\nid="managed"\nkind="managed"\nproduct="anthropic.managed_agents"\n[[option]]\nid="owned"\nkind="owned"\n'
    more = '[[workflow]]\nid = "mail"\n' + hybrid + '[[option]]\nid="core"\nkind="managed"\nproduct="aws.agentcore_runtime"\n'
    write("c.json", f"{more}[cost]\nhorizon_months = 24\ndiscounting = 'end'\n[assumptions]\n{inputs}", "--draws", "0")
    data = json.loads((place / "a.json").read_text())
    del data["structure"]
    (place / "old.json").write_text(json.dumps(data))
    return place


def changed(folder: Path, a: str, b: str) -> dict[str, Any]:
    done: dict[str, Any] = json.loads(invoke("compare", str(folder / a), str(folder / b), "--format", "json"))
    jsonschema.validate(done, schema_of("compare"))
    return done


def test_each_driver_is_named_and_they_add_up(folder: Path) -> None:
    done = changed(folder, "a.json", "b.json")
    assert done["schema"] == "lockin-audit/compare/1"
    a, b = (json.loads((folder / name).read_text())["comparison"]["saving_npv"] for name in ("a.json", "b.json"))
    assert done["saving_change"] == pytest.approx(b - a)
    effects = {d["id"]: d["effect"] for d in done["explained"]}
    assert effects.keys() == {"claims.sessions_per_month", "owned.run_fte", "price.anthropic.managed_agents.session_hours"}
    assert {d["id"]: d["kind"] for d in done["explained"]}["owned.run_fte"] == "audit"
    assert sum(effects.values()) + done["remainder"] == pytest.approx(b - a) and done["remainder"] == 0
    assert {i["id"] for i in done["inputs"]} == effects.keys()
    assert done["evidence"] is None and done["shape"] == []
    # The price comes first: its step is what that change alone does to the first study.
    alone = folder / "alone.json"
    (folder / "lockin.toml").write_text(CONFIG)
    command = ("cost", "--config", str(folder / "lockin.toml"), "--as-of", "2026-11-21", "--draws", "0", "--format", "json")
    invoke(*command, "--set", "price.anthropic.managed_agents.session_hours=0.12", "--output", str(alone))
    step = json.loads(alone.read_text())["comparison"]["saving_npv"] - a
    assert effects["price.anthropic.managed_agents.session_hours"] == pytest.approx(step)


def test_another_shape_is_one_driver_and_told_in_words(folder: Path) -> None:
    done = changed(folder, "b.json", "c.json")
    assert "structure" in {d["id"] for d in done["explained"]}
    assert done["remainder"] == 0
    assert sum(d["effect"] for d in done["explained"]) == pytest.approx(done["saving_change"])
    assert "option core was added" in done["shape"] and "workflow mail was added" in done["shape"]
    assert "horizon in months: 36, then 24" in done["shape"]


def test_a_study_and_itself(folder: Path) -> None:
    done = changed(folder, "a.json", "a.json")
    assert done["saving_change"] == 0 and done["explained"] == [] and done["inputs"] == [] and done["prices"] == []
    assert "No input and no price differs." in invoke("compare", str(folder / "a.json"), str(folder / "a.json"))


def test_formulas_that_changed_are_the_remainder(folder: Path) -> None:
    """A stored result the model of today does not give: the rest is named, not spread."""
    data = json.loads((folder / "a.json").read_text())
    data["comparison"]["saving_npv"] -= 1_000
    (folder / "off.json").write_text(json.dumps(data))
    done = changed(folder, "off.json", "b.json")
    assert done["remainder"] == pytest.approx(1_000)
    assert "Not explained by any driver" in invoke("compare", str(folder / "off.json"), str(folder / "b.json"))


def test_an_older_file_is_compared_but_not_split(folder: Path) -> None:
    done = changed(folder, "old.json", "b.json")
    assert done["saving_change"] is not None and done["explained"] == [] and done["remainder"] is None
    assert any("older version" in note for note in done["notes"])


def test_whole_studies_tell_what_the_audits_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "repo").mkdir()
    code = "import anthropic\nclient = anthropic.Anthropic()\nagent = client.beta.agents.create(name='x', model='claude-sonnet-5')\n"
    (tmp_path / "repo" / "agent.py").write_text(code)

    def write(name: str) -> None:
        found = build_study(tmp_path / "repo", config=None, answers=[], day="2026-11-21", draws=100, seed=1)
        (tmp_path / name).write_bytes(study_json(found))

    write("one.json")
    (tmp_path / "repo" / "agent.py").write_text(code + "session = client.beta.sessions.create(agent=agent.id, environment_id='e')\n")
    write("two.json")
    done = changed(tmp_path, "one.json", "two.json")
    assert done["evidence"]["sites_after"] > done["evidence"]["sites_before"]
    assert done["evidence"]["rebuild"]
    text = invoke("compare", "one.json", "two.json")
    assert "Rebuild list: items that differ" in text


def test_the_markdown_is_inert(folder: Path) -> None:
    data = json.loads((folder / "b.json").read_text())
    for a in data["assumptions"]:
        a["label"] = "<b>|\x1b[31m" + a["label"]
    (folder / "hostile.json").write_text(json.dumps(data))
    text = invoke("compare", str(folder / "a.json"), str(folder / "hostile.json"), "--format", "markdown")
    assert "<b>" not in text and "\x1b" not in text and text.startswith("# What changed")
    assert "\x1b" not in invoke("compare", str(folder / "a.json"), str(folder / "hostile.json"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "no such file"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no cost study"),
        ('{"schema": "lockin-audit/audit/1"}', "no cost study"),
        ('{"schema": "lockin-audit/cost/1"}', "is damaged"),
        ('{"schema": "lockin-audit/cost/1", "as_of": 3, "assumptions": [], "options": 1}', "is damaged"),
        ('{"schema": "lockin-audit/study/1", "cost": 1}', "is damaged"),
        ('{"schema": "lockin-audit/cost/1", "assumptions": [1]}', "is damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_study_is_refused(folder: Path, text: str | None, words: str) -> None:
    bad = folder / "bad.json"
    bad.unlink(missing_ok=True)
    if text is not None:
        bad.write_text(text)
    with pytest.raises(AuditError, match=words):
        RUN.invoke(command_line(), ["compare", str(folder / "a.json"), str(bad)], catch_exceptions=False)
