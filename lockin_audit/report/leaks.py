"""The leak map as data: how many places per workflow and dimension, and whether platform or own code holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.report.study import Study

Letter = Literal["P", "M", "O", ""]
LETTER_WORDS: dict[Letter, str] = {"P": "platform", "M": "mixed", "O": "owned", "": "nothing found"}
NO_WORKFLOW = "In no workflow"


@dataclass(frozen=True)
class Cell:
    """One workflow × dimension."""

    platform: int = 0
    owned: int = 0

    @property
    def count(self) -> int:
        """Places of both kinds."""
        return self.platform + self.owned

    @property
    def letter(self) -> Letter:
        """P where only the platform holds it, O where only own code does, M where both do, empty where nothing was found."""
        return "M" if self.platform and self.owned else "P" if self.platform else "O" if self.owned else ""

    @property
    def shade(self) -> int:
        """1 for one or two places, 2 for up to nine, 3 for ten and more, 0 for none."""
        return 0 if not self.count else 1 if self.count < 3 else 2 if self.count < 10 else 3


@dataclass(frozen=True)
class LeakRow:
    """One workflow."""

    id: str
    """Empty for the places that belong to no workflow."""
    name: str
    cells: dict[Dimension, Cell]

    @property
    def platform(self) -> int:
        """Places the platform holds, over all dimensions."""
        return sum(c.platform for c in self.cells.values())


def leak_rows(study: Study) -> tuple[LeakRow, ...]:
    """Workflows in the order of the config, then one row for places outside every workflow, where there are any."""
    counts = Counter((s.workflow, s.dimension, s.ownership) for s in study.audit.sites)
    known = {w.id for w in study.audit.workflows}
    outside: Counter[tuple[Dimension, Ownership]] = Counter()
    for (workflow, dimension, ownership), number in counts.items():
        if workflow not in known:
            outside[dimension, ownership] += number
    rows = [
        LeakRow(
            w.id,
            w.name or w.id,
            {d: Cell(counts[w.id, d, Ownership.PLATFORM], counts[w.id, d, Ownership.OWNED]) for d in Dimension},
        )
        for w in study.audit.workflows
    ]
    if outside:
        rows.append(LeakRow("", NO_WORKFLOW, {d: Cell(outside[d, Ownership.PLATFORM], outside[d, Ownership.OWNED]) for d in Dimension}))
    return tuple(rows)


def leak_finding(study: Study) -> str:
    """What the map shows, as a sentence without a full stop."""
    rows = leak_rows(study)
    total = sum(r.platform for r in rows)
    if not study.audit.sites:
        return "No place was found where a platform or your own code decides for an agent"
    if not total:
        return "No place was found where a platform decides; everything found is owned"
    top = max(rows, key=lambda r: r.platform)
    dimensions = sum(any(r.cells[d].platform for r in rows) for d in Dimension)
    place = "place" if total == 1 else "places"
    text = f"The platform holds {total:,} {place} in {dimensions} of the {len(Dimension)} parts of an agent"
    return f"{text}, most of them in {top.name}" if len(rows) > 1 and top.platform * 2 > total else text
