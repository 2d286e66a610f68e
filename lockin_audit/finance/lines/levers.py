"""Drivers that are laid out only where somebody has set one of their inputs; left alone, each would change nothing.

A lever is switched on for the whole study, so that every option that can have it has it. Only season, measured tokens and summaries of the
context belong to single workflows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lockin_audit.finance.lines.declared import Declared, by_volume, fixed, monthly, once

OF_WORKFLOWS: Mapping[str, tuple[str, ...]] = {
    "season": ("busy_factor", "busy_from", "busy_months"),
    "measured": (
        "measured_input_tokens", "measured_cache_write_tokens", "measured_cache_write_1h_tokens", "measured_cache_read_tokens",
        "measured_output_tokens",
    ),
    "measured_1h": ("measured_cache_write_1h_tokens",),
    "compaction": ("compaction_tokens", "summary_tokens"),
}  # fmt: skip
"""Lever → inputs, after the id of the workflow, any of which switches it on for that workflow."""
OF_STUDY: Mapping[str, tuple[str, ...]] = {
    "escalation": ("escalation_share", "escalation_minutes"),
    "routing": (
        "routing.share", "routing.price_ratio", "routing.redone_share", "routing.steps_per_switch", "routing.cold_share",
        "routing.router_cost",
    ),
    "seats": ("seat_users", "seat_price"),
    "storage": ("state_gb_per_session", "state_months", "storage_price"),
    "support_share": ("support_share",),
    "plan_share": ("engine_plan_share",),
    "upgrades": ("upgrade_days_per_year",),
    "on_call_floor": ("on_call_floor",),
    "upkeep": ("upkeep_share",),
    "detection": ("detection_days", "volume.affected_share"),
    "charges": ("incident_charges",),
}  # fmt: skip
"""Lever → inputs, whole or after the id of a workflow or option, any of which switches it on for all."""


@dataclass(frozen=True, slots=True)
class Levers:
    """Which levers a study has."""

    study: frozenset[str] = frozenset()
    workflows: Mapping[str, frozenset[str]] | None = None

    def of(self, workflow: str) -> frozenset[str]:
        """Levers of one workflow."""
        return (self.workflows or {}).get(workflow, frozenset())


def levers(workflows: Iterable[str], ids: Collection[str]) -> Levers:
    """The levers that a set of assumption ids switches on."""
    ends = {id.rpartition(".")[2] for id in ids} | set(ids)
    single = {w: frozenset(k for k, keys in OF_WORKFLOWS.items() if any(f"{w}.{key}" in ids for key in keys)) for w in workflows}
    return Levers(frozenset(key for key, inputs in OF_STUDY.items() if ends.intersection(inputs)), single)


ESCALATIONS_BY_WORKFLOW = monthly(
    "escalations", "Escalations", "money", "w.sessions * w.escalation_share * w.escalation_minutes / 60 * people.specialist_hour"
)
ESCALATIONS = by_volume("escalations", "Escalations to a specialist", "sum(all.escalations) * wage_index * o.live")
SEATS = fixed("user_seats", "Seats of users", "o.seat_users * o.seat_price * service_price_index * o.live")
STORAGE: tuple[Declared, ...] = (
    monthly("state_kept", "Months of state held by then", "months", "min(month, o.state_months)"),
    monthly(
        "state_held",
        "State held, at the volume of the month",
        "GB-months",
        "sum(workflows.sessions) * o.state_gb_per_session * o.state_kept",
    ),
    by_volume("storage", "Storage of state and records", "o.state_held * o.storage_price * service_price_index * o.live"),
)
UPGRADES = fixed("upgrades", "Upgrades of frameworks and engines", "o.upgrade_days_per_year / 12 * engineer_day * wage_index * o.live")

SPEND: tuple[Declared, ...] = (
    monthly("spend_fixed", "Vendors' bills, fixed", "money", "sum(0, fixed.costs)"),
    monthly("spend_volume", "Vendors' bills, by use", "money", "sum(0, volume.costs)"),
    monthly("support_least", "Support plans, least", "money", "o.support_per_month * service_price_index * o.live"),
)
SUPPORT_SHARE: tuple[Declared, ...] = (
    fixed("support", "Vendor support plans", "max(o.support_least, o.support_share * o.spend_fixed)"),
    by_volume(
        "support_use", "Vendor support plans, share of use", "max(0, o.support_share * (o.spend_fixed + o.spend_volume) - o.support)"
    ),
)
"""Together the greater of the least fee and a share of all vendors' bills, split into what is due without use and what is not."""
PLAN_SHARE = by_volume(
    "engine_plan_use", "Workflow engine, plan fee beyond its least", "max(0, o.engine_plan_share * o.engine - o.engine_base)"
)
"""The plan's fee is the greater of a least fee and a share of use."""
ON_CALL_FLOOR: tuple[Declared, ...] = (once("on_call_staff", "Engineers on call", "FTE", "max(o.on_call_fte, o.on_call_floor)"),)
UPKEEP: tuple[Declared, ...] = (
    once("upkeep_fte", "Upkeep as a share of what was built", "FTE", "o.upkeep_share * o.build_days / people.days_per_year"),
    once("run_staff", "Engineers who run it, at least the upkeep", "FTE", "max(o.run_fte, o.upkeep_fte)"),
)
DETECTION: tuple[Declared, ...] = (
    monthly(
        "affected",
        "Cases to put right after one incident",
        "cases/incident",
        "sum(workflows.sessions) / calendar.days_per_month * o.detection_days * volume.affected_share",
    ),
    by_volume(
        "incident_cases",
        "Cases put right after incidents",
        "o.incidents_per_year / 12 * o.affected * people.case_cost * wage_index * o.live",
    ),
)
"""Cases handled wrongly until an incident is noticed; takes the place of a stated number of cases."""


def incident_cost(found: Levers) -> Declared:
    """Cost of one incident: work to find and explain it, cases, and what is owed for it."""
    cases = "" if "detection" in found.study else " + o.affected_cases * people.case_cost"
    charges = " + o.incident_charges" if "charges" in found.study else ""
    return once("incident_cost", "Cost of one incident", "money/incident", f"o.incident_days * engineer_day{cases}{charges}")


def staff(found: Levers, *, owned: bool) -> tuple[Declared, ...]:
    """Who runs it and who is on call."""
    run = "o.run_staff" if owned and "upkeep" in found.study else "o.run_fte"
    call = "o.on_call_staff" if "on_call_floor" in found.study else "o.on_call_fte"
    return (
        fixed("run_people", "People who run it", f"{run} * people.engineer_year / 12 * wage_index * o.live"),
        fixed("on_call", "On-call", f"{call} * people.engineer_year / 12 * wage_index * o.live"),
    )
