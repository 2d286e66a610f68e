"""A runtime is one file: `lockin_audit/runtimes/<vendor>/<runtime>.toml` holds everything known of it.

Identity and kind, the vendor-documented facts behind each of the four questions, the rules (fingerprints) that find it,
the packages that betray it in a manifest, its swap targets and the id of its price product.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from lockin_audit.core.evidence import Confidence, Dimension, Ownership
from lockin_audit.core.record import Record
from lockin_audit.core.source import Source

Kind = Literal["managed_runtime", "harness", "framework", "durable_engine", "model_api", "neutral"]
WITHOUT_AGENTS: frozenset[Kind] = frozenset({"neutral", "durable_engine"})
"""Kinds that say nothing of agents by themselves: other work runs on them as well."""


class Fact(Record):
    """One documented behaviour of a runtime."""

    question: Literal["retry", "state", "replay", "telemetry", "export", "lifecycle"]
    """Which question it bears on (`export`: getting data out; `lifecycle`: notice, retirement, beta status)."""
    statement: str
    """The fact, in our words."""
    evidence: Literal["vendor_doc", "vendor_repo", "sdk_source", "secondary", "unverified"]
    """How it was established; `unverified` is printed as such."""
    source: Source
    """Where it was read."""


GROUNDS: dict[str, str] = {
    "vendor_doc": "vendor documentation",
    "vendor_repo": "vendor repository",
    "sdk_source": "vendor's SDK source",
    "secondary": "a third party, not the vendor",
    "unverified": "not verified; treat as unknown",
}
"""`Fact.evidence` in words."""


class CallMatch(Record):
    """A function or method call in Python, TypeScript, JavaScript, C#, Java, Kotlin or Go, written as the language writes it:
    `Beta.Sessions.New` for Go, `beta().sessions().create` for Java. In C# a bare type may come from any namespace opened by `using`."""

    kind: Literal["call"]
    path: tuple[str, ...]
    """Dotted call paths, matched from the end at a dot: `beta.threads.create` matches `self.client.beta.threads.create()`.
    A path that starts with a module (`boto3.client`, `langgraph.graph.StateGraph`) is compared after import aliases, assignments and
    factories are followed; `boto3.client` also covers `boto3.Session().client`. A call inside the chain is written `()`:
    `get_openai_client().responses.create`. `new X()` is a call of `X`. Functions, classes and methods the file or repository itself
    defines never match."""
    receiver: tuple[str, ...] = ()
    """Where the receiver (for a bare name: the name itself) must come from: a module (`openai`, `@anthropic-ai/sdk`; what is inside
    it counts too), one class (`openai.OpenAI`) or a service client written `boto3:bedrock-agent-runtime`. An entry that begins with
    `!` excludes (`!openai.AzureOpenAI`). Empty: any receiver, and always the rule's confidence."""
    unresolved: Confidence | None = Confidence.MEDIUM
    """Confidence when the receiver cannot be traced to any origin; None (in TOML `"never"`): no site then. A receiver traced elsewhere
    never matches, nor does an untraced one in a file that imports a look-alike SDK and none of `receiver`, nor, with `low`, one in a
    repository that shows none of `vendors`."""
    argument: str = ""
    """Keyword argument or key of an object argument that must be present, the site is at it. Nested keys are dotted from the call
    (`config.tools`), lists and nested constructors passed through (`tools.type`). Dictionaries behind `**` or `...`, and those a name
    stands for, are followed once within the file."""
    value: str = ""
    """Regular expression searched in the source text of `argument` (or, without `argument`, of each argument), and in that of the
    constant the argument names where the file defines it."""
    settled: bool = False
    """Search `value` in the constant the argument names, where the file defines it, and not in the name itself."""
    with_arguments: tuple[str, ...] = ()
    """At least one of these arguments (dotted like `argument`) must be present."""
    without_arguments: tuple[str, ...] = ()
    """None of these arguments may be present."""

    @field_validator("unresolved", mode="before")
    @classmethod
    def _never(cls, value: object) -> object:
        return None if value == "never" else value

    @property
    def vendors(self) -> frozenset[str]:
        """Modules of which a file of the repository must import one (or a manifest name the package) for the call to hold; empty: none.

        A call that cannot be traced and would be unsure says nothing where nobody imports the vendor's SDK: the names of such calls are
        common ones.
        """
        if self.unresolved not in (None, Confidence.LOW):
            return frozenset()
        return frozenset(name for name in self.receiver if not name.startswith("!"))


