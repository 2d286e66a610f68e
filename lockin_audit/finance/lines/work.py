"""Time, volume, and the work of one session: what every option shares."""

from __future__ import annotations

from lockin_audit.finance.lines.declared import Declared, monthly, once
from lockin_audit.finance.slots import exchange_id

DISCOUNT = {
    "mid": "(1 + finance.discount_rate) ** ((0.5 - month) / 12)",
    "end": "(1 + finance.discount_rate) ** (-month / 12)",
    "annual-end": "(1 + finance.discount_rate) ** -ceil(month / 12)",
}
"""Present value of one unit of money, by where in its period a cash flow falls (middle of the month, its end, the end of its year)."""


def time(discounting: str, currency: str = "USD") -> tuple[Declared, ...]:
    """Months, discounting and price indices; what vendors charge in dollars is converted here, once, at a rate held flat."""
    exchange = "" if currency == "USD" else f" * {exchange_id(currency)}"
    per = f", in {currency} for a dollar" if exchange else ""
    return (
        monthly("month", "Month", "month", "prev(month) + 1"),
        monthly("years", "Years since month 1", "years", "(month - 1) / 12"),
        monthly("discount", f"Discount factor ({discounting} convention)", "factor", DISCOUNT[discounting]),
        monthly("wage_index", "Wages against month 1", "factor", "(1 + people.wage_inflation) ** years"),
        monthly("token_price_index", f"Token prices against month 1{per}", "factor", f"(1 + market.token_price_change) ** years{exchange}"),
        monthly(
            "service_price_index",
            f"Service prices against month 1{per}",
            "factor",
            f"(1 + market.service_price_change) ** years{exchange}",
        ),
        once("engineer_day", "Engineer, full cost per day", "money/day", "people.engineer_year / people.days_per_year"),
    )


def _stretch(start: str, steps: str) -> str:
    """Input of steps whose context grows from a start."""
    return f"{steps} * ({start} + w.step_growth * ({steps} - 1) / 2)"


def _kept(start: str, steps: str) -> str:
    """What all steps of such a stretch but its first find in the cache."""
    return f"({steps} - 1) * ({start} + w.step_growth * ({steps} - 2) / 2)"


