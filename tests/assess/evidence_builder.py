"""Places, runtimes and answers made by hand for the tests of `assess` and of the audit formats. No claim about a vendor."""

from __future__ import annotations

from datetime import date

from lockin_audit.ask.answers import Answer, Response, respond
from lockin_audit.ask.questionnaire import load_questionnaires
from lockin_audit.core.evidence import Confidence, Dimension, Ownership, Scan, ScanStats, Site
from lockin_audit.core.runtime import ROLES, Fact, Kind, Role, Rule, Runtime, StringMatch
from lockin_audit.core.source import Source

MANAGED, FRAMEWORK, ENGINE, HARNESS, API, NEUTRAL = (
    "acme.managed", "open.framework", "open.engine", "acme.harness", "acme.chat", "neutral.retry",
)  # fmt: skip
_KINDS: dict[str, Kind] = {
    MANAGED: "managed_runtime",
    FRAMEWORK: "framework",
    ENGINE: "durable_engine",
    HARNESS: "harness",
    API: "model_api",
    NEUTRAL: "neutral",
}


_ROLE_DIMENSION = {"limit": "retry", "history": "replay"}


def _role_rule(id: str, role: Role) -> str:
    """A rule id that says nothing of the role: only the field does."""
    return f"{id}/rule-{list(ROLES).index(role) + 1}"


def _rules(id: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            id=_role_rule(id, role),
            dimension=Dimension(_ROLE_DIMENSION.get(role, "state")),
            ownership=Ownership.PLATFORM,
            role=role,
            what="Found.",
            why="It matters.",
            literals=("found",),
            match=(StringMatch(kind="string", equals=("found",)),),
        )
        for role in ROLES
    )


def with_role(site: Site, role: Role) -> Site:
    """The place as one that a rule of that role found."""
    return site.model_copy(update={"rule": _role_rule(site.runtime, role)})


def runtime(id: str, *, own_models_only: bool = False, product: str | None = None) -> Runtime:
    source = Source(url="https://example.com/docs", title="Docs", checked_on=date(2026, 11, 20))
    facts = [
        Fact(question="retry", statement="It is said to retry for an hour.", evidence="unverified", source=source),
        Fact(question="retry", statement="It retries three times", evidence="vendor_doc", source=source),
        Fact(question="state", statement="Sessions are kept for 30 days.", evidence="secondary", source=source),
    ]
    return Runtime(
        id=id,
        name=id.replace(".", " ").title(),
        vendor=id.split(".")[0],
        kind=_KINDS[id],
        status="beta",
        summary="A runtime for tests.",
        own_models_only=own_models_only,
        price_product=product,
        facts=tuple(facts) if id in (MANAGED, HARNESS) else (),
        rules=_rules(id),
    )


RUNTIMES = tuple(runtime(id) for id in sorted(_KINDS))


def place(
    dimension: str,
    ownership: str = "platform",
    id: str = MANAGED,
    *,
    file: str = "app/agent.py",
    line: int = 1,
    rule: str = "",
    confidence: str = "high",
    what: str = "",
    snippet: str = "client.run()",
) -> Site:
    rule = rule or f"{id}/{dimension}-{ownership}"
    return Site(
        id=f"{rule}|{file}|{line}",
        rule=rule,
        file=file,
        line=line,
        end_line=line,
        runtime=id,
        dimension=Dimension(dimension),
        ownership=Ownership(ownership),
        confidence=Confidence(confidence),
        what=what or f"{dimension} held by {ownership}.",
        why="It matters.",
        instead="Do it yourself." if ownership == "platform" else "",
        snippet=snippet,
    )


def scan_of(*sites: Site, dependencies: dict[str, tuple[str, ...]] | None = None, files: int = 40) -> Scan:
    ordered = tuple(sorted(sites, key=lambda s: (s.file, s.line, s.rule)))
    return Scan(
        sites=ordered,
        runtimes=tuple(sorted({s.runtime for s in sites})),
        dependencies=dependencies or {},
        stats=ScanStats(files=files, bytes=1000, candidates=3, seconds=0.5),
    )


def responses(*given: Answer) -> tuple[Response, ...]:
    return respond(given, load_questionnaires())


def answer(question: str, choice: str, **more: object) -> Answer:
    return Answer.model_validate({"questionnaire": "four_questions", "question": question, "choice": choice, "by": "Ada", **more})
