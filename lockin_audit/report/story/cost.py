"""What each option costs: side by side, over time, workflow by workflow, and how steady the bill is."""

from __future__ import annotations

from lockin_audit.finance.result import OptionResult, WorkflowCost
from lockin_audit.report import numbers
from lockin_audit.report.comparison import total_words, unpriced_words
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Block, Heading, Paragraph, Picture, listing, strong, table, words
from lockin_audit.report.story.uncertainty import certainty, scenarios
from lockin_audit.report.study import Study


def cost(study: Study) -> list[Block]:
    """The whole cost section: options, charts, workflows, steadiness, certainty, scenarios, remarks."""
    options = tuple(study.cost.options.values())
    blocks: list[Block] = [Heading(2, words("What each option costs"))]
    if not options:
        return [*blocks, Paragraph(words("No option was priced."))]
    if unpriced_words(study):
        blocks.append(Paragraph(words(strong(unpriced_words(study))), "notice"))
        blocks.append(listing(f"{o.label}: {reason}" for o in options for reason in o.unpriced))
    return [
        *blocks,
        *_side_by_side(study, options),
        *(Picture(id) for id in pictures.COST),
        *_workflows(study, options),
        *_steadiness(options),
        *certainty(study),
        *scenarios(study),
        *_remarks(study),
    ]


def _remarks(study: Study) -> list[Block]:
    told = [*study.cost.warnings, *(study.cost.comparison.notes if study.cost.comparison else ())]
    return [Heading(3, words("Remarks on the cost model")), listing(told)] if told else []


def _side_by_side(study: Study, options: tuple[OptionResult, ...]) -> list[Block]:
    costs, currency = study.cost, study.cost.currency
    figures = [
        (f"Total over {costs.horizon_months} months", [total_words(o, o.total, currency) for o in options]),
        ("Present value", [total_words(o, o.npv, currency) for o in options]),
        ("Per session", [_each(o, o.cost_per_session, currency) for o in options]),
        ("Per accepted outcome", [_each(o, o.cost_per_outcome, currency) for o in options]),
        ("Bill to leave at the end (beside the totals, not in them)", [numbers.money(o.exit_liability, currency) for o in options]),
    ]
    head = (f"Figure ({currency})", *(_heading(o) for o in options))
    rows = [(label, *values) for label, values in figures]
    gloss = (
        "Present value counts what is paid later for less, at the discount rate among the inputs. A session is one run of an agent; "
        "an accepted outcome is a result that people let stand, such as a claim sorted."
    )
    return [
        table("Options side by side", head, rows, right=range(1, len(head)), widths=(5, *(4,) * len(options))),
        Paragraph(words(gloss), "key"),
    ]


def _heading(option: OptionResult) -> str:
    return f"{option.label} ({option.kind}{', incomplete' if option.unpriced else ''})"


def _each(option: OptionResult, value: float | None, currency: str) -> str:
    return "no volume given" if value is None else "unknown" if option.unpriced else numbers.money(value, currency)


def _workflows(study: Study, options: tuple[OptionResult, ...]) -> list[Block]:
    """Each workflow's part of each option, its outcome and its budget; left out where one workflow without a budget is all there is."""
    shown = [(o, w) for o in options if not o.unpriced for w in o.workflows.values()]
    budgets = any(w.budget_per_month is not None for _, w in shown)
    if not budgets and not any(len(o.workflows) > 1 for o in options):
        return []
    currency = study.cost.currency
    rows = [
        (w.label, o.label, numbers.money(w.total, currency), numbers.money(w.cost_per_outcome, currency), *_budget(w, currency, budgets))
        for w, o in sorted(((w, o) for o, w in shown), key=lambda pair: pair[0].label)
    ]
    head = ("Workflow", "Option", f"Total ({currency})", "Per accepted outcome", *(("Budget a month", "Kept in") if budgets else ()))
    key = "What workflows share, such as people, is split by their sessions."
    if budgets:
        key += " Kept in: the share of simulated futures whose average month stays within the budget."
    return [
        Heading(3, words("What each workflow costs")),
        table("Cost and budget of each workflow", head, rows, right=range(2, len(head)), widths=(4, 4, *(2.4,) * (len(head) - 2))),
        Paragraph(words(key), "key"),
    ]


def _budget(workflow: WorkflowCost, currency: str, budgets: bool) -> tuple[str, ...]:
    if not budgets:
        return ()
    if workflow.budget_per_month is None:
        return ("none set", "–")
    kept = workflow.probability_within_budget
    return (numbers.money(workflow.budget_per_month, currency), "not simulated" if kept is None else f"{numbers.share(kept)} of futures")


def _steadiness(options: tuple[OptionResult, ...]) -> list[Block]:
    """How far a month's bill moves and may miss its plan."""
    known = [(o, o.volatility) for o in options if o.volatility is not None]
    if not known:
        return []
    rows = [
        (
            o.label,
            "the bill never rises" if v.largest_rise_month is None else f"{_percent(v.largest_rise)}, in month {v.largest_rise_month}",
            _percent(v.month_to_month),
            "not simulated" if v.spread is None else f"plus or minus {_percent(v.spread)}",
        )
        for o, v in known
    ]
    head = ("Option", "Largest rise from one month to the next", "Usual change", "How far a month may miss its plan")
    key = (
        "Rises and changes as planned; the usual change is their standard deviation. The last column comes from the simulation: "
        "eight months in ten end within that distance of the middle future."
    )
    return [
        Heading(3, words("How steady the bill is")),
        table("Steadiness of the monthly bill", head, rows, right=(1, 2, 3), widths=(4, 4, 2.4, 4)),
        Paragraph(words(key), "key"),
    ]


def _percent(value: float) -> str:
    """A share with one decimal below ten percent; never a rounded 0% for what is none."""
    if 0 < abs(value) < 0.0005:
        return "under 0.1%"
    return numbers.share(value) if abs(value) >= 0.1 else f"{value * 100:.1f}%"
