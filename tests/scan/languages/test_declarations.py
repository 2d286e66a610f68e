from __future__ import annotations

import pytest
from asking import found, lines, rule

RESOURCE = rule("resource", type=["aws_bedrockagent_agent", "AWS::Bedrock::Agent"])


def prop(path: str, value: str = "") -> object:
    return rule("resource", type=["aws_bedrockagent_agent", "AWS::Bedrock::Agent", "module"], property=path, value=value)


TERRAFORM = """
    # resource "aws_bedrockagent_agent" "no" {}
    resource "aws_bedrockagent_agent" "triage" {
      agent_name = "triage"
      guardrail_configuration {
        guardrail_identifier = "g-1"
      }
      prompt_override_configuration = [{
        prompt_configurations = [
          { base_prompt_template = file("p.txt"), prompt_type = "ORCHESTRATION" },
        ]
      }]
      instruction = <<-EOT
        resource "aws_bedrockagent_agent" "neither" {}
      EOT
    }
    data "aws_bedrockagent_agent" "seen" {}
    module "agent" {
      source = "aws-ia/bedrock/aws"
    }
"""


def test_terraform_resources_and_properties() -> None:
    assert lines(TERRAFORM, RESOURCE, "terraform") == [2]
    assert lines(TERRAFORM, rule("resource", type=["data.aws_bedrockagent_agent"]), "terraform") == [16]
    assert lines(TERRAFORM, prop("instruction"), "terraform") == [12]
    assert lines(TERRAFORM, prop("guardrail_configuration.guardrail_identifier"), "terraform") == [5]
    assert lines(TERRAFORM, prop("guardrail_configuration"), "terraform") == [4]
    assert lines(TERRAFORM, prop("prompt_override_configuration.prompt_configurations.prompt_type", "ORCH"), "terraform") == [9]
    assert lines(TERRAFORM, prop("source", "aws-ia/bedrock"), "terraform") == [18]
    assert lines(TERRAFORM, prop("agent_name", "other"), "terraform") == []
    assert lines(TERRAFORM, prop("missing"), "terraform") == []
    assert lines(TERRAFORM, rule("string", equals=["triage", "g-1"]), "terraform") == [2, 3, 5]


YAML = """
    AWSTemplateFormatVersion: "2010-09-09"
    Resources:
      # Type: AWS::Bedrock::Agent
      Triage:
        Type: AWS::Bedrock::Agent
        DependsOn: [Role]
        Properties:
          AgentName: !Sub "${Stage}-triage"
          FoundationModel: !FindInMap [Models, !Ref Stage, Id]
          Instruction: |
            Type: AWS::Bedrock::Agent
          ActionGroups:
            - ActionGroupName: claims
              ActionGroupExecutor: {Lambda: !GetAtt Fn.Arn}
      Role:
        Type: 'AWS::IAM::Role'
        Properties: {Path: /}
"""


def test_cloudformation_in_yaml() -> None:
    assert lines(YAML, RESOURCE, "yaml") == [4]
    assert lines(YAML, prop("Instruction"), "yaml") == [10]
    assert lines(YAML, prop("ActionGroups.ActionGroupExecutor.Lambda", "GetAtt"), "yaml") == [14]
    assert lines(YAML, prop("AgentName", "Stage"), "yaml") == [8]
    assert lines(YAML, prop("Path"), "yaml") == []
    assert lines(YAML, rule("resource", type=["AWS::IAM::Role"], property="Path"), "yaml") == [17]


def test_cloudformation_in_json_and_arm() -> None:
    source = """
        {"Resources": {
          "Triage": {
            "Type": "AWS::Bedrock::Agent",
            "Properties": {
              "Instruction": {"Fn::Sub": "x"},
              "ActionGroups": [
                {"ActionGroupName": "claims"}
              ]
            }}},
         "resources": [{
            "type": "Microsoft.CognitiveServices/accounts/projects",
            "properties": {"displayName": "x"}
         }]}
    """
    assert lines(source, RESOURCE, "json") == [2]
    assert lines(source, prop("Instruction"), "json") == [5]
    assert lines(source, prop("ActionGroups.ActionGroupName", "claims"), "json") == [7]
    arm = rule("resource", type=["Microsoft.CognitiveServices/accounts/projects"], property="properties.displayName")
    assert lines(source, arm, "json") == [12]


ARM_JSON = """
{"resources": [
  {"name": "a", "type": "Microsoft.CognitiveServices/accounts/deployments", "properties": {"model": {"name": "model-router"}}},
  {
    "name": "b",
    "type": "Microsoft.Web/sites",
    "properties": {"model": {"name": "other"}, "list": [{"name": "x"}]},
    "resources": [
      {"type": "Microsoft.Web/sites/config", "properties": {"x": {"y": 1}}}
    ]
  }
]}
"""
ARM_YAML = """
resources:
  - name: a
    type: Microsoft.CognitiveServices/accounts/deployments
    properties: {model: {name: model-router}}
  - {name: b, type: Microsoft.Web/sites,
     properties: {model: {name: other}, list: [{name: x}]}}
  - type: Microsoft.Web/sites/config
    properties:
      x:
        y: 1
"""


