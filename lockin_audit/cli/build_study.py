"""Bundles one assessment: scan, verdicts, cost, documented facts, answers and the digests of all they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response
    from lockin_audit.core.audit import Audit
    from lockin_audit.core.config import LoadedConfig
    from lockin_audit.core.runtime import Runtime
    from lockin_audit.core.swap_plan import SwapPlan
    from lockin_audit.finance.result import CostStudy
    from lockin_audit.prices.book import PriceBook
    from lockin_audit.report.study import Answered, Study


def build_study(
    repo: Path, *, config: Path | None, answers: Sequence[Path], day: str | None, draws: int, seed: int, redact: bool = False
) -> Study:
    """Everything known of one assessment, before any file of a report is made.

    Args:
        repo: folder to audit.
        config: config file named on the command line; None: look for one.
        answers: answers files, one per respondent.
        day: `--as-of` as given; None: the config's, else today.
        draws: futures to simulate.
        seed: seed of the simulation.
        redact: leave out code and paths, whatever `[report]` says.
    Raises:
        AuditError: any input that cannot be used, in one sentence.
    """
    from lockin_audit import __version__
    from lockin_audit.ask.answers import load_answers
    from lockin_audit.assess.inputs import answered_config
    from lockin_audit.assess.models import models_found
    from lockin_audit.assess.weighing import weighed
    from lockin_audit.cli.pipeline import audit_repository, config_path, faults_of, known_runtimes, repository_name
    from lockin_audit.cli.terminal import progress, run_date
    from lockin_audit.core.config import load_config
    from lockin_audit.finance.study import cost_study
    from lockin_audit.prices.book import load_book
    from lockin_audit.report.redaction import redact as redacted
    from lockin_audit.report.study import ModelFound, Study
    from lockin_audit.scan.repository import check_repository

    check_repository(repo)
    loaded = load_config(config_path(config), repo)
    as_of = run_date(day) if day is not None else loaded.config.study.as_of or run_date(None)
    logo = _logo(loaded)
    responses = load_answers(answers)
    with faults_of(loaded):
        book = load_book(overrides=loaded.config.prices, exchange_rates=loaded.config.exchange_rates)
    audit = audit_repository(loaded, repo, answers=answers, today=as_of)
    assert audit is not None  # a repository was named
    with progress("Modelling the cost"), faults_of(loaded):
        config_with_answers = answered_config(loaded.config, responses)
        cost = cost_study(config_with_answers, audit=audit, book=book, as_of=as_of, scenario="base", sets={}, draws=draws, seed=seed)
    known = known_runtimes()
    audit = weighed(audit, config_with_answers, responses, None if loaded.path is None else cost.owning_cheaper)
    study = Study(
        tool_version=__version__,
        as_of=as_of,
        seed=seed,
        repository_name=repository_name(repo),
        config=config_with_answers,
        config_is_default=loaded.path is None,
        audit=audit,
        runtimes=_shown(known, audit),
        answers=_answered(responses),
        cost=cost,
        plan=_plan(audit, cost),
        digests=_digests(loaded, answers, book, known),
        models=tuple(ModelFound(name=name, runtime=runtime, site_ids=ids) for (name, runtime), ids in models_found(audit.sites).items()),
        logo=logo,
    )
    return redacted(study) if redact or loaded.config.report.redact else study


def _plan(audit: Audit, cost: CostStudy) -> SwapPlan | None:
    """The work of a swap, from the option moved from, or else the first managed one."""
    from lockin_audit.assess.swap_plan import swap_plan

    managed = [o.id for o in cost.options.values() if o.kind == "managed"]
    start = cost.comparison.from_ if cost.comparison else managed[0] if managed else ""
    if cost.board is None or start not in cost.board.options:
        return None
    plan = swap_plan(
        audit.rebuild,
        trigger="leave_runtime" if cost.board.options[start].leaves else "swap_model",
        engineers=cost.board.engineers,
        day_cost=cost.board.day_cost,
        days_per_week=cost.board.days_per_week,
        workflows=tuple(cost.options[start].workflows) or None,
    )
    return plan and plan.model_copy(update={"option": start, "month": cost.board.month})


def _logo(loaded: LoadedConfig) -> bytes:
    """The picture that `[report] logo` names, beside the config; empty where it names none."""
    from lockin_audit.report.logo import read_logo

    name = loaded.config.report.logo
    return read_logo(loaded.path.parent / name, f"{loaded.path}: report: logo") if loaded.path is not None and name else b""


def _shown(known: Sequence[Runtime], audit: Audit) -> tuple[Runtime, ...]:
    """The runtimes whose documented facts the report prints: those found, by site or by dependency."""
    found = {site.runtime for site in audit.sites} | set(audit.scan.runtimes)
    return tuple(r for r in known if r.id in found)


def _answered(responses: Sequence[Response]) -> tuple[Answered, ...]:
    from lockin_audit.report.study import Answered

    return tuple(
        Answered(
            questionnaire=r.answer.questionnaire,
            question=r.question.id,
            text=r.question.text,
            choice=r.choice.id,
            label=r.choice.label,
            by=r.answer.by,
            on=r.answer.on,
            note=r.answer.note,
            evidence=r.answer.evidence,
            workflow=r.answer.workflow,
        )
        for r in responses
    )


def _digests(loaded: LoadedConfig, answers: Sequence[Path], book: PriceBook, known: Sequence[Runtime]) -> dict[str, str]:
    """SHA-256 of what the study rests on, so that a rerun can show that nothing else changed."""
    from lockin_audit.prices.tokens import package_version

    runtimes = hashlib.sha256()
    for runtime in known:
        runtimes.update(runtime.model_dump_json(by_alias=True).encode())
    return {
        "config": _file_digest(loaded.path) if loaded.path else "defaults",
        "answers": ",".join(_file_digest(path) for path in answers) or "none",
        "price_book": book.digest,
        "token_prices": f"genai-prices {package_version()}",
        "runtimes": runtimes.hexdigest(),
    }


def _file_digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
