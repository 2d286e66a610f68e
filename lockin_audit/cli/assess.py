"""`lockin-audit assess`: the whole job, from a repository and a config to a folder a board can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lockin_audit.core.defaults import DRAWS, SEED

if TYPE_CHECKING:
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
) -> None:
    """Assess a repository: four answers with file and line, what leaving takes, what each way costs; writes the whole report.

    Example: lockin-audit assess . --out lockin-report
    """
    from lockin_audit.cli.build_study import build_study
    from lockin_audit.report.output import check_out

    check_out(out, force=force)
    study = build_study(repo, config=config, answers=tuple(answers or ()), day=as_of, draws=draws, seed=seed)
    written = write_study(study, out, force=force)
    show(study, out, written)


def write_study(study: Study, out: Path, *, force: bool) -> list[Written]:
    """Make every file of the report and put all of them in place, or none."""
    from lockin_audit.cli.terminal import progress
    from lockin_audit.finance.build import build_model
    from lockin_audit.report.audit_sarif import audit_sarif
    from lockin_audit.report.charts import chart_files
    from lockin_audit.report.html import report_html
    from lockin_audit.report.markdown import report_markdown
    from lockin_audit.report.output import write_report
    from lockin_audit.report.study_json import study_json
    from lockin_audit.report.workbook.write import write_workbook

    with progress("Writing the report"):
        files = {
            "assessment.xlsx": write_workbook(study, build_model(study.config, study.cost.assumptions, study.audit)),
            "report.html": report_html(study),
            "report.md": report_markdown(study),
            "study.json": study_json(study),
            "findings.sarif": audit_sarif(study.audit).encode(),
            **chart_files(study),
        }
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
    emit(f"\nOpen {visible(str(out / 'report.html'), 200)} in a browser, or assessment.xlsx in Excel or LibreOffice.")
