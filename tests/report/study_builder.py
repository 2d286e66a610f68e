"""A small, deterministic study for the tests of `report`: two workflows, twelve sites, verdicts, rebuild list, money with a simulation.

The company, its volumes and its prices are made up; nothing here is a claim about a vendor.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from lockin_audit.core.assumption import Assumption
from lockin_audit.core.audit import Audit, Days, RebuildItem, Verdict, WorkflowAudit
from lockin_audit.core.config import Config, OptionConfig, StudyConfig, TeamConfig, WorkflowConfig
from lockin_audit.core.evidence import Confidence, Dimension, Ownership, Question, Scan, ScanStats, Site, Skipped
from lockin_audit.core.report_config import ReportConfig
from lockin_audit.core.runtime import Fact, Runtime
from lockin_audit.core.source import Source
from lockin_audit.finance.result import Comparison, CostStudy, OptionResult, PriceUsed, Regret, Simulation, TornadoBar
from lockin_audit.report.study import Answered, Study

AS_OF = date(2026, 11, 21)
MONTHS = 36
HOSTILE = (
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    '"><img src=x onerror=alert(1)>',
    "\x1b[31mred\x1b[0m",
    "a|b\nc",
    "\u202egnp.exe",
    "](javascript:alert(1))",
    "]]></svg><b>&amp;",
    "$x^2_{y}$ `code` *bold* # head",
)
"""Texts that must stay text in every format."""


def make_site(
    number: int,
    *,
    rule: str = "anthropic.managed_agents/session-created",
    file: str = "",
    runtime: str = "anthropic.managed_agents",
    dimension: Dimension = Dimension.STATE,
    ownership: Ownership = Ownership.PLATFORM,
    confidence: Confidence = Confidence.HIGH,
    workflow: str = "claims",
    snippet: str = "",
    what: str = "",
) -> Site:
    """One site; its id follows from its number."""
    return Site(
        id=f"s{number:05d}",
        rule=rule,
        file=file or f"services/claims/step_{number}.py",
        line=10 + number,
        end_line=10 + number,
        runtime=runtime,
        dimension=dimension,
        ownership=ownership,
        confidence=confidence,
        what=what or f"A place that decides {dimension.value}.",
        why=f"The {dimension.value} of the work follows what stands here.",
        instead="Keep it in a table of your own." if ownership == Ownership.PLATFORM else "",
        snippet=snippet or f"client.step_{number}(session.id)",
        workflow=workflow,
    )


def make_sites() -> tuple[Site, ...]:
    """Twelve sites: eight of the claims workflow, four of the research assistant."""
    p, o = Ownership.PLATFORM, Ownership.OWNED
    rows = [
        ("claims", Dimension.ORCHESTRATION, p, "anthropic.managed_agents", "session-created"),
        ("claims", Dimension.RETRY, p, "anthropic.managed_agents", "status-polled"),
        ("claims", Dimension.RETRY, o, "neutral.retry_library", "retry-policy"),
        ("claims", Dimension.STATE, p, "anthropic.managed_agents", "session-id-kept"),
        ("claims", Dimension.STATE, p, "anthropic.managed_agents", "session-id-kept"),
        ("claims", Dimension.TELEMETRY, p, "anthropic.managed_agents", "event-stream-parsed"),
        ("claims", Dimension.PROMPTS, p, "anthropic.managed_agents", "prompt-in-runtime"),
        ("claims", Dimension.RUNBOOK, p, "anthropic.managed_agents", "console-in-runbook"),
        ("research", Dimension.ORCHESTRATION, p, "anthropic.managed_agents", "session-created"),
        ("research", Dimension.STATE, p, "anthropic.managed_agents", "session-id-kept"),
        ("research", Dimension.TELEMETRY, o, "neutral.opentelemetry", "span-started"),
        ("research", Dimension.MODEL, p, "anthropic.managed_agents", "model-id-fixed"),
    ]
    return tuple(
        make_site(
            n,
            rule=f"{runtime}/{rule}",
            file=f"services/{workflow}/{'runbook.md' if dimension == Dimension.RUNBOOK else f'step_{n}.py'}",
            runtime=runtime,
            dimension=dimension,
            ownership=ownership,
            workflow=workflow,
        )
        for n, (workflow, dimension, ownership, runtime, rule) in enumerate(rows)
    )


def _verdicts(sites: tuple[Site, ...]) -> dict[Question, Verdict]:
    summaries: dict[Question, str] = {
        "retry": "The runtime repeats failed steps by its own rule; your code repeats the call to it (services/claims/step_2.py).",
        "state": "Session state lies in the vendor's store under a session id (services/claims/step_3.py).",
        "replay": "No replay code of your own was found in 42 files; a failed run starts again from the beginning.",
        "telemetry": "The claims dashboard reads the vendor's event names (services/claims/step_5.py).",
    }
    found: dict[Question, Verdict] = {}
    for question, summary in summaries.items():
        mine = [s for s in sites if s.dimension.value == question]
        kinds = {s.ownership.value for s in mine}
        value = "mixed" if len(kinds) == 2 else "owned" if kinds == {"owned"} else "platform" if sites else "none"
        found[question] = Verdict(
            question=question,
            verdict=value,  # type: ignore[arg-type]
            summary=summary,
            decided_by=f"{question}/{value}",
            because=tuple(s.id for s in mine),
            contradiction="The team answered that state is kept in its own database; the code keeps only the vendor's id."
            if question == "state"
            else "",
        )
    return found


def make_audit(sites: tuple[Site, ...] | None = None) -> Audit:
    """An audit over the given sites (default: the twelve)."""
    sites = make_sites() if sites is None else sites
    item = RebuildItem(
        item="Session state and its schema",
        runtime="anthropic.managed_agents",
        dimension=Dimension.STATE,
        sites=3,
        points=13,
        days=Days(low=8, likely=15, high=30),
        workflow="claims",
        site_ids=("s00003", "s00004"),
    )
    rebuild = (
        item,
        item.model_copy(
            update={
                "item": "Replay from a checkpoint",
                "dimension": Dimension.REPLAY,
                "sites": 0,
                "points": 8.0,
                "days": Days(low=6, likely=12, high=25),
                "site_ids": (),
            }
        ),
        item.model_copy(
            update={
                "item": "Prompts written for one model",
                "dimension": Dimension.PROMPTS,
                "sites": 1,
                "points": 5.0,
                "days": Days(low=2, likely=4, high=9),
                "triggers": ("leave_runtime", "swap_model"),
                "site_ids": ("s00006",),
            }
        ),
    )
    claims, research = (tuple(s for s in sites if s.workflow == w) for w in ("claims", "research"))
    return Audit(
        scan=Scan(
            sites=sites,
            runtimes=("anthropic.managed_agents",) if sites else (),
            dependencies={"anthropic.managed_agents": ("requirements.txt",)},
            skipped=(
                Skipped(file="assets/film.mp4", reason="binary file"),
                Skipped(file="data/huge.json", reason="larger than 5 MB"),
            ),
            stats=ScanStats(files=42, bytes=180_000, candidates=9, seconds=0.42),
            commit="0123456789abcdef0123456789abcdef01234567",
        ),
        sites=sites,
        questions=_verdicts(sites),
        workflows=(
            WorkflowAudit(
                id="claims",
                name="Claims triage",
                paths=("services/claims/**",),
                criticality=("customer-facing", "compliance-sensitive"),
                questions=_verdicts(claims),
                recommendation="own",
                reasons=(
                    "Customers wait on it and the platform decides three of the four questions.",
                    "The team has engineers and a rota to run it.",
                ),
                decided_by="recommend/critical-and-leaking",
                runtimes=("anthropic.managed_agents",),
            ),
            WorkflowAudit(
                id="research",
                name="Research assistant",
                paths=("services/research/**",),
                criticality=("internal",),
                questions=_verdicts(research),
                recommendation="managed",
                reasons=("It is an internal aid: an outage is inconvenient and nobody outside notices.",),
                decided_by="recommend/internal",
                runtimes=("anthropic.managed_agents",),
            ),
        ),
        rebuild=rebuild if sites else (),
    )


def make_option(id: str, kind: str, label: str, lines: dict[str, tuple[float, ...]], **changes: Any) -> OptionResult:
    """An option whose totals follow from its lines (NPV at 0.7 % a month, mid period)."""
    monthly = tuple(math.fsum(row[m] for row in lines.values()) for m in range(MONTHS))
    total = math.fsum(monthly)
    labels = {key: key.split(".")[-1].replace("_", " ").capitalize() for key in lines}
    fields: dict[str, Any] = {
        "id": id,
        "kind": kind,
        "label": label,
        "total": total,
        "npv": math.fsum(c * 1.007 ** -(m + 0.5) for m, c in enumerate(monthly)),
        "monthly": monthly,
        "lines": lines,
        "line_labels": labels,
        "cost_per_session": total / 1_800_000,
        "cost_per_outcome": total / 1_550_000,
        "exit_liability": 96_000.0 if kind == "managed" else 21_000.0,
    }
    return OptionResult(**(fields | changes))


def make_assumptions() -> tuple[Assumption, ...]:
    """Eight inputs: one measured, two answered, three assumed, two placeholders without a source."""
    rows: list[tuple[str, str, float, float, float, str, str, str]] = [
        (
            "claims.sessions_per_month",
            "Claims: sessions per month",
            40_000,
            25_000,
            70_000,
            "sessions/month",
            "measured",
            "usage export of October 2026",
        ),
        (
            "research.sessions_per_month",
            "Research: sessions per month",
            2_000,
            1_000,
            4_000,
            "sessions/month",
            "answered",
            "head of research",
        ),
        ("claims.tokens_in", "Claims: input tokens per session", 38_000, 20_000, 70_000, "tokens/session", "default", ""),
        ("claims.active_minutes", "Claims: active minutes per session", 6, 3, 12, "minutes/session", "default", ""),
        ("people.engineer_year", "Engineer, full cost per year", 165_000, 130_000, 210_000, "USD/year", "answered", "finance"),
        ("owned.build_days", "Days to build the owned stack", 180, 110, 320, "days", "assumed", "rebuild list of this audit"),
        ("owned.run_share", "Share of an engineer to run it", 0.6, 0.3, 1.2, "share", "assumed", "on-call rota of a like service"),
        ("finance.discount_rate", "Discount rate", 0.09, 0.07, 0.12, "share/year", "assumed", "treasury"),
    ]
    return tuple(
        Assumption(id=i, label=label, value=v, low=lo, high=hi, unit=unit, basis=basis, source=source)  # type: ignore[arg-type]
        for i, label, v, lo, hi, unit, basis, source in rows
    )


def make_simulation(saving: float, managed: tuple[float, ...], owned: tuple[float, ...]) -> Simulation:
    """A simulation shaped like a bell round the saving, with bands of 20 and 30 percent round the options."""
    spread = 150_000.0
    edges = [saving + spread * (k - 10) / 3 for k in range(21)]
    counts = [
        round(10_000 * math.exp(-(((a + b) / 2 - saving) ** 2) / (2 * spread**2)) * (b - a) / (spread * math.sqrt(2 * math.pi)))
        for a, b in itertools.pairwise(edges)
    ]
    band = {}
    for key, monthly, share in (("managed", managed, 0.30), ("owned", owned, 0.20)):
        cumulative = [math.fsum(monthly[: m + 1]) for m in range(MONTHS)]
        band[key] = {p: tuple(c * f for c in cumulative) for p, f in (("p10", 1 - share), ("p50", 1.0), ("p90", 1 + share))}
    return Simulation(
        draws=10_000,
        seed=1,
        p10=saving - 1.2816 * spread,
        p50=saving,
        p90=saving + 1.2816 * spread,
        mean=saving,
        probability_owned_cheaper=0.5 * (1 + math.erf(saving / spread / math.sqrt(2))),
        standard_error=0.004,
        probability_by_month=tuple(min(0.95, 0.02 * m) for m in range(MONTHS)),
        evpi=12_500.0,
        band=band,
        histogram=tuple((a, b, c) for a, b, c in zip(edges, edges[1:], counts, strict=False)),
    )


def make_cost(*, simulated: bool = True) -> CostStudy:
    """Managed against owned over 36 months; owned pays for its building in the first six."""
    growth = [1.01**m for m in range(MONTHS)]
    managed = make_option(
        "managed",
        "managed",
        "Claude Managed Agents",
        {
            "tokens": tuple(21_000 * g for g in growth),
            "runtime_hours": tuple(3_900 * g for g in growth),
            "observability": (1_400.0,) * MONTHS,
            "people": (6_900.0,) * MONTHS,
            "storage": (35.0,) * MONTHS,
        },
    )
    owned = make_option(
        "owned",
        "owned",
        "Own orchestration",
        {
            "tokens": tuple(13_500 * g for g in growth),
            "workflow_engine": (1_100.0,) * MONTHS,
            "database": (420.0,) * MONTHS,
            "sandbox_compute": tuple(900 * g for g in growth),
            "observability": (1_400.0,) * MONTHS,
            "people": (8_250.0,) * MONTHS,
            "build": (26_000.0,) * 6 + (0.0,) * (MONTHS - 6),
        },
    )
    saving = managed.npv - owned.npv
    difference = [m - o for m, o in zip(managed.monthly, owned.monthly, strict=True)]
    cumulative = [math.fsum(difference[: m + 1]) for m in range(MONTHS)]
    payback = next(m + 1 for m, c in enumerate(cumulative) if c >= 0)
    bars = [
        ("claims.sessions_per_month", -90_000, 420_000),
        ("claims.tokens_in", -40_000, 350_000),
        ("owned.build_days", 200_000, -30_000),
        ("owned.run_share", 190_000, 10_000),
        ("people.engineer_year", 170_000, 70_000),
        ("claims.active_minutes", 100_000, 180_000),
        ("finance.discount_rate", 135_000, 110_000),
    ]
    inputs = {a.id: a for a in make_assumptions()}
    return CostStudy(
        as_of=AS_OF,
        currency="USD",
        horizon_months=MONTHS,
        discounting="mid",
        scenario="base",
        assumptions=make_assumptions(),
        prices=(
            PriceUsed(
                assumption="price.anthropic.managed_agents.session_hours",
                product="anthropic.managed_agents",
                meter="session_hours",
                unit="session-hour",
                unit_price="0.08",
                currency="USD",
                effective_from=date(2026, 4, 8),
                checked_on=date(2026, 11, 20),
                source="https://example.com/pricing",
                title="Price list",
                confidence="vendor page",
            ),
            PriceUsed(
                assumption="price.owned.sandbox.vcpu_hours",
                product="owned.sandbox",
                meter="vcpu_hours",
                unit="vCPU-hour",
                unit_price="0.045",
                currency="USD",
                effective_from=None,
                checked_on=None,
                source="order form",
                confidence="unverified",
            ),
        ),
        options={"managed": managed, "owned": owned},
        comparison=Comparison(
            from_="managed",
            to="owned",
            saving_npv=saving,
            saving_total=managed.total - owned.total,
            payback_month=payback,
            discounted_payback_month=payback + 1,
            sustained_payback_month=payback,
            irr_annual=0.62,
            break_even_sessions=(27_400.0,),
        ),
        tornado=tuple(
            TornadoBar(
                id=i, label=inputs[i].label, low=low, high=high, input_low=inputs[i].low, input_high=inputs[i].high, unit=inputs[i].unit
            )
            for i, low, high in bars
        ),
        simulation=make_simulation(saving, managed.monthly, owned.monthly) if simulated else None,
        regret=Regret(
            scenarios=("base", "growth"),
            npv={"managed": (1.1e6, 2.3e6), "owned": (0.98e6, 1.6e6)},
            regret={"managed": (0.12e6, 0.7e6), "owned": (0.0, 0.0)},
        ),
        warnings=("2 of 8 inputs are placeholders nobody has looked at yet.",),
    )


def make_runtime(id: str = "anthropic.managed_agents", name: str = "Claude Managed Agents", **changes: Any) -> Runtime:
    """A runtime with two documented facts, one of them unverified."""
    source = Source(url="https://example.com/docs/sessions", title="Sessions", checked_on=date(2026, 11, 20))
    fields: dict[str, Any] = {
        "id": id,
        "name": name,
        "vendor": "Anthropic",
        "kind": "managed_runtime",
        "status": "beta since 2026-04-08",
        "summary": "Runs the agent loop, its sandbox and its memory for you.",
        "price_product": id,
        "facts": (
            Fact(
                question="state", statement="Sessions are kept by the vendor until they are deleted.", evidence="vendor_doc", source=source
            ),
            Fact(question="retry", statement="Failed model calls are repeated by the runtime.", evidence="unverified", source=source),
        ),
    }
    return Runtime(**(fields | changes))


def make_study(**changes: Any) -> Study:
    """The study; keyword arguments replace its fields."""
    fields: dict[str, Any] = {
        "tool_version": "0.1.0",
        "as_of": AS_OF,
        "seed": 1,
        "repository_name": "northwind-claims",
        "config": Config(
            study=StudyConfig(title="Agent orchestration assessment", client="Northwind Claims (example)", author="Platform team"),
            team=TeamConfig(engineers=4, on_call=True),
            workflows=(
                WorkflowConfig(
                    id="claims",
                    name="Claims triage",
                    paths=("services/claims/**",),
                    criticality=("customer-facing", "compliance-sensitive"),
                    outcome="a claim sorted",
                ),
                WorkflowConfig(
                    id="research",
                    name="Research assistant",
                    paths=("services/research/**",),
                    criticality=("internal",),
                    outcome="a summary read",
                ),
            ),
            options=(
                OptionConfig(id="managed", kind="managed", product="anthropic.managed_agents"),
                OptionConfig(id="owned", kind="owned"),
            ),
        ),
        "config_is_default": False,
        "audit": make_audit(),
        "runtimes": (make_runtime(),),
        "answers": (
            Answered(
                questionnaire="four-questions",
                question="state",
                text="Where is session state stored?",
                choice="own_database",
                label="In our own database",
                by="Dana",
                on=date(2026, 11, 2),
                note="Table sessions.",
            ),
        ),
        "cost": make_cost(),
        "digests": {"config": "c" * 64, "price_book": "d" * 64, "runtimes": "e" * 64},
    }
    return Study(**(fields | changes))


def bare_study(**changes: Any) -> Study:
    """A study without anything to tell: no place found, no option priced, nobody asked."""
    nothing = {"options": {}, "comparison": None, "tornado": (), "regret": None, "prices": (), "assumptions": (), "warnings": ()}
    empty = make_cost(simulated=False).model_copy(update=nothing)
    return make_study(**{"cost": empty, "audit": make_audit(()), "runtimes": (), "answers": (), "digests": {}, **changes})


OFFICE_HOSTILE = ((*HOSTILE, "שלום\u202eabc", "_x0041_ &amp; \x00\x0b\ud800"), ("x" * 40_000,))
"""Texts for office files: with marks of every format, and one that is long."""


def hostile_study(texts: Sequence[str], **changes: Any) -> Study:
    """A study whose places, workflows and title are such texts."""
    text = " ".join(texts)
    audit = make_audit(tuple(make_site(n, file=t, snippet=t, what=t) for n, t in enumerate(texts)))
    named = zip(audit.workflows, (texts[0], texts[-1]), strict=True)
    audit = audit.model_copy(update={"workflows": tuple(w.model_copy(update={"name": t}) for w, t in named)})
    config = Config(
        study=StudyConfig(title=text, client=text, author=text), report=ReportConfig(confidentiality=text[:300].replace("\ud800", ""))
    )
    return make_study(**{"config": config, "audit": audit, "repository_name": text, **changes})
