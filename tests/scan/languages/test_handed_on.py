"""Clients that reach a file through more than one module, base classes of others, and packages inside a vendor's namespace."""

from __future__ import annotations

from textwrap import dedent

from asking import THREADS, found, lines, rule

from lockin_audit.core.runtime import CallMatch
from lockin_audit.scan.languages import exports
from lockin_audit.scan.model import RepositoryContext, SourceFile

MAKER = "from openai import OpenAI\ndef make():\n    return OpenAI()\nclient = OpenAI()\n"


def exported(path: str, source: str) -> dict[str, str]:
    language = "python" if path.endswith(".py") else "typescript"
    return dict(
        exports(SourceFile(path, language, source.encode(), False), RepositoryContext(local_modules=frozenset(("app/__init__.py",))))
    )


def origins(**files: str) -> dict[str, str]:
    made: dict[str, str] = {}
    for path, source in files.items():
        made.update((f"{path}:{name}", origin) for name, origin in exported(path, source).items())
    return made


def test_a_factory_is_followed_through_modules() -> None:
    known = origins(
        **{
            "app/base.py": MAKER,
            "app/middle.py": "from .base import make\ndef get():\n    return make()\nshared = get()\n",
            "app/__init__.py": "from .middle import get as get_client\nfrom .base import *\n",
        }
    )
    assert known["app/middle.py:get"] == "~.base:make=>"
    assert lines("from .middle import get\nget().beta.threads.create()\n", THREADS, path="app/x.py", origins=known) == [2]
    assert found("from app.middle import shared\nshared.beta.threads.create()\n", THREADS, path="main.py", origins=known) == [(2, "high")]
    assert found("from app import get_client\nget_client().beta.threads.create()\n", THREADS, path="main.py", origins=known) == [
        (2, "high")
    ]
    assert found("from app import client\nclient.beta.threads.create()\n", THREADS, path="main.py", origins=known) == [(2, "high")]


def test_a_chain_of_modules_that_leads_in_a_circle_ends() -> None:
    known = origins(**{"app/a.py": "from .b import x\ny = x()\n", "app/b.py": "from .a import y\nx = y()\n"})
    assert found("from .a import y\ny.beta.threads.create()\n", THREADS, path="app/c.py", origins=known) == [(2, "medium")]


DESK = """
from openai import OpenAI
class Desk:
    def __init__(self):
        self.client = OpenAI()
    async def __aenter__(self):
        return self
    def create(self, name):
        return self.client.beta.threads.create(name)
    def list(self):
        self.client.beta.threads.list()
    def made(self):
        return OpenAI()
def create(name):
    return OpenAI().beta.threads.create(name)
def list(): ...
desk = Desk()
"""
CREATE = rule("call", path=["create", "list"], receiver=["openai"], unresolved="medium")


def test_a_method_of_a_class_of_another_module_is_its_own_whatever_it_calls() -> None:
    known = origins(**{"app/desk.py": DESK, "app/again.py": "from .desk import create\nmake = create\n"})
    calls = """
        from .desk import Desk, create, desk
        from . import desk as module
        agent = Desk()
        await agent.create("x")
        agent.list()
        create("x")
        module.create("x")
        Desk().create("x")
        agent.client.beta.threads.create()
        agent.made().beta.threads.create()
        client = agent.made()
        client.beta.threads.list()
    """
    assert found(calls, CREATE, path="app/run.py", origins=known) == [(9, "high"), (10, "high"), (12, "high")]
    assert lines("from .again import make\nmake('x')\n", CREATE, path="app/run.py", origins=known) == []


