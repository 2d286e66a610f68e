"""`lockin.toml`: what the owner of a repository says about it.

Workflows, team, how the money is modelled, assumptions, options, scenarios and negotiated prices. Models only; reading and
discovery are in `load_config`. Every value has a default, and a default says that it is one. Sections that are not given are made without
their validators (`model_construct`), which take longer to build than many an audit takes.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from lockin_audit.core.assumption import Basis, Distribution
from lockin_audit.core.audit import Criticality
from lockin_audit.core.config_file import config_file
from lockin_audit.core.data_files import load
from lockin_audit.core.errors import DataError
from lockin_audit.core.exchange import ExchangeRate
from lockin_audit.core.lock_in_history import LockInConfig, read_history
from lockin_audit.core.record import Record
from lockin_audit.core.report_config import ReportConfig
from lockin_audit.core.vocabulary import Dimension

_ID = r"^[a-z0-9][a-z0-9_-]*$"


class StudyConfig(Record):
    """Who the study is for, and over which repository."""

    title: str = "Agent orchestration assessment"
    client: str = ""
    author: str = ""
    repository: str = ""
    """Folder to audit, relative to this file. `cost` reads the rebuild effort from it; empty: `cost` uses the assumption alone."""
    as_of: date | None = None
    """Date at which prices are read; default the run's `--as-of`."""


class TeamConfig(Record):
    """Can this company build and run orchestration of its own?"""

    engineers: int | None = Field(default=None, ge=0, le=100_000)
    """Engineers who could build and run it; None: not said."""
    on_call: bool | None = None
    """Whether a rota exists that could take it on."""


class WorkflowConfig(Record):
    """One workflow: the unit a board decides about."""

    id: str = Field(pattern=_ID)
    name: str = ""
    paths: tuple[str, ...] = ()
    """Globs relative to the repository; evidence belongs to the first workflow whose globs match the file."""
    criticality: tuple[Criticality, ...] = ()
    outcome: str = ""
    """What counts as an accepted result, in words."""
    runtime: str = ""
    """Runtime id it runs on today, where the scan cannot tell."""
    prototype: bool = False
    budget_per_month: float | None = Field(default=None, gt=0)
    """What it may cost a month, in the study currency, everything included."""


class AssumptionConfig(Record):
    """An override of one assumption of the model, or of the range around it."""

    value: float
    low: float | None = None
    """Default: the value itself (no uncertainty)."""
    high: float | None = None
    basis: Basis = "answered"
    source: str = ""
    distribution: Distribution | None = None
    probability: float | None = Field(default=None, ge=0, le=1)
    """For a bernoulli input, an event that happens or not: the share of futures in which it does and the input is `high`, not `low`."""

    @model_validator(mode="after")
    def _shock(self) -> Self:
        if (self.distribution == "bernoulli") != (self.probability is not None):
            raise ValueError("distribution bernoulli and probability go together")
        if self.distribution == "bernoulli" and (self.low is None or self.high is None or self.low == self.high):
            raise ValueError("a bernoulli input needs low (where the event does not happen) and another high (where it does)")
        if self.distribution == "poisson" and (self.low is not None or self.high is not None):
            raise ValueError("a poisson input takes its range from its value; leave low and high out")
        return self

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        low, high = self.low if self.low is not None else self.value, self.high if self.high is not None else self.value
        if not low <= self.value <= high:
            raise ValueError(f"low {low:g}, value {self.value:g}, high {high:g} are out of order: low <= value <= high")
        return self


class OptionConfig(Record):
    """One way to run the agents."""

    id: str = Field(pattern=_ID)
    kind: Literal["managed", "owned", "hybrid"]
    """`hybrid`: the workflows named under `owned_workflows` are owned, the others stay with the product."""
    label: str = ""
    product: str = ""
    """Price product of a managed option or of the managed part of a hybrid one, such as `anthropic.managed_agents`."""
    model: str = ""
    """Model id for token prices (genai-prices), e.g. `anthropic/claude-sonnet-5`; empty: the study default."""
    workflows: tuple[str, ...] = ()
    """Workflow ids it covers; empty: all."""
    owned_workflows: tuple[str, ...] = ()
    """Hybrid: workflow ids that move to an owned stack."""
    portable: bool = False
    """Managed or hybrid: prompts, tools and state are kept in a form of your own, which costs work now and saves some when leaving."""
    defer_months: int = Field(default=0, ge=0, le=60)
    """Owned or hybrid: months to wait before the work begins; until then the agents run where they run today."""

    @model_validator(mode="after")
    def _of_its_kind(self) -> Self:
        if self.portable and self.kind == "owned":
            raise ValueError("portable belongs to a managed option")
        if self.defer_months and self.kind == "managed":
            raise ValueError("defer_months belongs to an owned option")
        if bool(self.owned_workflows) != (self.kind == "hybrid"):
            raise ValueError("owned_workflows belongs to a hybrid option, and a hybrid option needs it")
        return self


