"""What an option costs each month. Where both kinds have a thing they use the same line, so that neither gets a lever the other lacks."""

from __future__ import annotations

from lockin_audit.finance.lines.declared import Declared, by_volume, fixed, monthly, once

_HOUR = once(
    "cache_write_1h_cost", "Cache writes kept for an hour", "USD/session", "w.cache_writes_1h * price.cache_write_1h_tokens / 1000000"
)


def token_cost(*, hour: bool) -> tuple[Declared, ...]:
    """Tokens of one session, per option and workflow, before routing; with cache writes kept for an hour where those were measured."""
    classes = ["uncached", "cache_write", *(["cache_write_1h"] if hour else []), "cache_read", "output"]
    return (
        once("uncached_cost", "Input without cache", "USD/session", "w.uncached * price.input_tokens / 1000000"),
        once("cache_write_cost", "Cache writes", "USD/session", "w.cache_writes * price.cache_write_5m_tokens / 1000000"),
        *([_HOUR] if hour else []),
        once("cache_read_cost", "Cache reads", "USD/session", "w.cache_reads * price.cache_read_tokens / 1000000"),
        once("output_cost", "Output", "USD/session", "w.output_total * price.output_tokens / 1000000"),
        once("attempt_tokens_cost", "Tokens of one attempt", "USD/session", f"sum({', '.join(f'ow.{c}_cost' for c in classes)})"),
        once("token_cost", "Tokens per session", "USD/session", "ow.attempt_tokens_cost * w.multi_agent_factor * w.work_factor"),
    )


TOKENS_BY_WORKFLOW = monthly("tokens", "Tokens", "money", "w.sessions * ow.token_cost * token_price_index")
TOKENS = by_volume("tokens", "Model tokens", "sum(all.tokens) * (1 - o.routing_access * routing.saving) * o.live")
SEARCH_BY_WORKFLOW = monthly("web_search", "Web searches", "USD", "w.sessions * w.work_factor * w.web_searches * price.web_search")
SEARCH = by_volume("web_search", "Web searches", "sum(all.web_search) * service_price_index * o.live")

PEOPLE_BY_WORKFLOW: tuple[Declared, ...] = (
    monthly("review", "Human review", "money", "w.sessions * w.review_share * w.review_minutes / 60 * people.reviewer_hour"),
    monthly("failures", "Failed sessions", "money", "w.sessions * w.final_failure * w.failure_minutes / 60 * people.reviewer_hour"),
)
COMMON_ONCE: tuple[Declared, ...] = (
    once("trace_cost", "Traces per session", "USD/session", "o.trace_units_per_session * price.trace_units / 100000"),
)
TRACES = by_volume("traces", "Traces", "sum(workflows.sessions) * o.trace_cost * service_price_index * o.live")
PEOPLE: tuple[Declared, ...] = (
    by_volume("review", "Human review", "sum(all.review) * wage_index * o.live"),
    by_volume("failures", "Handling failed sessions", "sum(all.failures) * wage_index * o.live"),
)
OBSERVABILITY = fixed("observability", "Observability, base", "o.observability_per_month * service_price_index * o.live")
SUPPORT = fixed("support", "Vendor support plans", "o.support_per_month * service_price_index * o.live")
EVENTS: tuple[Declared, ...] = (
    fixed("incidents", "Incidents", "o.incidents_per_year / 12 * o.incident_cost * wage_index * o.live"),
    fixed("model_swaps", "Forced changes of model", "o.swap_days * engineer_day * wage_index / market.model_life_months * o.live"),
)

