from __future__ import annotations

from textwrap import dedent

import pytest
from asking import AGENT, THREADS, found, lines, rule

CALL = "client.beta.threads.create()"


@pytest.mark.parametrize(
    "source",
    [
        "from openai import OpenAI\nclient = OpenAI()\n",
        "from openai import AsyncOpenAI as Client\nclient = Client(api_key=key)\n",
        "import openai\nclient = openai.OpenAI()\n",
        "import openai as oa\nclient = oa.OpenAI()\n",
        "import openai as client\n",
        "from openai import OpenAI\nclient: OpenAI = make()\n",
        "from openai import OpenAI\ndef get():\n    return OpenAI()\nclient = get()\n",
        "from openai import OpenAI\ndef get() -> OpenAI: ...\nclient = get()\n",
        "from openai import OpenAI\nclient = None or OpenAI()\n",
        "from openai import OpenAI\nclient = OpenAI() if key else None\n",
        "from openai import OpenAI\nif (client := OpenAI()): pass\n",
        "from openai import OpenAI\nclient, other = OpenAI(), 3\n",
        "from openai import OpenAI\nclient = OpenAI().with_options(timeout=3)\n",
        "from langfuse.openai import OpenAI\nclient = OpenAI()\n",
        "from openai import OpenAI\nfrom langsmith.wrappers import wrap_openai\nclient = wrap_openai(OpenAI())\n",
        "from openai import *\nclient = OpenAI()\n",
    ],
)
def test_a_traced_receiver_is_high(source: str) -> None:
    assert found(source + CALL, THREADS) == [(source.count("\n") + 1, "high")]


@pytest.mark.parametrize(
    "source",
    [
        "from anthropic import Anthropic\nclient = Anthropic()\n",
        "from letta_client import Letta\nclient = Letta()\n",
        "import mistralai\nclient = mistralai.Mistral()\n",
        "class Client:\n    pass\nclient = Client()\n",
        "from unknown_sdk import Client\nclient = Client()\n",
    ],
)
def test_a_receiver_traced_elsewhere_never_matches(source: str) -> None:
    assert lines(source + CALL, THREADS) == []


def test_an_untraced_receiver_has_the_confidence_of_the_rule() -> None:
    assert found("def run(client):\n    client.beta.threads.create()\n", THREADS) == [(2, "medium")]
    low = rule("call", path=["beta.threads.create"], receiver=["openai"], unresolved="low")
    assert found("def run(client):\n    client.beta.threads.create()\n", low) == [(2, "low")]


def test_an_untraced_receiver_beside_a_lookalike_sdk_is_left_alone() -> None:
    source = "import letta_client\ndef run(client):\n    client.beta.threads.create()\n"
    assert lines(source, THREADS) == []
    assert lines("import openai\n" + source, THREADS) == [4]


def test_a_parameter_hides_the_module_variable_and_its_annotation_decides() -> None:
    source = """
        from openai import OpenAI
        from anthropic import Anthropic
        client = OpenAI()
        def one(client: Anthropic): client.beta.threads.create()
        def two(client: "OpenAI | None" = None): client.beta.threads.create()
        def three(client): client.beta.threads.create()
        def four(client: Any): client.beta.threads.create()
    """
    source = "from typing import Any\n" + dedent(source).lstrip()
    assert found(source, THREADS) == [(6, "high"), (7, "medium"), (8, "medium")]
    assert found(source.replace("from anthropic import Anthropic", ""), THREADS) == [
        (5, "medium"),
        (6, "high"),
        (7, "medium"),
        (8, "medium"),
    ]


def test_attributes_of_self_are_followed() -> None:
    source = """
        from openai import OpenAI
        class Service:
            shared = OpenAI()
            def __init__(self, given: OpenAI):
                self.client = OpenAI()
                self.given = given
            @property
            def made(self):
                return self.client
            def run(self):
                self.client.beta.threads.create()
                self.shared.beta.threads.create()
                self.given.beta.threads.create()
                self.made.beta.threads.create()
                threads = self.client.beta.threads
                threads.create()
        Service(x).client.beta.threads.create()
    """
    assert found(source, THREADS) == [(line, "high") for line in (11, 12, 13, 14, 16, 17)]


