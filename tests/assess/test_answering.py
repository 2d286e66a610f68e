"""The four answers in words: limits, tables and ids, steps and what is missing, fields by file, causal and operational."""

from __future__ import annotations

from lockin_audit.assess.verdict import verdicts
from lockin_audit.core.audit import Verdict
from lockin_audit.core.config import WorkflowConfig
from lockin_audit.core.evidence import Detail, Landmark, Site
from tests.assess.evidence_builder import ENGINE, FRAMEWORK, MANAGED, NEUTRAL, RUNTIMES, place, scan_of

DRIVEN = place("orchestration")


def at(dimension: str, ownership: str = "platform", id: str = MANAGED, line: int = 5, file: str = "app/agent.py", **detail: object) -> Site:
    site = place(dimension, ownership, id, line=line, file=file)
    return site.model_copy(update={"detail": Detail.model_validate(detail)})


def judged(question: str, *sites: Site, marks: tuple[Landmark, ...] = (), workflow: WorkflowConfig | None = None) -> Verdict:
    scan = scan_of(*sites).model_copy(update={"landmarks": marks})
    return {str(q): v for q, v in verdicts(sites, RUNTIMES, (), scan, workflow=workflow).items()}[question]


def parts(verdict: Verdict) -> dict[str, str]:
    assert verdict.summary.startswith(verdict.lead) and all(part.text in verdict.summary for part in verdict.parts)
    return {part.heading: part.text for part in verdict.parts}


def test_retries_name_the_function_the_limits_and_that_two_layers_multiply() -> None:
    own = at("retry", "owned", NEUTRAL, function="ask", function_line=2, limits=("max_retries = 3", "sleep(2)"))
    told = parts(judged("retry", DRIVEN, own, at("retry", "owned", NEUTRAL, line=9)))
    assert "app/agent.py:5 in `ask`; written there: max_retries = 3, sleep(2)" in told["Your code decides"]
    assert "app/agent.py:9; no number of attempts or wait is written there" in told["Your code decides"]
    assert told["Your code decides"].index(":5 in") < told["Your code decides"].index(":9;")
    assert "Acme Managed retries inside a run without a line of code here" in told["The vendor decides"]
    assert "multiply" in told["Both at once"] and "It retries three times" in told["What the vendor documents"]


def test_state_names_table_columns_schema_file_pointer_and_keeping() -> None:
    held = at("state", names=("session_id",), limits=("ttl = 1800",))
    own = at("state", "owned", NEUTRAL, 8, "app/db.py", names=("runs",), columns=("claim_id", "vendor_session_id"))
    told = parts(judged("state", DRIVEN, held, own))
    assert "runs with claim_id, vendor_session_id (schema in app/db.py:8)" in told["In your own stores"]
    assert "`session_id` (app/agent.py:5)" in told["The id that points to it"]
    assert "table runs keeps such an id in its column vendor_session_id (app/db.py:8)" in told["The id that points to it"]
    assert "Written in the code: ttl = 1800 (app/agent.py:5)." in told["How long it is kept"]
    assert "not known" in told["Schema"]


def test_a_vendor_id_nobody_keeps_is_said() -> None:
    told = parts(judged("state", DRIVEN, at("state", names=("thread_id",)), at("state", "owned", NEUTRAL, 8, names=("runs",))))
    assert "No table of yours was seen to keep that id" in told["The id that points to it"]
    assert "Nothing in the code sets how long" in told["How long it is kept"]
    assert "kept for 30 days" in told["How long it is kept"] and "What the vendor documents" not in told


def test_replay_lists_four_steps_and_what_is_missing() -> None:
    told = parts(judged("replay", DRIVEN))
    steps = told["The steps it would take today"]
    assert [f"({n})" in steps for n in (1, 2, 3, 4)] == [True] * 4 and steps.count("missing") == 4
    assert told["In short"].count("a way to") == 4


def test_replay_names_the_entry_point_and_the_care_against_doing_twice() -> None:
    marks = (
        Landmark(kind="entry", file="app/agent.py", line=40, text="resume_claim"),
        Landmark(kind="idempotency", file="app/agent.py", line=44, text="key"),
        Landmark(kind="entry", file="other/x.py", line=1, text="restore"),
    )
    sites = (DRIVEN, at("replay"), at("state", names=("session_id",)))
    told = parts(judged("replay", *sites, marks=marks, workflow=WorkflowConfig(id="w", paths=("app/**",))))
    steps = told["The steps it would take today"]
    assert "entry point `resume_claim` (app/agent.py:40), which goes on inside the vendor's session" in steps and "restore" not in steps
    assert "care for this is taken at app/agent.py:44" in steps
    assert "only what the vendor hands out under `session_id`" in steps
    assert told["In short"] == "Missing: a way to get the state at that step back."


def test_an_engine_of_ones_own_needs_no_entry_point() -> None:
    told = parts(judged("replay", place("orchestration", "owned", FRAMEWORK), at("replay", "owned", ENGINE, names=("PostgresSaver",))))
    assert "done by the engine you run" in told["The steps it would take today"]
    assert "PostgresSaver (app/agent.py:5)" in told["The steps it would take today"]


def test_telemetry_names_fields_by_file_and_parts_causal_from_operational() -> None:
    sites = (
        DRIVEN,
        at("telemetry", line=3, file="ops/a.py", names=("usage.tokens", "event.kind")),
        at("telemetry", line=7, file="ops/b.py", names=("trace.rationale",), reasons=("rationale",)),
        at("telemetry", "owned", NEUTRAL, 9, "ops/c.py", reasons=("threshold",)),
    )
    told = parts(judged("telemetry", *sites))
    assert "ops/a.py:3 reads usage.tokens, event.kind" in told["What breaks when the vendor's format changes"]
    causal, plain = told["Causal: why it was decided so"], told["Operational: what happened"]
    assert "You record why: threshold (ops/c.py:9)" in causal and "as far as it chooses: rationale (ops/b.py:7)" in causal
    assert plain == "1 place tells only what happened, when and how much (ops/a.py:3)."


def test_each_part_rests_on_places_that_exist() -> None:
    sites = (DRIVEN, at("state", names=("session_id",)), at("replay", line=6))
    ids = {site.id for site in sites}
    for question in ("state", "replay"):
        assert {id for part in judged(question, *sites).parts for id in part.because} <= ids
