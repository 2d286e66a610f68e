"""Where each chart stands in the story, by its id. A study that has nothing for a chart leaves it out or says why."""

from __future__ import annotations

from typing import Final

QUESTIONS: Final = ("ownership-by-question",)
LEAKS: Final = ("leak-map", "criticality-leakage")
COST: Final = ("cumulative-cost", "monthly-cost", "cost-by-line", "cost-bridge", "break-even")
CERTAINTY: Final = ("saving-distribution", "tornado")
MEASURING: Final = ("worth-measuring",)
VARIANCE: Final = ("variance-shares",)
SCENARIOS: Final = ("regret",)
PLAN: Final = ("swap-plan",)
LOCK_IN: Final = ("lock-in-curve",)
AS_TABLES: Final = ("leak-heat-map",)
"""Charts the story tells as a table instead: on the page its cells lead to the places."""
ALL: Final = (*QUESTIONS, *LEAKS, *COST, *CERTAINTY, *MEASURING, *VARIANCE, *SCENARIOS, *PLAN, *LOCK_IN, *AS_TABLES)
