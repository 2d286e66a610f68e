"""What an audit concludes from the evidence: verdicts, workflows with a recommendation, the rebuild list."""

from datetime import date
from typing import Literal, Self

from lockin_audit.core.evidence import Dimension, Question, Scan, Site
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Plane

VerdictValue = Literal["platform", "mixed", "owned", "none"]
Recommendation = Literal["managed", "managed_portable", "hybrid", "own", "unknown"]
Criticality = Literal["customer-facing", "revenue-generating", "compliance-sensitive", "architecturally-central", "internal", "prototype"]
OwnerRole = Literal[
    "business owner", "engineering lead", "engineer", "operations", "security", "procurement", "legal", "finance", "board sponsor"
]
Trigger = Literal["leave_runtime", "swap_model"]
ActionRisk = Literal["high", "unknown", "medium"]


class AnswerPart(Record):
    """One part of an answer in words."""

    heading: str
    """What it is about, in a few words."""
    text: str
    """One or more sentences, with files and lines."""
    because: tuple[str, ...] = ()
    """Ids of the sites it rests on."""
    opening: str = ""
    """What stands before `items`; empty where there are none, or nothing stands before them."""
    items: tuple[str, ...] = ()
    """Of a text that is a list its members, for views that can show one; `text` holds them all."""


class Verdict(Record):
    """The answer to one of the four questions, for one workflow or the whole repository."""

    question: Question
    verdict: VerdictValue
    summary: str
    """The answer in words a CTO understands, with names of files and what the vendor documents."""
    decided_by: str
    """Id of the named decision rule (see `lockin-audit explain`)."""
    because: tuple[str, ...] = ()
    """Ids of the sites and answers it rests on; empty only where it rests on absence, which the summary then says with its coverage."""
    contradiction: str = ""
    """Where a person's answer and the evidence disagree: both, in words. Empty when they agree or no one was asked."""
    rests_on: Literal["evidence", "answer", "both"] = "evidence"
    """Which of the two decided: what the scan found, what a person said, or both counted together."""
    parts: tuple[AnswerPart, ...] = ()
    """The answer in its parts, after the lead; `summary` holds all of their sentences."""
    lead: str = ""
    """The answer in a sentence or two, before its parts; empty where `summary` alone tells it."""


class WorkflowAudit(Record):
    """One workflow: its evidence, its four answers, its recommendation."""

    id: str
    name: str
    paths: tuple[str, ...]
    criticality: tuple[Criticality, ...]
    questions: dict[Question, Verdict]
    recommendation: Recommendation
    reasons: tuple[str, ...]
    """Sentences, the deciding one first."""
    decided_by: str = ""
    """Id of the recommendation rule."""
    runtimes: tuple[str, ...] = ()
    """Runtime ids with platform or owned sites in the workflow."""


class Days(Record):
    """Effort in person-days."""

    low: float
    likely: float
    high: float

    def __add__(self, other: Self) -> Self:
        return type(self)(low=self.low + other.low, likely=self.likely + other.likely, high=self.high + other.high)


class RebuildItem(Record):
    """One thing a team would rebuild if it left the runtime or swapped the model."""

    item: str
    """What would be rebuilt, in words."""
    runtime: str
    dimension: Dimension
    sites: int
    """How many places in the code it covers."""
    points: float
    """Effort points after the calibration in `assess/effort.toml`."""
    days: Days
    workflow: str = ""
    """Workflow id; empty when the item spans several."""
    triggers: tuple[Trigger, ...] = ("leave_runtime",)
    """On which of the two lists it stands."""
    site_ids: tuple[str, ...] = ()


class Action(Record):
    """One thing to do that follows from an answer."""

    what: str
    """The deed in words."""
    about: str
    """The question it follows from, in words: it says what `what` is about."""
    owner: OwnerRole
    """Role of the person who would see to it."""
    days: float
    """Effort in person-days, to the nearest half day; judgement, not measurement."""
    risk: ActionRisk
    """Risk of the answer it follows from; `unknown` ranks between high and medium."""
    workflow: str = ""
    """Id of the workflow it is about; empty: all."""
    because: tuple[str, ...]
    """Ids of the answers it follows from."""