@pytest.mark.parametrize(
    ("language", "source", "deployment", "site", "config"),
    [("json", ARM_JSON, (2, 2), (5, 6, 6), (8, 8)), ("yaml", ARM_YAML, (3, 4), (5, 6, 6), (7, 10))],
)
def test_every_item_of_a_list_is_a_resource_of_its_own(
    language: str, source: str, deployment: tuple[int, ...], site: tuple[int, ...], config: tuple[int, ...]
) -> None:
    def held(kind: str, *properties: str) -> tuple[int, ...]:
        places = [lines(source, rule("resource", type=[f"Microsoft.{kind}"], property=path), language) for path in ("", *properties)]
        return tuple(place for (place,) in places)

    deployed = "CognitiveServices/accounts/deployments"
    assert held(deployed, "properties.model.name") == deployment
    assert held("Web/sites", "properties.model.name", "properties.list.name") == site
    assert held("Web/sites/config", "properties.x.y") == config
    routed = rule("resource", type=[f"Microsoft.{deployed}"], value="other")
    assert lines(source, routed, language) == []


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("yaml", "a:\n  env:\n    - LANGSMITH:\n        TRACING: 'true'\n    - {LANGSMITH: {TRACING: true}}\nTRACING: true\n", [4, 5]),
        ("json", '{"LANGSMITH":\n {"TRACING": "true"},\n "x": {"TRACING": true}}', [2]),
        (
            "toml",
            'LANGSMITH.TRACING = true\n[env.LANGSMITH]\n# TRACING = true\nTRACING = "true" # on\nOTHER = """\nTRACING = true\n"""\n',
            [1, 4],
        ),
        ("toml", "LANGSMITH = { TRACING = true }\n[x]\nTRACING = true\n", [1]),
    ],
)
def test_keys_are_matched_from_the_end_of_their_path(language: str, source: str, expected: list[int]) -> None:
    assert lines(source.encode(), rule("key", path=["LANGSMITH.TRACING"], value="^true$"), language) == expected


def test_keys_of_environment_files() -> None:
    source = b"# LANGSMITH_TRACING=true\r\nexport LANGSMITH_TRACING=true\r\nLANGSMITH_TRACING='true' \r\nX=true\r\nLANGSMITH_TRACING=\r\n"
    assert lines(source, rule("key", path=["LANGSMITH_TRACING"], value="^true$"), "dotenv") == [2, 3]
    assert lines(source, rule("key", path=["LANGSMITH_TRACING"]), "dotenv") == [2, 3, 5]


def test_keys_that_name_several_levels_at_once() -> None:
    source = """
        spring.ai:
          openai.chat:
            options.model: gpt
          other:
            options.model: gpt
        chat.options.model: gpt
        mychat.options.model: gpt
        model: gpt
    """
    assert lines(source, rule("key", path=["chat.options.model"]), "yaml", path="a.yaml") == [3, 6]


def test_keys_with_dots_and_mappings() -> None:
    source = b"gen_ai.system: x\nagent:\n  tools:\n    - code_interpreter\n"
    assert lines(source, rule("key", path=["gen_ai.system"]), "yaml") == [1]
    assert lines(source, rule("key", path=["agent.tools"], value="code_interpreter"), "yaml") == [3]
    assert lines(source, rule("string", equals=["code_interpreter"]), "yaml") == [4]


CATALOGUE_JSON = """
{"model": "gpt-4o",
 "inputs": [{"type": "options", "options": ["gpt-4o", {"value": "gpt-4o"}, ["gpt-4o"]]},
  {"enum": [
    "gpt-4o"]}],
 "options": {"model": "gpt-4o"},
 "models": ["gpt-4o"]}
"""
CATALOGUE_YAML = """
model: gpt-4o
choices:
  - gpt-4o
  - label: A
    value: gpt-4o
examples: [gpt-4o, {model: gpt-4o}]
options:
  model: gpt-4o
models:
  - gpt-4o
"""


def test_colons_in_values_without_quotes_do_not_hide_the_rest_of_the_file() -> None:
    source = b"""kind: TaskDialog
inputs:
  - kind: AutomaticTaskInput
    description: Details (e.g. "Course: CS401 | Name: Alex"), written so:
modelDescription: Creates a task: use it once.
action:
  kind: InvokeConnectorTaskAction
"""
    assert lines(source, rule("key", path=["action.kind"], value="InvokeConnectorTaskAction"), "yaml") == [7]
    assert lines(source, rule("key", path=["inputs.description"], value='.*"Course: CS401 .*'), "yaml") == [4]
    assert lines(source, rule("key", path=["modelDescription"], value=".*: use it once\\."), "yaml") == [5]


@pytest.mark.parametrize(("language", "source", "expected"), [("json", CATALOGUE_JSON, [1, 5, 6]), ("yaml", CATALOGUE_YAML, [1, 8, 10])])
def test_what_may_be_chosen_is_not_used(language: str, source: str, expected: list[int]) -> None:
    assert lines(source, rule("string", equals=["gpt-4o"]), language) == expected
    assert lines(source, rule("string", pattern="gpt-.*"), language) == expected


def test_aliases_are_never_unfolded() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)
    )
    assert found(bomb.encode() + b"key: yes\n", rule("key", path=["key"]), "yaml") == [(14, "high")]
    assert lines(b"x: &x {tools: [1]}\ny: *x\n", rule("key", path=["tools"]), "yaml") == [1]


def test_files_globs_decide() -> None:
    wanted = rule("key", path=["graphs"], files=["**/langgraph.json"])
    assert lines(b'{"graphs": {}}', wanted, "json", path="langgraph.json") == [1]
    assert lines(b'{"graphs": {}}', wanted, "json", path="a/b/langgraph.json") == [1]
    assert lines(b'{"graphs": {}}', wanted, "json", path="other.json") == []