def test_a_subclass_of_the_client_is_the_client() -> None:
    source = """
        from openai import OpenAI
        class Mine(OpenAI):
            def run(self):
                self.beta.threads.create()
        Mine().beta.threads.create()
    """
    assert lines(source, THREADS) == [4, 5]


def test_with_and_global_bind() -> None:
    source = """
        from openai import OpenAI, AsyncOpenAI
        client = None
        def start():
            global client
            client = OpenAI()
        def run():
            client.beta.threads.create()
        async def other():
            async with AsyncOpenAI() as inner:
                await inner.beta.threads.create()
    """
    assert found(source, THREADS) == [(7, "high"), (10, "high")]


def test_the_nearest_binding_counts_and_branches_keep_both() -> None:
    source = """
        from openai import OpenAI
        from anthropic import Anthropic
        client = OpenAI()
        client.beta.threads.create()
        client = Anthropic()
        client.beta.threads.create()
        if azure:
            other = Anthropic()
        else:
            other = OpenAI()
        other.beta.threads.create()
    """
    assert lines(source, THREADS) == [4, 11]


@pytest.mark.parametrize(
    "making",
    [
        'boto3.client("bedrock-agent-runtime", region_name=region)',
        'boto3.client(service_name="bedrock-agent-runtime")',
        'boto3.Session().client("bedrock-agent-runtime")',
        'session.client("bedrock-agent-runtime")',
        "boto3.client(SERVICE)",
    ],
)
def test_aws_clients_are_known_by_their_service(making: str) -> None:
    source = f'import boto3\nSERVICE = "bedrock-agent-runtime"\nsession = given\nrt = {making}\nrt.invoke_agent(agentId="A")\n'
    assert found(source, AGENT) == [(5, "high")]


def test_other_aws_services_do_not_match() -> None:
    assert lines('import boto3\nrt = boto3.client("bedrock-runtime")\nrt.invoke_agent()\n', AGENT) == []
    assert lines('import boto3\nrt = boto3.client("bedrock-agent")\nrt.invoke_agent()\n', AGENT) == []


def test_making_the_client_can_be_the_evidence() -> None:
    made = rule("call", path=["boto3.client"], value="bedrock-agent-runtime")
    source = """
        import boto3
        a = boto3.client("bedrock-agent-runtime")
        b = boto3.Session().client("bedrock-agent-runtime")
        c = boto3.client("s3")
    """
    assert lines(source, made) == [2, 3]


def test_own_functions_of_the_same_name_never_match() -> None:
    any_receiver = rule("call", path=["invoke_agent"])
    source = """
        from .agents import invoke_agent as theirs
        def invoke_agent(x): ...
        class Runner:
            def invoke_agent(self): ...
            def run(self):
                self.invoke_agent()
        invoke_agent(1)
        Runner().invoke_agent()
        theirs.invoke_agent()
        unknown.invoke_agent()
    """
    assert lines(source, any_receiver) == [9, 10]


def test_receiver_can_exclude_a_class() -> None:
    wanted = rule("call", path=["responses.create"], receiver=["openai", "!openai.AzureOpenAI"])
    assert lines("from openai import OpenAI\nOpenAI().responses.create()\n", wanted) == [2]
    assert lines("from openai import AzureOpenAI\nAzureOpenAI().responses.create()\n", wanted) == []


def test_a_call_inside_the_chain_keeps_the_origin() -> None:
    source = """
        from azure.ai.projects import AIProjectClient
        project = AIProjectClient(endpoint)
        client = project.get_openai_client()
        client.responses.create(model=m)
    """
    foundry = rule("call", path=["responses.create"], receiver=["azure.ai.projects"])
    openai = rule("call", path=["responses.create"], receiver=["openai"])
    chained = rule("call", path=["get_openai_client().responses.create"])
    assert (lines(source, foundry), lines(source, openai), lines(source, chained)) == ([4], [], [4])


