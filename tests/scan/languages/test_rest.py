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
