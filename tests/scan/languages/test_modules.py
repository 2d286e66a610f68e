from __future__ import annotations

from textwrap import dedent

import pytest
from asking import THREADS, found, lines, rule

from lockin_audit.scan.languages import SUPPORTED, exports
from lockin_audit.scan.model import SourceFile


def exported(source: str, path: str = "app/clients.py", language: str = "python") -> dict[str, str]:
    return dict(exports(SourceFile(path, language, dedent(source).encode(), False)))


def test_clients_factories_and_attributes_are_exported() -> None:
    source = """
        import boto3
        from openai import OpenAI, AsyncOpenAI
        from anthropic import Anthropic
        client = OpenAI()
        threads = client.beta.threads
        def get_client():
            return AsyncOpenAI()
        class Service:
            def __init__(self):
                self.claude = Anthropic()
        class Mine(OpenAI): ...
        rt = boto3.client("bedrock-agent-runtime")
        NAME = "x"
        def plain(): return 3
    """
    assert exported(source) == {
        "Mine": "openai.OpenAI",
        "Service.claude": "anthropic.Anthropic",
        "client": "openai.OpenAI",
        "get_client": "openai.AsyncOpenAI=>",
        "rt": "boto3:bedrock-agent-runtime",
        "threads": "openai.OpenAI().beta.threads",
    }


def test_script_exports() -> None:
    source = """
        import OpenAI from "openai";
        export const openai = new OpenAI();
        export const make = () => new OpenAI();
        export default openai;
    """
    expected = {"default": "openai.OpenAI", "make": "openai.OpenAI=>", "openai": "openai.OpenAI"}
    assert exported(source, "app/openai.ts", "typescript") == expected
    common = 'const { OpenAI } = require("openai");\nmodule.exports = new OpenAI();\nexports.other = new OpenAI();\n'
    assert exported(common, "app/openai.js", "javascript")["default"] == "openai.OpenAI"
    assert exported(common, "app/openai.js", "javascript")["other"] == "openai.OpenAI"


def test_files_that_are_no_code_export_nothing() -> None:
    assert exported("a: 1", "x.yaml", "yaml") == {}
    assert exported("{", "x.ipynb", "notebook") == {}
    assert "python" in SUPPORTED and "notebook" in SUPPORTED


ORIGINS = {
    "app/clients.py:client": "openai.OpenAI",
    "app/clients.py:get_client": "openai.OpenAI",
    "app/clients.py:Service.client": "openai.OpenAI",
    "app/pkg/__init__.py:client": "openai.OpenAI",
    "app/claude.py:client": "anthropic.Anthropic",
}


@pytest.mark.parametrize(
    "source",
    [
        "from .clients import client\n\n",
        "from app.clients import client as client\n\n",
        "from clients import get_client\nclient = get_client()\n",
        "from . import clients\nclient = clients.client\n",
        "import app.clients as c\nclient = c.client\n",
        "from .pkg import client\n\n",
        "from .clients import Service\nclient = Service().client\n",
        "from .clients import client\nclass A:\n    c = client\nclient = A().c\n",
    ],
)
def test_a_client_of_another_module_is_traced(source: str) -> None:
    text = source + "client.beta.threads.create()\n"
    assert found(text, THREADS, origins=ORIGINS) == [(text.count("\n"), "high")]


def test_what_another_module_holds_decides() -> None:
    call = "client.beta.threads.create()\n"
    assert found("from .claude import client\n" + call, THREADS, origins=ORIGINS) == []
    assert found("from .unknown import client\n" + call, THREADS, origins=ORIGINS) == [(2, "medium")]
    assert found("from tools.unknown import client\n" + call, THREADS, modules=frozenset(("tools/__init__.py",))) == [(2, "medium")]
    assert found("from tools.unknown import client\n" + call, THREADS) == []


@pytest.mark.parametrize("specifier", ["./openai", "../app/openai.js", "@/app/openai", "~/app/openai"])
def test_script_imports_are_followed(specifier: str) -> None:
    origins = {"web/app/openai.ts:openai": "openai.OpenAI", "web/app/openai.ts:default": "openai.OpenAI"}
    named = f'import {{ openai }} from "{specifier}";\nopenai.beta.threads.create();\n'
    default = f'import oa from "{specifier}";\noa.beta.threads.create();\n'
    for source in (named, default):
        assert found(source, THREADS, "typescript", path="web/app/page.ts", origins=origins) == [(2, "high")]


def test_a_local_package_is_no_import_of_the_sdk_of_the_same_name() -> None:
    agent = rule("symbol", module=["agents"], name=["Agent"])
    source = "from agents import Agent\n\nAgent()\n"
    assert lines(source, agent) == [3]
    assert lines(source, agent, modules=frozenset(("agents/__init__.py",))) == []
    conditional = rule("string", equals=["x"], imports=["agents"])
    assert lines(source + 'a = "x"\n', conditional) == [4]
    assert lines(source + 'a = "x"\n', conditional, modules=frozenset(("agents/__init__.py",))) == []


def test_a_folder_named_like_an_sdk_is_not_taken_for_it() -> None:
    source = "from openai import OpenAI\nOpenAI().beta.threads.create()\n"
    assert found(
        source, THREADS, path="examples/openai/run.py", modules=frozenset(("examples/openai/__init__.py", "examples/__init__.py"))
    ) == [(2, "high")]
