"""`init` writes a config that loads, guesses workflows from folders, and overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.cli.draft_config import draft_config, guesses
from lockin_audit.core.config import load_config
from lockin_audit.core.errors import AuditError
from tests.assess.evidence_builder import FRAMEWORK, MANAGED, place, runtime, scan_of

CODE = "from openai import OpenAI\nclient = OpenAI()\nthread = client.beta.threads.create()\n"


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", "")
    for folder in ("support", "sales"):
        (tmp_path / "repo" / folder).mkdir(parents=True)
        (tmp_path / "repo" / folder / "agent.py").write_text(CODE)
    return tmp_path / "repo"


def run(*arguments: object):  # type: ignore[no-untyped-def]
    return CliRunner().invoke(command_line(), ["init", *map(str, arguments)])


def test_a_config_is_written_that_loads_and_is_found(repo: Path) -> None:
    result = run(repo)
    assert result.exit_code == 0, result.output
    loaded = load_config(None, repo)
    assert [(w.id, w.paths) for w in loaded.config.workflows] == [("sales", ("sales/**",)), ("support", ("support/**",))]
    assert loaded.repository is not None and loaded.repository.resolve() == repo.resolve()
    assert 'repository = "."' in (repo / "lockin.toml").read_text()


def test_an_existing_file_is_not_overwritten(repo: Path) -> None:
    (repo / "lockin.toml").write_text("# mine\n")
    result = run(repo)
    assert isinstance(result.exception, AuditError) and "not overwritten" in str(result.exception)
    assert (repo / "lockin.toml").read_text() == "# mine\n"


def test_elsewhere_the_repository_is_named_from_there(repo: Path, tmp_path: Path) -> None:
    target = tmp_path / "configs"
    target.mkdir()
    assert run(repo, "--output", target / "mine.toml").exit_code == 0
    loaded = load_config(target / "mine.toml")
    assert loaded.config.study.repository == "../repo"


def test_a_repository_without_agents_gets_a_config_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCKIN_AUDIT_CACHE", "")
    (tmp_path / "plain.py").write_text("print(1)\n")
    assert run(tmp_path).exit_code == 0
    assert load_config(None, tmp_path).config.workflows == ()


def test_folders_that_all_places_share_are_passed_through() -> None:
    found = guesses([place("state", file=f"src/app/{name}/x.py") for name in ("a", "a", "b")] + [place("state", file="src/app/main.py")])
    assert [(g.id, g.paths) for g in found] == [
        ("a", ("src/app/a/**",)),
        ("main", ("src/app/main.py",)),
        ("b", ("src/app/b/**",)),
    ]


def test_one_folder_is_one_workflow_and_root_files_are_named() -> None:
    assert [(g.id, g.paths) for g in guesses([place("state", file="svc/agents/a.py"), place("tools", file="svc/agents/b.py")])] == [
        ("agents", ("svc/agents/**",))
    ]
    assert [(g.id, g.paths) for g in guesses([place("state", file="a.py"), place("tools", file="[x].py")])] == [
        ("main", ("[[]x].py", "a.py"))
    ]
    assert guesses([place("state", "owned", FRAMEWORK), place("state", confidence="low")]) == ()


def test_options_come_from_the_runtime_found_most(tmp_path: Path) -> None:
    draft = draft_config(
        scan_of(place("orchestration")), [runtime(MANAGED, product="anthropic.managed_agents")], name='a "b"\n', repository="."
    )
    path = tmp_path / "lockin.toml"
    path.write_text(draft.text)
    config = load_config(path).config
    assert [(o.id, o.kind, o.product) for o in config.options] == [
        ("managed", "managed", "anthropic.managed_agents"),
        ("portable", "managed", "anthropic.managed_agents"),
        ("owned", "owned", ""),
        ("later", "owned", ""),
    ]
    assert (config.options[1].portable, config.options[3].defer_months, config.cost.price_steps) == (True, 6, True)
    assert (config.compare.from_, config.compare.to, config.study.title) == ("managed", "owned", 'Agent orchestration of a "b"\n')
    for product in (None, "acme.managed"):
        without = draft_config(scan_of(place("orchestration")), [runtime(MANAGED, product=product)], name="x", repository=".")
        assert "not yet a product the cost model has lines for" in without.text