class CostConfig(Record):
    """How the money is modelled."""

    horizon_months: int = Field(default=36, ge=6, le=120)
    currency: str = Field(default="USD", pattern=r"^[A-Z]{3}$")
    """Currency of the results and of what people cost. Vendors' prices and fees stay in US dollars and are converted once, at the
    assumption `exchange.<currency>`; it needs an exchange rate."""
    price_steps: bool = False
    """Count free amounts and volume steps of the price book in full; otherwise the first step's price holds for every unit."""
    discounting: Literal["mid", "end", "annual-end"] = "mid"
    """Where in its period a cash flow falls (COSTS 1.4)."""
    model: str = "anthropic/claude-sonnet-5"
    """Model whose token prices apply where an option names none, as `provider/model`."""


class CompareConfig(Record):
    """Which two options the comparison is between; default the first managed and the first owned."""

    from_: str = Field(default="", alias="from")
    to: str = ""


def _dotted(table: Any, prefix: str = "") -> Any:
    """TOML reads `claims.steps = 3` as a table in a table; an assumption id is the dotted whole, however it was written."""
    if not isinstance(table, dict):
        return table
    flat: dict[str, Any] = {}
    for key, value in table.items():
        inner = isinstance(value, dict) and "value" not in value
        flat |= _dotted(value, f"{prefix}{key}.") if inner else {f"{prefix}{key}": value}
    return flat


Dotted = BeforeValidator(_dotted)


class ScenarioConfig(Record):
    """A named what-if: factors and values applied on top of the base assumptions."""

    id: str = Field(pattern=_ID)
    label: str = ""
    shock: str = ""
    """Id of an event of the price book (pricing_data/shocks.toml) that happens again: the prices it hit change by the same factor."""
    multiply: Annotated[dict[str, float], Dotted] = {}
    """Assumption id → factor on its value. An id ending in `.*` stands for all that start so."""
    weight: float = Field(default=1.0, ge=0, le=1_000_000)
    """How much it counts in the expected regret, against 1 for every other scenario."""
    set: Annotated[dict[str, float], Dotted] = {}
    """Assumption id → value."""


class CorrelationConfig(Record):
    """Two inputs that rise and fall together in the simulation."""

    between: tuple[str, str]
    """Ids of two assumptions."""
    rho: float = Field(gt=-1, lt=1)
    """Rank correlation (Spearman): 0 none, near 1 together, near -1 opposed. 0 switches one that comes with the tool off."""


class PriceOverride(Record):
    """What a contract changes: the price of one meter, or a discount on the list prices of a product or of a whole vendor."""

    product: str = Field(min_length=1)
    """Price product, or for a discount `<vendor>.*`."""
    meter: str = ""
    """Meter; for a discount empty means all meters of the product."""
    unit_price: float | None = Field(default=None, ge=0)
    """Agreed price of one unit, in `currency`. Give this or `discount`."""
    discount: float | None = Field(default=None, gt=0, le=1)
    """Share off the list price: 0.12 is 12%. It follows the list price when that changes."""
    currency: str = Field(default="USD", pattern=r"^[A-Z]{3}$")
    """Currency of `unit_price`; one other than USD needs an exchange rate."""
    kind: Literal["negotiated", "committed use", "enterprise agreement"] = "negotiated"
    """What sort of agreement it is; results name it."""
    commitment: float | None = Field(default=None, gt=0)
    """USD promised for each month: what use does not reach is billed as well. Only with `discount`."""
    beyond: Literal["discounted", "list"] = "discounted"
    """Price of use beyond the commitment."""
    region: str = ""
    """Region it is limited to; empty: all."""
    plan: str = ""
    """Plan it is limited to; empty: all."""
    source: str = Field(min_length=1)
    """Contract or order form it stands in."""
    effective_from: date | None = None
    """First day; empty: always."""
    effective_to: date | None = None
    """Last day, where the contract ends."""

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if (self.unit_price is None) == (self.discount is None):
            raise ValueError("give either unit_price or discount")
        if self.unit_price is not None and (not self.meter or self.product.endswith(".*")):
            raise ValueError("unit_price needs one product and one meter; use discount for several")
        if self.commitment is not None and self.discount is None:
            raise ValueError("commitment goes with discount; a price per unit has none")
        if self.discount is not None and self.currency != "USD":
            raise ValueError("currency goes with unit_price; a discount keeps the currency of the list price")
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValueError("effective_to lies before effective_from")
        return self

    @property
    def name(self) -> str:
        """What results call it: its kind and the contract."""
        return f"{self.kind}: {self.source}"


class IgnoreConfig(Record):
    """Places the owner has decided to live with, left out of the audit until a day."""

    rule: str = ""
    """Rule id, or `RUNTIME/*`; empty: every rule."""
    site: str = ""
    """Id of one place, as the JSON output gives it."""
    paths: tuple[str, ...] = ()
    """Globs relative to the repository; empty: everywhere."""
    reason: str = Field(min_length=3)
    """Why, in words; outputs repeat it."""
    expires: date
    """Last day on which it hides anything."""

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.rule or self.site or self.paths):
            raise ValueError("name a rule, a site or paths, or it would hide everything")
        return self

    @property
    def name(self) -> str:
        """What results call it."""
        return " in ".join(part for part in (self.site or self.rule, ", ".join(self.paths)) if part)


