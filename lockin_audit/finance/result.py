"""What the cost model concludes. Figures are in the study currency, nominal, unless a field says otherwise."""

from __future__ import annotations

from datetime import date

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.record import Record


class PriceUsed(Record):
    """A price row the model used."""

    assumption: str
    """Id of the assumption that carries it, `price.<product>.<meter>`."""
    product: str
    meter: str
    unit: str
    unit_price: str
    """Decimal string."""
    currency: str
    effective_from: date | None
    checked_on: date | None
    source: str
    """URL."""
    title: str = ""
    confidence: str
    """`vendor page`, `third party` or `unverified`."""


class OptionResult(Record):
    """One way to run the agents, over the horizon."""

    id: str
    kind: str
    """`managed` or `owned`."""
    label: str
    total: float
    """Undiscounted sum."""
    npv: float
    """Present value of the cost at the study's discount rate and convention."""
    monthly: tuple[float, ...]
    """Cost of each month."""
    lines: dict[str, tuple[float, ...]]
    """Line key → cost of each month; they add up to `monthly`."""
    line_labels: dict[str, str] = {}
    """Line key → label a reader understands."""
    cost_per_session: float | None
    cost_per_outcome: float | None
    """Total ÷ accepted outcomes."""
    exit_liability: float
    """What leaving would cost at the end of the horizon; a memo, not in the total."""
    unpriced: tuple[str, ...] = ()
    """What could not be priced, each with its reason; when not empty the totals are incomplete."""
    unpriced_lines: tuple[str, ...] = ()
    """Keys of the lines that could not be priced, or not wholly; their amounts are what could be."""


class Comparison(Record):
    """Move from one option to another; positive saving means that moving pays."""

    from_: str
    to: str
    saving_npv: float
    saving_total: float
    payback_month: int | None
    """First month at whose end cumulative saving is not negative (undiscounted), counted from 1."""
    discounted_payback_month: int | None
    sustained_payback_month: int | None
    """First month from which the cumulative saving never turns negative again."""
    irr_annual: float | None
    """None when the saving changes sign not exactly once."""
    break_even_sessions: tuple[float, ...]
    """Sessions per month (all workflows, month 1) at which both cost the same; every crossing."""
    notes: tuple[str, ...] = ()
    """Why a figure is None, in words."""


class TornadoBar(Record):
    """Effect of one input on the saving (NPV)."""

    id: str
    label: str
    low: float
    """Saving (NPV) with the input at its low."""
    high: float
    """Saving (NPV) with the input at its high."""
    input_low: float
    input_high: float
    unit: str


class Correlation(Record):
    """Two inputs drawn together."""

    first: str
    second: str
    rho: float
    """Rank correlation (Spearman)."""


class WorthMeasuring(Record):
    """What knowing one input beforehand would be worth (EVPPI): what to measure in a pilot."""

    id: str
    label: str
    value: float
    """Expected gain in NPV from deciding after this input is known, over deciding now."""


class Simulation(Record):
    """Monte Carlo over all uncertain inputs; same draws for every option."""

    draws: int
    seed: int
    p10: float
    p50: float
    p90: float
    """Saving (NPV)."""
    mean: float
    probability_owned_cheaper: float
    """Share of futures in which the owned option of the two has the lower NPV; of two of one kind, the one moved to."""
    standard_error: float
    """Of that probability."""
    probability_by_month: tuple[float, ...]
    """Share of futures in which `to` has cost no more than `from` up to that month."""
    evpi: float
    """Expected value of perfect information."""
    band: dict[str, dict[str, tuple[float, ...]]]
    """Option id → `p10`, `p50`, `p90` → cumulative cost by month."""
    histogram: tuple[tuple[float, float, int], ...] = ()
    """(from, to, count) of the saving."""
    mean_standard_error: float = 0.0
    quantile_standard_errors: dict[str, float] = {}
    """Of `p10`, `p50` and `p90`."""
    worth_measuring: tuple[WorthMeasuring, ...] = ()
    """Most valuable first; inputs worth nothing are left out."""
    correlations: tuple[Correlation, ...] = ()
    """Inputs drawn together; all others are independent."""


class Regret(Record):
    """Cost of choosing each option in each scenario, less the best choice there."""

    scenarios: tuple[str, ...]
    npv: dict[str, tuple[float, ...]]
    """Option id → NPV of its cost per scenario."""
    regret: dict[str, tuple[float, ...]]


class CostStudy(Record):
    """The whole cost side of a study."""

    as_of: date
    currency: str
    horizon_months: int
    discounting: str
    scenario: str
    assumptions: tuple[Assumption, ...]
    prices: tuple[PriceUsed, ...]
    options: dict[str, OptionResult]
    comparison: Comparison | None
    tornado: tuple[TornadoBar, ...]
    simulation: Simulation | None
    regret: Regret | None
    warnings: tuple[str, ...] = ()
    """Placeholders in use, stale prices and the like, in words."""
