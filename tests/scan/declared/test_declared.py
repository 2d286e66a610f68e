"""What files declare, in every form that is read; and that hostile files are neither run, nor shown raw, nor able to stop the reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.declared import Declared, DeclaredTool
from lockin_audit.scan.declared.contracts import data_type
from lockin_audit.scan.declared.python_values import python_values
from lockin_audit.scan.declared.read import MOST_FILES, read_declared
from lockin_audit.scan.declared.script_values import script_values
from lockin_audit.scan.declared.texts import MOST_TEXT
from lockin_audit.scan.declared.tree_values import tree_values


def declared(folder: Path, **files: str) -> Declared:
    """Files by name, with `__` for a slash and `_DOT_` for a dot."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_declared(folder, lambda path: True)


def tools(found: Declared) -> dict[str, DeclaredTool]:
    return {tool.name: tool for tool in found.tools}


def items(tool: DeclaredTool) -> list[tuple[str, str, bool, str]]:
    return [(i.item.name, i.item.type, i.item.required, i.item.meaning) for i in tool.inputs]


def test_instructions_in_files_beside_the_code(tmp_path: Path) -> None:
    found = declared(
        tmp_path,
        app__run_DOT_py='from pathlib import Path\nSYSTEM = Path(__file__).with_name("system.md").read_text()\nNOTES = "notes.md"\n',
        app__system_DOT_md="\nYou sort the post of a town hall.\n",
        app__notes_DOT_md="Remember to buy paper for the printer.\n",
    )
    assert [(t.file, t.line, t.text) for t in found.texts] == [("app/system.md", 2, "You sort the post of a town hall.")]


