"""The four answers in words: limits, tables and ids, steps and what is missing, fields by file, causal and operational."""

from __future__ import annotations

import pytest

from lockin_audit.assess.verdict import verdicts
from lockin_audit.core.audit import Verdict
from lockin_audit.core.config import WorkflowConfig
from lockin_audit.core.evidence import Confidence, Detail, Landmark, Site
from tests.assess.evidence_builder import ENGINE, FRAMEWORK, HARNESS, MANAGED, NEUTRAL, RUNTIMES, place, scan_of, with_role

DRIVEN = place("orchestration")


def at(dimension: str, ownership: str = "platform", id: str = MANAGED, line: int = 5, file: str = "app/agent.py", **detail: object) -> Site:
    site = place(dimension, ownership, id, line=line, file=file)
    return site.model_copy(update={"detail": Detail.model_validate(detail)})


def judged(question: str, *sites: Site, marks: tuple[Landmark, ...] = (), workflow: WorkflowConfig | None = None) -> Verdict:
    scan = scan_of(*sites).model_copy(update={"landmarks": marks})
    return {str(q): v for q, v in verdicts(sites, RUNTIMES, (), scan, workflow=workflow).items()}[question]


def parts(verdict: Verdict) -> dict[str, str]:
    assert verdict.summary.startswith(verdict.lead) and all(part.text in verdict.summary for part in verdict.parts)
    for part in verdict.parts:
        assert not part.items or (part.text.startswith(part.opening) and all(item in part.text for item in part.items))
    return {part.heading: part.text for part in verdict.parts}


def test_retries_name_the_function_the_limits_and_that_two_layers_multiply() -> None:
    own = at("retry", "owned", NEUTRAL, function="ask", function_line=2, limits=("max_retries = 3", "sleep(2)"))
    told = parts(judged("retry", DRIVEN, own, at("retry", "owned", NEUTRAL, line=9)))
    assert "app/agent.py:5 in `ask` with max_retries = 3, sleep(2)" in told["Your code decides"]
    assert "app/agent.py:9 (no number of attempts or wait is written there)" in told["Your code decides"]
    assert told["Your code decides"].index(":5 in") < told["Your code decides"].index(":9 (")
    assert "inside a run is settled by Acme Managed" in told["The vendor decides"]
    assert "multiply" in told["Both at once"] and "It retries three times" in told["What the vendor documents"]


def test_each_step_keeps_its_own_limits_and_a_rule_inside_a_call_is_told_once() -> None:
    quick = at("retry", "owned", ENGINE, 5, function="run", limits=("start_to_close_timeout = timedelta(seconds=1)", "attempts = 2"))
    inside = at("retry", "owned", ENGINE, 8, function="run", limits=("attempts = 2",))
    slow = at("retry", "owned", ENGINE, 40, function="run", limits=("setTimeout(resolve, 5000)",))
    told = parts(judged("retry", place("orchestration", "owned", FRAMEWORK), quick, inside, slow))["Your code decides"]
    assert "app/agent.py:5 in `run` with start_to_close_timeout = 1 second, attempts = 2" in told
    assert "app/agent.py:40 in `run` with a wait of 5000 milliseconds" in told and ":8" not in told
    assert told.startswith("3 places. ") and told.count("retry held by owned") == 1


def test_a_wait_is_no_second_attempt() -> None:
    wait = with_role(at("retry", "owned", NEUTRAL), "limit")
    found = judged("retry", DRIVEN, wait, at("retry", line=7))
    assert found.verdict == "mixed" and found.lead.endswith("what is tried again after a failure is left to Acme Managed.")
    assert "Both at once" not in parts(found)
    never = at("retry", "owned", NEUTRAL, limits=("maximum_retry_attempts = 0",))
    assert "sets how long it waits or when it stops" in judged("retry", DRIVEN, never).lead
    alone = judged("retry", place("orchestration", "owned", FRAMEWORK), wait)
    assert "nothing was found in it that tries a failed step again" in alone.lead


def test_the_first_sentence_says_no_more_than_the_rule_found() -> None:
    left = judged("retry", DRIVEN)
    assert left.lead == "Nothing in your code decides what is tried again after a failure; that is left to Acme Managed."
    assert "places named" not in judged("telemetry", DRIVEN).lead
    assert "may be gone when its process ends" in judged("state", place("orchestration", "owned", FRAMEWORK)).lead


def test_state_names_table_columns_schema_file_pointer_and_keeping() -> None:
    held = at("state", names=("session_id",), limits=("ttl = 1800",))
    own = at("state", "owned", NEUTRAL, 8, "app/db.py", names=("runs",), columns=("claim_id", "vendor_session_id"))
    told = parts(judged("state", DRIVEN, held, own))
    assert "runs with claim_id, vendor_session_id (schema in app/db.py:8)" in told["In your own stores"]
    assert "`session_id` (app/agent.py:5)" in told["The id that points to it"]
    assert "table runs keeps such an id in its column vendor_session_id (app/db.py:8)" in told["The id that points to it"]
    assert "Written in the code: ttl = 1800 (app/agent.py:5)." in told["How long it is kept"]
    assert "no published schema" in told["Schema"]


