"""Drafts from whole repositories: the example and three small ones, each of another make. Every filled field stands where it says,
no vendor's name stands outside the mapping, and a draft agrees with the code it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lockin_audit.assess.spec_lint import lint
from lockin_audit.assess.vocabulary import vocabulary
from lockin_audit.cli.app import command_line
from lockin_audit.core.spec import GAP, WorkflowSpec, is_open, load_spec
from lockin_audit.scan.runtimes import load_runtimes
from tests.cli.spec_proof import unproven

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "claims"
WORDS = vocabulary(load_runtimes())

DESK = {
    "desk/agent.py": '''"""The travel desk."""

import anthropic
from anthropic import beta_tool
from prometheus_client import Counter

from desk.limits import retry

client = anthropic.Anthropic()
TRIPS = Counter("desk_trips_total", "Trips the desk has booked")

DESK_PROMPT = (
    "You are the travel desk of a small firm and you run on Claude. "
    "Book trains before planes. "
    "Never book a hotel above 180 euros a night. "
    "Hand over to the office manager when a trip costs more than 2,000 euros."
)


@beta_tool
def find_trains(origin: str, day: str, seats: int = 1) -> list[str]:
    """Lists trains of a day with prices.

    Args:
        origin: Station of departure.
        day: Day of travel, as 2026-11-21.
    """
    return []


PAY = {
    "name": "pay_ticket",
    "description": "Pays one ticket from the firm's account.",
    "input_schema": {"type": "object", "properties": {"amount": {"type": "number", "description": "Euros."}}, "required": ["amount"]},
}


@retry(attempts=3)
def book(request: str) -> str:
    agent = client.beta.agents.create(
        name="travel-desk", model="claude-sonnet-5", system=DESK_PROMPT, tools=[{"type": "agent_toolset_20260401"}, PAY]
    )
    session = client.beta.sessions.create(agent=agent.id)
    return session.id
''',
    "desk/limits.py": "def retry(attempts):\n    return lambda f: f\n",
}
CREW = {
    "crew/config/agents.yaml": """\
reader:
  role: >
    Contract reader
  goal: >
    Find the notice period and the price of every contract.
  backstory: >
    You have read leases for a housing society.
    Do not guess a date that is not written.
""",
    "crew/config/tasks.yaml": """\
read_contract:
  description: >
    Read the contract {contract_file} and list what it obliges us to.
  expected_output: >
    A list of duties with clause and date.
  agent: reader
""",
    "crew/main.py": """\
from crewai import Agent, Crew, Task
from crewai.tools import BaseTool
from pydantic import BaseModel, Field


class ClauseQuestion(BaseModel):
    contract: str = Field(..., description="Number of the contract.")
    clause: int | None = Field(None, description="Clause; all where left out.")


class ClauseTool(BaseTool):
    name: str = "Read clause"
    description: str = "Gives the wording of one clause."
    args_schema: type[BaseModel] = ClauseQuestion

    def _run(self, contract: str, clause: int | None = None) -> str:
        return ""


reader = Agent(config={}, tools=[ClauseTool()])
task = Task(config={}, agent=reader, human_input=True)
crew = Crew(agents=[reader], tasks=[task])
""",
}
HELP = {
    "infra/agent.yaml": """\
Resources:
  HelpAgent:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: help-desk
      FoundationModel: anthropic.claude-haiku-4-5-20251001-v1:0
      Instruction: |
        You answer staff who cannot work because a device failed.
        If a device holds patient data, escalate to the duty officer.
        You must not reset a password.
      ActionGroups:
        - ActionGroupName: tickets
          ApiSchema:
            Payload: |
              openapi: 3.0.0
              info: {title: Tickets, version: "1"}
              paths:
                /tickets:
                  post:
                    operationId: openTicket
                    description: Opens a ticket for one device.
                    requestBody:
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [device]
                            properties:
                              device: {type: string, description: Tag on the device.}
                              urgent: {type: boolean, description: Whether work stands still.}
                    responses:
                      "200":
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                number: {type: integer, description: Number of the ticket.}
        - ActionGroupName: stock
          FunctionSchema:
            Functions:
              - Name: spare_devices
                Description: Counts spare devices of a kind.
                Parameters:
                  kind: {Type: string, Description: Kind of device., Required: true}
""",
    "web/desk.ts": """\
import { BedrockAgentRuntimeClient, InvokeAgentCommand } from "@aws-sdk/client-bedrock-agent-runtime";
import { tool } from "ai";
import { z } from "zod";

const client = new BedrockAgentRuntimeClient({});

export const findPerson = tool({
  name: "find_person",
  description: "Finds who sits at a desk.",
  inputSchema: z.object({
    desk: z.string().describe("Number of the desk"),
    floor: z.number().int().optional().describe("Floor of the building"),
  }),
  execute: async ({ desk }) => desk,
});

