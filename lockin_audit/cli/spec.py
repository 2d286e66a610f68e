"""`lockin-audit spec`: workflow specifications without vendor names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.core.audit import Audit
    from lockin_audit.core.config import LoadedConfig
    from lockin_audit.core.declared import Declared, Place

spec = typer.Typer(
    name="spec",
    help="Write a workflow down without vendor names, and see what keeps it from moving.\n\n"
    "Example: lockin-audit spec extract triage --repo . --output triage.toml",
    epilog="Every command shows an example of its own: lockin-audit spec lint --help",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class LintFormat(StrEnum):
    """Output forms of lint."""

    TABLE = "table"
    JSON = "json"


class ExportFormat(StrEnum):
    """Forms of a specification."""

    MARKDOWN = "markdown"
    MCP = "mcp"


Output = Annotated[Path | None, typer.Option("--output", help="File to write; default standard output.")]
File = Annotated[Path, typer.Argument(help="Specification in TOML.", metavar="FILE")]


@spec.command()
def new(
    id: Annotated[str, typer.Argument(help="Short id of the workflow: small letters, digits, hyphens.", metavar="ID")],
    name: Annotated[str, typer.Option("--name", help="Its name in words.")] = "",
    output: Output = None,
) -> None:
    """Start a specification: every field with the question it answers.

    Example: lockin-audit spec new claims --name "Claims triage" --output claims.toml
    """
    from pydantic import ValidationError

    from lockin_audit.cli.terminal import write_output
    from lockin_audit.core.data_files import explain_validation
    from lockin_audit.core.spec import blank_spec
    from lockin_audit.report.spec_text import spec_toml

    _keep(output)
    try:
        text = spec_toml(blank_spec(id, name))
    except ValidationError as error:
        raise explain_validation("spec new", error) from None
    write_output(output, text)


@spec.command()
def lint(
    file: File,
    format: Annotated[LintFormat, typer.Option("--format", help="Form of the output.")] = LintFormat.TABLE,
    minimum: Annotated[int, typer.Option("--min-score", min=0, max=100, help="Exit with 1 when the score is lower.")] = 0,
) -> None:
    """Find vendor names, model ids, provider syntax, gaps and vague words, and score how portable the workflow is.

    Example: lockin-audit spec lint claims.toml --min-score 80
    """
    import json

    from lockin_audit.assess.spec_lint import lint as judge
    from lockin_audit.assess.vocabulary import vocabulary
    from lockin_audit.cli.pipeline import known_runtimes
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.core.spec import load_spec
    from lockin_audit.core.text import visible

    found = judge(load_spec(file), vocabulary(known_runtimes()))
    if format is LintFormat.JSON:
        emit(json.dumps({"schema": "lockin-audit/spec-lint/1", **found.model_dump(mode="json")}, indent=1, ensure_ascii=False))
    else:
        rows = [(f.kind, f.field, visible(f.found, 60), f.remedy) for f in found.faults]
        table(f"Portability {found.score} of 100", ("what", "field", "found", "how to mend"), rows)
        for reason in found.reasons:
            emit(reason)
    if found.score < minimum:
        raise typer.Exit(1)


@spec.command()
def export(
    file: File,
    format: Annotated[
        ExportFormat, typer.Option("--format", help="markdown: for the board; mcp: tool definitions.")
    ] = ExportFormat.MARKDOWN,
    output: Output = None,
) -> None:
    """Write a specification as Markdown for the board, or its tools as Model Context Protocol definitions.

    Example: lockin-audit spec export claims.toml --format mcp --output tools.json
    """
    from lockin_audit.cli.terminal import write_output
    from lockin_audit.core.spec import load_spec
    from lockin_audit.report.spec_markdown import spec_markdown
    from lockin_audit.report.spec_text import mcp_tools

    read = load_spec(file)
    write_output(output, mcp_tools(read) if format is ExportFormat.MCP else spec_markdown(read))


Repository = Annotated[Path, typer.Option("--repo", help="Repository to read.")]
Configuration = Annotated[Path | None, typer.Option("--config", help="Config file; default lockin.toml in the repository.")]


@spec.command()
def extract(
    workflow: Annotated[str, typer.Argument(help="Workflow id in lockin.toml; `repository` where there is none.", metavar="WORKFLOW")],
    repo: Repository = Path(),
    config: Configuration = None,
    output: Output = None,
) -> None:
    """Draft a specification from the code: what the scan shows, with file and line; all else is marked OPEN for a person.

    Example: lockin-audit spec extract triage --repo . --output triage.toml
    """
    from lockin_audit.assess.spec_extract import extract as draft
    from lockin_audit.assess.vocabulary import vocabulary
    from lockin_audit.cli.pipeline import known_runtimes
    from lockin_audit.cli.terminal import note, write_output
    from lockin_audit.report.spec_text import spec_toml

    _keep(output)
    audit, loaded = _audit(repo, config)
    declared = _declared(repo, loaded, workflow)
    for remark in declared.remarks:
        note(remark)
    write_output(output, spec_toml(draft(audit, workflow, vocabulary(known_runtimes()), declared, _said(loaded, repo, workflow))))


@spec.command()
def compare(
    file: File,
    repo: Repository = Path(),
    config: Configuration = None,
    format: Annotated[LintFormat, typer.Option("--format", help="Form of the output.")] = LintFormat.TABLE,
) -> None:
    """Show what the code does beyond its specification, and what the specification asks for that the code does not show.

    Example: lockin-audit spec compare triage.toml --repo .
    """
    import json

    from lockin_audit.assess.spec_compare import compare as differences
    from lockin_audit.assess.spec_compare import workflow_of_spec
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.core.spec import load_spec

    read = load_spec(file)
    audit, loaded = _audit(repo, config)
    found = differences(read, audit, _declared(repo, loaded, workflow_of_spec(read, audit)))
    if format is LintFormat.JSON:
        shown = {"schema": "lockin-audit/spec-compare/1", "differences": [d.model_dump(mode="json") for d in found]}
        emit(json.dumps(shown, indent=1, ensure_ascii=False))
        return
    if not found:
        emit("No difference was found in tools, state, retries, telemetry and in what is left to a vendor.")
        return
    titles = {"code": "The code goes beyond its specification", "specification": "The specification promises more than the code shows"}
    for side, title in titles.items():
        rows = [(d.what, ", ".join(d.places)) for d in found if d.side == side]
        if rows:
            table(f"{title}: {len(rows)} difference{'s' if len(rows) > 1 else ''}", ("what", "where"), rows)


def _audit(repo: Path, config: Path | None) -> tuple[Audit, LoadedConfig]:
    """The audit of a repository, and the config it was made with."""
    from lockin_audit.cli.pipeline import audit_repository, config_path
    from lockin_audit.core.config import load_config
    from lockin_audit.scan.repository import check_repository

    check_repository(repo)
    loaded = load_config(config_path(config), repo)
    found = audit_repository(loaded, repo)
    assert found is not None  # a repository was named
    return found, loaded


def _declared(repo: Path, loaded: LoadedConfig, workflow: str) -> Declared:
    """What the files of one workflow declare."""
    from lockin_audit.assess.workflows import workflow_of, workflows_of
    from lockin_audit.scan.declared.read import read_declared

    workflows = workflows_of(loaded.config.workflows)
    return read_declared(repo, lambda path: workflow_of(path, workflows) == workflow)


def _said(loaded: LoadedConfig, repo: Path, workflow: str) -> dict[str, tuple[str, Place]]:
    """Name and outcome that the config gives a workflow, with their lines in it."""
    import re

    from lockin_audit.core.declared import Place
    from lockin_audit.core.text import visible

    entry = next((w for w in loaded.config.workflows if w.id == workflow), None)
    if entry is None or loaded.path is None:
        return {}
    path = loaded.path.resolve()
    inside = path.is_relative_to(repo.resolve())
    file = visible(path.relative_to(repo.resolve()).as_posix() if inside else path.name)
    found: dict[str, tuple[str, Place]] = {}
    in_entry = False
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if line.lstrip().startswith("["):
            in_entry = False
        if re.match(rf"""\s*id\s*=\s*["']{re.escape(workflow)}["']""", line):
            in_entry = True
        key = re.match(r"\s*(name|outcome)\s*=", line)
        if in_entry and key is not None:
            found[key[1]] = (getattr(entry, key[1]), Place(file=file, line=number))
    return found


def _keep(output: Path | None) -> None:
    """Refuse to write over a specification that someone may have filled in."""
    from lockin_audit.core.errors import DataError

    if output is not None and output.exists():
        raise DataError(str(output), "is there already.", "Name another file, or remove this one.")
