"""Clients made in one class or package and used in another: C#, Java, Kotlin, Go."""

from __future__ import annotations

from textwrap import dedent

from asking import rule

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.languages import analyse, exports
from lockin_audit.scan.model import RepositoryContext, SourceFile

LANGUAGES = {"cs": "csharp", "java": "java", "kt": "kotlin", "go": "go", "py": "python"}


def hits(files: dict[str, str], wanted: Rule) -> dict[str, list[int]]:
    """Path → lines on which the rule holds at high confidence, with all files known to each other."""
    sources = [
        SourceFile(path, LANGUAGES[path.rpartition(".")[2]], dedent(text).lstrip("\n").encode(), False) for path, text in files.items()
    ]
    context = RepositoryContext()
    for source in sources:
        context.origins.update({f"{source.path}:{name}": origin for name, origin in exports(source).items()})
    return {
        source.path: lines
        for source in sources
        if (lines := [hit.line for hit in analyse(source, [wanted], context) if hit.confidence.value == "high"])
    }


THREADS = rule("call", path=["Threads.CreateThreadAsync"], receiver=["Azure.AI.Agents.Persistent.PersistentAgentsClient"])
SESSIONS = rule("call", path=["beta().sessions().create"], receiver=["com.anthropic"])
GO_SESSIONS = rule("call", path=["Beta.Sessions.New"], receiver=["github.com/anthropics/anthropic-sdk-go"])

FACTORY = """
    using Azure.AI.Agents.Persistent;
    using Azure.Identity;
    namespace Shop;
    public interface IAgentFactory { PersistentAgentsClient Create(); }
    public class AgentFactory : IAgentFactory
    {
        public PersistentAgentsClient Client { get; } = new("https://x", new DefaultAzureCredential());
        public static PersistentAgentsClient Shared() => new("https://x", null);
        public PersistentAgentsClient Create() => Client;
    }
    public class Outer { public AgentFactory Inner { get; } }
    public class Wrapped : PersistentAgentsClient { }
"""
DESK = """
    namespace Shop;
    public class Desk
    {
        private readonly IAgentFactory _factory;
        private readonly AgentFactory _made;
        private readonly Outer _outer;
        private readonly Wrapped _wrapped;
        private readonly Stock _stock;
        public Desk(IAgentFactory factory) { _factory = factory; }
        public async Task Run(AgentFactory given)
        {
            var client = _factory.Create();
            await client.Threads.CreateThreadAsync();
            await _made.Client.Threads.CreateThreadAsync();
            await _outer.Inner.Client.Threads.CreateThreadAsync();
            await given.Create().Threads.CreateThreadAsync();
            await AgentFactory.Shared().Threads.CreateThreadAsync();
            await _wrapped.Threads.CreateThreadAsync();
            await _stock.Client.Threads.CreateThreadAsync();
        }
    }
"""


def test_csharp_through_interfaces_properties_and_subclasses() -> None:
    assert hits({"src/AgentFactory.cs": FACTORY, "src/Desk.cs": DESK}, THREADS) == {"src/Desk.cs": [13, 14, 15, 16, 17, 18]}


def test_a_class_made_in_two_ways_is_unknown() -> None:
    other = FACTORY.replace("PersistentAgentsClient", "CatalogueClient").replace("Azure.AI.Agents.Persistent", "Shop.Catalogue")
    assert hits({"a/AgentFactory.cs": FACTORY, "b/AgentFactory.cs": other, "c/Desk.cs": DESK}, THREADS) == {}
    assert hits({"a/AgentFactory.cs": FACTORY, "b/AgentFactory.cs": other, "a/Desk.cs": DESK}, THREADS) == {
        "a/Desk.cs": [13, 14, 15, 16, 17, 18]
    }


def test_java_and_kotlin_through_imports() -> None:
    made = """
        package com.shop.llm;
        import com.anthropic.client.AnthropicClient;
        import com.anthropic.client.okhttp.AnthropicOkHttpClient;
        public class Clients {
          public final AnthropicClient shared = AnthropicOkHttpClient.fromEnv();
          public static AnthropicClient make() { return AnthropicOkHttpClient.fromEnv(); }
          public AnthropicClient getClient() { return shared; }
        }
    """
    java = """
        package com.shop.app;
        import com.shop.llm.Clients;
        class Use {
          private final Clients clients;
          Use(Clients clients) { this.clients = clients; }
          void run() {
            clients.getClient().beta().sessions().create(params);
            clients.shared.beta().sessions().create(params);
            var made = Clients.make();
            made.beta().sessions().create(params);
            Other.make().beta().sessions().create(params);
          }
        }
    """
    kotlin = """
        package com.shop.app
        import com.shop.llm.Clients
        class UseToo(private val clients: Clients) {
          fun run() { clients.getClient().beta().sessions().create(params) }
          fun two() { Clients.make().beta().sessions().create(params) }
        }
    """
    elsewhere = java.replace("com.shop.llm.Clients", "org.other.Clients")
    files = {"src/com/shop/llm/Clients.java": made, "src/com/shop/app/Use.java": java, "src/UseToo.kt": kotlin, "src/Else.java": elsewhere}
    assert hits(files, SESSIONS) == {"src/com/shop/app/Use.java": [7, 8, 10], "src/UseToo.kt": [4, 5]}


