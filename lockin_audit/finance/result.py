"""What the cost model concludes. Figures are in the study currency, nominal, unless a field says otherwise."""

from __future__ import annotations

from datetime import date

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.config import Config
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


class WorkflowCost(Record):
    """One workflow's part of an option's cost over the horizon."""

    label: str
    total: float
    """Undiscounted; the workflows' parts add up to the option's total. What is joint is split by sessions."""
    monthly: tuple[float, ...]
    outcomes: float
    """Accepted outcomes."""
    cost_per_outcome: float | None
    budget_per_month: float | None = None
    probability_within_budget: float | None = None
    """Share of futures in which the average month stays within the budget; None without budget or simulation."""
    probability_within_budget_by_month: tuple[float, ...] = ()


class Volatility(Record):
    """How unsteady an option's monthly bill is."""

    month_to_month: float
    """Standard deviation of the relative change from one month to the next, base case."""
    largest_rise: float
    """Largest such rise."""
    largest_rise_month: int | None
    """Month it comes in; None where the bill never rises."""
    spread: float | None = None
    """Half the distance between P10 and P90 of a month's bill over its P50, mean of all months; None without simulation."""


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
    annual_equivalent: float | None = None
    """Even yearly payment with the same present value."""
    exit_cost_by_month: tuple[float, ...] = ()
    """What leaving would cost in each month, by the assumed curve of lock-in: an assumption until audits of several dates are compared."""
    volatility: Volatility | None = None
    workflows: dict[str, WorkflowCost] = {}
    """Workflow id → its part."""


class Rebuild(Record):
    """What the audit says would be rebuilt."""

    items: int
    points: float
    days_low: float
    days_likely: float
    days_high: float


class BoardAnswer(Record):
    """The board's question for one option, in four numbers."""

    leaves: bool
    """Whether another vendor's model means leaving the product, because it runs one vendor's models."""
    rebuild: Rebuild | None
    """1: the list of what would be rebuilt; None without an audit."""
    switching_cost: dict[str, float]
    """2: `p10`, `p50`, `p90` of what the change costs in that month, nominal."""
    weeks: dict[str, float]
    """Weeks it takes, likewise."""
    expected_switching_cost: float
    """3: probability of a change by then times its cost, discounted."""
    option_value: float | None
    """4: what the freedom to change is worth (NPV), if the best other model gets cheaper; None where tokens are not billed."""
    option_value_standard_error: float | None
    exercised: float | None
    """Share of futures in which changing pays."""


class BoardQuestion(Record):
    """What if another vendor's model had to be used by a month."""

    month: int
    options: dict[str, BoardAnswer]
    note: str
    """Why none of it may be added to the totals."""
    day_cost: float = 0.0
    """Cost of one engineer's day in the first month, base case."""
    engineers: float = 0.0
    """Who would be free for the change."""
    days_per_week: float = 0.0
    """Working days a week."""


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


class SobolIndex(Record):
    """How much of the variance of the saving one input is behind."""

    id: str
    label: str
    first: float
    """Share of the variance that goes when this input is known. Estimated, so it may fall a little below 0."""
    first_interval: float
    """Half-width of its 95% interval."""
    total: float
    """Share of the variance that stays when all other inputs are known."""
    total_interval: float


class SobolStudy(Record):
    """Sobol indices of the saving (NPV)."""

    samples: int
    """Base samples; a power of two."""
    evaluations: int
    """Futures worked out in all."""
    seed: int
    indices: tuple[SobolIndex, ...]
    """Largest total first."""
    note: str
    """What they rest on, in words."""


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
    monthly_spread: dict[str, float] = {}
    """Option id → half the distance between P10 and P90 of a month's cost over its P50, mean of all months."""
    correlations: tuple[Correlation, ...] = ()
    """Inputs drawn together; all others are independent."""


class Regret(Record):
    """Cost of choosing each option in each scenario, less the best choice there."""

    scenarios: tuple[str, ...]
    labels: tuple[str, ...] = ()
    """What each scenario is, in words."""
    npv: dict[str, tuple[float, ...]]
    """Option id → NPV of its cost per scenario."""
    regret: dict[str, tuple[float, ...]]
    largest: dict[str, float] = {}
    """Option id → its largest regret over the scenarios."""
    expected: dict[str, float] = {}
    """Option id → its mean regret, each scenario by its weight."""
    weights: tuple[float, ...] = ()
    """Weight of each scenario in that mean; they add up to 1. Equal unless the config says otherwise: not probabilities anyone measured."""
    minimax: str | None = None
    """The option whose largest regret is smallest; None where several tie or there is no choice."""
    least_expected: str | None = None
    """The option whose expected regret is smallest; None likewise."""
    left_out: dict[str, str] = {}
    """Option id → why it is not in the table."""


class BreakEvenMap(Record):
    """Which of the two compared options is cheaper at which volume and prices."""

    prices: tuple[float, ...]
    """Factors on what the vendor charges, tokens included; ascending, today's is 1."""
    sessions: tuple[float, ...]
    """Sessions per month (all workflows, month 1); ascending."""
    saving: tuple[tuple[float, ...], ...]
    """Saving (NPV) by moving: one row per price, one value per volume."""
    crossings: tuple[tuple[float, ...], ...]
    """Per price the sessions at which both cost the same, read off between the volumes of the grid."""
    sessions_today: float
    moved: tuple[str, ...]
    """Ids of the prices that the factor multiplies."""


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
    price_book: str = ""
    """Digest of the price book, so that last quarter's study can be told from one with other prices."""
    token_prices: str = ""
    """Package and version the token prices came from."""
    board: BoardQuestion | None = None
    """None without simulation, or where the month asked about lies beyond the horizon."""
    sobol: SobolStudy | None = None
    """None unless asked for."""
    break_even: BreakEvenMap | None = None
    """None where nothing is compared, no vendor's price is used or there is no volume."""
    structure: Config | None = None
    """Workflows, options and conventions as they were resolved, without values: with the assumptions it makes the model again, so that
    two studies can be compared driver by driver."""

    @property
    def owning_cheaper(self) -> float | None:
        """Share of simulated futures in which owning costs less than staying managed; None where those two are not what is compared."""
        if self.comparison is None or self.simulation is None:
            return None
        ways = (self.options[self.comparison.from_].kind, self.options[self.comparison.to].kind)
        return {
            ("managed", "owned"): self.simulation.probability_owned_cheaper,
            ("owned", "managed"): 1 - self.simulation.probability_owned_cheaper,
        }.get(ways)