def test_an_agent_in_markdown_with_its_tools(tmp_path: Path) -> None:
    text = "---\nname: post-sorter\ntools:\n  - Read\n  - Grep\n---\n\nYou sort the post of a town hall.\n"
    found = declared(
        tmp_path, agents__sorter_DOT_md=text, docs__page_DOT_md="---\nname: page\ntitle: A page\n---\nPlain words of a page.\n"
    )
    assert [(t.agent, t.line) for t in found.texts] == [("post-sorter", 8)]
    assert [(t.name, t.form, t.line) for t in found.tools] == [("Read", "built-in", 4), ("Grep", "built-in", 5)]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.py", 'messages = [{"role": "system",\n "content": "You sort the post."}]', 2),
        ("a.py", 'p = ChatPromptTemplate.from_messages([("system", "You sort the post.")])', 1),
        ("a.py", 'm = SystemMessage(content="You sort the post.")', 1),
        ("a.py", 'SORT_PROMPT = """\nYou sort the post."""', 2),
        ("a.py", 'def make():\n    return "You sort the post."\n\nagent = Agent(instructions=make)', 2),
        ("a.ts", "const agent = new Agent({ name: 'x',\n instructions: `You sort the post.` });", 2),
        ("a.tf", 'resource "aws_bedrockagent_agent" "a" {\n  instruction = <<-EOT\n    You sort the post.\n  EOT\n}', 3),
        ("a.yaml", "kind: GptComponentMetadata\ninstructions: |-\n  You sort the post.\n", 3),
        ("a.json", '{"agent": {"system_prompt": "You sort the post."}}', 1),
        ("a.bicep", "resource a 'Microsoft.X/agents@2025-01-01' = {\n  properties: {\n    instructions: 'You sort the post.'\n  }\n}", 3),
        ("a.ipynb", '{"cells": [{"cell_type": "code", "source": [\n"x = Agent(system_prompt=\'You sort the post.\')"]}]}', 2),
    ],
)
def test_every_language_gives_the_instruction_with_its_line(name: str, text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read_declared(tmp_path, lambda path: True).texts
    assert (found.kind, found.text, found.line) == ("instruction", "You sort the post.", line)


def test_what_a_user_says_is_no_instruction(tmp_path: Path) -> None:
    code = (
        'prompt = "Hello, my name is Ada and I need help"\nSTARTER_PROMPTS = ["What can you do for me?"]\nuser_prompt = "You tell me now"\n'
    )
    assert declared(tmp_path, a_DOT_py=code).texts == ()


def test_a_text_in_pieces_tells_the_line_of_each(tmp_path: Path) -> None:
    code = 'SYSTEM_PROMPT = (\n    "You sort the post of a town hall. "\n    "Never open a letter that is marked private."\n)\n'
    (found,) = declared(tmp_path, a_DOT_py=code).texts
    assert found.line_at(0) == 2 and found.line_at(found.text.index("Never")) == 3


def test_servers_hints_and_tools_that_are_only_named(tmp_path: Path) -> None:
    code = """
server.registerTool("look_up", { description: "Finds a letter.", inputSchema: { number: z.number() },
  annotations: { readOnlyHint: true, idempotentHint: true } }, async () => 1);
const agent = new Agent({ name: "a", tools: [{ type: "web_search" }, stampTool] });
"""
    found = tools(declared(tmp_path, a_DOT_ts=code, _DOT_mcp_DOT_json='{"mcpServers": {"post": {"command": "npx", "args": ["x"]}}}'))
    assert (
        found["look_up"].changes is False and found["look_up"].repeatable is True and items(found["look_up"])[0][:2] == ("number", "number")
    )
    assert found["web_search"].form == "built-in" and found["stampTool"].form == "named" and found["post"].form == "server"


def test_an_action_group_in_terraform_and_an_action_of_copilot_studio(tmp_path: Path) -> None:
    group = """resource "aws_bedrockagent_agent_action_group" "g" {
  function_schema {
    member_functions {
      functions {
        name        = "stamp"
        description = "Stamps one letter as an agent tool."
        parameters {
          map_block_key = "number"
          type          = "integer"
          description   = "Number of the letter"
          required      = true
        }
        parameters {
          map_block_key = "note"
          type          = "string"
          required      = false
        }
      }
    }
  }
}
"""
    action = "kind: TaskDialog\nmodelDisplayName: Find letter\nmodelDescription: Finds a letter for the agent.\ninputType:\n  properties:\n"
    action += "    number:\n      type: Number\n      description: Its number.\n"
    found = tools(declared(tmp_path, a_DOT_tf=group, b_DOT_yaml=action))
    assert items(found["stamp"]) == [("number", "whole number", True, "Number of the letter"), ("note", "text", False, "")]
    assert [i.line for i in found["stamp"].inputs] == [8, 14]
    assert items(found["Find letter"]) == [("number", "number", False, "Its number.")]


def test_an_openapi_document_with_references(tmp_path: Path) -> None:
    text = """{"openapi": "3.1.0", "paths": {"/letters/{id}": {"get": {"operationId": "readLetter",
"summary": "Reads a letter for the agent", "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Letter"}}}}}}}},
"components": {"schemas": {"Letter": {"type": "object", "properties": {"sent": {"type": "string", "format": "date"}}},
"Loop": {"$ref": "#/components/schemas/Loop"}}}}"""
    found = tools(declared(tmp_path, api_DOT_json=text))["readLetter"]
    assert items(found) == [("id", "text", True, "")] and found.purpose == "Reads a letter for the agent"
    assert [(o.item.name, o.item.type, o.line) for o in found.outputs] == [("sent", "date", 4)]


def test_guardrails_approvals_handovers_and_metrics(tmp_path: Path) -> None:
    code = '''
@input_guardrail
async def no_private_letters(ctx, agent, text):
    """Stops when a letter is marked private."""

agent = Agent(name="post", needs_approval=True)
OPENED = Counter("post_opened_total", "Letters opened")
'''
    denied = 'resource "aws_bedrock_guardrail" "g" {\n  topic_policy_config {\n    topics_config {\n      name = "law"\n'
    denied += '      type = "DENY"\n      definition = "Advice on law."\n    }\n  }\n}\n'
    found = declared(tmp_path, a_DOT_py=code, b_DOT_tf=denied, c_DOT_yaml="kind: AdaptiveDialog\nbeginDialog:\n  kind: OnEscalate\n")
    assert [(t.kind, t.file, t.line) for t in found.texts] == [
        ("guardrail", "a.py", 3), ("approval", "a.py", 6), ("metric", "a.py", 7), ("guardrail", "b.tf", 6), ("handover", "c.yaml", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("str", "text"), ("Optional[int]", "whole number"), ("int | None", "whole number"), ("list[str]", "list"),
        ("dict[str, int]", "record"),
        ("Literal['a', 'b']", "text"), ("datetime.date", "date"), ("Decimal", "number"), ("bool", "yes or no"), ("Trip", "record"),
        ("bytes", "file"), ("", "text"), ("typing.List[int]", "list"), ("None", "text"),
    ],
)  # fmt: skip
def test_types_become_plain_words(written: str, plain: str) -> None:
    assert data_type(written) == plain


def test_secrets_and_control_characters_do_not_leave(tmp_path: Path) -> None:
    key = "sk-ant-" + "a1b2c3d4e5f6g7h8"
    code = f'SYSTEM_PROMPT = """You sort the post with the key {key} and \x1b[31mred ink.\u202e"""\n'
    code += f'@tool\ndef send(to: str):\n    """Sends with {key} \x1b[2J."""\n'
    found = declared(tmp_path, a_DOT_py=code)
    shown = found.model_dump_json()
    assert key not in shown and "[masked]" in shown and "\x1b" not in shown and "\\u001b" not in shown and "\u202e" not in shown


def test_a_long_text_is_cut_and_says_so(tmp_path: Path) -> None:
    (found,) = declared(tmp_path, a_DOT_py=f'SYSTEM_PROMPT = "You sort the post. {"Letter by letter. " * 2_000}"\n').texts
    assert len(found.text) <= MOST_TEXT and found.cut


def test_code_is_never_run_and_no_link_is_followed(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    (tmp_path / "outside.md").write_text("You are a secret outside the repository.\n", encoding="utf-8")
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "system.md").symlink_to(tmp_path / "outside.md")
    found = declared(
        inside, a_DOT_py=f'open({str(mark)!r}, "w")\nPROMPT_FILE = "system.md"\n@tool\ndef f(x: int = __import__("os")):\n    "Does."\n'
    )
    assert not mark.exists() and found.texts == () and [t.name for t in found.tools] == ["f"]


def test_faulty_and_deep_files_are_passed_over(tmp_path: Path) -> None:
    found = declared(
        tmp_path,
        bad_DOT_py="def tool(:\n",
        deep_DOT_py="prompt = " + "[" * 5_000 + "]" * 5_000,
        deep_DOT_json='{"tools": ' * 400 + "1" + "}" * 400,
        long_DOT_py="tool = " + " + ".join(["'a'"] * 3_000) + "\n",
        chain_DOT_ts="const tool = z" + ".string()" * 600 + ";\n",
        broken_DOT_tf='resource "tool" {',
        empty_DOT_yaml="tools: &a [*a, *a]\nprompt: !!python/object:os.system x\n",
        good_DOT_py='@tool\ndef stamp(letter: str):\n    """Stamps."""\n',
    )
    assert "stamp" in tools(found) and len(found.files) <= MOST_FILES


@settings(max_examples=60)
@given(st.text(alphabet="ab:{}[]()\"'`\\\n -|>&*!#$=,.<", max_size=200))
def test_no_text_stops_a_reader(text: str) -> None:
    python_values("a.py", text)
    data = text.encode()
    for language in ("typescript", "javascript", "tsx"):
        script_values("a", language, data)
    for language in ("yaml", "json", "terraform", "bicep"):
        tree_values("a", language, data)