MODEL = rule("call", path=["create"], receiver=["openai"], argument="model", value="gpt-")


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ('client.create(model="gpt-4o")', 9),
        ("client.create(model=MODEL)", 9),
        ('client.create(model=os.getenv("M", "gpt-4o"))', 9),
        ("client.create(**PARAMS)", 5),
        ("client.create(**made)", 6),
        ("client.create(**built)", 8),
        ('client.create(**{"model": MODEL})', 9),
    ],
)
def test_arguments_are_found_through_constants_and_dictionaries(call: str, line: int) -> None:
    source = f"""
        import os
        from openai import OpenAI
        client = OpenAI()
        MODEL = "gpt-4o"
        PARAMS = {{"model": MODEL, "a": 1}}
        made = dict(model=MODEL)
        built = {{}}
        built["model"] = MODEL
        {call}
    """
    assert lines(source, MODEL) == [line]


@pytest.mark.parametrize(
    "call", ['client.create(model="claude")', "client.create(MODEL)", "client.create(name=MODEL)", "client.create(**unknown)"]
)
def test_an_argument_that_is_not_there_does_not_match(call: str) -> None:
    assert lines(f'from openai import OpenAI\nclient = OpenAI()\nMODEL = "gpt-4o"\n{call}\n', MODEL) == []


def test_nested_arguments_lie_at_their_own_line() -> None:
    nested = rule("call", path=["create"], argument="config.tools.type", value="code_interpreter")
    source = """
        x.create(
            model="a",
            config=types.Config(
                tools=[
                    {"type": "code_interpreter"},
                ],
            ),
        )
    """
    assert lines(source, nested) == [5]


def test_with_and_without_arguments() -> None:
    wanted = rule("call", path=["create"], with_arguments=["agent", "environment_id"], without_arguments=["instructions"])
    source = "x.create(agent=1)\nx.create(environment_id=1)\nx.create(model=1)\nx.create(agent=1, instructions=2)\n"
    assert lines(source, wanted) == [1, 2]


def test_a_value_without_an_argument_is_searched_in_every_argument() -> None:
    wanted = rule("call", path=["post"], value=r"/v1/agents")
    assert lines('URL = "https://a/v1/agents"\nx.post(URL)\nx.post("https://a/v1/agents", json=y)\nx.post("/v1/other")\n', wanted) == [2, 3]


SYMBOL = rule("symbol", module=["langgraph"], name=["StateGraph"])


@pytest.mark.parametrize(
    "source",
    [
        "from langgraph.graph import StateGraph\n\ng = StateGraph(dict)\n",
        "from langgraph.graph import StateGraph as SG\n\ng = SG(dict)\n",
        "import langgraph.graph\n\ng = langgraph.graph.StateGraph(dict)\n",
        "import langgraph.graph as lg\n\ng = lg.StateGraph(dict)\n",
        "from langgraph import graph\n\ng = graph.StateGraph(dict)\n",
        "from langgraph.graph import StateGraph\n\nmakers = [StateGraph]\n",
        "from langgraph.graph import StateGraph\n\ndef f(g: StateGraph): ...\n",
    ],
)
def test_symbols_are_found_where_they_are_used(source: str) -> None:
    assert lines(source, SYMBOL) == [3]


@pytest.mark.parametrize(
    "source",
    [
        "from langgraph.graph import StateGraph\n# StateGraph(dict)\n",
        'from langgraph.graph import StateGraph\n"""StateGraph(dict)"""\nx = "StateGraph"\n',
        "from mygraphs import StateGraph\nStateGraph(dict)\n",
        "StateGraph(dict)\n",
        "from langgraph.graph import StateGraph\ndef f(StateGraph): return StateGraph()\n",
        "from langgraph.graph import StateGraph\nx.StateGraph()\n",
        "from langgraph_sdk import StateGraph\nStateGraph()\n",
        "from langgraph.graph import StateGraphs\nStateGraphs()\n",
    ],
)
def test_symbols_are_not_found_elsewhere(source: str) -> None:
    assert lines(source, SYMBOL) == []