SESSION: tuple[Declared, ...] = (
    # Truncated geometric number of attempts: 1 + f + f² … + f^R.
    once("attempts", "Attempts per session", "attempts/session", "(1 - w.failure_rate ** (w.max_retries + 1)) / (1 - w.failure_rate)"),
    once("work_factor", "Work with repeated attempts", "factor", "1 + w.failed_attempt_share * (w.attempts - 1)"),
    once("final_failure", "Sessions that fail in the end", "share", "w.failure_rate ** (w.max_retries + 1)"),
)
_STEP_GROWTH = once("step_growth", "Context added per step", "tokens/step", "w.appended_tokens + w.output_tokens")
_BY_CACHE: tuple[Declared, ...] = (
    once("uncached", "Input without cache", "tokens/session", "(1 - w.cached_share) * w.input_total"),
    once("cache_writes", "Cache writes", "tokens/session", "w.cached_share * (w.first_writes + w.cache_expiry_share * w.rewritable)"),
    once("cache_reads", "Cache reads", "tokens/session", "w.cached_share * w.input_total - w.cache_writes"),
)
"""What of the input the cache takes: none of it, written, read."""
STEPS: tuple[Declared, ...] = (
    # Every step sends the whole context again: prefix, then what earlier steps appended and wrote.
    _STEP_GROWTH,
    once("input_total", "Input of all steps", "tokens/session", "w.steps * w.prefix_tokens + w.step_growth * w.steps * (w.steps - 1) / 2"),
    once("first_writes", "Context written once", "tokens/session", "w.prefix_tokens + w.step_growth * (w.steps - 1)"),
    once(
        "rewritable",
        "Context written again if the cache expires at every step",
        "tokens/session",
        "(w.steps - 1) * (w.prefix_tokens + w.step_growth * (w.steps - 2) / 2)",
    ),
    *_BY_CACHE,
    once("output_total", "Output of all steps", "tokens/session", "w.steps * w.output_tokens"),
)
"""Tokens of one attempt from the context's growth: n steps, prefix P, a appended and o written per step, cache expiry q.

Input n·P + d·n(n−1)/2 with d = a + o; written once P + d(n−1); written again, where the cache has expired with probability q,
q·(n−1)[P + d(n−2)/2]; the rest is read from the cache."""
COMPACTED: tuple[Declared, ...] = (
    _STEP_GROWTH,
    once("summarised", "Context after a summary", "tokens", "w.prefix_tokens + w.summary_tokens"),
    once(
        "first_window",
        "Steps that fit before the first summary",
        "steps",
        "max(1, 1 - ceil((w.prefix_tokens - w.compaction_tokens - 0.5) / max(w.step_growth, 0.000000001)))",
    ),
    once(
        "later_window",
        "Steps that fit between two summaries",
        "steps",
        "max(1, 1 - ceil((w.summarised - w.compaction_tokens - 0.5) / max(w.step_growth, 0.000000001)))",
    ),
    once("first_steps", "Steps before the first summary", "steps", "min(w.steps, w.first_window)"),
    once("compactions", "Summaries per session", "summaries/session", "ceil((w.steps - w.first_steps) / w.later_window)"),
    once("full_windows", "Stretches between two summaries", "stretches", "max(0, w.compactions - 1)"),
    once("last_steps", "Steps after the last summary", "steps", "w.steps - w.first_steps - w.full_windows * w.later_window"),
    once("first_input", "Input before the first summary", "tokens", _stretch("w.prefix_tokens", "w.first_steps")),
    once("full_input", "Input of a stretch between two summaries", "tokens", _stretch("w.summarised", "w.later_window")),
    once("last_input", "Input after the last summary", "tokens", _stretch("w.summarised", "w.last_steps")),
    once("first_summary", "Input of the first summary", "tokens", "w.prefix_tokens + w.step_growth * w.first_steps"),
    once("later_summary", "Input of a later summary", "tokens", "w.summarised + w.step_growth * w.later_window"),
    once(
        "summary_input",
        "Input of all summaries",
        "tokens/session",
        "min(1, w.compactions) * w.first_summary + w.full_windows * w.later_summary",
    ),
    once(
        "input_total",
        "Input of all calls",
        "tokens/session",
        "sum(w.first_input, w.full_windows * w.full_input, w.last_input, w.summary_input)",
    ),
    once(
        "growth_steps",
        "Steps and summaries that add to the context",
        "steps",
        "w.first_steps - 1 + w.compactions + w.full_windows * (w.later_window - 1) + max(1, w.last_steps) - 1",
    ),
    once(
        "first_writes",
        "Context written once",
        "tokens/session",
        "w.prefix_tokens + w.compactions * w.summary_tokens + w.step_growth * w.growth_steps",
    ),
    once("first_kept", "Held in the cache before the first summary", "tokens", _kept("w.prefix_tokens", "w.first_steps")),
    once("full_kept", "Held in the cache between two summaries", "tokens", _kept("w.summarised", "w.later_window")),
    once("last_kept", "Held in the cache after the last summary", "tokens", _kept("w.summarised", "max(1, w.last_steps)")),
    once("summary_kept", "Held in the cache at summaries", "tokens", "w.summary_input - w.compactions * w.step_growth"),
    once(
        "rewritable",
        "Context written again if the cache expires at every step",
        "tokens/session",
        "sum(w.first_kept, w.full_windows * w.full_kept, w.last_kept, w.summary_kept, w.compactions * w.prefix_tokens)",
    ),
    *_BY_CACHE,
    once(
        "output_total",
        "Output of all steps and summaries",
        "tokens/session",
        "w.steps * w.output_tokens + w.compactions * w.summary_tokens",
    ),
)
"""Tokens of one attempt where the context is summarised as soon as the next request would exceed K tokens: a saw-tooth.

A call of its own reads the whole context and writes c0 tokens; the context is then the prefix, still in the cache, and the summary.
From a context of S, m steps take m·S + d·m(m-1)/2 and find (m-1)[S + d(m-2)/2] in the cache. Half a token of slack lets a request of just
K pass."""
MEASURED: tuple[Declared, ...] = (
    once("uncached", "Input without cache", "tokens/session", "w.measured_input_tokens"),
    once("cache_writes", "Cache writes", "tokens/session", "w.measured_cache_write_tokens"),
    once("cache_reads", "Cache reads", "tokens/session", "w.measured_cache_read_tokens"),
    once("output_total", "Output of all steps", "tokens/session", "w.measured_output_tokens"),
)
"""Tokens of one attempt as measured, by class; they go before the step model."""
MEASURED_1H: tuple[Declared, ...] = (
    once("cache_writes_1h", "Cache writes kept for an hour", "tokens/session", "w.measured_cache_write_1h_tokens"),
)
SEASON: tuple[Declared, ...] = (
    monthly(
        "into_season",
        "Months since the busy season began",
        "months",
        "month - w.busy_from - 12 * (ceil((month - w.busy_from + 1) / 12) - 1)",
    ),
    monthly("season", "Sessions against a quiet month", "factor", "if_(w.into_season < w.busy_months, w.busy_factor, 1)"),
)
"""Only where a workflow has a season: its busy months come again each year."""
SESSIONS = monthly("sessions", "Sessions", "sessions", "w.sessions_per_month * volume.scale * (1 + w.growth_per_month) ** (month - 1)")
SEASONAL_SESSIONS = monthly(
    "sessions", "Sessions", "sessions", "w.sessions_per_month * volume.scale * (1 + w.growth_per_month) ** (month - 1) * w.season"
)
VOLUME: tuple[Declared, ...] = (
    monthly("outcomes", "Accepted outcomes", "outcomes", "w.sessions * w.success_rate"),
    # Little's law.
    monthly(
        "concurrency",
        "Sessions open at the same time, on average",
        "sessions",
        "w.sessions * w.work_factor * (w.active_hours + w.idle_hours) / calendar.hours_per_month",
        kind="memo",
    ),
    monthly("peak_concurrency", "Sessions open at the busiest time", "sessions", "w.concurrency * w.peak_factor", kind="memo"),
    monthly(
        "starts_per_minute",
        "Sessions started per minute at the busiest time",
        "sessions/minute",
        "w.sessions * w.work_factor * w.peak_factor / calendar.hours_per_month / 60",
        kind="memo",
    ),
)
ALL_VOLUME: tuple[Declared, ...] = (monthly("sessions", "Sessions, all workflows", "sessions", "sum(workflows.sessions)", kind="memo"),)
BOARD: tuple[Declared, ...] = (
    once("board_years", "Years until the board's month", "years", "board.month / 12"),
    once("board_changes", "Changes of vendor expected by then", "changes", "board_years * board.changes_per_year"),
    once("board_probability", "Probability of at least one", "share", "1 - exp(-board_changes)"),
    once("board_ratio", "Price of the best other model by then, expected, against today's", "factor", "exp(board.drift * board_years)"),
    once("board_deviation", "Standard deviation of its logarithm", "number", "board.volatility * board_years ** 0.5"),
    monthly("at_board", "The board's month (1 = yes)", "flag", "if_(month == board.month, 1, 0)"),
    monthly("discounted_at_board", "Discount factor in that month, else 0", "factor", "at_board * discount"),
    monthly("discount_after_board", "Discount factor after that month, else 0", "factor", "if_(month > board.month, discount, 0)"),
)
"""The question of a board: what if we had to use another vendor's model by month 18."""