def test_a_class_and_an_object_that_modules_hand_on_keep_their_methods() -> None:
    known = origins(
        **{
            "app/desk.py": DESK,
            "app/again.py": "from .desk import Desk\nmore = Desk()\ndef make(): return Desk()\n",
            "app/__init__.py": "from .desk import Desk\nfrom .again import more, make\n",
        }
    )
    calls = """
        from app import Desk, more, make
        Desk().create("x")
        more.create("x")
        make().create("x")
        Desk().client.beta.threads.create()
        more.client.beta.threads.create()
        make().client.beta.threads.create()
        more.made().beta.threads.create()
    """
    assert found(calls, CREATE, path="run.py", origins=known) == [(line, "high") for line in (5, 6, 7, 8)]
    near = "from .again import more, make\nmore.create()\nmake().create()\nmore.client.beta.threads.create()\n"
    assert found(near, CREATE, path="app/x.py", origins=known) == [(4, "high")]


def test_a_method_of_a_class_of_another_script_is_its_own() -> None:
    desk = """
        import OpenAI from "openai";
        export class Desk {
          client = new OpenAI();
          create(name) { return this.client.beta.threads.create(name); }
          list() { this.client.beta.threads.list(); }
        }
        export const create = (name) => new OpenAI().beta.threads.create(name);
    """
    calls = """
        import { Desk, create } from "./desk";
        const desk = new Desk();
        await desk.create("x");
        desk.list();
        create("x");
        desk.client.beta.threads.create();
    """
    known = origins(**{"app/desk.ts": dedent(desk)})
    assert found(calls, CREATE, "typescript", path="app/run.ts", origins=known) == [(6, "high")]


def test_script_modules_hand_on() -> None:
    known = origins(
        **{
            "lib/client.ts": 'import OpenAI from "openai";\nexport const client = new OpenAI();\nexport default client;\n',
            "lib/index.ts": 'export { client as ai } from "./client";\nexport * from "./client";\n',
            "lib/other.ts": 'import { client } from "./client";\nexport { client as third };\n',
            "lib/root.ts": 'export { default as fourth } from "./client";\n',
        }
    )
    for name, module in (("ai", "./lib"), ("client", "./lib/index"), ("third", "./lib/other"), ("fourth", "./lib/root")):
        source = f'import {{ {name} }} from "{module}";\nawait {name}.beta.threads.create();\n'
        assert found(source, THREADS, "typescript", path="main.ts", origins=known) == [(2, "high")], name


def test_an_attribute_the_base_class_may_not_know_is_unknown_not_traced() -> None:
    source = """
        from other.framework import Service
        class Mine(Service):
            def go(self):
                self._ai_client.beta.threads.create()
                self.create()
    """
    assert found(source, THREADS) == [(4, "medium")]
    client = source.replace("other.framework import Service", "openai import OpenAI as Service").replace("_ai_client.", "")
    assert found(client, THREADS) == [(4, "high")]
    direct = CallMatch(kind="call", path=("create",), receiver=("openai",))
    assert found(source, THREADS.model_copy(update={"match": (direct,)})) == [(4, "medium")]


def test_a_package_of_the_repository_inside_a_vendors_namespace_is_its_own() -> None:
    source = "from azure.ai.mine import Client\nClient().beta.threads.create()\n"
    wanted = THREADS.model_copy(
        update={"match": (CallMatch(kind="call", path=("beta.threads.create",), receiver=("azure.ai",), unresolved=None),)}
    )
    assert lines(source, wanted) == [2]
    assert lines(source, wanted, modules=frozenset(("sdk/azure/ai/mine.py",))) == []


def test_never_in_a_pack_means_no_site_without_origin() -> None:
    assert CallMatch.model_validate({"kind": "call", "path": ("a",), "unresolved": "never"}).unresolved is None


def test_a_method_of_a_class_of_a_module_that_shows_no_vendor_is_its_own() -> None:
    calls = """
        from .desk import Desk, desk
        agent = Desk()
        agent.create("x")
        desk.create("x")
        agent.client.threads.create("x")
    """
    assert found(calls, CREATE, path="app/run.py", modules=frozenset(("app/desk.py",))) == [(4, "medium"), (5, "medium")]
