"""From where a module of the repository is seen, as Python itself would find it."""

from __future__ import annotations

import time

import pytest
from asking import found, lines, rule
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.languages.modules import look_up_for
from lockin_audit.scan.languages.own_modules import OwnModules
from lockin_audit.scan.lexical import Modules, Words
from lockin_audit.scan.model import RepositoryContext
from lockin_audit.scan.necessary import module_root


@pytest.mark.parametrize(
    ("paths", "module", "path", "expected"),
    [
        # a file is seen from its own folder, from below it and, in a source root, from everywhere; never as a package
        (["samples/kernel/semantic_kernel.py"], "semantic_kernel", "samples/kernel/chat.py", "samples/kernel/semantic_kernel"),
        (["samples/kernel/semantic_kernel.py"], "semantic_kernel", "samples/kernel/deep/chat.py", "samples/kernel/semantic_kernel"),
        (["samples/kernel/semantic_kernel.py"], "semantic_kernel", "samples/rag/chat.py", None),
        (["samples/kernel/semantic_kernel.py"], "semantic_kernel.agents", "samples/kernel/chat.py", None),
        (["samples/kernel/semantic_kernel.py"], "semantic_kernel", "samples/kernel/semantic_kernel.py", None),
        (["config.py"], "config", "samples/kernel/chat.py", "config"),
        (["src/config.py"], "config", "tests/x.py", "src/config"),
        # a project's modules are installed: seen from everywhere
        (["libs/desk/pyproject.toml", "libs/desk/desk/__init__.py"], "desk.tools", "app/main.py", "libs/desk/desk/tools"),
        (["libs/desk/setup.py", "libs/desk/src/desk.py"], "desk", "app/main.py", "libs/desk/src/desk"),
        (["libs/desk/desk/__init__.py"], "desk", "app/main.py", None),
        (["app/src/desk/__init__.py", "app/src/desk/tools.py"], "desk", "app/scripts/x.py", "app/src/desk"),
        # a module inside a package is no module of its own
        (["app/__init__.py", "app/agents/__init__.py"], "agents", "app/agents/desk.py", None),
        (["app/__init__.py", "app/agents/desk.py"], "agents.desk", "app/main.py", "app/agents/desk"),
        (["app/agents/__init__.py"], "agents", "app/agents/desk.py", "app/agents"),
        # a folder is a module only where Python stands in it
        (["agents/desk.py"], "agents", "main.py", "agents"),
        (["agents/notes.md", "main.py"], "agents", "main.py", None),
        # the whole path decides first, then nearness
        (["utils/client.py", "app/utils/other.py"], "utils.client", "app/main.py", "utils/client"),
        (["a/config.py", "b/config.py"], "config", "b/main.py", "b/config"),
        (["backend/services/client.py"], "services.client", "jobs/run.py", "backend/services/client"),
        (["backend/services/client.py"], "services", "jobs/run.py", None),
    ],
)
def test_where_an_import_leads(paths: list[str], module: str, path: str, expected: str | None) -> None:
    assert OwnModules([*paths, path]).stem_of(module, path) == expected


def test_a_folder_without_init_is_no_match_for_an_installed_package() -> None:
    own = OwnModules(["agents/desk.py", "main.py"])
    assert own.stem_of("agents", "main.py", installed=True) is None
    assert own.stem_of("agents.desk", "main.py", installed=True) == "agents/desk"
    assert OwnModules(["agents/__init__.py"]).stem_of("agents", "main.py", installed=True) == "agents"
    assert OwnModules(["agents/__init__.py"]).stem_of("agents.mcp", "main.py", installed=True) is None
    assert OwnModules(["agents/__init__.py"]).stem_of("agents.mcp", "main.py") == "agents/mcp"


def test_many_modules_of_one_name_are_told_apart_by_where_they_stand() -> None:
    own = OwnModules([f"samples/s{number}/utils.py" for number in range(2_000)])
    assert own.stem_of("utils", "samples/s1999/deep/run.py") == "samples/s1999/utils"
    assert own.stem_of("utils", "samples/run.py") is None
    started = time.perf_counter()
    for number in range(1_000):
        own.stem_of("utils", f"samples/s{number}/run.py")
    assert time.perf_counter() - started < 10


