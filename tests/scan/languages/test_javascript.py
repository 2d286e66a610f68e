from __future__ import annotations

import pytest
from asking import THREADS, found, lines, rule

CALL = "await client.beta.threads.create();"
SESSION = rule("call", path=["beta.sessions.create"], receiver=["@anthropic-ai/sdk"])


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
@pytest.mark.parametrize(
    "source",
    [
        'import OpenAI from "openai";\nconst client = new OpenAI();\n',
        'import { OpenAI as Client } from "openai";\nconst client = new Client({ apiKey });\n',
        'import * as oa from "openai";\nconst client = new oa.OpenAI();\n',
        'const OpenAI = require("openai");\nconst client = new OpenAI();\n',
        'const { OpenAI } = require("openai");\nlet client;\nclient = new OpenAI();\n',
        'const { default: OpenAI } = await import("openai");\nconst client = new OpenAI();\n',
        'import OpenAI from "openai";\nfunction make() { return new OpenAI(); }\nconst client = make();\n',
        'import OpenAI from "openai";\nconst make = () => new OpenAI();\nconst client = make();\n',
        'import OpenAI from "openai";\nconst { client } = { client: 1 }, x = 2;\n{ const y = 1; }\n'.replace(
            "const { client } = { client: 1 }", "const client = cached ?? new OpenAI()"
        ),
        'import { wrapOpenAI } from "langsmith/wrappers";\nimport OpenAI from "openai";\nconst client = wrapOpenAI(new OpenAI());\n',
    ],
)
def test_a_traced_receiver_is_high(source: str, language: str) -> None:
    assert found(source + CALL, THREADS, language) == [(source.count("\n") + 1, "high")]


@pytest.mark.parametrize(
    "source",
    [
        'import OpenAI from "npm:openai@4.26.0";\nconst client = new OpenAI();\n',
        'import OpenAI from "https://esm.sh/openai@4.26.0?target=deno";\nconst client = new OpenAI();\n',
        'const { default: OpenAI } = await import("https://deno.land/x/openai@v4.24.0/mod.ts");\nconst client = new OpenAI();\n',
    ],
)
def test_a_package_imported_by_address_and_version(source: str) -> None:
    assert found(source + CALL, THREADS, "typescript") == [(3, "high")]
    other = source.replace("openai", "other-sdk")
    assert lines(other + CALL, THREADS, "typescript") == []


@pytest.mark.parametrize(
    "call",
    [
        "client?.beta.threads.create()",
        "client!.beta.threads!.create()",
        "(client as any).beta.threads.create()",
        "(await client).beta.threads.create<T>()",
        "client.beta\n.threads\n.create()",
        'client["beta"].threads.create()',
        "client.withOptions({}).beta.threads.create()",
    ],
)
def test_forms_of_a_call(call: str) -> None:
    assert found(f'import OpenAI from "openai";\nconst client = new OpenAI();\n{call};\n', THREADS, "typescript") == [(3, "high")]


def test_a_receiver_traced_elsewhere_never_matches() -> None:
    assert lines(f'import Letta from "@letta-ai/letta-client";\nconst client = new Letta();\n{CALL}', THREADS, "typescript") == []
    assert lines(f'import {{ client }} from "other-sdk";\n{CALL}', THREADS, "typescript") == []
    assert found(f"export async function run(client) {{\n{CALL}\n}}", THREADS, "typescript") == [(2, "medium")]


def test_members_parameters_and_types_are_followed() -> None:
    source = """
        import Anthropic from "@anthropic-ai/sdk";
        class Service {
          private made = new Anthropic();
          #hidden = new Anthropic();
          constructor(private readonly given: Anthropic, other: Anthropic | null) {
            this.set = other;
          }
          get got() { return this.made; }
          async run(passed: Anthropic) {
            await this.made.beta.sessions.create({});
            await this.given.beta.sessions.create({});
            await this.set.beta.sessions.create({});
            await this.got.beta.sessions.create({});
            await passed.beta.sessions.create({});
            const { sessions } = this.made.beta;
            await sessions.create({});
          }
        }
        new Service().made.beta.sessions.create({});
    """
    assert found(source, SESSION, "typescript") == [(line, "high") for line in (10, 11, 12, 13, 14, 16, 19)]