def test_go_within_a_package_and_from_another() -> None:
    made = """
        package llm
        import "github.com/anthropics/anthropic-sdk-go"
        type Service struct { Client *anthropic.Client }
        func NewClient() *anthropic.Client { c := anthropic.NewClient(); return &c }
        func NewService() *Service { return &Service{Client: NewClient()} }
        var Shared = anthropic.NewClient()
    """
    beside = """
        package llm
        func (s *Service) Run() {
            s.Client.Beta.Sessions.New(ctx)
            Shared.Beta.Sessions.New(ctx)
            c := NewClient()
            c.Beta.Sessions.New(ctx)
        }
    """
    other = """
        package app
        import "example.com/shop/internal/llm"
        type App struct { service *llm.Service }
        func (a *App) Run() {
            llm.NewClient().Beta.Sessions.New(ctx)
            llm.Shared.Beta.Sessions.New(ctx)
            a.service.Client.Beta.Sessions.New(ctx)
            a.other.Client.Beta.Sessions.New(ctx)
        }
    """
    files = {"internal/llm/client.go": made, "internal/llm/run.go": beside, "app/app.go": other, "far/run.go": beside}
    assert hits(files, GO_SESSIONS) == {"internal/llm/run.go": [3, 4, 6], "app/app.go": [5, 6, 7]}


def test_folders_of_typed_code_do_not_name_python_modules() -> None:
    python = "from services import desk\nfrom openai import OpenAI\nOpenAI().beta.threads.create()\n"
    files = {"services/Desk.cs": FACTORY, "app/main.py": python}
    assert hits(files, rule("call", path=["beta.threads.create"], receiver=["openai"])) == {"app/main.py": [3]}


def test_members_of_a_base_class_of_another_file() -> None:
    csharp = {
        "src/AgentBase.cs": """
            using Azure.AI.Agents.Persistent;
            public abstract class AgentBase
            {
                protected readonly PersistentAgentsClient _client;
                protected PersistentAgentsClient Client => _client;
            }
        """,
        "src/Desk.cs": """
            public class Desk : AgentBase
            {
                public async Task Run()
                {
                    await _client.Threads.CreateThreadAsync();
                    await this.Client.Threads.CreateThreadAsync();
                    await _orders.Threads.CreateThreadAsync();
                }
            }
        """,
    }
    assert hits(csharp, THREADS) == {"src/Desk.cs": [5, 6]}
    java = {
        "src/shop/Base.java": """
            package shop;
            import com.anthropic.client.AnthropicClient;
            abstract class Base { protected final AnthropicClient client; protected AnthropicClient made() { return client; } }
        """,
        "src/shop/Desk.java": """
            package shop;
            class Desk extends Base {
                void run() { client.beta().sessions().create(p);
                    made().beta().sessions().create(p);
                    orders.beta().sessions().create(p); }
            }
        """,
        "src/shop/Counter.kt": """
            package shop
            class Counter : Base() {
                fun run() { client.beta().sessions().create(p) }
            }
        """,
    }
    assert hits(java, SESSIONS) == {"src/shop/Desk.java": [3, 4], "src/shop/Counter.kt": [3]}


def test_a_call_of_an_own_method_is_none_of_the_vendors_though_it_gives_something_of_its() -> None:
    service = """
        using Azure.AI.Agents.Persistent;
        public class DeskService
        {
            public async Task<string> CreateThreadAsync()
            {
                var client = new PersistentAgentsClient("https://x", null);
                PersistentAgentThread thread = await client.Threads.CreateThreadAsync();
                return thread.Id;
            }
            public PersistentAgentsClient Client() => new PersistentAgentsClient("https://x", null);
        }
    """
    module = """
        public static class DeskModule
        {
            public static void Register(IEndpointRouteBuilder app)
            {
                app.MapGet("/thread", async (DeskService service) => await service.CreateThreadAsync());
                app.MapGet("/own", async (DeskService service) => await service.Client().Threads.CreateThreadAsync());
            }
        }
    """
    wanted = rule("call", path=["CreateThreadAsync"], receiver=["Azure.AI.Agents.Persistent"])
    assert hits({"src/DeskService.cs": service, "src/DeskModule.cs": module}, wanted) == {
        "src/DeskService.cs": [7],
        "src/DeskModule.cs": [6],
    }
