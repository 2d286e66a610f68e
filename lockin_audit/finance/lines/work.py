"""Time, volume, and the work of one session: what every option shares."""

from __future__ import annotations

from lockin_audit.finance.lines.declared import Declared, monthly, once

DISCOUNT = {
    "mid": "(1 + finance.discount_rate) ** ((0.5 - month) / 12)",
    "end": "(1 + finance.discount_rate) ** (-month / 12)",
    "annual-end": "(1 + finance.discount_rate) ** -ceil(month / 12)",
}
"""Present value of one unit of money, by where in its period a cash flow falls (middle of the month, its end, the end of its year)."""


def time(discounting: str) -> tuple[Declared, ...]:
    """Months, discounting and price indices."""
    return (
        monthly("month", "Month", "month", "prev(month) + 1"),
        monthly("years", "Years since month 1", "years", "(month - 1) / 12"),
        monthly("discount", f"Discount factor ({discounting} convention)", "factor", DISCOUNT[discounting]),
        monthly("wage_index", "Wages against month 1", "factor", "(1 + people.wage_inflation) ** years"),
        monthly("token_price_index", "Token prices against month 1", "factor", "(1 + market.token_price_change) ** years"),
        monthly("service_price_index", "Service prices against month 1", "factor", "(1 + market.service_price_change) ** years"),
        once("engineer_day", "Engineer, full cost per day", "USD/day", "people.engineer_year / people.days_per_year"),
    )


SESSION: tuple[Declared, ...] = (
    # Truncated geometric number of attempts: 1 + f + f² … + f^R.
    once("attempts", "Attempts per session", "attempts/session", "(1 - w.failure_rate ** (w.max_retries + 1)) / (1 - w.failure_rate)"),
    once("work_factor", "Work with repeated attempts", "factor", "1 + w.failed_attempt_share * (w.attempts - 1)"),
    once("final_failure", "Sessions that fail in the end", "share", "w.failure_rate ** (w.max_retries + 1)"),
)
STEPS: tuple[Declared, ...] = (
    # Every step sends the whole context again: prefix, then what earlier steps appended and wrote.
    once("step_growth", "Context added per step", "tokens/step", "w.appended_tokens + w.output_tokens"),
    once("input_total", "Input of all steps", "tokens/session", "w.steps * w.prefix_tokens + w.step_growth * w.steps * (w.steps - 1) / 2"),
    once("first_writes", "Context written once", "tokens/session", "w.prefix_tokens + w.step_growth * (w.steps - 1)"),
    once(
        "rewritable",
        "Context written again if the cache expires at every step",
        "tokens/session",
        "(w.steps - 1) * (w.prefix_tokens + w.step_growth * (w.steps - 2) / 2)",
    ),
    once("uncached", "Input without cache", "tokens/session", "(1 - w.cached_share) * w.input_total"),
    once("cache_writes", "Cache writes", "tokens/session", "w.cached_share * (w.first_writes + w.cache_expiry_share * w.rewritable)"),
    once("cache_reads", "Cache reads", "tokens/session", "w.cached_share * w.input_total - w.cache_writes"),
    once("output_total", "Output of all steps", "tokens/session", "w.steps * w.output_tokens"),
)
"""Tokens of one attempt from the context's growth: n steps, prefix P, a appended and o written per step, cache expiry q.

Input n·P + d·n(n−1)/2 with d = a + o; written once P + d(n−1); written again, where the cache has expired with probability q,
q·(n−1)[P + d(n−2)/2]; the rest is read from the cache."""
MEASURED: tuple[Declared, ...] = (
    once("uncached", "Input without cache", "tokens/session", "w.measured_input_tokens"),
    once("cache_writes", "Cache writes", "tokens/session", "w.measured_cache_write_tokens"),
    once("cache_reads", "Cache reads", "tokens/session", "w.measured_cache_read_tokens"),
    once("output_total", "Output of all steps", "tokens/session", "w.measured_output_tokens"),
)
"""Tokens of one attempt as measured, by class; they go before the step model."""
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