def test_a_vendor_id_nobody_keeps_is_said() -> None:
    told = parts(judged("state", DRIVEN, at("state", names=("thread_id",)), at("state", "owned", NEUTRAL, 8, names=("runs",))))
    assert (
        "Whether a store of your own keeps that id is not written where it is declared (app/agent.py:8)" in told["The id that points to it"]
    )
    assert "Nothing in the code sets how long" in told["How long it is kept"]
    assert "kept for 30 days" in told["How long it is kept"] and "What the vendor documents" not in told
    column = with_role(at("state", names=("thread_id",), line=9), "kept_id")
    assert "A table or record of yours keeps it (app/agent.py:9)." in judged("state", DRIVEN, column).summary
    own = with_role(at("state", "owned", FRAMEWORK, 12, "app/tables.sql"), "kept_id")
    told = parts(judged("state", DRIVEN, at("state", names=("thread_id",)), own))
    assert told["The id that points to it"].endswith("A table or record of yours keeps such an id (app/tables.sql:12).")
    alone = parts(judged("state", DRIVEN, at("state", names=("thread_id",))))
    assert "No table of yours was seen to keep it" in alone["The id that points to it"]


def test_the_history_of_an_engine_is_where_its_runs_are_kept() -> None:
    found = judged("state", place("orchestration", "owned", FRAMEWORK), at("replay", "owned", ENGINE, 7))
    told = parts(found)
    assert "event history that Open Engine keeps of a run" in told["In the history of your engine"]
    assert "In your own stores" not in told and "gone" not in found.lead
    assert found.because == (at("replay", "owned", ENGINE, 7).id,)


def test_what_is_kept_in_memory_only_is_said_to_go_with_the_process() -> None:
    loop = place("orchestration", "owned", FRAMEWORK)
    told = parts(judged("state", loop, at("state", "owned", FRAMEWORK, names=("InMemorySaver",))))["In your own stores"]
    assert "InMemorySaver (app/agent.py:5; in the memory of the process, and gone when it ends)" in told
    kept = parts(judged("state", loop, at("state", "owned", FRAMEWORK, names=("PostgresSaver",))))["In your own stores"]
    assert "laid out by the library" in kept


def test_the_shape_of_a_state_is_no_store() -> None:
    shape = with_role(at("state", "owned", FRAMEWORK, 8, "app/state.py", names=("AgentState",)), "shape")
    told = parts(judged("state", DRIVEN, at("state", names=("thread_id",)), shape))
    assert "written in your code: AgentState (app/state.py:8)." in told["Schema"]
    assert told["In your own stores"].startswith("No session store of your own was found")
    assert "only its shape is written in your code" in judged("state", DRIVEN, at("state", names=("thread_id",)), shape).lead


def test_what_a_runtime_documents_of_sessions_is_not_said_of_one_that_only_searches_documents() -> None:
    other = at("state", id=HARNESS, line=9).model_copy(update={"runtime": "acme.second"})
    second = RUNTIMES[[r.id for r in RUNTIMES].index(MANAGED)].model_copy(update={"id": "acme.second", "name": "Acme Second"})
    found = verdicts([DRIVEN, other], (*RUNTIMES, second), (), scan_of(DRIVEN, other))["state"]
    assert "Said of Acme Managed" in found.summary and "Acme Second:" not in found.summary


@pytest.mark.parametrize(
    ("question", "site", "name", "says"),
    [
        ("retry", at("retry", "owned", NEUTRAL), "call-deadline", "Both at once"),
        ("state", at("state", "owned", FRAMEWORK), "state-schema", "In your own stores: 1 place"),
        ("state", at("state", names=("thread_id",)), "thread-column", "No table of yours was seen to keep it"),
        ("replay", at("replay"), "event-history", "nothing in the code reads that back"),
    ],
)
def test_what_a_rule_is_called_changes_no_answer(question: str, site: Site, name: str, says: str) -> None:
    assert says in judged(question, DRIVEN, site.model_copy(update={"rule": f"{site.runtime}/{name}"})).summary


def test_permissions_are_told_after_the_places_of_use_and_hold_no_state() -> None:
    right, use = with_role(at("state", line=3), "permission"), at("state", line=7)
    told = parts(judged("state", DRIVEN, right.model_copy(update={"what": "A right."}), use))["With the vendor"]
    assert told.index("state held by platform (app/agent.py:7)") < told.index("A right (app/agent.py:3)")
    steps = parts(judged("replay", DRIVEN, right, use))["The steps it would take today"]
    assert "only what the vendor hands out (app/agent.py:7)" in steps


