"""C#, Java, Kotlin and Go: clients followed through fields, parameters and factories; arguments, strings, types, loops."""

from __future__ import annotations

import pytest
from asking import found, lines, rule

from lockin_audit.scan.languages import analyse
from lockin_audit.scan.model import RepositoryContext, SourceFile

CSHARP = """
    using Azure.AI.Agents.Persistent;
    using System.Text;
    namespace Shop.Web;

    [Table("conversations")]
    public class Desk(PersistentAgentsClient primary) : Base, IDesk
    {
        private readonly PersistentAgentsClient? _client;
        public PersistentAgentsClient Held { get; } = new(endpoint: "https://{x}");
        private readonly OrderService _orders;
        public Desk(PersistentAgentsClient client) { _client = client; }
        private Task<PersistentAgentsClient> MakeAsync() => Make();
        private PersistentAgentsClient Make() => new PersistentAgentsClient("a");
        public async Task Run(string name)
        {
            await _client.Threads.CreateThreadAsync();
            await _client?.Threads.CreateThreadAsync<int>(name: "n")!;
            primary.Threads.CreateThreadAsync();
            this.Held.Threads.CreateThreadAsync();
            (await MakeAsync()).Threads.CreateThreadAsync();
            _orders.Threads.CreateThreadAsync();
            var mine = Make();
            mine.Threads.CreateThreadAsync(new ThreadOptions { Model = "gpt", Tools = [new CodeTool { Kind = "code" }] });
            // _client.Threads.CreateThreadAsync();
            Log($"hi {name} there", @"C:\\path");
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try { return await Call(); } catch (Exception e) { await Task.Delay(1); }
            }
        }
    }
"""
CREATED = rule("call", path=["Threads.CreateThreadAsync"], receiver=["Azure.AI.Agents.Persistent.PersistentAgentsClient"])


def csharp(source: str, wanted: object, types: frozenset[str] = frozenset()) -> list[tuple[int, str]]:
    from textwrap import dedent

    data = dedent(source).lstrip("\n").encode()
    context = RepositoryContext(local_types=types)
    return [(hit.line, hit.confidence.value) for hit in analyse(SourceFile("Desk.cs", "csharp", data, False), [wanted], context)]  # type: ignore[list-item]


def test_csharp_follows_fields_constructors_properties_and_factories() -> None:
    assert csharp(CSHARP, CREATED) == [(line, "high") for line in (16, 17, 18, 19, 20, 23)]


def test_csharp_a_type_of_the_repository_is_its_own() -> None:
    direct = rule("call", path=["CreateThreadAsync"], receiver=["Azure.AI.Agents.Persistent"])
    source = "using Azure.AI.Agents.Persistent;\nclass A { OrderService o; void F() { o.CreateThreadAsync(); } }\n"
    assert csharp(source, direct, frozenset(("OrderService",))) == []
    assert csharp(source, direct) == [(2, "high")]


def test_csharp_arguments_reach_into_initializers() -> None:
    assert lines(CSHARP, rule("call", path=["CreateThreadAsync"], argument="Tools.Kind", value="code"), "csharp") == [23]
    assert lines(CSHARP, rule("call", path=["CreateThreadAsync"], argument="Model", value="gpt"), "csharp") == [23]
    assert lines(CSHARP, rule("call", path=["CreateThreadAsync"], argument="name"), "csharp") == [17]
    assert lines(CSHARP, rule("call", path=["PersistentAgentsClient"], argument="endpoint"), "csharp") == [9]