class SymbolMatch(Record):
    """Use of an imported name."""

    kind: Literal["symbol"]
    module: tuple[str, ...]
    """Module or npm package it is imported from; a prefix at a dot or slash also counts (`temporalio` for `temporalio.workflow`)."""
    name: tuple[str, ...]
    """Imported names, or dotted attributes of the imported module (`workflow.defn`). A default import of a package has its local name
    (`import Anthropic from "@anthropic-ai/sdk"` imports `Anthropic`)."""
    use: tuple[Literal["call", "decorator", "base", "import", "any"], ...] = ("any",)
    """How the name is used. `any` is any use in the body, not the import line alone; TypeScript types are no use, Python annotations are.
    `import` is the import itself."""


class StringMatch(Record):
    """A live string literal in code or Terraform, or a scalar in YAML, JSON, TOML (never a comment, docstring, import specifier,
    TypeScript type, nor what YAML or JSON lists for choice under `options`, `enum`, `choices` or `examples`). A substituted part of an
    f-string or template shows as `{}`."""

    kind: Literal["string"]
    equals: tuple[str, ...] = ()
    """Exact values."""
    pattern: str = ""
    """Or a regular expression that must match the whole value."""
    outside: tuple[str, ...] = ()
    """Calls (last name of the path as written) in whose arguments the string does not count, nor where it is a constant handed to one."""
    unless_followed: str = ""
    """Regular expression: the string does not count where the 80 characters after it begin so (`\\s*,\\s*"function"` tells one form of a
    tool's description from another that begins alike)."""


class AttributeMatch(Record):
    """Reading an attribute path such as `event.usage.active_seconds`."""

    kind: Literal["attribute"]
    path: tuple[str, ...]
    """Dotted paths, found anywhere in a longer chain of attributes (`usage.active_seconds` in `event.usage.active_seconds.real`).
    `x["name"]` and `x.get("name")` count as `x.name`. A path of one name needs a dot or subscript before it. Not what is called or
    assigned."""


class ResourceMatch(Record):
    """A resource of Terraform (HCL), Bicep, ARM, CloudFormation or SAM (YAML or JSON)."""

    kind: Literal["resource"]
    type: tuple[str, ...]
    """Resource types: `aws_bedrockagent_agent`, `AWS::Bedrock::Agent`, ARM `Microsoft.X/y`. Of Terraform also data sources
    (`data.aws_bedrockagent_agent`) and modules (`module`)."""
    property: str = ""
    """Property (dotted path inside the resource, below `Properties` for CloudFormation, lists passed through) that must be present; the
    site is at that property."""
    value: str = ""
    """Regular expression searched in the property's source text (without `property`: in that of the whole resource)."""


class KeyMatch(Record):
    """A key of a YAML, JSON, TOML or environment file."""

    kind: Literal["key"]
    path: tuple[str, ...]
    """Dotted key paths matched from the end at a dot, lists passed through."""
    value: str = ""
    """Regular expression searched in the value, of a mapping or list in its source text."""


class TextMatch(Record):
    """A regular expression over the lines of documents, scripts, C#, Java, Kotlin, Go, Bicep and files without a grammar, of prose cells
    of notebooks, and of every file that the rule's `files` names (dashboards in JSON, code). Fenced code of documents and comments are
    left out. Refused in rules with `imports`, of which it knows nothing."""

    kind: Literal["text"]
    pattern: str
    """Regular expression, searched line by line, case-insensitive."""