class Disagreement(Record):
    """One question to which people gave different answers."""

    question: str
    """Id of the question."""
    text: str
    workflow: str = ""
    """Id of the workflow; empty: all."""
    said: tuple[str, ...]
    """Who said what, one sentence per person."""


class Preparation(Record):
    """Something that can be made ready now, so that leaving later costs less."""

    id: str
    what: str
    """The preparation in words."""
    owner: OwnerRole
    days: Days
    """Effort to prepare it."""
    removes: float
    """Person-days of the rebuild list (likely figure) that it takes away, counted after everything ranked before it."""
    per_day: float
    """Days removed per day of work: `removes` divided by the likely effort."""
    gives: str
    """What one has when it is done, in words."""


class Ignored(Record):
    """A place that was found and left out on purpose."""

    site: Site
    reason: str
    """Why, in the words of whoever left it out."""
    by: str
    """Where that is said: the line of the comment, or the entry of the config."""
    expires: date | None = None
    """Last day; None: no end was given."""


class EffortBasis(Record):
    """What the days of the rebuild list rest on."""

    overridden: bool
    """Whether figures of the owner took the place of shipped ones."""
    words: str
    """The calibration in a sentence or two, with what was overridden and its source."""
    hours_per_point: tuple[float, float, float]
    """Low, likely, high."""


class Conflict(Record):
    """A part of an agent's control that the company and a runtime both hold, so that two planes decide."""

    workflow: str
    """Id of the workflow; empty where the places belong to none."""
    plane: Plane
    """What the runtime brings of its own."""
    text: str
    """The finding in a sentence, with places on both sides."""
    ask: str
    """What has to be settled."""
    own: tuple[Site, ...]
    """Places of the company's own instructions, rules or routing, sorted."""
    runtime: tuple[Site, ...]
    """Places where the runtime's own stands, sorted."""


class GonePlace(Record):
    """A place in the code beside which an answer was given, and which is no longer as it was."""

    answer: str
    """Id of the answer."""
    site: str
    """Id the place had."""
    file: str
    """File it stood in; empty where the answer does not say."""
    line: int = 0
    """Line then; 0 where the answer does not say."""


class Audit(Record):
    """One audit of one repository."""

    scan: Scan
    sites: tuple[Site, ...]
    """Sites at or above the chosen confidence, with their workflow set."""
    questions: dict[Question, Verdict]
    workflows: tuple[WorkflowAudit, ...]
    rebuild: tuple[RebuildItem, ...]
    actions: tuple[Action, ...] = ()
    """What to do because of what people answered, most pressing first; empty when no one was asked."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where the people asked differ."""
    contradictions: tuple[str, ...] = ()
    """Where an answer and the code differ, with the files, one sentence each."""
    preparations: tuple[Preparation, ...] = ()
    """What can be made ready now, most lock-in removed per day of work first."""
    ignored: tuple[Ignored, ...] = ()
    """Places left out on purpose, with reasons; they count nowhere else."""
    remarks: tuple[str, ...] = ()
    """What a reader must know of what was left out: expired or empty entries, comments without a reason."""
    conflicts: tuple[Conflict, ...] = ()
    """Where two planes decide: the company's own control beside a runtime's."""
    effort: EffortBasis | None = None
    """The calibration behind `rebuild`."""
    notices: tuple[str, ...] = ()
    """What vendors have announced of the runtimes found: an end, a close to new customers, a beta; with source and day read."""
    gone: tuple[GonePlace, ...] = ()
    """Places that answers refer to and that are gone; `contradictions` says so in words."""

    @property
    def leave_days(self) -> Days:
        """Effort to leave the runtime: sum of its items, in person-days."""
        return sum((i.days for i in self.rebuild if "leave_runtime" in i.triggers), Days(low=0, likely=0, high=0))

    @property
    def leave_points(self) -> float:
        """Effort points of the list for leaving the runtime."""
        return round(sum(i.points for i in self.rebuild if "leave_runtime" in i.triggers), 1)

    @property
    def swap_points(self) -> float:
        """Effort points of the list for swapping the model."""
        return round(sum(i.points for i in self.rebuild if "swap_model" in i.triggers), 1)

    @property
    def swap_days(self) -> Days:
        """Effort to swap the model: sum of its items, in person-days."""
        return sum((i.days for i in self.rebuild if "swap_model" in i.triggers), Days(low=0, likely=0, high=0))
