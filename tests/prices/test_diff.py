"""What changed between two days: appeared, ended, moved, or only its terms; announced changes are seen ahead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lockin_audit.core.config import PriceOverride
from lockin_audit.prices.book import load_book
from lockin_audit.prices.diff import PriceChange, price_changes, token_changes


def _of(changes: tuple[PriceChange, ...], product: str) -> dict[tuple[str, str], PriceChange]:
    return {(change.meter, change.plan): change for change in changes if change.product == product}


def test_nothing_changes_from_a_day_to_itself() -> None:
    day = date(2026, 11, 21)
    assert price_changes(load_book(), day, day) == ()
    assert token_changes(day, day) == ()


def test_a_price_that_moved_tells_by_how_much() -> None:
    changes = _of(price_changes(load_book(), date(2026, 8, 20), date(2026, 8, 21)), "google.agent_runtime")
    moved = changes["vcpu_hours", ""]
    assert moved.change == "changed"
    assert moved.percent is not None
    assert round(moved.percent, 2) == Decimal("-1.62")
    assert changes["gib_hours", ""].change == "terms changed"


def test_new_ended_and_first_seen_are_told_apart() -> None:
    book = load_book()
    changes = price_changes(book, date(2026, 8, 31), date(2026, 9, 26))
    assert _of(changes, "google.agent_engine_sessions")["events", ""].change == "ended"
    assert _of(changes, "google.agent_runtime")["storage_gib_months", ""].change == "new"
    assert _of(changes, "aws.agentcore_runtime")["vcpu_hours", "v2"].change == "new"
    assert _of(changes, "aws.agentcore_web_search")["queries", ""].change == "first seen"


def test_an_ended_product_has_no_prices_left() -> None:
    changes = _of(price_changes(load_book(), date(2026, 11, 21), date(2026, 12, 1)), "openai.agent_builder")
    assert {change.change for change in changes.values()} == {"ended"}


def test_announced_token_prices_and_retirements_are_seen_ahead() -> None:
    changes = token_changes(date(2026, 11, 21), date(2027, 1, 1))
    doubled = {change.product for change in changes if change.meter == "input_tokens" and change.percent == 100}
    assert {"google/gemini-4-argon", "google/gemini-3.8-flash"} <= doubled
    assert {change.change for change in changes if change.product == "anthropic/claude-sonnet-4-5"} == {"ended"}


def test_the_end_of_a_contract_is_a_change() -> None:
    terms = PriceOverride(
        product="anthropic.managed_agents", meter="session_hours", unit_price=0.05, effective_to=date(2026, 10, 31), source="EA 7"
    )
    changes = price_changes(load_book(overrides=[terms]), date(2026, 10, 31), date(2026, 11, 1))
    moved = [(change.product, change.meter, change.percent) for change in changes if change.change == "changed"]
    assert moved == [("anthropic.managed_agents", "session_hours", 60)]