def test_replay_lists_four_steps_and_what_is_missing() -> None:
    told = parts(judged("replay", DRIVEN))
    steps = told["The steps it would take today"]
    assert [f"({n})" in steps for n in (1, 2, 3, 4)] == [True] * 4 and steps.count("missing") == 4
    assert told["In short"].startswith("All four steps are missing")


def test_replay_names_the_entry_point_and_the_care_against_doing_twice() -> None:
    marks = (
        Landmark(kind="entry", file="app/agent.py", line=40, text="resume_claim"),
        Landmark(kind="idempotency", file="app/agent.py", line=44, text="key"),
        Landmark(kind="entry", file="other/x.py", line=1, text="restore"),
    )
    read = with_role(at("replay"), "history")
    sites = (DRIVEN, read, at("state", names=("session_id",)))
    blind = parts(judged("replay", DRIVEN, at("replay")))["The steps it would take today"]
    assert "only the vendor's history of the run tells it, and nothing in the code reads that back" in blind
    told = parts(judged("replay", *sites, marks=marks, workflow=WorkflowConfig(id="w", paths=("app/**",))))
    steps = told["The steps it would take today"]
    assert "entry point `resume_claim` (app/agent.py:40), which goes on inside the vendor's session" in steps and "restore" not in steps
    assert "speaks of repeats and duplicates at app/agent.py:44" in steps
    assert "only what the vendor hands out under `session_id`" in steps
    assert told["In short"] == "Missing: step 2 (get the state at that step back)."


def test_an_engine_takes_up_by_itself_and_a_framework_has_to_be_asked() -> None:
    loop = place("orchestration", "owned", FRAMEWORK)
    told = parts(judged("replay", loop, at("replay", "owned", ENGINE, names=("PostgresSaver",))))
    assert "taken up by Open Engine as soon as a worker is back (app/agent.py:5)" in told["The steps it would take today"]
    assert "PostgresSaver (app/agent.py:5)" in told["The steps it would take today"]
    asked = parts(judged("replay", loop, at("replay", "owned", FRAMEWORK, names=("PostgresSaver",))))
    assert "no function of yours is named after asking it to" in asked["The steps it would take today"]
    assert "start again from there" in asked["In short"]


def test_what_is_only_in_memory_is_not_there_after_a_failure() -> None:
    graph, memory = at("replay", "owned", FRAMEWORK, line=7), at("state", "owned", FRAMEWORK, names=("MemorySaver",))
    told = parts(judged("replay", place("orchestration", "owned", FRAMEWORK), graph, memory))
    assert "missing once the process has ended: it is only in its memory (app/agent.py:5)" in told["The steps it would take today"]
    assert "2 (get the state at that step back)" in told["In short"]
    lasting = at("state", "owned", FRAMEWORK, 9, names=("PostgresSaver",))
    both = parts(judged("replay", place("orchestration", "owned", FRAMEWORK), graph, memory, lasting))
    assert "your own store (app/agent.py:9), if it was written at that step" in both["The steps it would take today"]


def test_telemetry_names_fields_by_file_and_parts_causal_from_operational() -> None:
    sites = (
        DRIVEN,
        at("telemetry", line=3, file="ops/a.py", names=("usage.tokens", "event.kind")),
        at("telemetry", line=7, file="ops/b.py", names=("trace.rationale",), reasons=("rationale",)),
        at("telemetry", "owned", NEUTRAL, 9, "ops/c.py", reasons=("threshold",)),
    )
    told = parts(judged("telemetry", *sites))
    broken = told["What breaks when the vendor's format changes"]
    assert broken.startswith("2 places in 2 files. telemetry held by platform. By file: ops/a.py:3 reads usage.tokens, event.kind.")
    causal, plain = told["Causal: why it was decided so"], told["Operational: what happened"]
    assert "You record why: threshold (ops/c.py:9)" in causal and "as far as it chooses: rationale (ops/b.py:7)" in causal
    assert plain == "1 place tells only what happened, when and how much (ops/a.py:3)."


def test_what_is_likely_is_not_told_as_certain() -> None:
    sure, likely = at("replay", line=5), at("replay", line=9).model_copy(update={"confidence": Confidence.MEDIUM, "rule": f"{MANAGED}/x"})
    both = judged("replay", DRIVEN, sure, likely)
    assert "app/agent.py:9; likely, not certain" in both.summary and "app/agent.py:5; likely" not in both.summary
    assert "1 place, likely and not certain. replay held" in judged("replay", DRIVEN, likely).summary
    assert "not certain" not in both.lead and judged("replay", DRIVEN, likely).lead.endswith("places that are likely, not certain.")


def test_each_part_rests_on_places_that_exist() -> None:
    sites = (DRIVEN, at("state", names=("session_id",)), at("replay", line=6))
    ids = {site.id for site in sites}
    for question in ("state", "replay"):
        assert {id for part in judged(question, *sites).parts for id in part.because} <= ids
