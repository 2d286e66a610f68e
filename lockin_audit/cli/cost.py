"""`lockin-audit cost`: what each way to run the agents costs over the years, with inputs anyone can change."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lockin_audit.core.defaults import DRAWS, SEED

if TYPE_CHECKING:
    from lockin_audit.finance.result import CostStudy


class Discounting(StrEnum):
    """Where in its period a cash flow falls."""

    MID = "mid"
    END = "end"
    ANNUAL_END = "annual-end"


class Format(StrEnum):
    """Output forms of a cost study."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


def cost(
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Config file; default lockin.toml in this folder.")
    ] = None,
    scenario: Annotated[
        str, typer.Option("--scenario", metavar="NAME", help="What-if to apply, such as price_up_50 or low_volume.")
    ] = "base",
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="ID=VALUE", help="Change an assumption by its id; may be given more than once."),
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Day whose prices hold; default today.")] = None,
    draws: Annotated[int, typer.Option("--draws", metavar="N", help="Futures to simulate; 0 for none.")] = DRAWS,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Seed of the simulation.")] = SEED,
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.TABLE,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="LINE[@MONTH]", help="Show how one figure came about, such as managed.runtime@12.")
    ] = None,
    discounting: Annotated[
        Discounting | None, typer.Option("--discounting", help="Where in its period a cash flow falls; default the config's, else mid.")
    ] = None,
    sobol: Annotated[
        bool, typer.Option("--sobol", help="Also work out Sobol indices: how much of the spread each input is behind. Needs SALib.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", metavar="FILE", help="File to write; default standard output.")] = None,
) -> None:
    """Compare the cost of each option: totals, present value, payback, break-even, ranges.

    Example: lockin-audit cost --config lockin.toml --set volume.scale=2 --scenario price_up_50
    """
    from lockin_audit.cli.pipeline import audit_repository, config_path, faults_of
    from lockin_audit.cli.terminal import run_date, write_output
    from lockin_audit.core.config import load_config
    from lockin_audit.finance.pricing import vendors_of
    from lockin_audit.finance.scope import study_scope
    from lockin_audit.finance.study import cost_study
    from lockin_audit.prices.book import load_book

    sets = settings(set_ or [])
    loaded = load_config(config_path(config), Path())
    if discounting is not None:
        chosen = loaded.config.cost.model_copy(update={"discounting": discounting.value})
        loaded = replace(loaded, config=loaded.config.model_copy(update={"cost": chosen}))
    draws = 0 if explain is not None else draws
    day = run_date(as_of) if as_of is not None else loaded.config.study.as_of or run_date(None)
    audit = audit_repository(loaded) if loaded.repository is not None else None
    with faults_of(loaded):
        vendors = vendors_of(study_scope(loaded.config, audit))
        book = load_book(overrides=loaded.config.prices, exchange_rates=loaded.config.exchange_rates, vendors=vendors)
        study = cost_study(
            loaded.config, audit=audit, book=book, as_of=day, scenario=scenario, sets=sets, draws=draws, seed=seed, sobol=sobol
        )
    if explain is not None:
        from lockin_audit.finance.build import build_model
        from lockin_audit.finance.explain import explain as tree

        write_output(output, tree(build_model(loaded.config, study.assumptions, audit), study.assumptions, study.prices, explain))
    elif format is Format.TABLE and output is None:
        _show(study)
    else:
        write_output(output, _rendered(study, Format.MARKDOWN if format is Format.TABLE else format))


def settings(given: list[str]) -> dict[str, float]:
    """`ID=VALUE` settings of the command line; the last one of an id wins.

    Raises:
        DataError: one is not ID=VALUE with a number.
    """
    from lockin_audit.core.errors import DataError

    found: dict[str, float] = {}
    for setting in given:
        id, equals, value = setting.partition("=")
        try:
            found[id.strip()] = float(value.replace("_", ""))
        except ValueError:
            equals = ""
        if not equals or not id.strip():
            raise DataError(f"--set {setting}", "is not ID=VALUE with a number.", "Write it as --set volume.scale=2.")
    return found


def _rendered(study: CostStudy, format: Format) -> str:
    import json

    from lockin_audit.report.cost_formats import cost_csv, cost_document
    from lockin_audit.report.cost_tables import cost_markdown

    if format is Format.JSON:
        return json.dumps(cost_document(study), indent=1, ensure_ascii=False, allow_nan=False)
    return cost_csv(study) if format is Format.CSV else cost_markdown(study)


def _show(study: CostStudy) -> None:
    from lockin_audit.cli.terminal import emit, table
    from lockin_audit.report.cost_tables import cost_remarks, cost_tables

    for part in cost_tables(study):
        table(part.title, part.columns, part.rows)
        emit("")
    emit("\n".join(cost_remarks(study)))
