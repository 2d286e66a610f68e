"""A study in another currency: what vendors charge in dollars is converted once, what people cost is stated in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.finance.result import CostStudy
from lockin_audit.finance.study import cost_study
from lockin_audit.prices.book import load_book

Study = Callable[..., Any]
EUR = {"cost": {"currency": "EUR"}}
VENDORS = ("tokens", "runtime", "observability", "traces", "sandbox", "database", "engine", "engine_base", "gateway", "hosting")
PEOPLE = {"people.engineer_year": 100_000, "people.reviewer_hour": 40, "people.case_cost": 30}


def rate(study: Study) -> float:
    return float(next(a.value for a in study(EUR).assumptions if a.id == "exchange.eur"))


def test_vendors_bills_are_converted_once_and_people_not_at_all(study: Study) -> None:
    dollars, euros, at = study(sets=PEOPLE), study(EUR, PEOPLE), rate(study)
    assert at == pytest.approx(1 / 1.1204)
    assert euros.currency == "EUR"
    for id, option in euros.options.items():
        for key, row in option.lines.items():
            if key.startswith("current_"):
                continue
            assert row[-1] == pytest.approx(dollars.options[id].lines[key][-1] * (at if key in VENDORS else 1)), key


def test_defaults_for_people_are_converted_and_say_so(study: Study) -> None:
    found = {a.id: a for a in study(EUR).assumptions}
    engineer = found["people.engineer_year"]
    assert engineer.value == pytest.approx(194_000 * rate(study)) and engineer.unit == "EUR/year"
    assert "Converted from dollars" in engineer.source
    assert found["price.anthropic.managed_agents.session_hours"].unit == "USD/session-hour"
    assert "ecb.europa.eu" in found["exchange.eur"].source


def test_the_scenario_currency_moves_the_rate_and_only_vendors_bills(study: Study) -> None:
    base, moved = study(EUR, PEOPLE), study(EUR, PEOPLE, scenario="currency")
    assert moved.options["managed"].lines["tokens"][-1] == pytest.approx(1.15 * base.options["managed"].lines["tokens"][-1])
    assert moved.options["managed"].lines["run_people"] == base.options["managed"].lines["run_people"]


def test_a_promised_spend_is_converted_too() -> None:
    price = {"product": "anthropic.managed_agents", "discount": 0.1, "commitment": 1e6, "source": "order 7"}
    lines = []
    for currency in ("USD", "EUR"):
        config = Config.model_validate({"cost": {"currency": currency}, "price": [price]})
        book = load_book(overrides=config.prices)
        done = cost_study(config, audit=None, book=book, as_of=date(2026, 11, 21), draws=0)
        lines.append(done.options["managed"].lines["commitment_1_shortfall"][0])
    assert lines[1] == pytest.approx(lines[0] / 1.1204)


def _agreed(currency: str, scenario: str = "base", **price: Any) -> CostStudy:
    """Managed with a price agreed for the runtime, in a study in euros."""
    agreed = {"product": "anthropic.managed_agents", "meter": "session_hours", "source": "order 7"} | price
    config = Config.model_validate(EUR | {"price": [agreed | {"currency": currency}]})
    book = load_book(overrides=config.prices)
    return cost_study(config, audit=None, book=book, as_of=date(2026, 11, 21), scenario=scenario, draws=0)


def test_a_price_agreed_in_the_currency_of_the_study_does_not_move_with_the_dollar() -> None:
    base, moved = _agreed("EUR", unit_price=0.06), _agreed("EUR", "currency", unit_price=0.06)
    fee, after = base.options["managed"].lines["runtime"], moved.options["managed"].lines["runtime"]
    use = next(a.value for a in base.assumptions if a.id == "repository.sessions_per_month")
    hours = next(a.value for a in base.assumptions if a.id == "repository.active_hours")
    attempts = fee[0] / (use * hours * 0.06)
    assert 1 < attempts < 1.2, "0.06 euros for each running hour, repeated attempts included"
    assert after == pytest.approx(fee)
    tokens = [s.options["managed"].lines["tokens"][0] for s in (base, moved)]
    assert tokens[1] == pytest.approx(1.15 * tokens[0])
    found = next(a for a in base.assumptions if a.id == "price.anthropic.managed_agents.session_hours")
    assert (found.value, found.unit) == (0.06, "EUR/session-hour")
    row = next(p for p in base.prices if p.assumption == found.id)
    assert (row.unit_price, row.currency) == ("0.06", "EUR")


def test_a_price_agreed_in_dollars_or_a_third_currency_moves_with_the_dollar() -> None:
    for currency in ("USD", "GBP"):
        base, moved = _agreed(currency, unit_price=0.06), _agreed(currency, "currency", unit_price=0.06)
        fee, after = (s.options["managed"].lines["runtime"][0] for s in (base, moved))
        assert after == pytest.approx(1.15 * fee)


def test_a_currency_without_a_rate_is_refused_in_a_sentence(study: Study) -> None:
    with pytest.raises(DataError, match=r"currency CHF: has no exchange rate.*\[\[exchange_rate\]\]") as caught:
        study({"cost": {"currency": "CHF"}})
    assert "\n" not in str(caught.value)
