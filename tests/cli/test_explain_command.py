"""`explain` tells what is known of an id of every kind."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from lockin_audit.assess.questions import answer_rules, decision_rules
from lockin_audit.assess.recommendation import recommendation_table
from lockin_audit.cli.app import command_line
from lockin_audit.cli.topics import text_of
from lockin_audit.core.errors import DataError


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("retry", "Which retry decisions are made by the platform versus your code?"),
        ("anthropic.managed_agents", "Prices: lockin-audit prices anthropic.managed_agents"),
        ("openai.assistants/thread-store", "Must be found on these lines of its fixtures"),
        ("langchain.langgraph/state-class", "shape: Which fields a state has"),
        (decision_rules()[0].id, "how evidence becomes a verdict"),
        (answer_rules()[0].id, "Counts: "),
        (recommendation_table().rule[0].id, "What would change it"),
        ("w.sessions_per_month", "Set it under [assumptions]"),
        ("datadog.llm_observability", "Counts:"),
    ],
)
def test_an_id_of_each_kind_is_explained(id: str, words: str) -> None:
    assert words in text_of(id)


def test_an_input_with_a_default_for_each_kind_of_option_tells_both() -> None:
    told = text_of("o.run_fte")
    assert "Default for a managed option: 0.25 FTE" in told
    assert "Default for an owned option: 0.8 FTE" in told


def test_an_input_of_a_workflow_is_found_under_its_template() -> None:
    assert text_of("triage.sessions_per_month") == text_of("w.sessions_per_month")


def test_an_unknown_id_names_the_nearest_ones() -> None:
    with pytest.raises(DataError, match=r"Did you mean .*anthropic\.managed_agents"):
        text_of("anthropic.managed_agent")


def test_the_command_prints_the_text() -> None:
    done = CliRunner().invoke(command_line(), ["explain", "replay"])
    assert done.stdout.strip() == text_of("replay")
