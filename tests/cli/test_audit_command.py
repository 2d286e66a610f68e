"""`audit` through the command line: forms, files, gates, baseline, and one sentence for bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.core.errors import AuditError

CODE = """\
import time

from openai import OpenAI

client = OpenAI()


def ask(question):
    thread = client.beta.threads.create()
    client.beta.threads.messages.create(thread.id, role="user", content=question)
    return client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="asst_123")
"""


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", "")
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)
    folder = tmp_path / "repo"
    (folder / "support").mkdir(parents=True)
    (folder / "support" / "agent.py").write_text(CODE)
    return folder


def run(*arguments: object):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(command_line(), ["audit", *map(str, arguments)])


def test_json_is_the_default_of_machines_and_complete(repo: Path) -> None:
    result = run(repo, "--format", "json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert document["runtimes"] == ["openai.assistants"]
    assert {q: v["verdict"] for q, v in document["questions"].items()}["state"] == "platform"
    assert {s["file"] for s in document["sites"]} == {"support/agent.py"}


@pytest.mark.parametrize("form", ["table", "json", "markdown", "csv", "sarif"])
def test_every_form_can_go_into_a_file(repo: Path, tmp_path: Path, form: str) -> None:
    result = run(repo, "--format", form, "--output", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "support/agent.py" in (tmp_path / "out").read_text(encoding="utf-8").replace("\\", "")


def test_the_table_goes_to_standard_output(repo: Path) -> None:
    result = run(repo)
    assert result.exit_code == 0 and "The four questions" in result.stdout and "support/agent.py" in result.stdout


def test_a_gate_that_is_hit_ends_with_1_after_the_result(repo: Path) -> None:
    result = run(repo, "--format", "json", "--fail-on", "state=platform", "--fail-on", "openai.assistants/*")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["schema"] == "lockin-audit/audit/1"
    assert "gate hit: state=platform" in result.stderr
    assert run(repo, "--format", "json", "--fail-on", "retry=owned").exit_code == 0


def test_with_a_baseline_old_places_do_not_hit(repo: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run(repo, "--format", "json", "--output", before)
    assert run(repo, "--baseline", before, "--fail-on", "platform").exit_code == 0
    (repo / "support" / "agent.py").write_text("# a line more\n" + CODE + "\n\ndef again():\n    return client.beta.assistants.list()\n")
    (repo / "second.py").write_text(CODE)
    result = run(repo, "--baseline", before, "--fail-on", "state", "--format", "markdown")
    assert result.exit_code == 1 and "NEW second.py" in result.stdout
    assert "NEW support/agent.py:10" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no-such-folder"], "no-such-folder"),
        (["REPO", "--fail-on", "retry=vendor"], "--fail-on"),
        (["REPO", "--baseline", "none.json"], "none.json"),
        (["REPO", "--config", "none.toml"], "none.toml"),
        (["REPO", "--answers", "none.toml"], "none.toml"),
        (["REPO", "--packs", "no-packs"], "no-packs"),
        (["REPO", "--output", "no/such/folder/out.json", "--format", "json"], "out.json"),
    ],
)
def test_bad_input_is_refused(repo: Path, arguments: list[str], words: str) -> None:
    result = run(*[str(repo) if a == "REPO" else a for a in arguments])
    assert isinstance(result.exception, AuditError) and words in str(result.exception)
    assert result.stdout == ""


def test_a_wrong_form_is_a_wrong_usage(repo: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "lockin_audit", "audit", str(repo), "--format", "xml"], capture_output=True, text=True)
    assert done.returncode == 2 and done.stdout == ""


def test_answers_count_and_contradictions_are_shown(repo: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[[answer]]\nquestionnaire = "four_questions"\nquestion = "state.where"\nchoice = "ours"\nby = "Ada"\n')
    document = json.loads(run(repo, "--format", "json", "--answers", answers).stdout)
    assert document["questions"]["state"]["verdict"] == "mixed"
    assert "CONTRADICTION: Ada said" in document["questions"]["state"]["summary"]


def test_workflows_of_the_config_are_judged(repo: Path) -> None:
    (repo / "lockin.toml").write_text('[[workflow]]\nid = "support"\npaths = ["support/**"]\ncriticality = ["internal"]\n')
    document = json.loads(run(repo, "--format", "json").stdout)
    assert [(w["id"], w["recommendation"]) for w in document["workflows"]] == [("support", "managed")]
    assert {s["workflow"] for s in document["sites"]} == {"support"}