def test_csharp_strings_usings_types_and_attributes() -> None:
    assert lines(CSHARP, rule("string", equals=["hi {} there"]), "csharp") == [25]
    assert lines(CSHARP, rule("string", equals=["C:\\path"]), "csharp") == [25]
    assert lines(CSHARP, rule("symbol", module=["Azure.AI"], name=["Agents.Persistent"], use=["import"]), "csharp") == [1]
    assert lines(CSHARP, rule("symbol", module=["Azure.AI.Agents.Persistent"], name=["CodeTool"], use=["call"]), "csharp") == [23]
    assert lines(CSHARP, rule("symbol", module=["Azure.AI.Agents.Persistent"], name=["Table"], use=["decorator"]), "csharp") == [5]
    assert lines(CSHARP, rule("symbol", module=["Other"], name=["CodeTool"]), "csharp") == []
    assert lines("var x = e?.Usage.InputTokens;\n", rule("attribute", path=["Usage.InputTokens"]), "csharp") == [1]


def test_csharp_loops_and_alias() -> None:
    assert lines(CSHARP, rule("construct", name="retry_loop", calls=["Call"]), "csharp") == [26]
    source = 'using P = Azure.AI.Agents.Persistent.PersistentAgentsClient;\nvar c = new P("x");\nc.Threads.CreateThreadAsync();\n'
    assert found(source, CREATED, "csharp", path="P.cs") == [(3, "high")]


JAVA = """
    package shop;
    import com.anthropic.client.AnthropicClient;
    import com.anthropic.client.okhttp.AnthropicOkHttpClient;
    @Service
    public class Desk extends Base {
      private final AnthropicClient client = AnthropicOkHttpClient.fromEnv();
      private final AnthropicClient given;
      Desk(AnthropicClient c) { this.given = c; }
      Optional<AnthropicClient> get() { return null; }
      void run() {
        client.beta().sessions().create(params);
        this.given.beta().sessions().create(params);
        get().beta().sessions().create(params);
        other.beta().sessions().create(params);
        // client.beta().sessions().create(params);
        String q = "say \\"x\\"";
        while (attempt < 3) { try { return call(); } catch (Exception e) { Thread.sleep(1); } }
      }
    }
"""
JAVA_RULE = rule("call", path=["beta().sessions().create"], receiver=["com.anthropic"])


def test_java() -> None:
    assert found(JAVA, JAVA_RULE, "java", path="Desk.java") == [(11, "high"), (12, "high"), (13, "high"), (14, "medium")]
    assert lines(JAVA, rule("string", equals=['say "x"']), "java") == [16]
    assert lines(JAVA, rule("construct", name="retry_loop", calls=["call"]), "java") == [17]
    assert lines(JAVA, rule("symbol", module=["com.anthropic"], name=["AnthropicClient"], use=["import"]), "java") == [2]


KOTLIN = """
    package shop
    import com.anthropic.client.AnthropicClient
    import com.anthropic.client.okhttp.AnthropicOkHttpClient as Maker
    class Desk(private val client: AnthropicClient) : Base() {
      private val other by lazy { Maker.fromEnv() }
      fun mine() = Maker.fromEnv()
      fun run() {
        client.beta().sessions().create(params)
        other.beta().sessions().create(model = "m")
        mine().beta().sessions().create("x ${1}")
        /* client.beta().sessions().create() */
        for (i in 0 until 3) { try { return call() } catch (e: Exception) { Thread.sleep(1) } }
      }
    }
"""


def test_kotlin() -> None:
    assert found(KOTLIN, JAVA_RULE, "kotlin", path="Desk.kt") == [(8, "high"), (9, "high"), (10, "high")]
    assert lines(KOTLIN, rule("string", equals=["x {}"]), "kotlin") == [10]
    assert lines(KOTLIN, rule("call", path=["create"], argument="model"), "kotlin") == [9]
    assert lines(KOTLIN, rule("construct", name="retry_loop", calls=["call"]), "kotlin") == [12]


GO = """
    package main
    import (
        "github.com/anthropics/anthropic-sdk-go"
        oa "github.com/openai/openai-go/v2"
    )
    type Desk struct { client *anthropic.Client; other any }
    func (d *Desk) get() (*anthropic.Client, error) { return d.client, nil }
    func (d *Desk) Run() {
        d.client.Beta.Sessions.New(ctx, anthropic.BetaSessionNewParams{EnvironmentID: id, Tools: []T{{A: 1}}})
        c, err := d.get()
        c.Beta.Sessions.New(ctx)
        d.other = oa.NewClient()
        d.other.Beta.Sessions.New(ctx)
        n := anthropic.NewClient()
        n.Beta.Sessions.New(`raw`)
        // n.Beta.Sessions.New()
    }
"""


