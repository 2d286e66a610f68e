"""Gates for pipelines: conditions named on the command line that make an audit fail, and the earlier audit they may be held against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from lockin_audit.core.audit import Audit
from lockin_audit.core.data_files import read_json
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import QUESTIONS, Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime

_VERDICTS = ("platform", "mixed", "owned", "none")
_MEASURE = re.compile(r"(points|days)\s*(>=|>)\s*(\d+(?:\.\d+)?)")
NEW_SITES = "new-sites"
CONDITIONS = (
    f"verdict:QUESTION=VERDICT (questions {', '.join(QUESTIONS)}; verdicts {', '.join(_VERDICTS)}), "
    f"dimension:NAME ({', '.join(d.value for d in Dimension)}), platform, new-sites, points>N, days>N, a rule id, or RUNTIME/*"
)
"""Every condition there is, as errors and help list them."""


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
    document = read_json(path, remedy=remedy)
    if not isinstance(document, dict) or not str(document.get("schema", "")).startswith("lockin-audit/audit/"):
        raise DataError(str(path), "is not the JSON output of an audit.", remedy)
    try:
        sites = frozenset(str(site["id"]) for site in (*document["sites"], *document.get("ignored", ())))
        verdicts = {str(question): str(document["questions"][question]["verdict"]) for question in QUESTIONS}
    except (KeyError, TypeError):
        raise DataError(str(path), "lacks the sites or questions of an audit.", remedy) from None
    return Baseline(sites=sites, verdicts=verdicts)


def new_sites(audit: Audit, baseline: Baseline) -> frozenset[str]:
    """Ids of the sites that the earlier audit did not have."""
    return frozenset(site.id for site in audit.sites) - baseline.sites


def check_gates(gates: Iterable[str], runtimes: Iterable[Runtime], *, baseline: bool = True) -> None:
    """Refuse a gate that can never be hit, before any work is done.

    Args:
        gates: as given.
        runtimes: all that are known.
        baseline: whether there is an earlier audit to compare with.
    Raises:
        DataError: a gate names no condition, rule, runtime, dimension or verdict, or needs a baseline that is not given.
    """
    known = {runtime.id: {rule.id for rule in runtime.rules} for runtime in runtimes}
    for gate in gates:
        question, equals, verdict = gate.removeprefix("verdict:").partition("=")
        if gate == NEW_SITES:
            if not baseline:
                raise DataError("--fail-on", "new-sites compares with an earlier audit.", "Name its JSON output with --baseline FILE.")
        elif gate.startswith(("points", "days")):
            if _MEASURE.fullmatch(gate) is None:
                raise DataError("--fail-on", f"{gate!r} is no limit.", "Write points>100 or days>20 in quotes; a shell takes > for itself.")
        elif equals:
            if question not in QUESTIONS or verdict not in _VERDICTS:
                raise DataError(
                    "--fail-on", f"{gate!r} is no verdict.", f"Write one of {', '.join(QUESTIONS)}, =, and one of {', '.join(_VERDICTS)}."
                )
        elif "/" in gate:
            runtime, _, rule = gate.partition("/")
            if runtime not in known:
                raise DataError("--fail-on", f"runtime {runtime!r} is not known.", "`lockin-audit runtimes` lists them.")
            if rule != "*" and gate not in known[runtime]:
                near = get_close_matches(gate, sorted(known[runtime]), 4, 0.5)
                meant = f"Names near it: {', '.join(near)}. " if near else ""
                raise DataError("--fail-on", f"rule {gate!r} is not known.", f"{meant}`lockin-audit explain {runtime}` lists them all.")
        elif gate != "platform" and gate.removeprefix("dimension:") not in list(Dimension):
            raise DataError("--fail-on", f"the condition {gate!r} is not known.", f"Known: {CONDITIONS}.")


def hits(audit: Audit, gates: Sequence[str], baseline: Baseline | None = None) -> tuple[str, ...]:
    """The gates that are hit, each as a sentence.

    Args:
        audit: what was found and concluded.
        gates: as checked by `check_gates`.
        baseline: with one, only new sites and changed verdicts count; points and days are always those of the whole list.
    """
    sites = [site for site in audit.sites if baseline is None or site.id not in baseline.sites]
    return tuple(sentence for gate in gates if (sentence := _hit(gate, audit, sites, baseline)))


def _hit(gate: str, audit: Audit, sites: Sequence[Site], baseline: Baseline | None) -> str:
    """The sentence for one gate, empty where it is not hit."""
    measure = _MEASURE.fullmatch(gate)
    if measure is not None:
        have = audit.leave_points if measure[1] == "points" else audit.leave_days.likely
        limit = float(measure[3])
        above = have >= limit if measure[2] == ">=" else have > limit
        unit = "points" if measure[1] == "points" else "likely days"
        return f"{gate}: leaving the runtime takes {have:g} {unit}." if above else ""
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
        found = held if gate in ("platform", NEW_SITES) else [s for s in held if s.dimension == gate.removeprefix("dimension:")]
    if not found:
        return ""
    word = "new " if baseline is not None else ""
    whose = " with a vendor" if all(s.ownership is Ownership.PLATFORM for s in found) else ""
    first = min(found, key=lambda s: (s.file, s.line))
    return f"{gate}: {len(found)} {word}place{'s' if len(found) > 1 else ''}{whose}, the first at {first.file}:{first.line}."
