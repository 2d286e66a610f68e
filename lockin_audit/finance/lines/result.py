"""Headline figures of an option and of a comparison."""

from __future__ import annotations

from lockin_audit.finance.lines.declared import Declared, monthly, once

OPTION: tuple[Declared, ...] = (
    once("total", "Total over the horizon", "money", "total(o.cost)", kind="result", output=True),
    once("npv", "Present value", "money", "dot(o.cost, discount)", kind="result", output=True),
    once("npv_fixed", "Present value of fixed costs", "money", "dot(o.cost_fixed, discount)"),
    once("npv_volume", "Present value of costs that follow volume", "money", "dot(o.cost_volume, discount)"),
    once(
        "annual_equivalent",
        "Annual equivalent of the present value",
        "money/year",
        "o.npv / total(discount) * 12",
        kind="result",
        output=True,
    ),
    once("all_sessions", "Sessions over the horizon", "sessions", "total(o.sessions)"),
    once("all_outcomes", "Accepted outcomes over the horizon", "outcomes", "total(o.outcomes)"),
    once(
        "cost_per_session",
        "Cost per session",
        "money/session",
        "if_(o.all_sessions > 0, o.total / o.all_sessions, na())",
        kind="result",
        output=True,
    ),
    once(
        "cost_per_outcome",
        "Cost per accepted outcome",
        "money/outcome",
        "if_(o.all_outcomes > 0, o.total / o.all_outcomes, na())",
        kind="result",
        output=True,
    ),
    once(
        "exit_liability",
        "Cost of leaving at the horizon (memo, not in the total)",
        "money",
        "closing(o.exit_cost)",
        kind="result",
        output=True,
    ),
)
BOARD: tuple[Declared, ...] = (
    once("board_exit_cost", "Cost of leaving in the board's month", "money", "dot(o.exit_cost, at_board)"),
    once("board_switch_cost", "Cost of another vendor's model in the board's month", "money", "dot(o.switch_cost, at_board)"),
    once("board_switch_weeks", "Weeks it takes", "weeks", "dot(o.switch_days, at_board) / (board.engineers * calendar.days_per_week)"),
    once(
        "board_expected_cost",
        "Expected cost of that by then, discounted (memo)",
        "money",
        "board_probability * dot(o.switch_cost, discounted_at_board)",
    ),
)
"""The board's question: what if another vendor's model had to be used by then. Memos: forced changes of model stand in the totals
already, at the pace of `market.model_life_months`."""
BOARD_TOKENS = once("board_tokens", "Model tokens after the board's month, present value", "money", "dot(o.tokens, discount_after_board)")
SAVING: tuple[Declared, ...] = (
    monthly("cash", "Saving of the month", "money", "before.cost - after.cost", kind="subtotal"),
    monthly("cumulative", "Saving so far", "money", "prev(saving.cumulative) + saving.cash", kind="subtotal"),
    monthly("discounted", "Saving so far, discounted", "money", "prev(saving.discounted) + saving.cash * discount", kind="subtotal"),
    # To the cent: sums of hundreds of figures may miss an exact zero by a hair.
    monthly("paid_back", "Paid back (1 = yes)", "flag", "if_(saving.cumulative > -0.01, 1, 0)"),
    monthly("paid_back_discounted", "Paid back, discounted (1 = yes)", "flag", "if_(saving.discounted > -0.01, 1, 0)"),
    monthly("unpaid_month", "Month, while not paid back", "month", "(1 - saving.paid_back) * month"),
    once("npv", "Present value of the saving", "money", "before.npv - after.npv", kind="result", output=True),
    once("total", "Saving over the horizon", "money", "before.total - after.total", kind="result", output=True),
    once("payback_month", "Payback month", "month", "first(saving.paid_back)", kind="result", output=True),
    once(
        "discounted_payback_month", "Payback month, discounted", "month", "first(saving.paid_back_discounted)", kind="result", output=True
    ),
    once("last_unpaid", "Last month not paid back", "month", "highest(saving.unpaid_month)"),
    once(
        "sustained_payback_month",
        "Payback month that lasts",
        "month",
        "if_(saving.last_unpaid < months(month), saving.last_unpaid + 1, na())",
        kind="result",
        output=True,
    ),
    # Excel's IRR gives some rate whatever the signs; it is the only one where they change once. Less than a cent has no sign.
    monthly(
        "sign",
        "Sign of the saving, that of the last month that had one",
        "sign",
        "if_(max(saving.cash, -saving.cash) < 0.01, prev(saving.sign), saving.cash / max(saving.cash, -saving.cash))",
    ),
    monthly("turn", "The saving changes its sign (1 = yes)", "flag", "if_(saving.sign * prev(saving.sign) < 0, 1, 0)"),
    once("turns", "Changes of sign", "changes", "total(saving.turn)"),
    once("irr_monthly", "Internal rate of return, monthly", "share/month", "if_(saving.turns == 1, irr(saving.cash), na())"),
    once(
        "irr_annual",
        "Internal rate of return, annual",
        "share/year",
        "or_na((1 + saving.irr_monthly) ** 12 - 1)",
        kind="result",
        output=True,
    ),
    once("npv_fixed", "Present value of the saving on fixed costs", "money", "before.npv_fixed - after.npv_fixed"),
    once("npv_volume", "Present value of the saving on volume", "money", "before.npv_volume - after.npv_volume"),
    # Saving is a + b·S in sessions S wherever every meter is linear, so it is zero at S = −a ÷ b.
    once(
        "break_even_factor",
        "Break-even volume against the expected one",
        "factor",
        "if_(saving.npv_fixed * saving.npv_volume < 0, -saving.npv_fixed / saving.npv_volume, na())",
    ),
    once(
        "break_even_sessions",
        "Break-even sessions per month",
        "sessions/month",
        "or_na(saving.break_even_factor * opening(sessions))",
        kind="result",
        output=True,
    ),
)