def test_go() -> None:
    created = rule("call", path=["Beta.Sessions.New"], receiver=["github.com/anthropics/anthropic-sdk-go"])
    assert found(GO, created, "go", path="desk.go") == [(9, "high"), (11, "high"), (15, "high")]
    assert lines(GO, rule("call", path=["Sessions.New"], argument="EnvironmentID"), "go") == [9]
    assert lines(GO, rule("call", path=["Sessions.New"], argument="Tools.A"), "go") == [9]
    assert lines(GO, rule("string", equals=["raw"]), "go") == [15]
    module = ["github.com/anthropics/anthropic-sdk-go"]
    assert lines(GO, rule("string", equals=module), "go") == []
    assert lines(GO, rule("symbol", module=module, name=["BetaSessionNewParams"]), "go") == [9]


@pytest.mark.parametrize("language", ["csharp", "java", "kotlin", "go"])
def test_text_rules_hold_outside_comments(language: str) -> None:
    source = '// portal.vendor.test\nvar x = "portal.vendor.test";\n'
    assert lines(source, rule("text", pattern="portal\\.vendor\\.test"), language, path="file.x") == [2]


BICEP = """
    // Microsoft.CognitiveServices/accounts
    param model string = 'gpt-6'
    resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
      kind: 'AIServices'
      properties: {
        allowProjectManagement: true
        list: [ { name: 'a ${model}' } ]
      }
      resource project 'projects' = { name: 'p' }
    }
    resource loop 'Microsoft.X/z@2020' = [for i in range(0, 3): { name: 'n' }]
    module agent 'br/public:avm/ai:0.1' = { params: { agentName: 'k' } }
"""


def test_bicep() -> None:
    account = "Microsoft.CognitiveServices/accounts"
    assert lines(BICEP, rule("resource", type=[account]), "bicep") == [3]
    assert lines(BICEP, rule("resource", type=[account], property="properties.allowProjectManagement", value="true"), "bicep") == [6]
    assert lines(BICEP, rule("resource", type=[account], property="properties.list.name"), "bicep") == [7]
    assert lines(BICEP, rule("resource", type=[account + "/projects"]), "bicep") == [9]
    assert lines(BICEP, rule("resource", type=["Microsoft.X/z"], property="name"), "bicep") == [11]
    assert lines(BICEP, rule("resource", type=["module"], property="params.agentName"), "bicep") == [12]
    assert lines(BICEP, rule("string", equals=["a {}"]), "bicep") == [7]
    assert lines(BICEP, rule("key", path=["model"], value="gpt"), "bicep") == [2]


def test_an_object_made_without_naming_its_type_hands_on_its_members() -> None:
    source = """
        using Vendor.Agents;
        class Desk
        {
            async Task Run(AgentClient client)
            {
                await client.AskAsync("x", new() { Previous = last, Options = new() { Tools = { A } } });
                await client.AskAsync("x", new() { Other = last });
            }
        }
    """
    asked = rule("call", path=["AskAsync"], receiver=["Vendor.Agents"], argument="Previous")
    assert lines(source, asked, "csharp", path="Desk.cs") == [6]
    assert lines(source, rule("call", path=["AskAsync"], argument="Options.Tools"), "csharp", path="Desk.cs") == [6]


def test_an_object_made_without_naming_its_type_is_made_all_the_same() -> None:
    source = """
        using Vendor.Agents;
        class Desk
        {
            AgentThread Kept { get; } = new("a");
            private AgentThread told;
            void Run(AgentThread handed)
            {
                AgentThread? mine = new();
                AgentThread other = handed;
                AgentThread[] many = new AgentThread[2];
            }
        }
    """
    made = rule("symbol", module=["Vendor.Agents"], name=["AgentThread"], use=["call"])
    assert lines(source, made, "csharp", path="Desk.cs") == [4, 8]


