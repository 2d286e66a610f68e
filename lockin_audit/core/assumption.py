"""A number the cost model rests on, with its range, unit, basis and source."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from lockin_audit.core.record import Record

Basis = Literal["measured", "answered", "assumed", "default"]
Distribution = Literal["pert", "triangular", "lognormal", "bernoulli", "poisson", "fixed"]


class Assumption(Record):
    """One input of the model. Low and high are the 10th and 90th percentile an expert would give, not the extremes."""

    id: str = Field(pattern=r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$")
    """Dotted id, e.g. `claims.sessions_per_month`; the workbook cell is `in_` + id with dots and hyphens as underscores."""
    label: str
    value: float
    """Most likely value."""
    low: float
    high: float
    unit: str
    """Unit in words: `sessions/month`, `USD/session-hour`, `share`, `days`."""
    basis: Basis
    """`measured` from data or the scan, `answered` by a person in the config or a questionnaire, `assumed` by us with a reason,
    `default` a placeholder nobody has looked at yet or a list price of the price book (then the source is the price row)."""
    source: str = ""
    """Where the number comes from: URL, file, person, or the reason for an assumption."""
    dated: date | None = None
    """Day on which it was judged or read, where that is known; prices carry theirs in their row."""
    distribution: Distribution = "pert"
    """How the simulation draws it; `fixed` inputs (switches, horizon) are not drawn. `bernoulli` is an event that happens or not: the
    input is then `high`, else `low`. `poisson` is a number of events with the mean `value`; low and high follow from it."""
    probability: float | None = Field(default=None, ge=0, le=1)
    """For `bernoulli`: share of futures in which the event happens."""
    exposure: float = Field(default=1.0, gt=0)
    """For `poisson`: over how much of its unit the events are counted; the draw is a whole number of events over this. An input per year
    in a study of three years has 3, so that its mean over the years is right and so is its spread."""
    minimum: float | None = None
    """Smallest value that makes sense; a value below it is refused."""
    maximum: float | None = None
    """Largest value that makes sense."""

    @property
    def is_placeholder(self) -> bool:
        """Whether nobody has looked at it yet: a default that is not a published fact (a list price has its page as source)."""
        return self.basis == "default" and not self.source.startswith("https://")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"low {self.low:g}, value {self.value:g}, high {self.high:g} are out of order: low <= value <= high")
        if self.distribution == "bernoulli" and self.probability is None:
            raise ValueError("a bernoulli input needs a probability")
        if self.distribution == "poisson" and self.low < 0:
            raise ValueError("a number of events (poisson) cannot be negative")
        for bound, name in ((self.minimum, "minimum"), (self.maximum, "maximum")):
            if bound is not None and (self.low < bound if name == "minimum" else self.high > bound):
                raise ValueError(f"must be at {'least' if name == 'minimum' else 'most'} {bound:g} {self.unit}")
        return self