class ConstructMatch(Record):
    """A shape of code that needs more than one name: decided by a named detector in `scan/languages`."""

    kind: Literal["construct"]
    name: Literal["retry_loop", "poll_loop", "retry_helper", "agent_loop", "state_table", "event_log"]
    """`retry_loop`: a loop that catches a failure and tries again (with an attempt count or a sleep). `poll_loop`: a loop that
    waits for a remote status. `retry_helper`: a call of a function whose name says that it tries again, handed agent or model
    work. `agent_loop`: a loop that asks a model, reads its wishes for tools and keeps the conversation. `state_table`: a database
    table, model class or collection for sessions, conversations or messages. `event_log`: an append-only record of agent steps."""
    calls: tuple[str, ...] = ()
    """For loops: at least one of these call paths (matched from the end) must be inside the loop; empty: any awaited or ordinary call."""


Match = Annotated[
    CallMatch | SymbolMatch | StringMatch | AttributeMatch | ResourceMatch | KeyMatch | TextMatch | ConstructMatch,
    Field(discriminator="kind"),
]


Plane = Literal["instructions", "guardrails", "routing", "skills", "memory", "reorganised memory", "grading"]
"""Part of an agent's control that a company and a runtime may both hold, so that two planes decide."""

Role = Literal["limit", "history", "shape", "kept_id", "permission", "documents"]
"""What a rule finds where that is more particular than its dimension says, and an answer depends on it."""
ROLES: dict[Role, str] = {
    "limit": "A time limit, or an end to waiting or to rounds, and no second attempt: by itself it is not told as trying again.",
    "history": "What happened in a run is read back, or kept as checkpoints that can be: replay can find the step at which it stopped.",
    "shape": "Which fields a state has, and no place where it is kept: it is not counted as a store.",
    "kept_id": "A table or record of your own that keeps the id of something a vendor holds: the answer on state names it beside that id.",
    "permission": "A permission to use something, and not the use: it is told after the places of use, and holds no state.",
    "documents": "Files or documents for the agent to read or search, and no conversation: rebuilding them is work of another kind.",
}
"""`Rule.role` in words, with what follows from it."""
_ROLE_DIMENSION: dict[Role, Dimension] = {
    "limit": Dimension.RETRY,
    "history": Dimension.REPLAY,
    "shape": Dimension.STATE,
    "kept_id": Dimension.STATE,
    "documents": Dimension.STATE,
}
"""Where a role means something only in one dimension."""


