"""Lint finds what ties a specification to a vendor, takes plain English for plain English, and gives reasons for its score."""

from __future__ import annotations

import pytest

from lockin_audit.assess.spec_lint import WEIGHTS, lint
from lockin_audit.assess.vocabulary import vocabulary
from lockin_audit.core.spec import GAP, DataItem, Failure, ToolContract, WorkflowSpec, blank_spec
from lockin_audit.scan.runtimes import load_runtimes

WORDS = vocabulary(load_runtimes())


def sound(**change: object) -> WorkflowSpec:
    item = DataItem(name="claim", meaning="The claim with its documents.", type="record")
    fields: dict[str, object] = {
        "id": "claims", "name": "Claims triage", "task": "Sorts incoming claims.",
        "decision": "Whether a claim is paid, refused or reviewed.",
        "on_behalf_of": "The claims department, with the rights of a clerk.",
        "criteria": ("Claims up to 500 euros with all 3 documents are paid.",),
        "accountable": "Head of claims, Ada Lund", "guardrails": ("Never pays more than 500 euros; the payment tool refuses it.",),
        "escalation": ("Claims above 500 euros go to a clerk.",), "human_in_the_loop": "A clerk decides all refusals, 10 an hour.",
        "outcome": "Decided without a second look.", "budget": "At most 2 euros per claim; above that it is parked.",
        "inputs": (item,), "outputs": (item,), "state": ("Documents asked for, kept for 10 years.",),
        "failure": Failure(attempts=2, timeout_seconds=60, then="A clerk takes over."), "telemetry": ("Criterion met, amount, threshold.",),
        "tools": (ToolContract(name="lookup_policy", purpose="Reads a policy.", inputs=(item,), changes=False),),
        "mapping": {"runtime": "Claude Managed Agents", "model": "claude-sonnet-5"},
    }  # fmt: skip
    return WorkflowSpec.model_validate(fields | change)


def test_a_sound_specification_scores_a_hundred_and_may_name_vendors_in_its_mapping() -> None:
    assert lint(sound(), WORDS).model_dump() == {"faults": (), "score": 100, "reasons": ()}


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Sorts claims with gpt-5.1.", "model id", "gpt-5.1"),
        ("Uses anthropic.claude-sonnet-4-5 for the hard step.", "model id", "anthropic.claude-sonnet-4-5"),
        ("Runs on Anthropic's platform.", "vendor name", "Anthropic"),
        ("runs on bedrock.", "vendor name", "bedrock"),
        ("Reads a session with client.beta.threads.runs.create first.", "provider syntax", "client.beta.threads.runs.create"),
        ("Needs the claude-agent-sdk package.", "provider syntax", "claude-agent-sdk"),
        ("Runs in Copilot Studio.", "vendor name", "Copilot"),
    ],
)
def test_names_ids_and_syntax_are_found_wherever_they_stand(text: str, kind: str, found: str) -> None:
    for change in ({"task": text}, {"guardrails": (text,)}, {"tools": (ToolContract(name="t", purpose=text),)}):
        assert any(f.kind == kind and found in f.found for f in lint(sound(**change), WORDS).faults), (change, text)


@pytest.mark.parametrize(
    "text",
    [
        "The agent reads the policy, searches the knowledge base and writes to the memory of the case.",
        "Temporary cover and temporal limits are read from the contract; strands of a case are joined; a vertex is no corner.",
        "A workflow of two agents asks the assistant desk, messages the customer and closes the session.",
        "Conversational tone, 3 sentences, in the language of the letter. The platform team is told.",
    ],
)
def test_plain_english_is_no_vendor(text: str) -> None:
    assert list(WORDS.found(text)) == []


@pytest.mark.parametrize("who", ["", "OPEN: who?", "The claims team", "We", "the vendor"])
def test_someone_must_be_accountable(who: str) -> None:
    (fault,) = lint(sound(accountable=who), WORDS).faults
    assert fault.kind == "accountability"


def test_vague_criteria_are_named_word_by_word() -> None:
    faults = lint(sound(criteria=("Pays reasonable claims as needed.",)), WORDS).faults
    assert [(f.field, f.found) for f in faults] == [("criteria 1", "reasonable"), ("criteria 1", "as needed")]


def test_a_blank_one_is_all_gaps_and_scores_near_nothing() -> None:
    got = lint(blank_spec("w"), WORDS)
    assert {f.kind for f in got.faults} == {"accountability", "missing"} and got.score < 20
    assert sum(WEIGHTS[f.kind] for f in got.faults) == 100 - got.score and len(got.reasons) == 2


def test_a_tool_must_be_a_contract() -> None:
    (fault,) = lint(sound(tools=(ToolContract(name="pay", purpose="Pays.", changes=True),)), WORDS).faults
    assert fault.kind == "contract" and "inputs" in fault.remedy and "repeat" in fault.remedy


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Delivers furniture for Azure Interiors.", "Azure"),
        ("The head of claims is Claude Dupont.", "Claude"),
        ("Refusals go to Mme Claude.", "Claude"),
        ("Pays invoices of Gemini Holdings.", "Gemini"),
    ],
)
def test_a_name_within_a_longer_proper_name_is_doubtful_and_costs_little(text: str, name: str) -> None:
    (fault,) = lint(sound(task=text), WORDS).faults
    assert (fault.kind, fault.found) == ("doubtful name", name) and "Perhaps" in fault.remedy
    assert lint(sound(task=text), WORDS).score == 98


@pytest.mark.parametrize(
    "text",
    ["Ask Claude for it.", "Runs on Azure.", "Uses Azure Functions.", "Claude reads it.", "Azure Interiors buys Azure.", "On Claude Opus."],
)
def test_a_product_is_certain(text: str) -> None:
    faults = lint(sound(task=text), WORDS).faults
    assert {f.kind for f in faults} == {"vendor name"}


def test_a_dated_tool_is_provider_syntax() -> None:
    (fault,) = lint(sound(task="Searches with web_search_20250305."), WORDS).faults
    assert (fault.kind, fault.found) == ("provider syntax", "web_search_20250305")
    assert lint(sound(task="Reads report_20251 and lines_2025."), WORDS).faults == ()


def test_an_identifier_with_a_vendor_in_it_names_the_vendor() -> None:
    (fault,) = lint(sound(task="Searches with bedrock_search."), WORDS).faults
    assert (fault.kind, fault.found) == ("vendor name", "bedrock_search")
    assert lint(sound(task="Reads temporal_cover, restate_case and vertex_id."), WORDS).faults == ()


def test_a_gap_marked_within_a_text_counts_as_missing() -> None:
    (fault,) = lint(sound(task=f"You are {GAP} and sort {GAP}."), WORDS).faults
    assert (fault.kind, fault.field, fault.found) == ("missing", "task", "2 gaps marked in the text")
