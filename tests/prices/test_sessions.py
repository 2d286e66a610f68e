"""Sessions and single uses: clocks, states, least uses and steps as the vendors count them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.errors import DataError
from lockin_audit.prices.bill import bill
from lockin_audit.prices.book import load_book
from lockin_audit.prices.quantity import quantity
from lockin_audit.prices.quote import Quote
from lockin_audit.prices.sessions import read_sessions, running_time
from lockin_audit.prices.uses import read_uses

DAY = date(2026, 11, 21)
INTERVALS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: (Fraction(min(pair)), Fraction(max(pair))))
THREADS = st.lists(st.lists(INTERVALS, max_size=5), max_size=5)


def _quote(product: str, session: dict[str, Any], **options: Any) -> Quote:
    return bill(load_book(), product, {}, as_of=DAY, sessions=read_sessions([session], "test"), **options)


def _used(quote: Quote) -> dict[str, Decimal]:
    return {line.meter: line.quantity for line in quote.lines}


@given(THREADS)
def test_running_time_is_the_union_over_threads(threads: list[list[tuple[Fraction, Fraction]]]) -> None:
    seconds = {second for thread in threads for start, end in thread for second in range(int(start), int(end))}
    assert running_time(threads) == len(seconds)
    assert running_time(threads) == running_time([[interval for thread in threads for interval in thread]])


def test_overlapping_threads_of_a_managed_session_are_billed_once() -> None:
    quote = _quote("anthropic.managed_agents", {"threads": [[["0 s", "30 min"], ["40 min", "1 h"]], [["10 min", "50 min"]]]})
    assert _used(quote) == {"session_hours": 1}
    assert quote.total == Decimal("0.08")


def test_idle_time_of_a_managed_session_is_free() -> None:
    phases = [{"for": "15 min"}, {"state": "idle", "for": "3 h"}, {"state": "rescheduling", "for": "5 min"}, {"for": "15 min"}]
    assert _quote("anthropic.managed_agents", {"phase": phases}).total == Decimal("0.04")


PHASES = [
    {"for": "10 s", "vcpu": 2, "memory": "1 GB"},
    {"state": "waiting", "for": "50 s", "vcpu": 2, "memory": "3 GB"},
    {"state": "idle", "for": "100 s", "memory": "1 GB"},
]


def test_agentcore_bills_memory_through_idle_and_no_cpu_in_waits() -> None:
    first, second = (_used(_quote("aws.agentcore_runtime", {"phase": PHASES}, plan=plan)) for plan in ("v1", "v2"))
    seconds = {meter: Fraction(used) * 3600 for meter, used in (*((f"v1 {m}", u) for m, u in first.items()), *second.items())}
    assert {meter: round(float(value), 9) for meter, value in seconds.items()} == {
        "v1 vcpu_hours": 20,
        "v1 gb_hours": 10 + 3 * 150,
        "vcpu_hours": 20,
        "gb_hours": 10 + 150 + 100,
    }


def test_the_least_memory_and_time_are_billed() -> None:
    used = _used(_quote("aws.agentcore_tools", {"phase": [{"for": "0.2 s", "memory": "16 MB"}]}))
    assert round(float(used["gb_hours"] * 3600), 9) == 0.128
    assert round(float(used["vcpu_hours"] * 3600), 9) == 1


def test_sessions_and_totals_may_be_mixed_and_totals_win() -> None:
    sessions = read_sessions([{"phase": PHASES}], "test")
    quote = bill(load_book(), "aws.agentcore_runtime", {"vcpu_hours": quantity(1)}, as_of=DAY, sessions=sessions)
    assert _used(quote)["vcpu_hours"] == 1
    assert len(quote.lines) == 2


@pytest.mark.parametrize(("minutes", "blocks"), [("1 s", 1), ("20 min", 1), ("20.01 min", 2), ("25 min", 2), ("1 h", 3)])
def test_containers_are_billed_in_started_blocks(minutes: str, blocks: int) -> None:
    uses = read_uses([minutes, {"for": minutes, "times": 9}], "container-session", "test")
    quote = bill(load_book(), "openai.responses", {"container_sessions": uses}, as_of=DAY, plan="4gb")
    assert quote.total == Decimal("0.12") * blocks * 10


def test_short_tasks_are_billed_a_minute_and_whole_seconds() -> None:
    uses = read_uses([{"for": "40 s", "each": 2, "times": 3}, {"for": "70.2 s", "each": 1}], "vcpu-second", "test")
    quote = bill(load_book(), "aws.fargate", {"vcpu_seconds": uses}, as_of=DAY)
    assert quote.lines[0].quantity == 3 * 2 * 60 + 71


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=20))
def test_uses_one_by_one_never_cost_less_than_their_sum(milliseconds: list[int]) -> None:
    book = load_book()
    apart = read_uses([f"{n} ms" for n in milliseconds], "vcpu-second", "test")
    together = read_uses([f"{sum(milliseconds)} ms"], "vcpu-second", "test")
    one, other = (bill(book, "aws.fargate", {"vcpu_seconds": uses}, as_of=DAY).total for uses in (apart, together))
    assert one is not None
    assert other is not None
    assert one >= other


def _quantity(product: str, meter: str, uses: list[Any]) -> Decimal:
    book = load_book()
    read = read_uses(uses, book.meter(product, meter).unit, "test")
    return bill(book, product, {meter: read}, as_of=DAY).lines[0].quantity


def test_what_is_kept_for_a_part_of_a_month_counts_in_part_as_the_vendors_say() -> None:
    average = _quantity("cloudflare.r2", "storage_gb_months", [{"for": "5 d", "each": "1 GB"}, {"for": "25 d", "each": "3 GB"}])
    assert abs(average - Decimal("2.66")) < Decimal("0.01")
    assert _quantity("aws.agent_registry", "records", [{"for": "30 d", "each": 2000}, {"for": "15 d", "each": 15000}]) == 9500
    assert _quantity("vercel.sandbox", "gb_hours", [{"for": "30 min", "each": "8 GB"}]) == 4
    assert _quantity("microsoft.content_safety", "text_records", [3]) == 3
    with pytest.raises(DataError, match="does not say how long a month is"):
        _quantity("aws.s3", "storage_gb_months", [{"for": "5 d", "each": "1 GB"}])
    with pytest.raises(DataError, match="does not say how much was kept"):
        _quantity("cloudflare.r2", "storage_gb_months", ["5 d"])
    with pytest.raises(DataError, match="counts records, which have no length"):
        _quantity("microsoft.content_safety", "text_records", ["5 d"])


def test_packs_expire_month_by_month() -> None:
    book = load_book()

    def month(credits: int) -> Quote:
        return bill(book, "microsoft.copilot_studio", {"credits": quantity(credits)}, as_of=DAY, plan="pack")

    assert [month(n).total for n in (30_000, 20_000, 50_000)] == [400, 200, 400]
    assert month(30_000).notes == ("20,000 of 50,000 Copilot Credits bought are not used and expire.",)
    assert month(50_000).notes == ()


@pytest.mark.parametrize(
    ("product", "session", "words"),
    [
        ("anthropic.managed_agents", {}, "session 1: has neither phases nor threads"),
        ("anthropic.managed_agents", {"threads": [[["5 s", "1 s"]]]}, "ends at 1 second, before it begins at 5 second"),
        ("anthropic.managed_agents", {"phase": [{"for": "1 s", "speed": 2}]}, "this key is not known"),
        (
            "anthropic.managed_agents",
            {"phase": [{"for": "1 s", "state": "asleep"}]},
            "says nothing about the state 'asleep'. Known: running, idle",
        ),
        ("aws.agentcore_runtime", {"phase": [{"for": "1 s"}]}, "gb_hours: does not say how much memory was held"),
        ("aws.agentcore_runtime", {"threads": [[["0 s", "1 s"]]]}, "needs the session's phases"),
    ],
)
def test_a_session_that_cannot_be_billed_is_told(product: str, session: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError) as error:
        _quote(product, session)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("use", "words"),
    [
        ({"each": 1}, "does not say for how long"),
        ({"for": "1 s", "size": 1}, "does not know 'size'"),
        ({"for": "1 GB"}, "is not a time"),
        ({"for": "1 s", "each": "2 GB"}, "does not fit vCPU-seconds"),
    ],
)
def test_a_use_that_cannot_be_billed_is_told(use: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError, match=words):
        bill(load_book(), "aws.fargate", {"vcpu_seconds": read_uses([use], "vcpu-second", "test")}, as_of=DAY)
