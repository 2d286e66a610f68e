"""`lockin-audit explain`: what is known of anything that has an id, with its sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explain(
    id: Annotated[
        str,
        typer.Argument(
            help="Id of a runtime, rule, decision rule, question, product or assumption.",
            metavar="ID",
        ),
    ],
    packs: Annotated[
        list[Path] | None, typer.Option("--packs", help="Folder of further runtime files; may be given more than once.")
    ] = None,
) -> None:
    """Print what is known of one id, with sources.

    Example: lockin-audit explain anthropic.managed_agents
    """
    from lockin_audit.cli.terminal import emit
    from lockin_audit.cli.topics import text_of

    emit(text_of(id, tuple(packs or ())))
