"""`lockin-audit audit`: who decides and holds what in a repository, with file and line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lockin_audit.core.vocabulary import Confidence

if TYPE_CHECKING:
    from lockin_audit.cli.kept_output import KeptOutput, Output, Request
    from lockin_audit.core.audit import Audit

FAIL_ON = (
    "Exit with 1 when this holds; may be given more than once. verdict:retry=platform (a verdict), dimension:state (any place a "
    "vendor holds there), platform (any at all), new-sites (places with a vendor that --baseline did not have), points>100 or "
    "days>20 (effort to leave the runtime; in quotes), a rule id (openai.assistants/thread-created), or all rules of a runtime "
    "(openai.assistants/*). With --baseline only new places and changed verdicts count."
)


class Format(StrEnum):
    """Output forms of an audit."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"
    SARIF = "sarif"


def audit(
    repo: Annotated[Path, typer.Argument(help="Repository to audit.", metavar="[REPO]")] = Path(),
    config: Annotated[Path | None, typer.Option("--config", help="Config file; default lockin.toml in REPO.")] = None,
    answers: Annotated[
        list[Path] | None, typer.Option("--answers", help="File of questionnaire answers; may be given more than once.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
    output: Annotated[Path | None, typer.Option("--output", help="File to write; default standard output.")] = None,
    min_confidence: Annotated[Confidence, typer.Option("--min-confidence", help="Leave out places below it.")] = Confidence.MEDIUM,
    include_tests: Annotated[bool, typer.Option("--include-tests", help="Read test files too.")] = False,
    packs: Annotated[
        list[Path] | None, typer.Option("--packs", help="Folder of further runtime files; may be given more than once.")
    ] = None,
    fail_on: Annotated[list[str] | None, typer.Option("--fail-on", metavar="RULE", help=FAIL_ON)] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="JSON output of an earlier audit: places it did not have are marked as new.")
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, max=256, help="Processes to read with; default as many as pay.")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file again; recall nothing of earlier audits.")] = False,
) -> None:
    """Find who decides and who holds what: retries, state, replay, telemetry and seven more, each with file and line.

    Example: lockin-audit audit . --format markdown --fail-on verdict:retry=platform
    """
    from lockin_audit.cli.kept_output import KeptOutput, Request
    from lockin_audit.cli.pipeline import cache_folder, config_path
    from lockin_audit.cli.terminal import WIDTH, line_width, note, run_date, write_output
    from lockin_audit.core.config_file import config_file
    from lockin_audit.scan.repository import check_repository

    check_repository(repo)
    request = Request(
        repository=repo,
        format=format.value,
        width=line_width() if output is None else WIDTH,
        min_confidence=min_confidence.value,
        include_tests=include_tests,
        config=config_file(config_path(config), repo),
        packs=tuple(packs or ()),
        gates=tuple(fail_on or ()),
        baseline=baseline,
    )
    kept = KeptOutput(None if no_cache or answers else cache_folder(), request, run_date(None).isoformat())
    told = kept.recall()
    if told is None:
        told = _audited(request, kept, tuple(answers or ()), jobs, use_cache=not no_cache)
    else:
        for remark in told.remarks:
            note(remark)
    write_output(output, told.text)
    for sentence in told.gates:
        note(f"gate hit: {sentence}")
    if told.gates:
        raise typer.Exit(1)


def _audited(request: Request, kept: KeptOutput, answers: tuple[Path, ...], jobs: int | None, *, use_cache: bool) -> Output:
    """What an audit says that is worked out anew; it is kept where that is sure."""
    from lockin_audit.assess.gate import check_gates, hits, load_baseline, new_sites
    from lockin_audit.cli.kept_output import Output
    from lockin_audit.cli.pipeline import audit_repository, known_runtimes, remarks_on
    from lockin_audit.core.config import load_config

    loaded = load_config(request.config)
    check_gates(request.gates, known_runtimes(request.packs), baseline=request.baseline is not None)
    earlier = load_baseline(request.baseline) if request.baseline is not None else None
    found = audit_repository(
        loaded,
        request.repository,
        answers=answers,
        packs=request.packs,
        include_tests=request.include_tests,
        min_confidence=Confidence(request.min_confidence),
        jobs=jobs,
        use_cache=use_cache,
    )
    assert found is not None
    new = new_sites(found, earlier) if earlier is not None else None
    text = render(found, Format(request.format), request.repository, new, request.width)
    told = Output(text, remarks_on(found.scan), hits(found, request.gates, earlier))
    kept.keep(told, found.scan, loaded)
    return told


def render(audit: Audit, format: Format, repo: Path, new: frozenset[str] | None, width: int) -> str:
    """The audit in one of the forms; the width in characters is that of the lines of tables."""
    if format is Format.JSON:
        from lockin_audit.core.text import visible
        from lockin_audit.report.audit_formats import audit_json

        return audit_json(audit, visible(repo.as_posix()))
    if format is Format.MARKDOWN:
        from lockin_audit.report.audit_markdown import audit_markdown

        return audit_markdown(audit, new)
    if format is Format.CSV:
        from lockin_audit.report.audit_csv import audit_csv

        return audit_csv(audit, new)
    if format is Format.SARIF:
        from lockin_audit.report.audit_sarif import audit_sarif

        return audit_sarif(audit, new)
    from lockin_audit.cli.text_table import text_table
    from lockin_audit.report.audit_tables import audit_grids

    return "\n\n".join(text_table(grid.title, grid.columns, grid.rows, width) for grid in audit_grids(audit, new))
