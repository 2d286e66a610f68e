"""The command line: one module per command, joined here. Heavy libraries load only inside the commands that use them."""

from __future__ import annotations

import os
import signal
import sys
import threading
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from lockin_audit import __version__
from lockin_audit.cli.plain_command import PlainCommand, PlainGroup

_WHAT = "What you sign up for when your AI agents run on a vendor's managed runtime: evidence, cost, report."
COMMANDS = (
    "assess",
    "audit",
    "cost",
    "compare",
    "quote",
    "ask",
    "init",
    "demo",
    "explain",
    "runtimes",
    "prices",
    "questionnaires",
    "schema",
    "spec",
)
"""Every command, in the order of the help; each is the function (or group of commands) of that name in the module of that name."""


_INTERRUPTED = 130
"""Exit code of a program that Ctrl-C ended."""


def _version(value: bool) -> None:
    if value:
        typer.echo(f"lockin-audit {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """Options of the program itself; its help text is given below."""


def command_line(named: str = "") -> typer.Typer:
    """The command line with every command, or with the one that is named alone.

    To take in the options of all commands takes typer a third as long as the whole help, and a run needs those of one.
    """
    line = typer.Typer(
        name="lockin-audit",
        cls=PlainGroup,
        help=_WHAT,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    line.callback(help=_WHAT)(_options)
    for name in (named,) if named in COMMANDS else COMMANDS:
        command = getattr(import_module(f"lockin_audit.cli.{name}"), name)
        if isinstance(command, typer.Typer):
            line.add_typer(command)
        else:
            line.command(name=name, cls=PlainCommand)(command)
    return line


def main() -> None:
    """Run the command line. Faults the user can mend become one sentence on standard error and exit code 2.

    Raises:
        KeyboardInterrupt: Ctrl-C, once everything is put away.
    """
    from lockin_audit.core.errors import AuditError

    _end_in_order()
    # To search every installed package for a plugin of pydantic takes long, and none has a place here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = command_line(sys.argv[1] if len(sys.argv) > 1 else "")(standalone_mode=False)
    except AuditError as error:
        _refuse(str(error))
    except typer.TyperException as error:  # wrong options or arguments
        _refuse(_usage(error))
    except (KeyboardInterrupt, typer.Abort):
        raise KeyboardInterrupt from None
    except _Stopped as stopped:
        sys.exit(stopped.code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    if code == _INTERRUPTED:  # how typer tells of Ctrl-C
        raise KeyboardInterrupt
    sys.exit(code if isinstance(code, int) else 0)


class _Stopped(BaseException):
    """Another program asked this one to end; raised wherever the work stands, so that all of it is put away on the way out."""

    def __init__(self, code: int) -> None:
        self.code = code


def _end_in_order() -> None:
    """Let a request to end (a cancelled job, a closed terminal) end processes and remove what is half-written, as Ctrl-C does.

    What the caller has already decided about a signal stays; a second request ends the program at once.
    """

    def stop(number: int, _: object) -> NoReturn:
        signal.signal(number, signal.SIG_DFL)
        raise _Stopped(128 + number)

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, stop)


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
