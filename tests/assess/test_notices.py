"""Ends and betas that vendors have announced are told of the runtimes that hold something here, and of no other."""

from __future__ import annotations

from lockin_audit.assess.notices import ends, notices
from lockin_audit.core.runtime import Fact, Runtime
from lockin_audit.scan.runtimes import load_runtimes
from tests.assess.evidence_builder import API, MANAGED, RUNTIMES, place, runtime


def ending(id: str, status: str) -> Runtime:
    plain = runtime(id)
    fact = Fact(question="lifecycle", statement="It is retired in May.", evidence="vendor_doc", source=plain.facts[0].source)
    return plain.model_copy(update={"status": status, "facts": (fact,)})


def test_an_end_is_told_with_places_and_source() -> None:
    known = (ending(MANAGED, "retired on 2027-05-01"), *(r for r in RUNTIMES if r.id != MANAGED))
    (told,) = notices([place("state"), place("retry", line=2), place("state", "owned", API)], known)
    assert told.startswith("Acme Managed (2 places here): retired on 2027-05-01. Documented for Acme Managed: It is retired in May (")


def test_nothing_is_told_of_what_holds_nothing_or_announced_nothing() -> None:
    known = (ending(MANAGED, "generally available"), runtime(API).model_copy(update={"status": "shut down"}))
    assert notices([place("state"), place("state", "owned", API)], known) == ()


def test_a_model_that_is_named_uses_nothing_that_ends() -> None:
    known = (ending(MANAGED, "shut down"),)
    assert notices([place("model")], known) == ()
    assert "(1 place here)" in notices([place("model"), place("state", line=2)], known)[0]


def test_the_runtimes_known_to_have_ended_are_recognised() -> None:
    known = load_runtimes()
    for id in ("openai.assistants", "aws.bedrock_agents", "microsoft.foundry_agents", "openai.agentkit", "anthropic.managed_agents"):
        assert notices([place("state", id=id)], known), id
    assert notices([place("state", id="google.agent_engine"), place("model", id="aws.bedrock_runtime")], known) == ()
    assert {r.id for r in known if ends(r)} >= {"openai.assistants", "aws.bedrock_agents"}
    assert not any(ends(r) for r in known if r.id in ("anthropic.managed_agents", "google.agent_engine"))
