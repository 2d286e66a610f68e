"""What a change of runtime or model is as a piece of work: stages, people, weeks, cost."""

from __future__ import annotations

from lockin_audit.core.audit import Days, OwnerRole, Trigger
from lockin_audit.core.record import Record


class Range(Record):
    """Low, likely and high of one quantity."""

    low: float
    likely: float
    high: float


class PlanStage(Record):
    """One stage of the work; stages follow one another, with everyone on each."""

    id: str
    title: str
    owner: OwnerRole
    """Role of the person who leads it."""
    why: str
    """Why it stands at this place."""
    items: int
    """Entries of the rebuild list it covers."""
    sites: int
    """Places in the code it covers."""
    workflows: tuple[str, ...]
    """Workflow ids it touches."""
    days: Days
    from_week: float
    """Weeks after the start, likely figure."""
    to_week: float
    cost: Range
    """In the study's currency."""


class SwapPlan(Record):
    """The rebuild list in the order a team would work it off, as of today's code and wages."""

    trigger: Trigger
    """Which of the two lists it works off."""
    option: str = ""
    """Id of the option it starts from."""
    month: int = 0
    """Month the board asks about."""
    engineers: float
    """Who work on it at the same time."""
    day_cost: float
    """Cost of one engineer's day, in the study's currency."""
    stages: tuple[PlanStage, ...]
    days: Days
    weeks: Range
    cost: Range