def test_modules_inside_a_vendors_namespace() -> None:
    own = OwnModules(["sdk/azure/ai/mine/__init__.py", "sdk/azure/ai/other.py"])
    assert own.in_namespace("azure.ai.other") and own.in_namespace("azure.ai")
    assert not own.in_namespace("azure.ai.projects") and not own.in_namespace("azure.identity")


AGENT = rule("symbol", module=["semantic_kernel"], name=["AzureAIAgent"], use=["call"])


def test_a_file_named_like_a_package_hides_it_only_beside_itself() -> None:
    source = "from semantic_kernel.agents import AzureAIAgent\nAzureAIAgent()\n"
    sample = frozenset(("samples/kernel/semantic_kernel.py",))
    assert lines(source, AGENT, path="samples/rag/agent.py", modules=sample) == [2]
    assert lines(source, AGENT, path="samples/kernel/semantic_kernel.py", modules=sample) == [2]
    whole = "from semantic_kernel import AzureAIAgent\nAzureAIAgent()\n"
    assert lines(whole, AGENT, path="samples/rag/agent.py", modules=sample) == [2]
    assert lines(whole, AGENT, path="samples/kernel/agent.py", modules=sample) == []


def test_a_client_of_another_sample_is_not_taken_for_the_one_beside() -> None:
    threads = rule("call", path=["beta.threads.create"], receiver=["openai"], unresolved="medium")
    origins = {"a/config.py:client": "anthropic.Anthropic", "b/config.py:client": "openai.OpenAI"}
    source = "from config import client\nclient.beta.threads.create()\n"
    assert found(source, threads, path="b/main.py", origins=origins) == [(2, "high")]
    assert found(source, threads, path="a/main.py", origins=origins) == []


_NAMES = st.sampled_from(("app", "acme", "agents", "tools", "src", "a", "b"))
_PATHS = st.builds(
    lambda folders, name: "/".join([*folders, name]),
    st.lists(_NAMES, max_size=3),
    st.sampled_from(("__init__.py", "acme.py", "agents.py", "main.py", "pyproject.toml", "README.md")),
)


@given(st.frozensets(_PATHS, max_size=8), st.lists(_NAMES, max_size=2), st.lists(_NAMES, min_size=1, max_size=3), st.booleans())
def test_what_is_told_before_parsing_agrees_with_what_is_told_after(
    paths: frozenset[str], folders: list[str], module: list[str], installed: bool
) -> None:
    path, name = "/".join([*folders, "run.py"]), ".".join(module)
    context = RepositoryContext(local_modules=paths, dependencies={"openai.agents_sdk": ("x",)} if installed else {})
    imported = Words(f"import {name}\n".encode(), "python", path, paths).imports(Modules([name], module_root))
    assert imported or look_up_for(path, context, script=False)(name, "") is not None


def test_a_folder_named_like_a_workflow_engine_does_not_hide_it() -> None:
    service = rule("symbol", module=["restate"], name=["Service"], use=["call"])
    modules = frozenset(("app/restate/__init__.py", "app/restate/_agent.py", "app/main.py"))
    assert lines('import restate\ndesk = restate.Service("Claims")\n', service, path="app/desk.py", modules=modules) == [2]
    assert lines('from app.restate import Service\ndesk = Service("Claims")\n', service, path="app/desk.py", modules=modules) == []


def test_a_folder_named_like_an_older_sdk_does_not_hide_it() -> None:
    program = rule("symbol", module=["claude_code_sdk"], name=["ClaudeSDKClient"], use=["call"])
    modules = frozenset(("claude_code_sdk/research/agent.py", "claude_code_sdk/pyproject.toml"))
    source = "from claude_code_sdk import ClaudeSDKClient\nClaudeSDKClient()\n"
    assert lines(source, program, path="claude_code_sdk/research/agent.py", modules=modules) == [2]
