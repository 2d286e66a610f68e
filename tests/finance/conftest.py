"""What the tests of the cost model share: the shipped price book, and a study in one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.finance.result import CostStudy
from lockin_audit.finance.study import cost_study
from lockin_audit.prices.book import PriceBook, load_book

AS_OF = date(2026, 11, 21)
Study = Callable[..., CostStudy]


@pytest.fixture(scope="session")
def book() -> PriceBook:
    return load_book()


@pytest.fixture(scope="session")
def study(book: PriceBook) -> Study:
    def run(
        config: Mapping[str, Any] | None = None,
        sets: Mapping[str, float] | None = None,
        *,
        audit: Audit | None = None,
        scenario: str = "base",
        draws: int = 0,
        seed: int = 1,
        as_of: date = AS_OF,
    ) -> CostStudy:
        return cost_study(
            Config.model_validate(config or {}), audit=audit, book=book, as_of=as_of, scenario=scenario, sets=sets, draws=draws, seed=seed
        )

    return run
