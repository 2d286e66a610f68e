"""`lockin-audit assess`: the whole job, from a repository and a config to a folder a board can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lockin_audit.core.defaults import DRAWS, SEED

FORMATS = "xlsx, html, md, sarif, json, charts, csv, bom, docx, pptx"
"""Names that `--formats` takes, in words for its help; a test holds them to `report.formats.KNOWN`."""

if TYPE_CHECKING:
    from lockin_audit.report.formats import Choice
    from lockin_audit.report.output import Written
    from lockin_audit.report.study import Study


def assess(
    repo: Annotated[Path, typer.Argument(help="Repository to assess.", metavar="[REPO]")] = Path(),
    config: Annotated[Path | None, typer.Option("--config", help="Config file; default lockin.toml in REPO.")] = None,
    answers: Annotated[list[Path] | None, typer.Option("--answers", help="Answers to a questionnaire; may be repeated.")] = None,
    out: Annotated[Path, typer.Option("--out", help="Folder for the report.")] = Path("lockin-report"),
    as_of: Annotated[str | None, typer.Option("--as-of", help="Day at which prices are read, as 2026-11-21; default today.")] = None,
    draws: Annotated[int, typer.Option("--draws", min=100, max=1_000_000, help="Futures to simulate.")] = DRAWS,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Seed of the simulation.")] = SEED,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds files of others.")] = False,
    formats: Annotated[
        str | None,
        typer.Option("--formats", help=f"What to write, among {FORMATS}; default all this installation can. study.json comes always."),
    ] = None,
    template: Annotated[
        list[Path] | None, typer.Option("--template", help="House template, .docx or .pptx; may be repeated, one of each.")
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Leave out code and write paths as digests, in every file.")] = False,
) -> None:
    """Assess a repository: four answers with file and line, what leaving takes, what each way costs; writes the whole report.

    Example: lockin-audit assess . --out lockin-report
    """
    from lockin_audit.cli.build_study import build_study
    from lockin_audit.report.formats import choose
    from lockin_audit.report.output import check_out

    choice = choose(formats, tuple(template or ()))
    check_out(out, force=force)
    study = build_study(repo, config=config, answers=tuple(answers or ()), day=as_of, draws=draws, seed=seed, redact=redact)
    show(study, out, write_study(study, out, choice, force=force))


def write_study(study: Study, out: Path, choice: Choice, *, force: bool) -> list[Written]:
    """Make every chosen file of the report and put all of them in place, or none."""
    from lockin_audit.cli.terminal import note, progress
    from lockin_audit.finance.build import build_model
    from lockin_audit.report.formats import EXTRA, make_files
    from lockin_audit.report.output import write_report

    if choice.missing:
        note(f"Without {' and '.join(choice.missing)}, which need an extra; get it with: {EXTRA}")
    with progress("Writing the report"):
        files = make_files(study, build_model(study.config, study.cost.assumptions, study.audit), choice)
        return write_report(study, files, out, force=force)


def show(study: Study, out: Path, written: list[Written]) -> None:
    """Print the headline of the study and the files of the report."""
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.core.text import visible
    from lockin_audit.report import numbers
    from lockin_audit.report.narrative import narrate

    told = narrate(study)
    emit(f"{told.title}\n{told.subject}\n\n{told.verdict}\n")
    table("Key numbers", ("", "", ""), [(k.label, k.value, k.note) for k in told.key_numbers])
    table("Workflows", ("workflow", "criticality", "advice"), [(w.name, w.criticality, w.advice) for w in told.workflows])
    for reason in told.draft:
        emit(f"Draft: {reason}")
    table(f"Report in {visible(str(out), 200)}", ("file", ">size"), [(w.name, numbers.size(w.size)) for w in written])
    names = {w.name for w in written}
    ways = (("report.html", "in a browser"), ("assessment.xlsx", "in Excel or LibreOffice"), ("report.docx", "in Word"))
    shown = [f"{name} {how}" for name, how in ways if name in names]
    if shown:
        emit(f"\nIn {visible(str(out), 200)} open {' or '.join(shown)}.")
