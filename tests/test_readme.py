"""The README's generated blocks are current, and it names the two commands of a fresh machine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from lockin_audit.cli.app import command_line
from lockin_audit.scan.runtimes import load_runtimes

README = Path(__file__).resolve().parents[1] / "README.md"


def _commands() -> str:
    group = get_command(command_line())
    rows = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        text = command.help or ""
        summary, _, example = text.partition("Example: ")
        rows.append(f"| `{name}` | {' '.join(summary.split())} | `{' '.join(example.split())}` |")
    return "\n".join(["| command | what it does | example |", "|---|---|---|", *rows])


def _runtimes() -> str:
    rows = [f"| `{r.id}` | {r.name} | {r.kind.replace('_', ' ')} | {r.status} |" for r in load_runtimes()]
    return "\n".join(["| id | name | kind | status |", "|---|---|---|---|", *rows])


def test_generated_blocks_are_current(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    fresh = text
    for name, block in (("commands", _commands()), ("runtimes", _runtimes())):
        fresh = re.sub(
            rf"(<!-- begin:{name} -->\n).*?(<!-- end:{name} -->)",
            lambda m, block=block: f"{m[1]}{block}\n{m[2]}",  # type: ignore[misc]
            fresh,
            flags=re.S,
        )
    if request.config.getoption("--update-golden"):
        README.write_text(fresh, encoding="utf-8")
    assert text == fresh or request.config.getoption("--update-golden"), "run `make golden`"


def test_the_readme_names_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert "make demo" in text and "make test" in text
