"""The command line: one module per command, joined here. Heavy libraries load only inside the commands that use them."""

from __future__ import annotations

import os
import sys
from typing import Annotated, NoReturn

import typer

from lockin_audit import __version__
from lockin_audit.cli.ask import ask
from lockin_audit.cli.assess import assess
from lockin_audit.cli.audit import audit
from lockin_audit.cli.compare import compare
from lockin_audit.cli.cost import cost
from lockin_audit.cli.demo import demo
from lockin_audit.cli.explain import explain
from lockin_audit.cli.init import init
from lockin_audit.cli.prices import prices
from lockin_audit.cli.questionnaires import questionnaires
from lockin_audit.cli.quote import quote
from lockin_audit.cli.runtimes import runtimes
from lockin_audit.cli.schema import schema
from lockin_audit.cli.spec import spec

app = typer.Typer(
    name="lockin-audit",
    help="What you sign up for when your AI agents run on a vendor's managed runtime: evidence, cost, report.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"lockin-audit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """What you sign up for when your AI agents run on a vendor's managed runtime: evidence, cost, report."""


for _command in (assess, audit, cost, compare, quote, ask, init, demo, explain, runtimes, prices, questionnaires, schema):
    app.command(name=_command.__name__)(_command)
app.add_typer(spec)


def main() -> None:
    """Run the command line. Faults the user can mend become one sentence on standard error and exit code 2."""
    from lockin_audit.core.errors import AuditError

    # Looking through every installed package for a pydantic plugin takes as long as reading the packs, and none has a place here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = app(standalone_mode=False)
    except AuditError as error:
        _refuse(str(error))
    except typer.TyperException as error:  # wrong options or arguments
        _refuse(_usage(error))
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("lockin-audit: stopped. Nothing half-written is left behind.\n")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _usage(error: typer.TyperException) -> str:
    message = " ".join(str(getattr(error, "message", "") or error).replace("Value error, ", "").split()).rstrip(".")
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    if not message or message.startswith("Usage:"):  # nothing was asked for: show what can be
        sys.stderr.write(context.get_help() + "\n")
        sys.exit(2)
    option = getattr(error, "param_hint", None) or getattr(getattr(error, "param", None), "opts", [""])[-1]
    return f"{option + ': ' if option else ''}{message}. `{context.command_path} --help` shows how it is used."


def _refuse(sentence: str) -> NoReturn:
    from lockin_audit.core.text import visible

    sentence = visible(" ".join(sentence.split()), 2000)
    sys.stderr.write(f"lockin-audit: {sentence}\n")
    sys.exit(2)