HYBRID_START: tuple[Declared, ...] = (monthly("live", "Share of the month in service", "share", "1"),)
MANAGED_START: tuple[Declared, ...] = (monthly("live", "Share of the month in service", "share", "1"),)
PORTABLE: tuple[Declared, ...] = (
    fixed("portability", "Making the specification portable", "if_(month == 1, o.portable_days, 0) * engineer_day * wage_index"),
    fixed("portability_upkeep", "Keeping it portable", "o.portable_fte * people.engineer_year / 12 * wage_index * o.live"),
)
"""What it takes to hold prompts, tools and state in a form of one's own while the vendor runs them."""
PORTABLE_FORCED_EXIT = fixed(
    "forced_exit",
    "Vendor ends the product",
    "if_(month == market.vendor_exit_month, o.exit_days, 0) * (1 - o.portable_saves) * engineer_day * wage_index",
)
FORCED_EXIT = fixed(
    "forced_exit", "Vendor ends the product", "if_(month == market.vendor_exit_month, o.exit_days, 0) * engineer_day * wage_index"
)


CREDITS_BY_WORKFLOW = monthly("credits", "Credits", "credits", "w.sessions * w.work_factor * w.credits_per_session")
CREDITS: tuple[Declared, ...] = (
    monthly("credits", "Credits, all workflows", "credits", "sum(all.credits)"),
    monthly("packs", "Packs needed", "packs", "ceil(o.credits / o.credits_per_pack)"),
    monthly("pack_cost", "Credits bought in packs", "USD", "o.packs * price.credit_packs"),
    monthly("meter_cost", "Credits paid as used", "USD", "o.credits * price.credits"),
    monthly("chosen_cost", "Credits under the chosen plan", "USD", "if_(o.credit_plan < 1.5, o.pack_cost, o.meter_cost)"),
    monthly("best_cost", "Credits under the cheaper plan", "USD", "min(o.pack_cost, o.meter_cost)"),
    by_volume("platform_credits", "Copilot credits", "if_(o.credit_plan < 0.5, o.best_cost, o.chosen_cost) * service_price_index * o.live"),
)
"""Packs are whole and their rest expires each month; plan 0 takes the cheaper of packs and pay-as-you-go, 1 packs, 2 pay-as-you-go."""

OWNED_START: tuple[Declared, ...] = (
    once("build_span", "Months over which it is built", "months", "max(1, o.build_months)"),
    monthly("clock", "Months since the work began", "months", "max(0, month - o.defer_months)"),
    monthly("live", "Share of the month in service", "share", "min(1, max(0, o.clock - o.build_months))"),
    monthly("worked", "Months of building done", "months", "min(o.clock, o.build_span)"),
    monthly("effort", "Share of the building done in the month", "share", "(o.worked - prev(o.worked)) / o.build_span"),
    monthly("overlap", "Share of the month with both running", "share", "min(1, max(0, o.build_months + o.dual_months - o.clock + 1))"),
    monthly("current_share", "Part of today's platform still paid", "share", "max(1 - o.live, o.dual_share * o.overlap)"),
)
"""Until the owned stack is in service the agents run, and are paid for, where they run today."""
OWNED_BY_WORKFLOW: tuple[Declared, ...] = (
    monthly(
        "actions", "Workflow actions", "actions", "w.sessions * w.work_factor * (o.actions_per_session + o.actions_per_step * w.steps)"
    ),
    monthly("sandbox_hours", "Sandbox hours", "hours", "w.sessions * w.work_factor * (w.active_hours + o.idle_held * w.idle_hours)"),
)
OWNED_ONCE: tuple[Declared, ...] = (
    once("action_cost", "One workflow action", "USD/action", "price.actions / 1000000 * (1 - o.engine_self_hosted)"),
    once(
        "engine_fee",
        "Machines or plan of the workflow engine",
        "USD/month",
        "if_(o.engine_self_hosted > 0, o.engine_host_per_month, o.engine_plan_per_month)",
    ),
    once(
        "database_month", "Database of one environment", "USD/month", "o.database_servers * price.database_hours * calendar.hours_per_month"
    ),
    once("sandbox_processors", "Processors of a sandbox", "USD/hour", "o.vcpus * price.vcpu"),
    once("sandbox_memory", "Memory of a sandbox", "USD/hour", "o.memory_gib * price.memory"),
    once("sandbox_hour", "Sandbox, per hour in use", "USD/hour", "(o.sandbox_processors + o.sandbox_memory) / o.utilisation"),
)
ENGINE = by_volume("engine", "Workflow engine, usage", "sum(all.actions) * o.action_cost * service_price_index * o.live")
OWNED: tuple[Declared, ...] = (
    fixed("engine_base", "Workflow engine, base", "o.engine_fee * service_price_index * o.live"),
    by_volume("sandbox", "Sandbox compute", "sum(all.sandbox_hours) * o.sandbox_hour * service_price_index * o.live"),
    fixed("database", "Database", "o.database_month * o.environments * service_price_index * o.live"),
    fixed("gateway", "Model gateway", "o.gateway_per_month * o.environments * service_price_index * o.live"),
    fixed("hosting", "Other hosting", "o.hosting_per_month * o.environments * service_price_index * o.live"),
)
OWNED_ONE_OFF: tuple[Declared, ...] = (
    fixed("build", "Building it", "o.build_days * engineer_day * wage_index * o.effort"),
    fixed("migration", "Moving the workflows", "o.migration_days * engineer_day * wage_index * o.effort"),
)
CURRENT: tuple[Declared, ...] = (
    fixed("current_fixed", "Today's platform until the move, fixed", "current.cost_fixed * o.current_share"),
    by_volume("current_volume", "Today's platform until the move, usage", "current.cost_volume * o.current_share"),
)