def test_a_command_object_is_a_call_of_its_class() -> None:
    wanted = rule("call", path=["InvokeAgentCommand"], receiver=["@aws-sdk/client-bedrock-agent-runtime"], argument="agentAliasId")
    source = """
        import { BedrockAgentRuntimeClient, InvokeAgentCommand as Invoke } from "@aws-sdk/client-bedrock-agent-runtime";
        const client = new BedrockAgentRuntimeClient({});
        await client.send(new Invoke({
          agentId,
          agentAliasId: "TSTALIASID",
        }));
    """
    assert lines(source, wanted, "typescript") == [5]


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ('client.create({ model: "gpt-4o" })', 6),
        ("client.create({ model: MODEL })", 6),
        ("client.create({ model })", 6),
        ("client.create({ ...options, x: 1 })", 4),
        ("client.create(options)", 4),
        ('client.create({ "model": `gpt-4o` }, { timeout: 3 })', 6),
        ('client.create("id", { model: "gpt-4o" } as any)', 6),
        ('client.create({ model: process.env.M ?? "gpt-4o" })', 6),
    ],
)
def test_object_arguments(call: str, line: int) -> None:
    source = f"""
        import OpenAI from "openai";
        const client = new OpenAI();
        const MODEL = "gpt-4o", model = "gpt-4o";
        const options = {{ model: MODEL }};
        // the call
        {call};
    """
    assert lines(source, rule("call", path=["create"], receiver=["openai"], argument="model", value="gpt-"), "typescript") == [line]


def test_symbols_strings_and_attributes() -> None:
    source = """
        import { StateGraph, MemorySaver, type Runtime } from "@langchain/langgraph";
        type Kind = "session.status_idle";
        // session.status_idle, new StateGraph()
        const graph = new StateGraph(schema);
        function f(x: StateGraph): Runtime { return x; }
        class Mine extends MemorySaver {}
        if (event.type === "session.status_idle" || event.type === `session.status_idle`) {}
        const seconds = event?.usage?.active_seconds ?? event["usage"]["active_seconds"];
        const page = <Panel kind="session.status_idle" use={StateGraph} />;
        export { x } from "session.status_idle";
    """
    assert lines(source, rule("symbol", module=["@langchain/langgraph"], name=["StateGraph"]), "tsx") == [4, 9]
    assert lines(source, rule("symbol", module=["@langchain/langgraph"], name=["MemorySaver"], use=["base"]), "tsx") == [6]
    assert lines(source, rule("symbol", module=["@langchain/langgraph"], name=["StateGraph"], use=["call"]), "tsx") == [4]
    assert lines(source, rule("symbol", module=["@langchain"], name=["StateGraph"], use=["import"]), "tsx") == [1]
    assert lines(source, rule("string", equals=["session.status_idle"]), "tsx") == [7, 9]
    assert lines(source, rule("attribute", path=["usage.active_seconds"]), "tsx") == [8]


def test_requiring_a_module_is_no_string_evidence_but_an_import() -> None:
    source = 'const x = require("openai");\nconst y = "openai";\n'
    assert lines(source, rule("string", equals=["openai"]), "javascript") == [2]
    assert lines(source, rule("string", equals=["openai"], imports=["openai"]), "javascript") == [2]


def test_taking_an_object_apart_reads_its_attributes() -> None:
    source = """
        const { stop_reason, other } = message;
        const { usage: { active_seconds = 0 } = {}, "id": x } = event;
        const { active_seconds } = event.usage;
        for await (const { stop_reason: reason } of stream) {}
        const { stop_reason } = require("x");
        function Part({ stop_reason }) {}
        const stop_reason = 1;
    """
    assert lines(source, rule("attribute", path=["stop_reason"]), "typescript") == [1, 4]
    assert lines(source, rule("attribute", path=["usage.active_seconds"]), "javascript") == [2, 3]


def test_a_name_spread_into_a_list_is_used() -> None:
    tools = rule("symbol", module=["ai-tools"], name=["standard"], use=["call"])
    source = 'import { standard } from "ai-tools";\nconst a = [...standard(context), own];\nconst b = [...context.standard(1)];\n'
    assert lines(source, tools, "typescript") == [2]
