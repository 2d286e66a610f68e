"""Gates for pipelines: conditions named on the command line that make an audit fail, and the earlier audit they may be held against."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lockin_audit.core.audit import Audit
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import QUESTIONS, Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime

_VERDICTS = ("platform", "mixed", "owned", "none")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What an earlier audit said."""

    sites: frozenset[str]
    """Ids of its sites."""
    verdicts: dict[str, str]
    """Question → verdict."""


def load_baseline(path: Path) -> Baseline:
    """Read the JSON output of an earlier audit.

    Raises:
        DataError: it cannot be read or is no audit.
    """
    remedy = "Write one with `lockin-audit audit --format json --output FILE`."
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise DataError(str(path), f"cannot be read: {error.strerror}.", remedy) from None
    except (ValueError, RecursionError):
        raise DataError(str(path), "is not JSON.", remedy) from None
    if not isinstance(document, dict) or not str(document.get("schema", "")).startswith("lockin-audit/audit/"):
        raise DataError(str(path), "is not the JSON output of an audit.", remedy)
    try:
        sites = frozenset(str(site["id"]) for site in document["sites"])
        verdicts = {str(question): str(document["questions"][question]["verdict"]) for question in QUESTIONS}
    except (KeyError, TypeError):
        raise DataError(str(path), "lacks the sites or questions of an audit.", remedy) from None
    return Baseline(sites=sites, verdicts=verdicts)


def new_sites(audit: Audit, baseline: Baseline) -> frozenset[str]:
    """Ids of the sites that the earlier audit did not have."""
    return frozenset(site.id for site in audit.sites) - baseline.sites


def check_gates(gates: Iterable[str], runtimes: Iterable[Runtime]) -> None:
    """Refuse a gate that can never be hit, before any work is done.

    Raises:
        DataError: a gate names no rule, runtime, dimension or verdict.
    """
    known = {runtime.id: {rule.id for rule in runtime.rules} for runtime in runtimes}
    for gate in gates:
        question, equals, verdict = gate.removeprefix("verdict:").partition("=")
        if equals:
            if question not in QUESTIONS or verdict not in _VERDICTS:
                raise DataError(
                    "--fail-on", f"{gate!r} is no verdict.", f"Write one of {', '.join(QUESTIONS)}, =, and one of {', '.join(_VERDICTS)}."
                )
        elif "/" in gate:
            runtime, _, rule = gate.partition("/")
            if runtime not in known:
                raise DataError("--fail-on", f"runtime {runtime!r} is not known.", "`lockin-audit runtimes` lists them.")
            if rule != "*" and gate not in known[runtime]:
                names = ", ".join(sorted(known[runtime])) or "none"
                raise DataError("--fail-on", f"rule {gate!r} is not known.", f"Rules of {runtime}: {names}.")
        elif gate != "platform" and gate.removeprefix("dimension:") not in list(Dimension):
            dimensions = ", ".join(d.value for d in Dimension)
            raise DataError(
                "--fail-on",
                f"{gate!r} is not known.",
                f"Name a rule, RUNTIME/*, a verdict such as retry=platform, platform, or one of {dimensions}.",
            )


def hits(audit: Audit, gates: Sequence[str], baseline: Baseline | None = None) -> tuple[str, ...]:
    """The gates that are hit, each as a sentence.

    Args:
        audit: what was found and concluded.
        gates: as checked by `check_gates`.
        baseline: with one, only new sites and changed verdicts count.
    """
    sites = [site for site in audit.sites if baseline is None or site.id not in baseline.sites]
    return tuple(sentence for gate in gates if (sentence := _hit(gate, audit, sites, baseline)))


def _hit(gate: str, audit: Audit, sites: Sequence[Site], baseline: Baseline | None) -> str:
    """The sentence for one gate, empty where it is not hit."""
    question, equals, verdict = gate.removeprefix("verdict:").partition("=")
    if equals:
        now = next(v for q, v in audit.questions.items() if q == question)
        changed = baseline is None or baseline.verdicts[question] != now.verdict
        return f"{gate}: the verdict on {question} is {now.verdict}." if now.verdict == verdict and changed else ""
    if "/" in gate:
        runtime, _, rule = gate.partition("/")
        found = [s for s in sites if s.rule == gate or (rule == "*" and s.rule.startswith(runtime + "/"))]
    else:
        held = [s for s in sites if s.ownership is Ownership.PLATFORM]
        found = held if gate == "platform" else [s for s in held if s.dimension == gate.removeprefix("dimension:")]
    if not found:
        return ""
    word = "new " if baseline is not None else ""
    first = min(found, key=lambda s: (s.file, s.line))
    return f"{gate}: {len(found)} {word}place{'s' if len(found) > 1 else ''}, the first at {first.file}:{first.line}."
