"""The steps several commands share: where the config and the cache are, scan a repository, assess it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lockin_audit.cli.terminal import note, progress, run_date

_SECTIONS = ("assumptions", "option", "scenario", "workflow", "compare", "price", "cost", "correlation", "effort")

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response
    from lockin_audit.core.audit import Audit
    from lockin_audit.core.config import LoadedConfig
    from lockin_audit.core.evidence import Confidence, Scan
    from lockin_audit.core.runtime import Runtime


def cache_folder() -> Path | None:
    """Where scan results are kept: `LOCKIN_AUDIT_CACHE`, else the platform's cache folder; None when it is set to nothing."""
    named = os.environ.get("LOCKIN_AUDIT_CACHE")
    if named is not None:
        return Path(named) if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "lockin-audit" / "cache" if base else None
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "lockin-audit"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "lockin-audit"


def known_runtimes(packs: Sequence[Path] = ()) -> tuple[Runtime, ...]:
    """The shipped runtimes with those of further folders, read by way of the caller's cache."""
    from lockin_audit.scan.runtimes import load_runtimes

    return load_runtimes(tuple(packs), cache_folder())


def config_path(named: Path | None) -> Path | None:
    """The config file named on the command line or by `LOCKIN_AUDIT_CONFIG`; None: look in the repository."""
    if named is not None:
        return named
    from_environment = os.environ.get("LOCKIN_AUDIT_CONFIG")
    return Path(from_environment) if from_environment else None


@contextmanager
def faults_of(loaded: LoadedConfig) -> Iterator[None]:
    """Name the config file in errors about what it says, raised by layers that never see the file."""
    from lockin_audit.core.errors import DataError

    try:
        yield
    except DataError as error:
        if loaded.path is None or not error.where.startswith(_SECTIONS):
            raise
        raise DataError(f"{loaded.path}: {error.where}", error.problem, error.remedy) from None


def scan_repository(
    repository: Path,
    runtimes: Sequence[Runtime],
    *,
    include_tests: bool = False,
    jobs: int | None = None,
    use_cache: bool = True,
    bar: bool = True,
) -> Scan:
    """Scan with the caller's cache and, unless told otherwise, a progress bar. Without the cache no result of an earlier scan is recalled;
    the rules, which come from the installation and not from the repository, are still kept ready."""
    from lockin_audit.scan.engine import scan

    with progress("Reading the repository", shown=bar) as report:
        found = scan(
            repository,
            runtimes,
            include_tests=include_tests,
            jobs=jobs,
            shielded=True,
            cache=cache_folder() if use_cache else None,
            rules_cache=cache_folder(),
            progress=report,
        )
    for remark in remarks_on(found):
        note(remark)
    return found


def remarks_on(scan: Scan) -> tuple[str, ...]:
    """What has to be said of a scan beside its result."""
    unread = sum("cannot be parsed" in skipped.reason for skipped in scan.skipped)
    if not unread:
        return ()
    return (f"{unread} of the {scan.stats.candidates} files looked at closely could not be parsed; the report lists them as not read.",)


def audit_repository(
    loaded: LoadedConfig,
    repository: Path | None = None,
    *,
    answers: Sequence[Path] = (),
    packs: Sequence[Path] = (),
    include_tests: bool = False,
    min_confidence: Confidence | None = None,
    jobs: int | None = None,
    use_cache: bool = True,
    today: date | None = None,
    bar: bool = True,
) -> Audit | None:
    """Scan and assess a repository: the one named, else the one the config names; None where there is neither."""
    from lockin_audit.assess.audit import assess
    from lockin_audit.core.evidence import Confidence

    target = repository or loaded.repository
    if target is None:
        return None
    runtimes = known_runtimes(packs)
    scan = scan_repository(target, runtimes, include_tests=include_tests, jobs=jobs, use_cache=use_cache, bar=bar)
    day = today or loaded.config.study.as_of or run_date(None)
    least = min_confidence or Confidence.MEDIUM
    responses = _responses(answers)
    with faults_of(loaded):
        return assess(scan, loaded.config, runtimes, responses, min_confidence=least, today=day)


def _responses(answers: Sequence[Path]) -> tuple[Response, ...]:
    """What people answered; the questionnaires are loaded only where there are answers to them."""
    if not answers:
        return ()
    from lockin_audit.ask.answers import load_answers

    return load_answers(answers)


def repository_name(repository: Path) -> str:
    """Name of the audited folder for reports; never its path on this machine."""
    from lockin_audit.core.text import visible

    return visible(repository.resolve().name or "repository", 80)