def _one_or_many(value: Any) -> Any:
    """One table where several are meant: `[audit.ignore]` for `[[audit.ignore]]`."""
    return (value,) if isinstance(value, dict) else value


class AuditConfig(Record):
    """How the audit is read."""

    ignore: Annotated[tuple[IgnoreConfig, ...], BeforeValidator(_one_or_many)] = ()


class HoursConfig(Record):
    """Hours of work per point, where yours differ from `effort.toml`."""

    low: float | None = Field(default=None, gt=0)
    likely: float | None = Field(default=None, gt=0)
    high: float | None = Field(default=None, gt=0)
    per_day: float | None = Field(default=None, gt=0, le=24)
    """Working hours in a person-day."""


class RepeatConfig(Record):
    """What further places of a pattern cost, where yours differ from `effort.toml`."""

    another_pattern: float | None = Field(default=None, ge=0, le=1)
    another_file: float | None = Field(default=None, ge=0, le=1)
    same_file: float | None = Field(default=None, ge=0, le=1)
    another_item: float | None = Field(default=None, ge=0, le=1)
    places_counted: int | None = Field(default=None, ge=0)


class EffortConfig(Record):
    """Your own calibration of the rebuild list; what is absent stays as shipped."""

    hours: HoursConfig = HoursConfig.model_construct()
    repeat: RepeatConfig = RepeatConfig.model_construct()
    points: dict[Dimension, Annotated[float, Field(ge=0, le=100)]] = {}
    """Dimension → points of the first place of the first pattern."""
    source: str = ""
    """Where your figures come from; outputs repeat it."""

    @property
    def given(self) -> bool:
        """Whether anything is overridden."""
        return self != EffortConfig(source=self.source)


class Config(Record):
    """A whole `lockin.toml`."""

    study: StudyConfig = StudyConfig.model_construct()
    audit: AuditConfig = AuditConfig.model_construct()
    effort: EffortConfig = EffortConfig.model_construct()
    team: TeamConfig = TeamConfig.model_construct()
    cost: CostConfig = CostConfig.model_construct()
    compare: CompareConfig = CompareConfig.model_construct()
    report: ReportConfig = ReportConfig.model_construct()
    workflows: tuple[WorkflowConfig, ...] = Field(default=(), alias="workflow")
    options: tuple[OptionConfig, ...] = Field(default=(), alias="option")
    assumptions: Annotated[dict[str, AssumptionConfig | float | int], Dotted] = {}
    """Assumption id → value, or a table with value, low, high, basis, source."""
    scenarios: tuple[ScenarioConfig, ...] = Field(default=(), alias="scenario")
    correlations: tuple[CorrelationConfig, ...] = Field(default=(), alias="correlation")
    prices: tuple[PriceOverride, ...] = Field(default=(), alias="price")
    exchange_rates: tuple[ExchangeRate, ...] = Field(default=(), alias="exchange_rate")
    """Rates of your own, such as a budget rate; they go before the ones that come with the tool."""
    lock_in: LockInConfig = LockInConfig.model_construct()
    """Earlier audits, from which the growth of lock-in is measured."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        for kind, items in (("workflow", self.workflows), ("option", self.options), ("scenario", self.scenarios)):
            seen: set[str] = set()
            for item in items:
                if item.id in seen:
                    raise ValueError(f"{kind} id {item.id!r} is used twice; give each its own")
                seen.add(item.id)
        workflows = {w.id for w in self.workflows}
        options = {o.id for o in self.options} or {"managed", "owned"}
        named = [(f"option {o.id!r}", "workflow", name, workflows) for o in self.options for name in (*o.workflows, *o.owned_workflows)]
        named += [("[compare]", "option", end, options) for end in (self.compare.from_, self.compare.to) if end]
        for where, kind, name, known in named:
            if name not in known:
                raise ValueError(f"{where} names {kind} {name!r}, which is not defined; known: {', '.join(sorted(known)) or 'none'}")
        return self


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """A config and where it came from."""

    config: Config
    path: Path | None = None
    """None: no file was found and every value is a default."""

    @property
    def repository(self) -> Path | None:
        """Folder named by `[study] repository`, resolved against the file; None where it names none."""
        if self.path is None or not self.config.study.repository:
            return None
        return self.path.parent / self.config.study.repository


def load_config(path: Path | None, repository: Path | None = None) -> LoadedConfig:
    """Read the config: the named file, else `lockin.toml` in the repository, else defaults.

    Raises:
        DataError: the file is missing, is not TOML, or holds an unknown key or an impossible value.
    """
    path = config_file(path, repository)
    if path is None:
        return LoadedConfig(config=Config.model_construct())
    config = load(path, Config)
    folder = config.study.repository
    if folder and not (path.parent / folder).is_dir():
        raise DataError(f"{path}: study: repository", f"{folder!r} is not a folder beside this file.", "Correct it or remove the key.")
    if config.lock_in.history:
        config = config.model_copy(update={"lock_in": read_history(config.lock_in, path.parent)})
    return LoadedConfig(config=config, path=path)
