"""A run of `audit` over a repository where nothing has changed says again what the last one said, and only then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from lockin_audit.cli import kept_output, pipeline
from lockin_audit.cli.app import command_line
from lockin_audit.scan import unchanged

CODE = """\
from openai import OpenAI

client = OpenAI()


def ask(question):
    thread = client.beta.threads.create()
    return client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="asst_123")
"""


class Repository:
    """A repository, its cache, and how often it was audited anew."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cache, self.audits = folder / "repo", folder / "cache", 0
        self.folder.mkdir()
        (self.folder / "agent.py").write_text(CODE)

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output without the time of the scan, standard error."""
        done = CliRunner().invoke(command_line("audit"), ["audit", str(self.folder), *arguments])
        shown = done.stdout
        if '"seconds"' in shown:
            document: dict[str, Any] = json.loads(shown)
            assert document["stats"].pop("seconds") > 0
            shown = json.dumps(document)
        return done.exit_code, shown, done.stderr


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path)
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", str(made.cache))
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)
    monkeypatch.setattr(unchanged, "SLACK_NS", -3_600 * 10**9)
    monkeypatch.setattr(kept_output, "PACKAGE", tmp_path / "program")
    (tmp_path / "program" / "assess").mkdir(parents=True)
    (tmp_path / "program" / "assess" / "rules.toml").write_text("[[rule]]\n")
    audit = pipeline.audit_repository

    def counted(*arguments: Any, **named: Any) -> Any:
        made.audits += 1
        return audit(*arguments, **named)

    monkeypatch.setattr(pipeline, "audit_repository", counted)
    return made


@pytest.mark.parametrize("format", ["table", "json", "markdown", "csv", "sarif"])
def test_the_second_run_says_the_same_without_an_audit(repo: Repository, format: str) -> None:
    first = repo.run("--format", format)
    assert first[0] == 0 and first[1]
    assert repo.run("--format", format) == first
    assert repo.audits == 1
    assert repo.run("--format", format, "--no-cache") == first
    assert repo.audits == 2


def test_gates_hit_again_and_other_gates_are_asked_anew(repo: Repository) -> None:
    first = repo.run("--fail-on", "platform")
    assert first[0] == 1 and "gate hit: platform" in first[2]
    assert repo.run("--fail-on", "platform") == first
    assert repo.audits == 1
    assert repo.run("--fail-on", "verdict:retry=owned")[0] == 0
    assert repo.audits == 2


def test_an_output_file_is_written_again(repo: Repository, tmp_path: Path) -> None:
    target = tmp_path / "audit.md"
    repo.run("--format", "markdown", "--output", str(target))
    written = target.read_bytes()
    target.unlink()
    code, shown, said = repo.run("--format", "markdown", "--output", str(target))
    assert (code, shown, target.read_bytes(), repo.audits) == (0, "", written, 1)
    assert said.startswith(f"wrote {target}")


def test_remarks_on_the_scan_are_made_again(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "remarks_on", lambda scan: ("1 file could not be parsed.",))
    first = repo.run("--format", "json")
    assert first[2] == "1 file could not be parsed.\n"
    assert repo.run("--format", "json") == first
    assert repo.audits == 1


def test_what_changes_is_audited_anew(repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, first, _ = repo.run("--format", "json")
    (repo.folder / "agent.py").write_text(CODE + "    # more\n")
    repo.run("--format", "json")
    assert repo.audits == 2
    (repo.folder / "lockin.toml").write_text('[[workflow]]\nid = "support"\npaths = ["*.py"]\n')
    _, named, _ = repo.run("--format", "json")
    assert repo.audits == 3 and '"support"' in named and '"support"' not in first
    (repo.folder / ".git").mkdir()
    (repo.folder / ".git" / "HEAD").write_text("1" * 40 + "\n")
    _, committed, _ = repo.run("--format", "json")
    assert repo.audits == 4 and "1" * 40 in committed
    repo.run("--format", "json", "--min-confidence", "low")
    repo.run("--format", "json", "--include-tests")
    assert repo.audits == 6


def test_packs_and_baseline_count_by_what_they_say(repo: Repository, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    repo.run("--format", "json", "--output", str(earlier))
    document = json.loads(earlier.read_text())
    arguments = ("--baseline", str(earlier), "--fail-on", "new-sites")
    assert repo.run(*arguments)[0] == 0
    assert repo.run(*arguments)[0] == 0
    assert repo.audits == 2
    earlier.write_text(json.dumps({**document, "sites": []}))
    assert repo.run(*arguments)[0] == 1
    assert repo.audits == 3
    earlier.unlink()
    assert isinstance(CliRunner().invoke(command_line("audit"), ["audit", str(repo.folder), *arguments]).exception, Exception)


def test_an_entry_that_ends_is_looked_at_each_day(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from lockin_audit.cli import terminal

    (repo.folder / "lockin.toml").write_text('[audit.ignore]\nrule = "openai.assistants/*"\nreason = "until June"\nexpires = 2026-06-30\n')
    said = []
    for day in (date(2026, 6, 30), date(2026, 7, 1)):
        monkeypatch.setattr(terminal, "run_date", lambda value, day=day: day)
        monkeypatch.setattr(pipeline, "run_date", lambda value, day=day: day)
        said.append(repo.run("--format", "json")[1])
    assert repo.audits == 2
    assert '"sites": []' in said[0] and '"sites": []' not in said[1]


def test_a_folder_the_config_needs_is_missed_again(repo: Repository) -> None:
    (repo.folder / "lockin.toml").write_text('[study]\nrepository = "src"\n')
    (repo.folder / "src").mkdir()
    assert repo.run()[0] == 0
    assert repo.run()[0] == 0
    assert repo.audits == 1
    (repo.folder / "src").rmdir()
    done = CliRunner().invoke(command_line("audit"), ["audit", str(repo.folder)])
    assert "is not a folder beside this file" in str(done.exception)


@pytest.mark.parametrize("body", [b"", b"nonsense", b"{}\n", b"[]\ntext"])
def test_a_damaged_file_counts_as_none(repo: Repository, body: bytes) -> None:
    from lockin_audit.scan.store import keep

    first = repo.run()
    (kept,) = (repo.cache / kept_output.FOLDER).glob("*")
    if body:
        keep(kept, body)
    else:
        kept.write_bytes(b"half")
    assert repo.run() == first
    assert repo.audits == 2


def test_nothing_is_kept_where_files_may_differ_without_a_sign(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "SLACK_NS", 3_600 * 10**9)
    repo.run()
    assert not (repo.cache / kept_output.FOLDER).exists()


def test_without_a_cache_nothing_is_kept(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", "")
    repo.run()
    repo.run()
    assert repo.audits == 2


def test_a_cache_inside_the_repository_is_not_believed(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", str(repo.folder / ".cache"))
    repo.run()
    repo.run()
    assert repo.audits == 2
    assert not (repo.folder / ".cache" / kept_output.FOLDER).exists()


def test_another_state_of_the_program_is_another_opinion(repo: Repository, tmp_path: Path) -> None:
    repo.run()
    (tmp_path / "program" / "assess" / "__pycache__").mkdir()
    (tmp_path / "program" / "assess" / "__pycache__" / "rules.pyc").write_bytes(b"1")
    repo.run()
    assert repo.audits == 1
    (tmp_path / "program" / "assess" / "rules.toml").write_text("[[rule]]\nid = 1\n")
    repo.run()
    assert repo.audits == 2
    (tmp_path / "program" / "scan.py").write_text("")
    repo.run()
    assert repo.audits == 3
