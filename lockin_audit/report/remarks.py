"""What a reader must know to trust the rest: what was read and not read, how results came about, and where they end."""

from __future__ import annotations

from lockin_audit.report import numbers
from lockin_audit.report.draft import placeholders
from lockin_audit.report.study import Study

DISCOUNTING = {
    "mid": "each month's cost falls in the middle of the month",
    "end": "each month's cost falls at the end of the month",
    "annual-end": "each year's cost falls at the end of the year",
}
UNVERIFIED = "unverified"


def coverage(study: Study) -> str:
    """How much was read, in one sentence."""
    stats, skipped = study.audit.scan.stats, len(study.audit.scan.skipped)
    read = f"{numbers.count(stats.files, 'file')} ({numbers.size(stats.bytes)}) {'was' if stats.files == 1 else 'were'} read"
    close = f"{numbers.quantity(stats.candidates)} of them held a name that goes with agent runtimes and were looked at closely"
    left = f"{numbers.count(skipped, 'file or folder', 'files or folders')} {'was' if skipped == 1 else 'were'} left out"
    return f"{read}; {close}; {left}."


def limits(study: Study) -> tuple[str, ...]:
    """Where the results end, most important first."""
    rows = [
        "Code was read, never run: calls put together while a program runs can be missed, and code that is never reached counts.",
        "What is set up only in a vendor's console, and what stands in other repositories, was not seen.",
    ]
    ignored = len(study.audit.ignored)
    if ignored:
        reasons = list(dict.fromkeys(i.reason.rstrip(".") for i in study.audit.ignored))
        rows.append(f"{numbers.count(ignored, 'place')} {'is' if ignored == 1 else 'are'} left out on purpose: {'; '.join(reasons[:5])}.")
    rows += study.audit.remarks[:5]
    hidden = len(study.audit.scan.sites) - len(study.audit.sites) - ignored
    if hidden > 0:
        rows.append(
            f"{numbers.count(hidden, 'place')} of lower confidence {'is' if hidden == 1 else 'are'} not shown here; study.json has them."
        )
    defaults = len(placeholders(study))
    if defaults:
        total, verb = numbers.count(len(study.cost.assumptions), "input"), "is a placeholder" if defaults == 1 else "are placeholders"
        rows.append(f"{numbers.quantity(defaults)} of {total} of the cost model {verb} nobody has confirmed.")
    rows.append(
        f"Prices hold as of {numbers.day(study.cost.as_of, study.language)}; vendors change them. "
        "List prices are used where no negotiated price was given."
    )
    rows.append("Taxes, exchange rates, capitalisation rules and the value of faster delivery are not part of the cost.")
    if study.audit.effort is not None and study.audit.effort.overridden:
        rows.append(study.audit.effort.words)
    rows.append("Person-days to rebuild are ranges from counted places, to be replaced by your own estimate before a budget is set.")
    if study.cost.simulation is not None:
        rows.append("Simulated futures are only as wide as the ranges given for the inputs; events outside those ranges are not in them.")
    rows.append("Remarks on contracts and law are pointers for a conversation with counsel, not legal advice.")
    return tuple(rows)


def method(study: Study) -> tuple[str, ...]:
    """How the results came about."""
    cost = study.cost
    rows = [
        "Rules, one file per runtime, look for places where a vendor's platform or your own code decides or holds something for an agent. "
        "Each place keeps its file, line, rule and confidence.",
        "Each of the four questions is answered by a named rule from those places and from people's answers; "
        "where the two disagree, both are shown.",
        "Each workflow gets a recommendation by named rules from its criticality, what the platform holds, the team and the cost.",
        f"The cost model runs month by month over {cost.horizon_months} months, in {cost.currency}, in the scenario “{cost.scenario}”; "
        f"present values use the discount rate among the inputs, and {DISCOUNTING.get(cost.discounting, cost.discounting)}.",
        "Saving is the cost of the option moved from less the cost of the option moved to: above zero, moving pays.",
    ]
    if cost.simulation is not None:
        rows.append(
            f"{cost.simulation.draws:,} futures were drawn from the ranges of the inputs (seed {cost.simulation.seed}), the same draws for "
            "every option; P10 and P90 are the values below which ten and ninety percent of them lie."
        )
    return tuple(rows)