EXIT_WORK = monthly("exit_work", "Work to leave in that month", "days", "o.exit_days * o.exit_factor")
PORTABLE_EXIT_WORK = monthly("exit_work", "Work to leave in that month", "days", "o.exit_days * o.exit_factor * (1 - o.portable_saves)")


def exit_factor(*, measured: bool) -> Declared:
    """X(t) = X0 + (X∞ − X0)(1 − e^(−t/τ)), with X∞ as a multiple of today's X0; the curve is assumed until a history of audits gives it."""
    return monthly(
        "exit_factor",
        f"Effort to leave against today ({'a curve fitted to earlier audits' if measured else 'an assumed curve'})",
        "factor",
        "1 + (o.lockin_ceiling - 1) * (1 - exp(-month / o.lockin_months))",
    )


EXIT_COST = monthly("exit_cost", "Cost of leaving in that month (memo)", "money", "o.exit_work * engineer_day * wage_index", kind="memo")
SWITCH_LEAVES = monthly("switch_days", "Work to use another vendor's model: leaving", "days", "max(o.exit_work, o.swap_days)")
"""A platform that runs one vendor's models must be left."""
SWITCH_SWAPS = monthly("switch_days", "Work to use another vendor's model: changing the model", "days", "o.swap_days")
SWITCH = monthly(
    "switch_cost",
    "Cost of using another vendor's model in that month (memo)",
    "money",
    "o.switch_days * engineer_day * wage_index",
    kind="memo",
)

STILL_MANAGED = monthly("sessions", "Sessions still on the platform", "sessions", "w.sessions * moved.current_share")
"""Of a workflow that leaves the managed part of a hybrid: sessions the owned part does not run yet, or both run."""
HYBRID_LEAVING: tuple[Declared, ...] = (
    monthly("exit_work", EXIT_WORK.label, "days", "sum(parts.exit_work)"),
    monthly("switch_days", "Work to use another vendor's model", "days", "sum(parts.switch_days)"),
)
"""Leaving a hybrid is leaving both its parts."""

SUBTOTALS: tuple[Declared, ...] = (
    monthly("sessions", "Sessions", "sessions", "sum(workflows.sessions)", kind="memo"),
    monthly("outcomes", "Accepted outcomes", "outcomes", "sum(workflows.outcomes)", kind="memo"),
    monthly("cost_fixed", "Fixed cost", "money", "sum(fixed.costs)", kind="subtotal"),
    monthly("cost_volume", "Cost that follows volume", "money", "sum(volume.costs)", kind="subtotal"),
    monthly("cost", "Cost of the month", "money", "o.cost_fixed + o.cost_volume", kind="subtotal"),
    monthly("cumulative", "Cost so far", "money", "prev(o.cumulative) + o.cost", kind="subtotal"),
)
