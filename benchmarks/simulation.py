"""Simulation of 3 options over 36 months: the engine against NumPy written by hand for this one model, as a ratio; and peak memory.

The hand-written model has every factor pulled out that can be, the way someone would write it who knows the model will never change. Both
get the same draws, in the same chunks, and both results are compared before any time is taken. Run: python benchmarks/simulation.py
[draws]. `cost` start-up is measured as well, against importing numpy, pandas, typer and pydantic.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from typing import Any

import numpy as np

from lockin_audit.core.config import Config
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.correlation import copula_of
from lockin_audit.finance.evaluate import evaluate_arrays
from lockin_audit.finance.simulate import CHUNK, Draws, simulate
from lockin_audit.prices.book import load_book

CONFIG = Config.model_validate(
    {
        "option": [
            {"id": "managed", "kind": "managed", "product": "anthropic.managed_agents"},
            {"id": "core", "kind": "managed", "product": "aws.agentcore_runtime"},
            {"id": "owned", "kind": "owned"},
        ]
    }
)
MONTHS = np.arange(1, 37.0)[:, None]
GOAL_RATIO, GOAL_MEMORY, GOAL_START = 1.5, 1024, 3.0


def by_hand(v: dict[str, Any]) -> dict[str, Any]:
    """The same model, for one workflow: managed, core and owned."""
    w = {key.removeprefix("repository."): value for key, value in v.items() if key.startswith("repository.")}
    years = (MONTHS - 1) / 12
    sessions = w["sessions_per_month"] * v["volume.scale"] * (1 + w["growth_per_month"]) ** (MONTHS - 1)
    wage, token, service = ((1 + v[key]) ** years for key in _INDICES)
    discount = (1 + v["finance.discount_rate"]) ** ((0.5 - MONTHS) / 12)
    f, retries = w["failure_rate"], w["max_retries"]
    final = f ** (retries + 1)
    work = 1 + w["failed_attempt_share"] * ((1 - final) / (1 - f) - 1)
    n, p, d = w["steps"], w["prefix_tokens"], w["appended_tokens"] + w["output_tokens"]
    inputs = n * p + d * n * (n - 1) / 2
    writes = w["cached_share"] * (p + d * (n - 1) + w["cache_expiry_share"] * (n - 1) * (p + d * (n - 2) / 2))
    price = "price.anthropic.claude-sonnet-5."
    attempt = (
        (1 - w["cached_share"]) * inputs * v[price + "input_tokens"]
        + writes * v[price + "cache_write_5m_tokens"]
        + (w["cached_share"] * inputs - writes) * v[price + "cache_read_tokens"]
        + n * w["output_tokens"] * v[price + "output_tokens"]
    ) / 1e6
    tokens = attempt * w["multi_agent_factor"] * work
    day = v["people.engineer_year"] / v["people.days_per_year"]
    people = (w["review_share"] * w["review_minutes"] + final * w["failure_minutes"]) / 60 * v["people.reviewer_hour"]
    sessions_token, sessions_service, sessions_wage = sessions * token, sessions * service, sessions * wage * people

    def running(o: str, each: Any, month: Any, plan: Any) -> tuple[Any, Any]:
        each = each + v[f"{o}.trace_units_per_session"] * v["price.langfuse.cloud.units"] / 1e5
        volume = sessions_token * (tokens * (1 - v[f"{o}.routing_access"] * v["routing.saving"])) + sessions_service * each + sessions_wage
        staff = (v[f"{o}.run_fte"] + v[f"{o}.on_call_fte"]) * v["people.engineer_year"] / 12
        incident = v[f"{o}.incident_days"] * day + v[f"{o}.affected_cases"] * v["people.case_cost"]
        staff = staff + v[f"{o}.incidents_per_year"] / 12 * incident + v[f"{o}.swap_days"] * day / v["market.model_life_months"]
        month = month + v[f"{o}.observability_per_month"] + v[f"{o}.support_per_month"]
        return volume, wage * staff + service * month + plan

    def platform(o: str, each: Any) -> tuple[Any, Any]:
        volume, fixed = running(o, each, 0.0, 0.0)
        end = np.where(v["market.vendor_exit_month"] == MONTHS, v[f"{o}.exit_days"] * day * wage, 0.0)
        return volume, fixed + end if v["market.vendor_exit_month"] else fixed

    searches, hours, idle = work * w["web_searches"], work * w["active_hours"], work * w["idle_hours"]
    managed = platform(
        "managed", hours * v["price.anthropic.managed_agents.session_hours"] + searches * v["price.anthropic.managed_agents.web_searches"]
    )
    held = (hours + v["core.idle_held"] * idle) * v["core.memory_gib"] * v["price.aws.agentcore_runtime.gb_hours"]
    used = hours * (1 - v["core.io_wait_share"]) * v["core.vcpus"] * v["price.aws.agentcore_runtime.vcpu_hours"]
    core = platform("core", used + held + searches * v["price.aws.agentcore_web_search.queries"])
    action = v["price.temporal.cloud.actions"] / 1e6 * (1 - v["owned.engine_self_hosted"])
    hour = v["owned.vcpus"] * v["price.e2b.sandbox.vcpu_seconds"] + v["owned.memory_gib"] * v["price.e2b.sandbox.gib_seconds"]
    each = work * (v["owned.actions_per_session"] + v["owned.actions_per_step"] * n) * action
    each = each + (hours + v["owned.idle_held"] * idle) * hour / v["owned.utilisation"] + searches * v["price.anthropic.api.web_searches"]
    servers = v["owned.database_servers"] * v["price.microsoft.postgresql.server_hours"] * v["calendar.hours_per_month"]
    month = (servers + v["owned.gateway_per_month"] + v["owned.hosting_per_month"]) * v["owned.environments"]
    plan = v["owned.engine_host_per_month"] if v["owned.engine_self_hosted"] > 0 else v["owned.engine_plan_per_month"]
    volume, fixed = running("owned", each, month + plan, 0.0)
    clock = np.maximum(0, MONTHS - v["owned.defer_months"])
    live = np.clip(clock - v["owned.build_months"], 0, 1)
    span = np.maximum(1, v["owned.build_months"])
    effort = np.diff(np.minimum(clock, span), axis=0, prepend=0) / span
    overlap = np.clip(v["owned.build_months"] + v["owned.dual_months"] - clock + 1, 0, 1)
    share = np.maximum(1 - live, v["owned.dual_share"] * overlap)
    build = (v["owned.build_days"] + v["owned.migration_days"]) * day
    now = managed[0] + managed[1]
    costs = {"managed": now, "core": core[0] + core[1], "owned": (volume + fixed) * live + build * wage * effort + now * share}
    done: dict[str, Any] = {}
    for id, cost in costs.items():
        done[f"{id}.cumulative"] = np.cumsum(cost, axis=0)
        done[f"{id}.npv"] = (cost * discount).sum(axis=0)
    done["saving.paid_back"] = done["managed.cumulative"] - done["owned.cumulative"] > -0.01
    return done


_INDICES = ("people.wage_inflation", "market.token_price_change", "market.service_price_change")


def seconds(command: list[str], runs: int = 5) -> float:
    """Median processor time of a command and its children, after one warm-up."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True, cwd=folder, env=os.environ)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times[1:])


