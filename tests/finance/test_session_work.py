"""Work of a session against a simulation step by step: context that is summarised, two models that share a session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.finance.arithmetic import exact
from lockin_audit.finance.expression import parse
from lockin_audit.finance.lines import routing
from lockin_audit.finance.lines.declared import Declared
from lockin_audit.finance.lines.work import COMPACTED, STEPS

Study = Callable[..., Any]


def worked_out(lines: Iterable[Declared], given_values: Mapping[str, float]) -> dict[str, Decimal]:
    values = {id: Decimal(repr(value)) for id, value in given_values.items()}
    for line in lines:
        shared = line.key.startswith("routing_")
        values[line.key if shared else f"w.{line.key}"] = exact(parse(line.formula), lambda name: values[name.id])
    return values


def summarised(n: int, prefix: int, grown: int, limit: int, summary: int, expired: bool) -> tuple[int, int, int, int]:
    """Call by call: read from the cache, written to it, summaries, and input in all."""
    read = written = summaries = total = cached = since = 0
    request = prefix

    def call(size: int) -> None:
        nonlocal read, written, total
        kept = 0 if expired else min(cached, size)
        read, written, total = read + kept, written + size - kept, total + size

    for _ in range(n):
        if since and request > limit:
            call(request)
            summaries, since, cached, request = summaries + 1, 0, prefix, prefix + summary
        call(request)
        cached, request, since = request, request + grown, since + 1
    return read, written, summaries, total


@settings(max_examples=150)
@given(
    st.integers(1, 120),
    st.integers(0, 9_000),
    st.integers(0, 2_000),
    st.integers(0, 900),
    st.integers(1, 30_000),
    st.integers(0, 3_000),
    st.sampled_from([0.0, 1.0]),
)
def test_a_summarised_context_equals_a_simulation_call_by_call(
    n: int, prefix: int, appended: int, output: int, limit: int, summary: int, expiry: float
) -> None:
    ids = ("steps", "prefix_tokens", "appended_tokens", "output_tokens", "compaction_tokens", "summary_tokens")
    fixed = {"w.cached_share": 1.0, "w.cache_expiry_share": expiry}
    inputs = (n, prefix, appended, output, limit, summary)
    values = worked_out(COMPACTED, {**dict(zip((f"w.{i}" for i in ids), inputs, strict=True)), **fixed})
    read, written, summaries, total = summarised(n, prefix, appended + output, limit, summary, bool(expiry))
    assert (values["w.compactions"], values["w.input_total"]) == (summaries, total)
    assert (values["w.cache_reads"], values["w.cache_writes"]) == (read, written)
    assert values["w.output_total"] == n * output + summaries * summary


def test_summaries_make_a_long_session_grow_in_a_line_not_a_square(study: Study) -> None:
    def tokens(steps: int, **more: float) -> float:
        sets = {"repository.steps": steps, "repository.cache_expiry_share": 0, **{f"repository.{k}": v for k, v in more.items()}}
        return float(study(sets=sets).options["managed"].lines["tokens"][0])

    plain, cut = ([tokens(n, **more) for n in (100, 200)] for more in ({}, {"compaction_tokens": 40_000}))
    assert plain[1] / plain[0] > 3
    assert cut[1] / cut[0] < 2.1
    assert cut[0] < plain[0]


def written_again(n: int, prefix: int, grown: int, block: int, ratio: float, first: bool, cold: bool) -> float:
    """What two models, in turn by blocks, write of the context beyond what one model would, the small one's part at its price."""
    held, again, request, before, large = {True: 0, False: 0}, 0.0, prefix, 0, first
    for step in range(n):
        if step and step % block == 0:
            large = not large
            again += (before if cold else before - held[large]) * (1.0 if large else ratio)
        held[large], before = request, request
        request += grown
    return again


@settings(max_examples=100)
@given(
    st.integers(1, 60), st.integers(0, 9_000), st.integers(0, 2_000), st.integers(0, 900), st.integers(1, 70), st.sampled_from([0.0, 1.0])
)
def test_lost_cache_equals_two_caches_simulated(n: int, prefix: int, appended: int, output: int, block: int, cold: float) -> None:
    ratio, ids = 0.25, ("steps", "prefix_tokens", "appended_tokens", "output_tokens", "cached_share", "cache_expiry_share")
    inputs = {f"w.{id}": value for id, value in zip(ids, (n, prefix, appended, output, 1, 0), strict=True)}
    inputs |= {"w.multi_agent_factor": 1, "w.work_factor": 1, "routing.share": 0.5, "routing.price_ratio": ratio}
    inputs |= {"routing.redone_share": 0, "routing.steps_per_switch": block, "routing.cold_share": cold}
    lines = (*routing.SHARED, *STEPS, *routing.CHANGES, *routing.GROWING, *routing.WRITTEN_AGAIN)
    found = worked_out(lines, inputs)["w.written_again"]
    both = [written_again(n, prefix, appended + output, block, ratio, first, bool(cold)) for first in (True, False)]
    assert float(found) == pytest.approx(sum(both) / 2, rel=1e-12, abs=1e-9)