class Rule(Record):
    """One way in which the runtime (or the owner's own code) shows in a file."""

    id: str = Field(pattern=r"^[a-z0-9_.]+/[a-z0-9-]+$")
    """`<runtime>/<noun phrase of what is found>`; reads well after "evidence of". Never reused."""
    dimension: Dimension
    ownership: Ownership
    confidence: Confidence = Confidence.HIGH
    """Confidence of a resolved match."""
    what: str
    """What was found, one sentence."""
    why: str
    """Why it matters, one sentence a non-programmer understands."""
    instead: str = ""
    """What to do to own it."""
    limits: str = ""
    """What the rule cannot see."""
    literals: tuple[str, ...] = Field(min_length=1)
    """Exact strings, of which at least one must stand in a file before it is looked at closely. Choose rare ones."""
    match: tuple[Match, ...] = Field(min_length=1)
    """Alternatives; any one is enough."""
    files: tuple[str, ...] = ()
    """Globs (`**/*.tf`, `**/*.{md,rst}`; without a slash a file name in any folder) of which the file must match one, and none of
    those that begin with `!`; empty: every file the match kind applies to."""
    imports: tuple[str, ...] = ()
    """The file must import one of these modules or packages, or something inside one; empty: no condition."""
    without_imports: tuple[str, ...] = ()
    """The file must import none of these: SDKs whose clients hand out this one's objects. Not decided for `text` matches."""
    near: Literal["none", "file", "vendor", "repository", "runtime"] = "none"
    """Report only where other agent evidence (a site of a pack that is not neutral) stands in the same file, or anywhere in the
    repository; for the repository a manifest that names a library of models or agents will do. Owned evidence of neutral packs always uses
    this, so that code without agents stays silent. `vendor`: only where a site of the same vendor stands in the same file (words that
    several vendors use, such as `/agents`). `runtime`: only where the repository holds a site of this same runtime (pages and settings
    that serve several products of one vendor)."""
    apart: bool = False
    """Report only where no vendor's place of the same dimension stands in the file: metrics of one's own that pass on what was read from
    the vendor beside them end with it."""
    role: Role | None = None
    """What it finds more particularly than its dimension says: `limit` (retry: when to stop, no second attempt), `history` (replay: what
    happened in a run is read back), `shape` (state: its fields, no store), `kept_id` (state: a table or record of one's own that holds a
    vendor's id), `documents` (state: files to read or search, no conversation), `permission` (any dimension: a right to use something).
    Answers read this and never the rule's id; leave it out where none holds, or where the rule finds other things as well."""
    plane: Plane | None = None
    """The part of an agent's control it shows: the vendor's where `ownership` is platform, the company's where it is owned."""
    only_plane: bool = False
    """It shows that part of control and nothing else: it is no site, counts in no verdict and no effort, and needs `near`."""
    only_evidence: bool = False
    """It shows that a repository asks models, so that rules that wait for such evidence may hold, and nothing else: it is no site and is
    told nowhere."""

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        where = _ROLE_DIMENSION.get(self.role) if self.role is not None else None
        if where is not None and self.dimension is not where:
            raise ValueError(f"rule {self.id}: role {self.role!r} is for rules of dimension {where.value!r}; change one or leave out role")
        if self.imports and any(isinstance(match, TextMatch) for match in self.match):
            raise ValueError(
                f"rule {self.id}: a text match is searched without looking at imports, so it would never hold in a rule with `imports`; "
                "give it a rule of its own without them"
            )
        return self


class Runtime(Record):
    """Everything known of one runtime, framework, engine or neutral layer."""

    id: str = Field(pattern=r"^[a-z0-9_]+\.[a-z0-9_]+$")
    """Runtime id; equals the path of the file."""
    name: str
    """The vendor's product name."""
    vendor: str
    kind: Kind
    status: str
    """Life-cycle status with its date, in words (`beta since 2026-04-08`, `retired 2026-08-26`)."""
    summary: str
    """What it is and what it runs for you, for a reader who never opens code."""
    price_product: str | None = None
    """Id of its product in the price book, where it has one."""
    swap_targets: tuple[str, ...] = ()
    """Runtime ids a team would commonly move to."""
    own_models_only: bool = False
    """True where it runs its own vendor's models only, so that swapping the model means leaving the runtime."""
    pypi: tuple[str, ...] = ()
    """Distribution names whose presence in a manifest shows the runtime. Leave out packages that show only a vendor, not this runtime."""
    npm: tuple[str, ...] = ()
    """npm package names, likewise."""
    nuget: tuple[str, ...] = ()
    """NuGet package ids, as published."""
    maven: tuple[str, ...] = ()
    """Maven coordinates without version: `group:artifact`."""
    go: tuple[str, ...] = ()
    """Go module paths, with or without the major version."""
    gem: tuple[str, ...] = ()
    """Ruby gems."""
    composer: tuple[str, ...] = ()
    """Composer packages of PHP: `vendor/name`."""
    facts: tuple[Fact, ...] = Field(default=(), alias="fact")
    rules: tuple[Rule, ...] = Field(default=(), alias="rule")

    @property
    def house(self) -> str:
        """What runtimes of one vendor share: the first part of the id, the whole id of those that stand under `other`."""
        house = self.id.partition(".")[0]
        return self.id if house == "other" else house
