"""`spec` from the command line: start, check, export; never over a file that is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.core.errors import DataError


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(command_line(), ["spec", *arguments], catch_exceptions=False)
    return done.exit_code, done.output


def test_start_check_and_export(tmp_path: Path) -> None:
    file = str(tmp_path / "claims.toml")
    assert run("new", "claims", "--name", "Claims triage", "--output", file)[0] == 0
    code, text = run("lint", file, "--format", "json")
    found = json.loads(text)
    assert code == 0 and found["schema"] == "lockin-audit/spec-lint/1" and found["faults"]
    assert run("lint", file, "--min-score", "90")[0] == 1
    assert "# Claims triage" in run("export", file)[1]
    assert json.loads(run("export", file, "--format", "mcp")[1]) == {"tools": []}
    with pytest.raises(DataError, match="is there already"):
        run("new", "claims", "--output", file)


def test_a_wrong_id_and_a_wrong_file_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="id: is not in the right form"):
        run("new", "Claims Triage")
    (tmp_path / "x.toml").write_text('id = "x"\nname = "X"\nvendor = "Acme"\n')
    with pytest.raises(DataError, match="vendor: this key is not known"):
        run("lint", str(tmp_path / "x.toml"))


def test_help_shows_one_example_and_every_command_its_own() -> None:
    """One only: the README puts it into one cell of its table of commands."""
    assert run("--help")[1].count("Example: ") == 1
    for command in ("new", "lint", "export", "extract", "compare"):
        assert f"Example: lockin-audit spec {command} " in " ".join(run(command, "--help")[1].split())


def test_the_format_is_known_to_editors() -> None:
    done = CliRunner().invoke(command_line(), ["schema", "spec"], catch_exceptions=False)
    found = json.loads(done.output)
    assert done.exit_code == 0 and {"accountable", "tool", "mapping", "found"} <= set(found["properties"])
