"""The rebuild list groups work as a person would do it, and keeps its two events apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.assess.audit import assess
from lockin_audit.assess.effort import basis, load_effort, with_own
from lockin_audit.assess.rebuild import rebuild
from lockin_audit.assess.verdict import verdicts
from lockin_audit.core.config import Config, EffortConfig
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Site
from tests.assess.evidence_builder import API, FRAMEWORK, MANAGED, RUNTIMES, place, runtime, scan_of, with_role


def items(*sites: Site, runtimes=RUNTIMES):  # type: ignore[no-untyped-def]
    placed = [s.model_copy(update={"workflow": "repository"}) for s in sites]
    return rebuild(placed, {"repository": verdicts(placed, runtimes, (), scan_of(*placed))}, runtimes)


def test_one_item_per_runtime_and_dimension_in_the_order_of_the_taxonomy() -> None:
    found = items(
        place("tools"), place("state"), place("state", line=5), place("orchestration"), place("retry"), place("replay"), place("telemetry")
    )
    assert [i.dimension.value for i in found] == ["orchestration", "retry", "state", "replay", "telemetry", "tools"]
    state = next(i for i in found if i.dimension is Dimension.STATE)
    assert (state.sites, len(state.site_ids)) == (2, 2)


def test_what_is_owned_is_not_rebuilt() -> None:
    assert items(place("state", "owned", FRAMEWORK)) == ()


def test_what_the_runtime_does_without_a_line_of_code_is_on_the_list() -> None:
    found = {i.dimension.value: i for i in items(place("orchestration"), place("state"), place("telemetry"))}
    assert found["replay"].sites == 0 and found["replay"].runtime == MANAGED and found["replay"].points > 0
    assert found["replay"].item.endswith("left to Acme Managed today, without a line of code")


def test_model_ids_of_all_runtimes_are_one_piece_of_work() -> None:
    found = items(place("orchestration"), place("model"), place("model", id=API), place("model", id=API, line=2), place("prompts"))
    (model,) = [i for i in found if i.dimension is Dimension.MODEL]
    assert (model.runtime, model.sites, model.triggers) == (API, 3, ("swap_model",))
    assert model.item.endswith("now with Acme Chat and Acme Managed")


def test_documents_that_are_searched_are_no_session_store() -> None:
    (state,) = [i for i in items(with_role(place("state"), "documents")) if i.dimension is Dimension.STATE]
    assert state.item.startswith("The files and documents given to the agent")
    both = items(with_role(place("state"), "documents"), place("state", rule="acme.managed/knowledge-base"))
    assert next(i.item for i in both if i.dimension is Dimension.STATE).startswith("The session store")


def test_repeats_cost_less_and_less() -> None:
    effort = load_effort()
    one = effort.points(Dimension.STATE, [place("state")])
    same_file = effort.points(Dimension.STATE, [place("state"), place("state", line=2)])
    other_file = effort.points(Dimension.STATE, [place("state"), place("state", file="b.py")])
    other_pattern = effort.points(Dimension.STATE, [place("state"), place("state", rule="acme.managed/other", line=2)])
    assert (one, same_file, other_file, other_pattern) == (5.0, 5.2, 6.0, 7.5)
    patterns = [place("state", rule=f"acme.managed/r{n}", line=n) for n in range(1, 9)]
    assert 7.5 < effort.points(Dimension.STATE, patterns) <= 2 * one
    many = effort.points(Dimension.STATE, [place("state", file=f"f{n}.py") for n in range(500)])
    assert many == effort.points(Dimension.STATE, [place("state", file=f"f{n}.py") for n in range(21)])


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(1, 9)), min_size=1, max_size=12))
def test_another_place_never_lowers_the_effort(rows: list[tuple[str, str, int]]) -> None:
    effort = load_effort()
    sites = [place("state", rule=f"acme.managed/{rule}", file=f"{file}.py", line=line) for rule, file, line in rows]
    points = [effort.points(Dimension.STATE, sites[: n + 1]) for n in range(len(sites))]
    assert points == sorted(points)


def test_the_design_of_a_dimension_is_counted_once() -> None:
    flows = [place("state", file="a.py"), place("state", file="a.py", line=2), place("state", file="b.py")]
    placed = [s.model_copy(update={"workflow": s.file[0]}) for s in flows]
    found = rebuild(placed, {w: verdicts([s for s in placed if s.workflow == w], RUNTIMES, (), scan_of(*placed)) for w in "ab"}, RUNTIMES)
    assert [(i.workflow, i.points) for i in found if i.dimension is Dimension.STATE] == [("a", 5.2), ("b", 2.5)]


def test_what_only_a_model_swap_touches_makes_leaving_no_cheaper() -> None:
    tools = [place("tools", "platform", API, line=n) for n in range(1, 9)]
    found = {i.runtime: i.points for i in items(place("orchestration"), place("tools"), *tools) if i.dimension is Dimension.TOOLS}
    assert found[MANAGED] == 3.0


def test_days_are_points_times_hours() -> None:
    days = load_effort().days(5.0)
    assert (days.low, days.likely, days.high) == (1.2, 2.5, 5.0)


def test_swapping_the_model_and_leaving_the_runtime_are_two_lists() -> None:
    found = {i.dimension.value: i.triggers for i in items(place("orchestration"), place("model"), place("prompts"))}
    assert found["orchestration"] == ("leave_runtime",)
    assert found["model"] == ("swap_model",)
    assert found["prompts"] == ("leave_runtime", "swap_model")
    own = {i.dimension.value: i.triggers for i in items(place("tools", "platform", API), place("model", "platform", API))}
    assert own == {"tools": ("swap_model",), "model": ("swap_model",)}


def test_where_a_runtime_runs_its_own_models_only_swapping_means_leaving() -> None:
    single = (runtime(MANAGED, own_models_only=True),)
    assert {i.triggers for i in items(place("state"), runtimes=single)} == {("leave_runtime", "swap_model")}


def test_a_calibration_that_misses_a_dimension_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from lockin_audit.core.data_files import PACKAGE

    text = (PACKAGE / "assess" / "effort.toml").read_text()
    broken = tmp_path / "effort.toml"
    broken.write_text(text.replace("[dimension.runbook]", "[dimension.runbooks]"))
    with pytest.raises(DataError, match="dimension"):
        load_effort(broken)


def test_own_figures_take_the_place_of_shipped_ones_and_are_said() -> None:
    own = EffortConfig.model_validate({"hours": {"high": 12}, "points": {"state": 9}, "source": "our move off Acme in 2025."})
    shipped, used = load_effort(), with_own(load_effort(), own)
    assert used.hours.high == 12 and used.hours.low == shipped.hours.low
    assert used.points(Dimension.STATE, ()) == 9 and used.points(Dimension.RETRY, ()) == shipped.points(Dimension.RETRY, ())
    said = basis(shipped, own)
    assert said.overridden and said.hours_per_point == (2, 4, 12)
    assert "hours.high 12 (shipped 8)" in said.words and "points of state 9 (shipped 5)" in said.words
    assert said.words.endswith("Source: our move off Acme in 2025.")
    assert not basis(shipped, EffortConfig()).overridden and with_own(shipped, EffortConfig()) == shipped


def test_own_hours_that_end_up_out_of_order_are_refused() -> None:
    with pytest.raises(DataError, match=r"effort: hours.*out of order"):
        with_own(load_effort(), EffortConfig.model_validate({"hours": {"low": 5}}))


def test_an_audit_counts_with_the_own_figures() -> None:
    scan = scan_of(place("orchestration"), place("state"))
    plain = assess(scan, Config(), RUNTIMES)
    dear = assess(scan, Config.model_validate({"effort": {"points": {"orchestration": 14}}}), RUNTIMES)
    assert dear.leave_points == plain.leave_points + 7
    assert plain.effort is not None and dear.effort is not None and (plain.effort.overridden, dear.effort.overridden) == (False, True)
