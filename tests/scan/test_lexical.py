"""What is told of a file without parsing may be too much, never too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.runtime import SymbolMatch
from lockin_audit.scan.languages import analyse
from lockin_audit.scan.lexical import Modules, Words
from lockin_audit.scan.model import RepositoryContext, SourceFile
from lockin_audit.scan.necessary import Requirement, module_root, modules_of
from tests.scan.pack_builder import rule, runtime


def imports(data: bytes, language: str, *modules: str, local: frozenset[str] = frozenset()) -> bool:
    return Words(data, language, "src/app.x", local).imports(Modules(modules, module_root))


@pytest.mark.parametrize(
    ("data", "modules", "expected"),
    [
        (b"import acme", ["acme.sdk"], True),
        (b"import os, acme.sdk as a", ["acme"], True),
        (b"import os, \\\n  acme", ["acme"], True),
        (b"from \\\r\n acme.sdk import (\n  Client)", ["acme.sdk"], True),
        (b"x = 1; from acme . sdk import Client", ["acme.sdk"], True),
        (b"from acme.other import Client", ["acme.sdk"], False),
        (b"from os import acme", ["acme"], False),
        (b"from acmetools import x", ["acme"], False),
        (b"from . import acme", ["acme"], False),
        (b"from agents import Agent, Runner", ["openai_agents"], True),
        (b"from langfuse.openai import OpenAI", ["openai"], True),
        (b"acme = 1", ["acme"], False),
        (b"def f():\r\timport acme\rx = 1", ["acme"], True),
    ],
)
def test_imports_of_python(data: bytes, modules: list[str], expected: bool) -> None:
    assert imports(data, "python", *modules) is expected


def test_the_repositorys_own_module_is_no_package_but_an_sdk_is_never_taken_for_one() -> None:
    local = frozenset(("acme/__init__.py", "openai/__init__.py"))
    assert not imports(b"from acme import x", "python", "acme", local=local)
    assert imports(b"from openai import x", "python", "openai", local=local)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'import { Agent } from "npm:@acme/sdk@0.1"', True),
        (b'import OpenAI from "https://esm.example/@acme/sdk@3?bundle"', True),
        (b"import x from '@acme/sdk/deep'", True),
        (b"import x from '@acme/sdkit'", False),
        (b"// see @acme/sdk for more", False),
    ],
)
def test_packages_of_scripts_also_stand_behind_a_registry_or_in_an_address(data: bytes, expected: bool) -> None:
    assert imports(data, "typescript", "@acme/sdk") is expected


@pytest.mark.parametrize(
    ("language", "data", "module", "expected"),
    [
        ("csharp", b"using Acme.Agents;", "Acme.Agents", True),
        ("csharp", b"using A = Acme.Agents.Client;", "Acme.Agents", True),
        ("csharp", b"global using Acme;", "Acme.Agents", True),
        ("csharp", b"using Acme.Tools;", "Acme.Agents", False),
        ("java", b"import com.acme.Client;", "com.acme", True),
        ("java", b"import static com.acme.Client.of;", "com.acme", True),
        ("java", b"import com.other.Client;", "com.acme", False),
        ("kotlin", b"import com.acme.Client as C\n", "com.acme", True),
        ("go", b'import a "github.com/acme/sdk/v2"', "github.com/acme/sdk", True),
        ("go", b'import "github.com/acme/other"', "github.com/acme/sdk", False),
        ("ruby", b"acme", "acme", True),
    ],
)
def test_imports_of_other_languages(language: str, data: bytes, module: str, expected: bool) -> None:
    assert imports(data, language, module) is expected


def test_words_are_whole_in_code_but_not_in_prose_and_notebooks() -> None:
    for language, expected in (("python", False), ("csharp", False), ("markdown", True), ("notebook", True)):
        assert Words(b"x.agents_list", language, "a").stands(b"agents") is expected
    assert Words(b"agents_list agents", "python", "a").stands(b"agents")
    assert Words(b"$agents", "kotlin", "a").stands(b"agents")


def test_a_class_of_the_repository_stands_for_another_only_behind_a_dot() -> None:
    types = frozenset(("Kernel",))
    assert not Words(b"new Kernel()", "csharp", "a.cs", (), types).stands_for_another(b"Kernel")
    assert Words(b"new Acme.Kernel()", "csharp", "a.cs", (), types).stands_for_another(b"Kernel")
    assert Words(b"Kernel()", "python", "a.py", (), types).stands_for_another(b"Kernel")


_LINES = st.lists(
    st.sampled_from(
        (
            "import acme",
            "import os, acme.graph as g",
            "from acme import graph",
            "from acme.graph import Graph",
            "from acme.graph import (\n    Graph as G,\n    other,\n)",
            "from .acme.graph import Graph",
            "from \\\n  acme.graph import Graph",
            "import other; import acme.graph",
            "x = Graph()",
            "x = G()",
            "x = graph.Graph()",
            "x = acme.graph.Graph()",
            "x = g.Graph()",
            "# from here",
            '"""import nothing\nfrom nowhere"""',
            "if x:\n    from acme.graph import Graph\n    Graph()",
        )
    ),
    max_size=6,
)


@given(_LINES, st.sampled_from(("\n", "\r\n", "\n\n")))
def test_no_file_with_a_site_is_left_out(lines: list[str], end: str) -> None:
    data = end.join(lines).encode()
    match = {"kind": "symbol", "module": ("acme.graph",), "name": ("Graph",)}
    pack = runtime("acme.agents", "managed_runtime", rule("acme.agents/x", ["Graph"], match)).rules[0]
    assert isinstance(pack.match[0], SymbolMatch)
    if analyse(SourceFile("a.py", "python", data, False), [pack], RepositoryContext()):
        assert Requirement(pack).met(Words(data, "python", "a.py"))


def test_a_notebook_imports_what_stands_in_an_import_of_a_cell() -> None:
    wanted = modules_of(("phi.agent",))
    assert Words(rb'{"source": ["from phi.agent import Agent\n"]}', "notebook", "lab.ipynb").imports(wanted)
    assert Words(rb'{"source": ["import os, phi\n"]}', "notebook", "lab.ipynb").imports(wanted)
    assert not Words(rb'{"image/png": "aphi0phi", "source": ["import graphics\n", "phi = 1\n"]}', "notebook", "lab.ipynb").imports(wanted)
