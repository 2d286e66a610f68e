"""The calibration of the rebuild list: points, hours per point, and what repeats cost (`effort.toml`)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from lockin_audit.core.audit import Days, EffortBasis
from lockin_audit.core.config import EffortConfig
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Site
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Role


class Scale(Record):
    """Where the scale of points comes from."""

    title: str
    source: str
    checked_on: date


class Hours(Record):
    """Hours of work per point."""

    low: float = Field(gt=0)
    likely: float = Field(gt=0)
    high: float = Field(gt=0)
    per_day: float = Field(gt=0)
    """Working hours in a person-day."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.likely <= self.high:
            raise ValueError("low, likely and high hours are out of order")
        return self


class Repeat(Record):
    """What further places of a pattern cost, as shares of its points."""

    another_pattern: float = Field(ge=0, le=1)
    another_file: float = Field(ge=0, le=1)
    same_file: float = Field(ge=0, le=1)
    places_counted: int = Field(ge=0)
    another_item: float = Field(ge=0, le=1)
    """Share of an item's points where a larger item of the same dimension exists."""


class DimensionEffort(Record):
    """Work on one dimension."""

    points: float = Field(ge=0, le=13)
    """Points of the first place of the first pattern."""
    work: str
    """What is rebuilt, in words."""
    reason: str


class KindOfWork(Record):
    """Places of a dimension that are other work than its words say."""

    dimension: Dimension
    role: Role
    """That of the rules that find them."""
    work: str
    """What is rebuilt, in words."""

    def holds(self, site: Site, roles: Mapping[str, Role]) -> bool:
        """Whether a place is of this kind; `roles` by rule id."""
        return site.dimension is self.dimension and roles.get(site.rule) == self.role


class Triggers(Record):
    """Dimensions whose items stand on the list of a model swap."""

    swap_only: tuple[Dimension, ...]
    swap_too: tuple[Dimension, ...]


class Effort(Record):
    """`effort.toml`."""

    scale: Scale
    hours: Hours
    repeat: Repeat
    dimension: dict[Dimension, DimensionEffort]
    kind: tuple[KindOfWork, ...] = ()
    triggers: Triggers

    @model_validator(mode="after")
    def _complete(self) -> Self:
        missing = [d.value for d in Dimension if d not in self.dimension]
        if missing:
            raise ValueError(f"no points for {', '.join(missing)}")
        return self

    def points(self, dimension: Dimension, sites: Sequence[Site]) -> float:
        """Points of one item, rounded to a tenth; without a site it is one pattern in one place (nothing to copy from)."""
        base = self.dimension[dimension].points
        if not sites:
            return round(base, 1)
        costs = []
        for pattern in {site.rule for site in sites}:
            files = Counter(site.file for site in sites if site.rule == pattern)
            further_files = min(len(files) - 1, self.repeat.places_counted)
            same_file = min(files.total() - len(files), self.repeat.places_counted)
            costs.append(base * (1 + self.repeat.another_file * further_files + self.repeat.same_file * same_file))
        costs.sort(reverse=True)
        return round(sum(cost * self.repeat.another_pattern**number for number, cost in enumerate(costs)), 1)

    def work_of(self, dimension: Dimension, sites: Sequence[Site], roles: Mapping[str, Role]) -> str:
        """What is rebuilt, in words; where every place is of one kind that has words of its own, those."""
        return next((k.work for k in self.kind if sites and all(k.holds(site, roles) for site in sites)), self.dimension[dimension].work)

    def other_work(self, site: Site, roles: Mapping[str, Role]) -> bool:
        """Whether a place is other work than the words of its dimension say: documents that are searched, not sessions."""
        return any(kind.holds(site, roles) for kind in self.kind)

    def days(self, points: float) -> Days:
        """Person-days for a number of points, each rounded to a tenth."""
        low, likely, high = (
            round(points * hours / self.hours.per_day, 1) for hours in (self.hours.low, self.hours.likely, self.hours.high)
        )
        return Days(low=low, likely=likely, high=high)


def with_own(shipped: Effort, own: EffortConfig) -> Effort:
    """The shipped calibration with the figures of `[effort]` in `lockin.toml` in place of its own.

    Raises:
        DataError: the hours that result are out of order.
    """
    hours = shipped.hours.model_dump() | own.hours.model_dump(exclude_none=True)
    if not hours["low"] <= hours["likely"] <= hours["high"]:
        raise DataError(
            "effort: hours",
            f"low {hours['low']:g}, likely {hours['likely']:g} and high {hours['high']:g} hours per point are out of order.",
            "Give all three, low <= likely <= high; those you leave out stay as shipped.",
        )
    return shipped.model_copy(
        update={
            "hours": Hours.model_validate(hours),
            "repeat": Repeat.model_validate(shipped.repeat.model_dump() | own.repeat.model_dump(exclude_none=True)),
            "dimension": {
                dimension: one.model_copy(update={"points": own.points.get(dimension, one.points)})
                for dimension, one in shipped.dimension.items()
            },
        }
    )


def basis(shipped: Effort, own: EffortConfig) -> EffortBasis:
    """What the days rest on, with each figure of the owner beside the shipped one."""
    used = with_own(shipped, own)
    hours = (used.hours.low, used.hours.likely, used.hours.high)
    words = (
        f"Days come from effort points: {hours[0]:g}, {hours[1]:g} and {hours[2]:g} hours per point (low, likely, high), "
        f"{used.hours.per_day:g} hours a day. "
    )
    if not own.given:
        words += "This is judgement written down in lockin_audit/assess/effort.toml; put your own figures under [effort] in lockin.toml."
        return EffortBasis(overridden=False, words=words, hours_per_point=hours)
    changes = [
        f"{group}.{name} {value:g} (shipped {getattr(old, name):g})"
        for group, old, new in (("hours", shipped.hours, used.hours), ("repeat", shipped.repeat, used.repeat))
        for name, value in new.model_dump().items()
        if value != getattr(old, name)
    ]
    changes += [
        f"points of {d.value} {used.dimension[d].points:g} (shipped {shipped.dimension[d].points:g})"
        for d in Dimension
        if used.dimension[d].points != shipped.dimension[d].points
    ]
    source = own.source.strip().rstrip(".")
    words += (
        f"Overridden by [effort] in lockin.toml: {'; '.join(changes) or 'nothing, the figures are those shipped'}. "
        f"{f'Source: {source}' if source else 'No source is given for these figures'}."
    )
    return EffortBasis(overridden=bool(changes), words=words, hours_per_point=hours)


@cache
def load_effort(path: Path | None = None) -> Effort:
    """The shipped calibration, or one in a file of the same form.

    Raises:
        DataError: the file is broken.
    """
    return load(path or PACKAGE / "assess" / "effort.toml", Effort)
