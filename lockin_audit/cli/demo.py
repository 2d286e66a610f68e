"""`lockin-audit demo`: the main job on the example company that ships with the tool."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lockin_audit.core.defaults import DRAWS, SEED


def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for the report.")] = Path("lockin-report"),
    as_of: Annotated[str | None, typer.Option("--as-of", help="Day at which prices are read; default today.")] = None,
    draws: Annotated[int, typer.Option("--draws", min=100, max=1_000_000, help="Futures to simulate.")] = DRAWS,
) -> None:
    """Assess the example: claims handling at an insurer that does not exist, with real prices.

    Example: lockin-audit demo --out lockin-report
    """
    from lockin_audit.cli.assess import show, write_study
    from lockin_audit.cli.build_study import build_study
    from lockin_audit.core.data_files import data_dir
    from lockin_audit.report.formats import choose
    from lockin_audit.report.output import check_out

    choice = choose(None)
    check_out(out, force=False)
    example = data_dir("examples") / "claims"
    study = build_study(example, config=example / "lockin.toml", answers=(), day=as_of, draws=draws, seed=SEED)
    show(study, out, write_study(study, out, choice, force=False))
