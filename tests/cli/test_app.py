"""Every command of the contract exists, helps, and turns bad input into one sentence and exit code 2."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import COMMANDS, command_line
from lockin_audit.cli.terminal import emit, note


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_shows_a_runnable_example(command: str) -> None:
    result = CliRunner().invoke(command_line(), [command, "--help"])
    assert result.exit_code == 0
    assert f"lockin-audit {command}" in result.stdout.split("Example")[-1]


def test_the_front_page_lists_every_command() -> None:
    result = CliRunner().invoke(command_line(), ["--help"])
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


@pytest.mark.parametrize("arguments", [("audti",), ("--help",), ("audit", "--help"), ("audit", "--no-such"), ("spec", "lint", "--help")])
def test_a_command_loaded_alone_says_what_it_says_among_all(arguments: tuple[str, ...]) -> None:
    alone = CliRunner().invoke(command_line(arguments[0]), arguments)
    among_all = CliRunner().invoke(command_line(), arguments)
    assert (alone.exit_code, alone.output) == (among_all.exit_code, among_all.output)


def test_the_front_page_loads_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from lockin_audit.cli.app import main\n"
        "sys.argv = ['lockin-audit', '--help']\n"
        "try:\n    main()\n"
        "finally:\n    print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(shown.splitlines()[-1].split())
    assert "typer" in loaded
    assert loaded & {"pydantic", "rich", "numpy", "pandas", "matplotlib", "openpyxl", "genai_prices", "tree_sitter", "hyperscan"} == set()


def test_plain_options_are_told_without_pydantic() -> None:
    code = (
        "import sys\n"
        "from typer.main import get_command\n"
        "from lockin_audit.cli.app import command_line\n"
        "program = get_command(command_line('audit'))\n"
        "context = program.make_context('lockin-audit', ['audit'])\n"
        "words = ['x', '--format', 'json', '--packs', 'a', '--packs', 'b', '--fail-on', 'platform', '--no-cache']\n"
        "context = program.get_command(context, 'audit').make_context('audit', words, parent=context)\n"
        "print('pydantic' in sys.modules, sorted(context.params.items(), key=lambda item: item[0]))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    path = type(Path()).__name__
    assert shown.startswith(
        "False [('answers', ()), ('baseline', None), ('config', None), ('fail_on', ['platform']), ('format', <Format.JSON"
    )
    assert f"('packs', [{path}('a'), {path}('b')]), ('repo', {path}('x'))]" in shown


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "jsn"), "--format: 'jsn' is not one of 'table', 'json', 'markdown', 'csv', 'sarif'."),
        (("--jobs", "many"), "unable to parse string as an integer"),
        (("--jobs", "0"), "greater than or equal to 1"),
    ],
)
def test_what_is_not_plain_is_told_as_typer_tells_it(arguments: tuple[str, ...], sentence: str) -> None:
    done = _run("audit", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr


def test_a_hostile_config_steers_no_terminal(tmp_path: Path) -> None:
    """Names that the config of an audited repository gives are printed without escapes and without marks that turn a line around."""
    (tmp_path / "app.py").write_text("from openai import OpenAI\nOpenAI().beta.threads.create()\n")
    (tmp_path / "lockin.toml").write_text(
        '[study]\ntitle = "\\u001b[2J\\u202eT"\n[[workflows]]\nid = "w"\nname = "\\u001b]0;x\\u0007\\u202eW"\npaths = ["**"]\n'
    )
    result = _run("audit", str(tmp_path), "--format", "json", "--no-cache")
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["workflows"]
    assert not set(result.stdout + result.stderr) & {"\x1b", "\x07", "\u202e"}


def test_what_goes_to_a_terminal_steers_nothing(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    emit("a \x1b[2J\u202e\n\tb\r\n")
    note("c \x1b]0;x\x07")
    assert capfdbinary.readouterr() == (b"a \\u001b[2J\\u202e\n\tb\r\n", b"c \\u001b]0;x\\u0007\n")