def main(draws: int) -> int:
    """Measure; 1 where a goal is missed."""
    model = build_model(CONFIG, resolve_assumptions(CONFIG, None, load_book(), date(2026, 11, 21)).assumptions)
    copula = copula_of(CONFIG, model)
    targets = {"saving.paid_back", *(f"{o.id}.{key}" for o in model.options for key in ("npv", "cumulative"))}
    stream = Draws(model.assumptions, 1, copula)
    first = stream.take(CHUNK)
    ours, theirs = evaluate_arrays(model, first, targets), by_hand(first)
    for id in targets:
        np.testing.assert_allclose(ours[id], np.broadcast_to(theirs[id], ours[id].shape), rtol=1e-9, atol=1e-6, err_msg=id)
    taken = {"draws": 0.0, "engine": 0.0, "hand": 0.0}
    for _ in range(0, draws, CHUNK):
        marks = [time.process_time()]
        values = stream.take(CHUNK)
        marks.append(time.process_time())
        evaluate_arrays(model, values, targets)
        marks.append(time.process_time())
        by_hand(values)
        marks.append(time.process_time())
        for key, begin, end in zip(taken, marks, marks[1:], strict=False):
            taken[key] += end - begin
    engine = (taken["draws"] + taken["engine"]) / (taken["draws"] + taken["hand"])
    begin = time.process_time()
    simulate(model, model.assumptions, draws=draws, seed=1, copula=copula)
    whole = time.process_time() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = seconds([sys.executable, "-m", "lockin_audit", "cost", "--draws", "20000"]) / seconds(
        [sys.executable, "-c", "import numpy, pandas, typer, pydantic"]
    )
    out = sys.stdout.write
    out(f"{draws:,} draws x 36 months x 3 options\n")
    out(f"drawing {taken['draws']:.1f} s, engine {taken['engine']:.1f} s, by hand {taken['hand']:.1f} s; whole simulation {whole:.1f} s\n")
    out(f"engine / by hand, drawing included = {engine:.2f} (goal: at most {GOAL_RATIO}); ")
    out(f"without drawing {taken['engine'] / taken['hand']:.2f}\n")
    out(f"peak memory {memory} MiB (goal: under {GOAL_MEMORY})\n")
    out(f"cost --draws 20000 / importing numpy, pandas, typer, pydantic = {start:.2f} (goal: at most {GOAL_START})\n")
    return int(engine > GOAL_RATIO or memory >= GOAL_MEMORY or start > GOAL_START)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