def applied_saving(study: Study, **routing_inputs: float) -> float:
    """Part of the token cost that routing saves, in a loop of 40 steps with half of them at a third of the price."""
    still = {"failure_rate": 0, "growth_per_month": 0, "cache_expiry_share": 0}
    loop = {"steps": 40, "prefix_tokens": 12_000, "appended_tokens": 1_500, "output_tokens": 300}
    base = {f"repository.{k}": v for k, v in {**still, **loop}.items()}
    inputs = {"share": 0.5, "price_ratio": 1 / 3, "redone_share": 0, "steps_per_switch": 0, **routing_inputs}
    plain = study(sets={**base, "routing.saving": 0}).options["owned"].lines["tokens"][-1]
    return 1 - float(study(sets={**base, **{f"routing.{k}": v for k, v in inputs.items()}}).options["owned"].lines["tokens"][-1]) / float(
        plain
    )


def test_changing_the_model_within_a_session_halves_what_routing_saves(study: Study) -> None:
    """A third where whole sessions go to one model; about a sixth where the model changes at each step."""
    whole, blocks, steps = (applied_saving(study, steps_per_switch=b) for b in (0, 10, 1))
    assert whole == pytest.approx(1 / 3)
    assert 0.14 < steps < 0.17
    assert steps < blocks < whole
    assert applied_saving(study, steps_per_switch=1, cold_share=1) < 0 < steps
    assert applied_saving(study, redone_share=0.1) == pytest.approx(1 / 3 - 0.05)


def test_a_share_of_none_or_all_loses_no_cache(study: Study) -> None:
    assert applied_saving(study, share=0, steps_per_switch=1) == pytest.approx(0)
    assert applied_saving(study, share=1, steps_per_switch=1) == pytest.approx(2 / 3)


def test_a_router_costs_and_a_managed_platform_has_the_same_lever(study: Study) -> None:
    sets = {"routing.share": 0.5, "routing.router_cost": 0.01, "repository.sessions_per_month": 1000, "repository.growth_per_month": 0}
    with_router, without = (study(sets={**sets, "routing.router_cost": cost}) for cost in (0.01, 0))
    for option in ("managed", "owned"):
        assert with_router.options[option].lines["tokens"][-1] - without.options[option].lines["tokens"][-1] == pytest.approx(10)
    assert with_router.options["managed"].lines["tokens"][-1] == pytest.approx(with_router.options["owned"].lines["tokens"][-1])
    none = study(sets={**sets, "managed.routing_access": 0})
    assert none.options["managed"].lines["tokens"][-1] > with_router.options["managed"].lines["tokens"][-1]


@pytest.mark.parametrize("kind", ["measured", "summarised"])
def test_routing_over_measured_or_summarised_tokens_is_estimated_from_the_totals(study: Study, kind: str) -> None:
    more = {"measured_output_tokens": 4000, "measured_cache_write_tokens": 30_000, "measured_cache_read_tokens": 200_000}
    extra = more if kind == "measured" else {"compaction_tokens": 15_000}
    sets = {"routing.share": 0.5, **{f"repository.{k}": v for k, v in extra.items()}}
    whole, steps = (study(sets={**sets, "routing.steps_per_switch": b}).options["owned"].lines["tokens"][-1] for b in (0, 1))
    assert steps > whole > 0


def test_cache_writes_kept_for_an_hour_are_a_class_of_their_own(study: Study) -> None:
    sets = {"repository.measured_cache_write_1h_tokens": 1_000_000, "repository.sessions_per_month": 1, "repository.failure_rate": 0}
    done = study(sets={**sets, "routing.saving": 0})
    price = next(a.value for a in done.assumptions if a.id.endswith("cache_write_1h_tokens") and a.id.startswith("price."))
    assert done.options["managed"].lines["tokens"][0] == pytest.approx(price)