def test_kinds_of_use() -> None:
    source = """
        from temporalio import workflow
        from temporalio.workflow import defn, Base
        @workflow.defn
        class A(Base):
            @workflow.run
            async def run(self): ...
        @defn(name="x")
        class B: ...
        y = workflow.defn
        defn()
    """

    def use(name: str, *uses: str) -> list[int]:
        return lines(source, rule("symbol", module=["temporalio"], name=[name], use=list(uses)))

    assert use("defn", "decorator") == [3, 7]
    assert use("workflow.defn", "decorator") == [3, 7]
    assert use("Base", "base") == [4]
    assert use("defn", "call") == [10]
    assert use("workflow.run", "decorator") == [5]
    assert use("workflow", "import") == [1, 2]
    assert use("defn", "import") == [2]
    assert use("defn", "any") == [3, 7, 9, 10]


STRING = rule("string", equals=["session.status_idle"])


def test_live_strings_only() -> None:
    source = '''
        """session.status_idle"""
        # "session.status_idle"
        def f():
            "session.status_idle"
            if event.type == "session.status_idle":
                return {'session.status_idle': f"session.status_idle"}
        x = ("session."
             "status_idle")
        y = f"session.{z}"
    '''
    assert lines(source, STRING) == [5, 6, 7]


def test_string_patterns_match_the_whole_value() -> None:
    wanted = rule("string", pattern=r"https://api\.openai\.com/v1/(threads|assistants).*")
    source = 'a = "https://api.openai.com/v1/threads"\nb = f"https://api.openai.com/v1/threads/{t}/runs"\nc = "see https://api.openai.com/v1/threads"\n'
    assert lines(source, wanted) == [1, 2]


def test_attributes() -> None:
    wanted = rule("attribute", path=["usage.active_seconds"])
    source = """
        a = event.usage.active_seconds
        b = event["usage"]["active_seconds"]
        c = event.get("usage", {}).get("active_seconds")
        d = usage.active_seconds.real
        e = event.usage.active_seconds_total
        f = my_usage.active_seconds
        event.usage.active_seconds = 3
        # event.usage.active_seconds
        g = "event.usage.active_seconds"
        h = event.usage.active_seconds()
        i = f"{event.usage.active_seconds}"
        j = usage.active_seconds == 3
    """
    assert lines(source, wanted) == [1, 2, 3, 4, 11, 12]
    single = rule("attribute", path=["active_seconds"])
    assert lines("active_seconds = 1\nprint(active_seconds)\nprint(x.active_seconds, x['active_seconds'])\n", single) == [3]


def test_imports_condition() -> None:
    wanted = rule("string", equals=["requires_action"], imports=["openai"])
    assert lines('import openai\nx = "requires_action"\n', wanted) == [2]
    assert lines('from openai.types import Run\nx = "requires_action"\n', wanted) == [2]
    assert lines('import openai_agents\nx = "requires_action"\n', wanted) == []


def test_a_file_with_a_mark_carriage_returns_and_broken_syntax_is_read() -> None:
    source = b"\xef\xbb\xbffrom openai import OpenAI\r\nclient = OpenAI()\r\nprint 'python 2'\r\nclient.beta.threads.create(\r\n"
    assert lines(source, THREADS) in ([], [4])
    assert lines(source + b")\r\n", THREADS) == [4]


def test_attributes_read_by_their_name() -> None:
    wanted = rule("attribute", path=["usage.active_seconds"])
    source = 'a = getattr(event.usage, "active_seconds", 0)\nb = getattr(event.usage, "seconds", 0)\n# getattr(usage, "active_seconds")\n'
    assert lines(source, wanted) == [1]
    assert lines("c = \"getattr(usage, 'active_seconds')\"\n", wanted) == []


def test_a_decorator_without_parentheses_is_a_call() -> None:
    source = """
        from fastmcp import FastMCP

        mcp = FastMCP("claims")
        page = Page()

        @mcp.tool
        def limit(claim): ...

        @page.tool
        def menu(claim): ...

        @mcp.tool()
        def table(claim): ...
    """
    assert lines(dedent(source), rule("call", path=["tool"], receiver=["fastmcp"], unresolved="never")) == [6, 12]
