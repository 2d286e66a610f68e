"""What leaving and swapping take, told so that nobody adds what is one piece of work; one sentence for nothing, lists as lists."""

from __future__ import annotations

from lockin_audit.assess.audit import assess
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import Site
from lockin_audit.report.audit_markdown import audit_markdown
from lockin_audit.report.audit_tables import audit_grids
from lockin_audit.report.rebuild_words import two_events
from tests.assess.evidence_builder import API, MANAGED, RUNTIMES, place, runtime, scan_of


def audited(*sites: Site, own_models_only: bool = False) -> Audit:
    known = (*(r for r in RUNTIMES if r.id != MANAGED), runtime(MANAGED, own_models_only=own_models_only))
    return assess(scan_of(*sites), Config(), known)


def test_two_events_are_not_added() -> None:
    told = two_events(audited(place("orchestration"), place("prompts")))
    assert told.startswith("Leaving the runtime takes ") and told.endswith("These are two events and are not added.")


def test_where_swapping_means_leaving_it_is_one_piece_of_work() -> None:
    assert ": the same work, as what is rented" in two_events(audited(place("orchestration"), own_models_only=True))
    more = two_events(audited(place("orchestration"), place("model"), own_models_only=True))
    assert "the same work, and what only a new model asks for" in more


def test_where_nothing_is_rented_there_is_nothing_to_leave() -> None:
    assert two_events(audited(place("model", id=API))).startswith("Nothing found here is rented from a runtime")
    assert "only a swap of the model" in two_events(audited(place("state")))


def test_a_repository_without_agents_gets_one_sentence_and_not_four() -> None:
    nothing = audited()
    text = audit_markdown(nothing)
    assert text.count("no agent runtime, framework or model call") == 1 and "### Which retry" not in text
    assert len(audit_grids(nothing)[0].rows) == 1 and nothing.questions["retry"].verdict == "none"


def test_what_is_a_list_in_an_answer_is_shown_as_one() -> None:
    found = audited(place("orchestration"))
    assert "- **The steps it would take today**:\n  - (1) Find the step" in audit_markdown(found)
    answers = audit_grids(found)[0].rows
    assert "The steps it would take today:\n• (1) Find the step" in next(row[2] for row in answers if row[0] == "replay")
