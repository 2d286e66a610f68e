"""`lockin-audit init`: writes a first lockin.toml from what the scan finds."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Template(StrEnum):
    """Complete configs to start from where there is no code yet."""

    SMALL = "small"
    MID = "mid"
    ESSAY_10000 = "essay-10000"


def init(
    repo: Annotated[Path, typer.Argument(help="Repository to look at.", metavar="[REPO]")] = Path(),
    output: Annotated[Path | None, typer.Option("--output", help="File to write; default lockin.toml in REPO.")] = None,
    template: Annotated[
        Template | None,
        typer.Option(
            "--template",
            help="Write a complete example instead of scanning: a small team, a mid-size company, or ten thousand agents around the clock.",
        ),
    ] = None,
) -> None:
    """Write a commented lockin.toml with a guess at the workflows and the ways to run them; an existing file is never overwritten.

    Example: lockin-audit init . --output lockin.toml
    """
    import os

    from lockin_audit.cli.draft_config import draft_config
    from lockin_audit.cli.pipeline import known_runtimes, repository_name, scan_repository
    from lockin_audit.cli.terminal import emit
    from lockin_audit.core.config_file import CONFIG_NAME
    from lockin_audit.core.data_files import data_dir
    from lockin_audit.core.errors import ScopeError
    from lockin_audit.core.write_file import write_file
    from lockin_audit.scan.repository import check_repository

    check_repository(repo)
    target = output if output is not None else repo / CONFIG_NAME
    if target.exists() or target.is_symlink():
        raise ScopeError(f"{target}: exists already and is not overwritten. Edit it, or name another file with --output.")
    if template is not None:
        text = (data_dir("examples") / "templates" / f"{template.value}.toml").read_text(encoding="utf-8")
        write_file(target, text)
        emit(f"wrote {target}: template {template.value}, every figure a starting point to replace.")
        emit(f"Change it to fit; then: lockin-audit cost --config {target}")
        return
    runtimes = known_runtimes()
    scan = scan_repository(repo, runtimes)
    try:
        place = Path(os.path.relpath(repo.resolve(), target.resolve().parent)).as_posix()
    except ValueError:  # on another drive of a Windows machine
        place = repo.resolve().as_posix()
    draft = draft_config(scan, runtimes, name=repository_name(repo), repository=place)
    write_file(target, draft.text)
    counted = f"{draft.workflows} workflow{'s' if draft.workflows != 1 else ''}"
    emit(f"wrote {target}: {counted} guessed from {len(scan.sites)} places in the code.")
    emit("Say how critical each workflow is and who could run it; then: lockin-audit assess " + repo.as_posix())