export async function ask(text: string) {
  return client.send(new InvokeAgentCommand({ agentId: "A1", agentAliasId: "B1", sessionId: "s", inputText: text }));
}
""",
}


def run(*arguments: str) -> str:
    done = CliRunner().invoke(command_line(), ["spec", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def draft(files: dict[str, str], folder: Path) -> WorkflowSpec:
    repository = folder / "repository"
    for name, text in files.items():
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text, encoding="utf-8")
    return drafted(repository, "repository", folder)


def drafted(repository: Path, workflow: str, folder: Path) -> WorkflowSpec:
    """The draft, after the three promises of every draft are kept."""
    file = folder / f"{workflow}.toml"
    run("extract", workflow, "--repo", str(repository), "--output", str(file))
    spec = load_spec(file)
    assert unproven(spec, repository) == []
    assert not {"vendor name", "doubtful name", "model id", "provider syntax"} & {f.kind for f in lint(spec, WORDS).faults}
    assert "No difference was found" in run("compare", str(file), "--repo", str(repository))
    return spec


@pytest.mark.parametrize("workflow", ["triage", "research", "documents"])
def test_the_example(workflow: str, tmp_path: Path) -> None:
    spec = drafted(EXAMPLE, workflow, tmp_path)
    assert {f.field for f in spec.found} >= {"name", "outcome"}
    if workflow == "triage":
        assert spec.failure.attempts == 3 and "PAY, ASK, REFER" in spec.task
        assert any("triage_sessions" in text for text in spec.state) and any("triage_failed_total" in text for text in spec.telemetry)
        assert "claude-sonnet-5 (triage/agent.py:39)" in spec.mapping["model"]
        assert spec.escalation[0].startswith("Refer every claim with an injury, a fraud marker, or an estimate")
    if workflow == "documents":
        assert "photos and invoices" in spec.task


def test_python_prompt_tools_and_limits(tmp_path: Path) -> None:
    spec = draft(DESK, tmp_path)
    tools = {tool.name: tool for tool in spec.tools}
    assert set(tools) == {"find_trains", "pay_ticket", "tool_3"}
    assert [(i.name, i.type, i.required) for i in tools["find_trains"].inputs] == [
        ("origin", "text", True), ("day", "text", True), ("seats", "whole number", False),
    ]  # fmt: skip
    assert tools["find_trains"].outputs[0].type == "list" and tools["pay_ticket"].inputs[0].type == "number"
    assert all(tool.changes is None for tool in spec.tools)
    assert GAP in spec.task and "Claude" in spec.mapping["names taken out"] and "agent_toolset_20260401" in spec.mapping["tool tool_3"]
    assert spec.guardrails[0] == "Never book a hotel above 180 euros a night." and is_open(spec.guardrails[-1])
    assert spec.escalation[0].startswith("Hand over to the office manager")
    assert {(f.field, f.line) for f in spec.found} >= {("guardrails 1", 15), ("escalation 1", 16)}


def test_agents_and_tasks_in_yaml_and_tools_as_classes(tmp_path: Path) -> None:
    spec = draft(CREW, tmp_path)
    (tool,) = spec.tools
    assert tool.name == "Read_clause" and [(i.name, i.type, i.required) for i in tool.inputs] == [
        ("contract", "text", True), ("clause", "whole number", False),
    ]  # fmt: skip
    assert "Find the notice period" in spec.task and "Read the contract" in spec.task
    assert [item.name for item in spec.inputs] == ["contract_file"] and spec.outputs[0].meaning.startswith("A list of duties")
    assert spec.guardrails[0] == "Do not guess a date that is not written."
    assert "A person is asked before" in spec.human_in_the_loop


def test_templates_with_apis_in_text_and_schemas_in_scripts(tmp_path: Path) -> None:
    spec = draft(HELP, tmp_path)
    tools = {tool.name: tool for tool in spec.tools}
    assert set(tools) == {"openTicket", "spare_devices", "find_person"}
    assert [(i.name, i.type, i.required) for i in tools["openTicket"].inputs] == [("device", "text", True), ("urgent", "yes or no", False)]
    assert tools["openTicket"].outputs[0].name == "number" and tools["spare_devices"].inputs[0].required
    assert [(i.name, i.type, i.required) for i in tools["find_person"].inputs] == [("desk", "text", True), ("floor", "whole number", False)]
    assert spec.escalation[0] == "If a device holds patient data, escalate to the duty officer."
    assert "You must not reset a password." in spec.guardrails


def test_what_is_taken_out_of_a_draft_shows(tmp_path: Path) -> None:
    draft(HELP, tmp_path)
    file = tmp_path / "repository.toml"
    text = (
        file.read_text(encoding="utf-8")
        .replace('name = "spare_devices"', 'name = "count_devices"')
        .replace('name = "urgent"', 'name = "soon"')
    )
    file.write_text(text, encoding="utf-8")
    found = json.loads(run("compare", str(file), "--repo", str(tmp_path / "repository"), "--format", "json"))
    assert found["schema"] == "lockin-audit/spec-compare/1"
    told = [(d["side"], d["what"]) for d in found["differences"]]
    assert ("code", "The code names the tool spare_devices; the specification does not.") in told
    assert ("code", "The tool openTicket takes urgent in the code; its contract does not.") in told
    assert ("specification", "The specification names the tool count_devices; no place in the code shows it.") in told
    assert ("specification", "The contract of openTicket asks for soon; the code does not take it.") in told
    assert all(d["places"] for d in found["differences"] if d["side"] == "code")


def test_a_draft_never_writes_over_a_specification(tmp_path: Path) -> None:
    from lockin_audit.core.errors import DataError

    draft(DESK, tmp_path)
    with pytest.raises(DataError, match="is there already"):
        run("extract", "repository", "--repo", str(tmp_path / "repository"), "--output", str(tmp_path / "repository.toml"))
