"""Where people and code differ, where people differ among themselves, and what their answers call for."""

from __future__ import annotations

from lockin_audit.assess.actions import days_text
from lockin_audit.report.story.blocks import Block, Heading, Paragraph, listing, strong, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import RISKS

ACTIONS = 12
"""Actions the page lists; workbook and tables hold all."""


def people(study: Study) -> list[Block]:
    """Contradictions, disagreements and actions; nothing where no one was asked and nothing differs."""
    audit = study.audit
    blocks: list[Block] = []
    if audit.contradictions:
        blocks += [Heading(3, words("You said, the code shows")), listing(audit.contradictions)]
    if audit.disagreements:
        told = [f"{d.text} {'; '.join(d.said)}." for d in audit.disagreements]
        blocks += [Heading(3, words("Where people answered differently")), listing(told)]
    if audit.actions:
        names = {w.id: w.name or w.id for w in audit.workflows}
        rows = []
        for action in audit.actions[:ACTIONS]:
            where = names.get(action.workflow, action.workflow) or "all"
            what = words(strong(action.what), f" Asked: {action.about}")
            rows.append((what, RISKS[action.risk], action.owner, days_text(action.days), where))
        head = ("What to do", "Risk", "Owner", "Effort", "Workflow")
        blocks += [
            Heading(3, words("What the answers call for")),
            Paragraph(words("The effort is judgement, to the nearest half day; let each owner correct it.")),
            table("Actions that follow from the answers", head, rows, widths=(8, 1.6, 2.2, 1.8, 2.4)),
        ]
        if len(audit.actions) > ACTIONS:
            blocks.append(Paragraph(words(f"{len(audit.actions) - ACTIONS} more stand in the workbook and in tables/actions.csv.")))
    return [Heading(2, words("What people said")), *blocks] if blocks else []
