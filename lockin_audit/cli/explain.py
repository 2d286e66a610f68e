"""`lockin-audit explain`: what is known of anything that has an id, with its sources."""

from __future__ import annotations

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
) -> None:
    """Print what is known of one id, with sources.

    Example: lockin-audit explain anthropic.managed_agents
    """
    from lockin_audit.cli.terminal import emit
    from lockin_audit.cli.topics import text_of

    emit(text_of(id))
