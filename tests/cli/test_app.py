"""Every command of the contract exists, helps, and turns bad input into one sentence and exit code 2."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import app

COMMANDS = ("assess", "audit", "cost", "quote", "ask", "init", "demo", "explain", "runtimes", "prices", "questionnaires", "schema")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_shows_a_runnable_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"lockin-audit {command}" in result.stdout.split("Example")[-1]


def test_the_front_page_lists_every_command() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in COMMANDS:
        assert command in result.stdout


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lockin_audit", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("schema", "nonsense"), "config"),
        (("explain", "no.such.thing"), "no.such.thing"),
        (("quote", "no.such.product"), "anthropic.managed_agents"),
        (("assess", "no-such-folder"), "no-such-folder"),
        (("cost", "--as-of", "yesterday"), "yesterday"),
        (("cost", "--scenario", "no-such-scenario"), "no-such-scenario"),
        (("cost", "--set", "no.such.assumption=1"), "no.such.assumption"),
        (("cost", "--config", "no-such.toml"), "no-such.toml"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(arguments: tuple[str, ...], words: str) -> None:
    done = _run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_the_front_page_loads_no_heavy_library() -> None:
    code = "import sys, lockin_audit.cli.app; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert loaded & {"pydantic", "rich", "numpy", "pandas", "matplotlib", "openpyxl", "genai_prices", "tree_sitter", "hyperscan"} == set()
