"""Vendor addresses and headers where code, scripts, images and workflows write them."""

from __future__ import annotations

import pytest
from asking import lines, rule

ADDRESS = rule("string", pattern=r".*(?:api\.vendor\.test|\{\})/v1/agents.*")
COMMAND = rule("text", pattern=r"api\.vendor\.test/v1/agents")


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("python", 'httpx.post(f"{BASE}/v1/agents/{i}", headers={"beta": "agents-1"})\n'),
        ("python", 'requests.post("https://api.vendor.test/v1/agents")\n'),
        ("typescript", "await fetch(`${base}/v1/agents/${i}`, { headers });\n"),
        ("javascript", 'axios.get("https://api.vendor.test/v1/agents");\n'),
        ("csharp", 'await http.PostAsync($"{root}/v1/agents/{id}", body);\n'),
        ("kotlin", 'val a = get("${base}/v1/agents")\n'),
        ("java", 'URI.create("https://api.vendor.test/v1/agents");\n'),
        ("yaml", "steps:\n  - run: curl https://api.vendor.test/v1/agents\n"),
    ],
)
def test_addresses_in_strings(language: str, source: str) -> None:
    assert lines(source, ADDRESS, language) == [source.count("\n")]


@pytest.mark.parametrize(
    ("language", "path"), [("shell", "go.sh"), ("dockerfile", "Dockerfile"), ("powershell", "go.ps1"), ("makefile", "Makefile")]
)
def test_commands_outside_comments(language: str, path: str) -> None:
    assert lines("# api.vendor.test/v1/agents\ncurl https://api.vendor.test/v1/agents\n", COMMAND, language, path=path) == [2]


def test_a_header_is_an_argument() -> None:
    wanted = rule("call", path=["httpx.post"], argument="headers.beta", value="agents-1")
    assert lines('httpx.post(url, headers={"beta": "agents-1"})\nhttpx.post(url, headers={"beta": "x"})\n', wanted) == [1]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("java", 'class A { void f() { get(base + "/v1/agents/" + id + "/runs"); } }\n'),
        ("java", 'class A { void f() { get(Settings.ROOT + VERSION + "/v1/agents/" + id + "/runs"); } }\n'),
        ("java", 'class A { static final String BASE = "https://vendor.test"; void f() { get(BASE + "/v1/agents/" + id + "/runs"); } }\n'),
        ("csharp", 'class A { void F() { Get(_root + "/v1/agents/" + id + "/runs"); } }\n'),
        ("kotlin", 'fun f() { get(base + "/v1/agents/" + id + "/runs") }\n'),
        ("go", 'package a\nfunc f() { get(base + "/v1/agents/" + id + "/runs") }\n'),
    ],
)
def test_an_address_put_together_with_plus(language: str, source: str) -> None:
    whole = rule("string", pattern=r"(https://vendor\.test|\{\})/v1/agents/\{\}/runs")
    assert lines(source, whole, language) == [source.count("\n")]
    other = rule("string", pattern=r"/v1/agents/")
    assert lines(source, other, language) == [source.count("\n")]


def test_an_address_put_together_over_lines_stands_at_its_first() -> None:
    whole = rule("string", pattern=r"\{\}/v1/agents/\{\}")
    assert lines('class A {\n  String u = base\n    + "/v1/agents/"\n    + id;\n}\n', whole, "java") == [2]


def test_what_is_joined_is_an_address_and_short() -> None:
    anything = rule("string", pattern=r"\{\}.*")
    long = " + ".join(f'"/{number}" + x{number}' for number in range(200))
    assert lines('class A { String u = name + " said hello"; }\n', anything, "java") == []
    assert lines(f"class A {{ String u = base + {long}; }}\n", anything, "java") == []
    assert lines('class A { boolean u = a == "/x"; int n = b - "/y"; }\n', anything, "java") == []