def test_csharp_microsofts_chat_client_is_a_vendors_namespace() -> None:
    wanted = rule("symbol", module=["Microsoft.Extensions.AI"], name=["FunctionResultContent"], use=["call"])
    source = 'using Microsoft.Extensions.AI;\nclass A { object F() => new FunctionResultContent("1", "x"); }\n'
    assert lines(source, wanted, "csharp") == [2]
    assert lines(source.replace("Extensions.AI", "Extensions.Options"), wanted, "csharp") == []


def test_csharp_a_list_in_brackets_is_no_attribute() -> None:
    source = """
        using Vendor.Agents;
        [Serializable, Tool("a")]
        class A
        {
            [Tool]
            object F() => Agent(tools: [Tool(X), Tool.Of(Y)]);
            [return: Tool("b")] object G([Tool] string x) => x;
        }
    """
    marked = rule("symbol", module=["Vendor.Agents"], name=["Tool"], use=["decorator"])
    called = rule("symbol", module=["Vendor.Agents"], name=["Tool.Of"], use=["call"])
    assert lines(source, marked, "csharp", path="A.cs") == [2, 5, 7]
    assert lines(source, called, "csharp", path="A.cs") == [6]


@pytest.mark.parametrize("more", ["", "import java.util.*;", "import java.util.*; import okhttp3.*;"])
def test_java_names_of_a_package_imported_whole(more: str) -> None:
    source = """
        import vendor.agents.*; MORE
        class A {
            @Tool("a") int f() {
                Agent agent = new Agent("b");
                return agent.run(Tool("c"), Agent.builder().build());
            }
        }
    """.replace("MORE", more)

    def found(name: str, use: str) -> list[int]:
        return lines(source, rule("symbol", module=["vendor.agents"], name=[name], use=[use]), "java", path="A.java")

    assert (found("Tool", "decorator"), found("Agent", "call"), found("Agent.builder", "call")) == ([3], [4], [5])
    run = rule("call", path=["run"], receiver=["vendor.agents.Agent"])
    assert lines(source, run, "java", path="A.java") == [5]


def test_kotlin_names_of_packages_imported_whole() -> None:
    source = """
        import kotlinx.coroutines.*
        import vendor.agents.core.*
        import vendor.models.*
        class Desk { @Tool fun f() = Agent(model = Models.Large) }
    """
    for name, use in (("core.Tool", "decorator"), ("core.Agent", "call")):
        assert lines(source, rule("symbol", module=["vendor.agents"], name=[name], use=[use]), "kotlin", path="Desk.kt") == [4]
    agent = rule("symbol", module=["vendor.agents"], name=["core.Agent"], use=["call"])
    own = RepositoryContext(local_types=frozenset({"Agent"}))
    assert analyse(SourceFile("Desk.kt", "kotlin", source.encode(), False), [agent], own) == []


def test_csharp_namespaces_of_agents_are_followed_however_many_stand_open() -> None:
    others = "".join(f"using Microsoft.Teams.Part{number};" for number in range(9))
    source = (
        others + "\nusing Azure.AI.Agents.Persistent;\nclass A { void F(PersistentAgentsClient one) => one.Threads.CreateThreadAsync(); }\n"
    )
    assert lines(source, CREATED, "csharp", path="A.cs") == [3]


def test_a_name_declared_further_down_means_until_then_what_it_does_outside() -> None:
    source = """package main

import "example.com/kit/session"

func run() {
	service := session.InMemoryService()
	session := "a name"
	session.InMemoryService()
}
"""
    made = rule("call", path=["session.InMemoryService"], receiver=["example.com/kit"], unresolved="never")
    assert lines(source, made, "go") == [6]
