"""The eighteen-month page: what would be rebuilt, in what order, by whom, in how many weeks, at what cost; and what to prepare now."""

from __future__ import annotations

from lockin_audit.core.audit import Preparation
from lockin_audit.core.swap_plan import SwapPlan
from lockin_audit.finance.result import BoardQuestion
from lockin_audit.report import numbers
from lockin_audit.report.board_numbers import LABELS, READING, board_numbers
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Block, Heading, Paragraph, Picture, strong, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import TRIGGERS

PREPARED = 8
"""Preparations the page lists; the workbook and the tables hold all."""
FIRST = 5
"""Preparations whose joint effect is told in a sentence."""


def swap(study: Study) -> list[Block]:
    """The board's question in four numbers, the plan of the work, and what can be prepared cheaply."""
    board, plan = study.cost.board, study.plan
    blocks: list[Block] = [Heading(2, words(f"If we had to swap within {study.board_month} months"))]
    if board is None and plan is None:
        return [
            *blocks,
            Paragraph(words("Nothing was found that would have to be rebuilt, or nothing was simulated, so there is no plan.")),
        ]
    if board is not None:
        blocks += _four_numbers(study, board)
    if plan is not None:
        blocks += _plan(study, plan)
    return [*blocks, *_preparations(study)]


def plan_sentence(study: Study, plan: SwapPlan) -> str:
    """The plan in one sentence."""
    weeks = f"{plan.weeks.low:.0f} to {plan.weeks.high:.0f} weeks"
    cost = f"{numbers.money_short(plan.cost.low, study.cost.currency)} to {numbers.money_short(plan.cost.high, study.cost.currency)}"
    people = f"{plan.engineers:g} engineer{'s' if plan.engineers != 1 else ''}"
    return (
        f"As the code stands today, {TRIGGERS[plan.trigger]} takes {numbers.days(plan.days)}: with {people} {weeks}, "
        f"most likely {plan.weeks.likely:.1f}, and {cost}. By month {plan.month} the cost model expects more to stand on the platform, "
        "so the figures above are larger."
    )


def _four_numbers(study: Study, board: BoardQuestion) -> list[Block]:
    currency = study.cost.currency
    ids = [id for id in board.options if id in study.cost.options]
    told = [board_numbers(board.options[id], currency) for id in ids]
    rows = list(zip(LABELS, *told, strict=True))
    head = ("Figure", *(study.cost.options[id].label for id in ids))
    return [
        table(f"The board's question at month {board.month}", head, rows, right=range(1, len(head)), widths=(5, *(4,) * len(ids))),
        Paragraph(words(f"{READING} {board.note}"), "key"),
        *(Picture(id) for id in pictures.LOCK_IN),
    ]


def _plan(study: Study, plan: SwapPlan) -> list[Block]:
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    currency = study.cost.currency
    rows = [
        (
            words(strong(f"{number}. {stage.title}"), " ", stage.why),
            stage.owner,
            ", ".join(names.get(w, w) for w in stage.workflows) or "all",
            f"{stage.sites:,}",
            f"{stage.days.low:.0f} to {stage.days.high:.0f}",
            f"{stage.from_week:.1f} to {stage.to_week:.1f}",
            numbers.money_short(stage.cost.likely, currency),
        )
        for number, stage in enumerate(plan.stages, start=1)
    ]
    head = ("Stage", "Led by", "Workflows", "Places", "Person-days", "Weeks", "Cost, likely")
    return [
        Heading(3, words("In what order, by whom, in how many weeks")),
        Paragraph(words(plan_sentence(study, plan))),
        *(Picture(id) for id in pictures.PLAN),
        table("Plan of the work", head, rows, right=(3, 4, 5, 6), widths=(6, 2, 2.6, 1.3, 1.8, 1.8, 1.8)),
    ]


def _preparations(study: Study) -> list[Block]:
    useful = [p for p in study.audit.preparations if p.removes > 0]
    if not useful:
        return []
    rows = [
        (words(strong(p.what), " ", p.gives), p.owner, f"{p.days.likely:g}", f"{p.removes:g}", f"{p.per_day:g}") for p in useful[:PREPARED]
    ]
    head = ("Preparation", "Owner", "Days of work", "Days it saves", "Saved per day")
    return [
        Heading(3, words("What can be prepared now, cheapest first")),
        Paragraph(words(preparation_sentence(useful))),
        table("Preparations by lock-in removed per day of work", head, rows, right=(2, 3, 4), widths=(8, 2.2, 1.8, 1.8, 1.8)),
    ]


def preparation_sentence(useful: list[Preparation]) -> str:
    """What the first few preparations amount to."""
    first = useful[:FIRST]
    work, saved = sum(p.days.likely for p in first), sum(p.removes for p in first)
    begin = f"The first {len(first)} take" if len(first) > 1 else "The first takes"
    text = f"{begin} about {work:g} days of work and take about {saved:.0f} days off the list, whenever the swap comes."
    if all(p.per_day < 1 for p in useful):
        text += " None saves more days than it takes: prepare for the time it buys when notice is short, not to save work."
    text += " These days and savings are judgement written down, not measurements; correct them after the first one."
    return text
