"""Objects of TypeScript that get their meaning from a vendor's type."""

from __future__ import annotations

import pytest
from asking import lines, rule

ANTHROPIC = 'import type { AgentCreateParams } from "@anthropic-ai/sdk/resources/beta/agents";\n'
PROMPT = rule("call", path=["AgentCreateParams"], receiver=["@anthropic-ai/sdk"], argument="system")
TOOLS = rule("call", path=["AgentCreateParams"], receiver=["@anthropic-ai/sdk"], argument="tools", value="agent_toolset")
FUNCTION = rule("call", path=["FunctionTool"], receiver=["openai/resources/beta"])


@pytest.mark.parametrize(
    "source",
    [
        'export const agent: AgentCreateParams = { name: "claims", system: "Be kind." };',
        'export const agent = { name: "claims", system: "Be kind." } satisfies AgentCreateParams;',
        'export const agent = { system: "Be kind." } as AgentCreateParams;',
        'export const agent: Partial<AgentCreateParams> | undefined = { system: "Be kind." };',
        'export const agent: Omit<AgentCreateParams, "model" | "tools"> = { system: "Be kind." };',
        'export function claims(cfg: Config): AgentCreateParams { const name = "x"; return { name, system: PROMPT }; }',
        "export async function claims(): Promise<AgentCreateParams> { return { system: PROMPT }; }",
        "export const claims = (cfg: Config): AgentCreateParams => ({ model: cfg.model, system: PROMPT });",
        'export function start(agent: AgentCreateParams = { system: "a" }) { return agent; }',
        "class Desk { readonly agent: AgentCreateParams = { system: PROMPT }; }",
        "class Desk { params(): AgentCreateParams { return { ...base, system: PROMPT }; } }",
        'export const agents: AgentCreateParams[] = [{ system: "a" }];',
        'export const agents: ReadonlyArray<AgentCreateParams> = [{ system: "a" }];',
        'export const agents: Array<Draft | AgentCreateParams> = [{ system: "a" }];',
        'export const agents: Record<string, AgentCreateParams> = { claims: { system: "a" } };',
        'export const agents: AgentCreateParams[] = names.map((name) => ({ name, system: "a" }));',
        'export const agents: AgentCreateParams[] = names.map((name) => { return { name, system: "a" }; });',
        'type Params = AgentCreateParams;\nexport const agent: Params = { system: "a" };',
        'type Params = Omit<AgentCreateParams, "model">;\nexport const make = (): Params => ({ system: "a" });',
    ],
)
def test_an_object_counts_as_the_making_of_its_type(source: str) -> None:
    assert lines(ANTHROPIC + source, PROMPT, "typescript") == [1 + len(source.split("\n"))]


def test_a_type_is_followed_through_the_default_import_and_from_a_key() -> None:
    client = 'import Anthropic from "@anthropic-ai/sdk";\n'
    assert lines(client + 'const a: Anthropic.Beta.AgentCreateParams = { system: "a" };', PROMPT, "typescript") == [2]
    space = 'import * as beta from "@anthropic-ai/sdk/resources/beta/agents";\n'
    assert lines(space + 'const a: beta.AgentCreateParams = { system: "a" };', PROMPT, "typescript") == [2]
    assert lines(space + 'const a: beta.agents = { system: "a" };', PROMPT, "typescript") == []
    source = 'const tools: AgentCreateParams["tools"] = [{ type: "agent_toolset_20260401" }];'
    assert lines(ANTHROPIC + source, TOOLS, "typescript") == [2]
    assert lines(ANTHROPIC + source, PROMPT, "typescript") == []


@pytest.mark.parametrize(
    "source",
    [
        'import type { AgentCreateParams } from "./types";\nconst agent: AgentCreateParams = { system: "a" };',
        'interface AgentCreateParams { system: string }\nconst agent: AgentCreateParams = { system: "a" };',
        'import { AgentCreateParams } from "other-sdk";\nconst agent: AgentCreateParams = { system: "a" };',
        ANTHROPIC + "const agent: AgentCreateParams = load();",
        ANTHROPIC + 'function show(agent: AgentCreateParams) { return { system: "a" }; }',
        ANTHROPIC + 'function make(): AgentCreateParams { const part = () => { return { system: "a" }; }; return load(part); }',
        ANTHROPIC + 'const agents: AgentCreateParams[] = { system: "a" }.list;',
        ANTHROPIC + 'const agents: AgentCreateParams[] = load((name) => ({ name, system: "a" }));',
        ANTHROPIC + 'const agents: AgentCreateParams[] = names.filter((name) => ({ name, system: "a" }));',
    ],
)
def test_own_types_and_other_values_are_no_such_objects(source: str) -> None:
    assert lines(source, PROMPT, "typescript") == []


def test_a_class_keeps_a_tool_in_the_vendors_form() -> None:
    source = """
        import { FunctionTool } from "openai/resources/beta";
        export class Rates extends Base {
          override definition: FunctionTool = { type: "function", function: { name: "rates", parameters: {} } };
        }
    """
    assert lines(source, FUNCTION, "typescript") == [3]
    assert lines(source.replace("resources/beta", "resources/responses"), FUNCTION, "typescript") == []


@pytest.mark.parametrize(
    "source",
    [
        'type Params = Parameters<Anthropic["beta"]["sessions"]["create"]>[0];\nconst make = (): Params => ({ vault_ids: [id] });',
        "const client = new Anthropic();\nconst params: Parameters<typeof client.beta.sessions.create>[0] = { vault_ids: [id] };",
    ],
)
def test_the_argument_of_a_method_is_followed_to_it(source: str) -> None:
    vault = rule("call", path=["beta.sessions.create"], receiver=["@anthropic-ai/sdk"], argument="vault_ids")
    assert lines('import Anthropic from "@anthropic-ai/sdk";\n' + source, vault, "typescript") == [3]
    assert lines('import Anthropic from "other-sdk";\n' + source, vault, "typescript") == []


def test_what_is_made_of_a_type_is_found_once() -> None:
    source = 'const agent: AgentCreateParams = { system: "a" } satisfies AgentCreateParams;'
    assert lines(ANTHROPIC + source, PROMPT, "typescript") == [2]
