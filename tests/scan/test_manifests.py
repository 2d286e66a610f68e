"""Manifests name packages; broken and hostile ones name what can be read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.manifests import locked, normalised, packages


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "requirements.txt",
            "langgraph>=0.2  # graph\nTemporalio[opentelemetry]==1.8 ; python_version > '3.9'\n-r more.txt\n"
            "--hash=x\n"
            "git+https://github.com/x/y.git#egg=claude_agent_sdk\nboto3 @ https://files.test/boto3.zip\n./local\n"
            "https://x.test/a.zip\n# crewai\n",
            {"langgraph", "temporalio", "claude-agent-sdk", "boto3"},
        ),
        (
            "pyproject.toml",
            '[project]\ndependencies = ["langgraph~=1.0", "x"]\n[project.optional-dependencies]\na = ["temporalio"]\n'
            '[dependency-groups]\ndev = ["pytest", {include-group = "a"}]\n[tool.poetry.dependencies]\npython = "^3.11"\nCrew_AI = "*"\n'
            '[tool.poetry.group.dev.dependencies]\nmypy = "1"\n[tool.uv]\ndev-dependencies = ["ruff"]\n',
            {"langgraph", "x", "temporalio", "pytest", "crew-ai", "mypy", "ruff"},
        ),
        ("pipfile", '[packages]\nlanggraph = "*"\n[dev-packages]\npytest = "*"\n', {"langgraph", "pytest"}),
        (
            "setup.cfg",
            "[options]\ninstall_requires =\n    langgraph>=0.2\n    x\n[options.extras_require]\na = temporalio\n",
            {"langgraph", "x", "temporalio"},
        ),
        (
            "setup.py",
            "from setuptools import setup\nREQUIRES = ['langgraph>=0.2']\n"
            "setup(name='n', install_requires=REQUIRES + ['x; os'], extras_require={'a': ['temporalio']})",
            {"langgraph", "x", "a", "temporalio"},
        ),
        (
            "setup.cfg",
            "[metadata]\nname = n\ninstall_requires = no\n[options]\n# c\npackages = find:\ninstall_requires: langgraph\n\n  # c\n\tx>=1\n"
            "zip_safe = no\n  y\n[options.extras_require]\nall =\n  temporalio\n  z[a,b] ; os\ndocs: sphinx\n[tool]\nq = q\n",
            {"langgraph", "x", "temporalio", "z", "sphinx"},
        ),
        ("environment.yml", "dependencies:\n  - python=3.11\n  - pip:\n    - langgraph>=0.2\n", {"python", "pip", "langgraph"}),
        ("go.mod", "require x v1\n", set()),
    ],
)
def test_python_manifests(name: str, text: str, expected: set[str]) -> None:
    assert packages(name, text) == {("pypi", package) for package in expected}


def test_package_json() -> None:
    text = '{"name": "@langchain/langgraph", "dependencies": {"@temporalio/client": "^1"}, "devDependencies": {"openai": "4"}, "os": 3}'
    assert packages("package.json", text) == {("npm", "@temporalio/client"), ("npm", "openai")}


@pytest.mark.parametrize(
    "name", ["requirements.txt", "pyproject.toml", "pipfile", "setup.cfg", "setup.py", "environment.yml", "package.json"]
)
def test_a_broken_manifest_raises_nothing(name: str) -> None:
    @given(
        st.one_of(
            st.text(),
            st.sampled_from(
                [
                    "[" * 10_000,
                    '{"a":' * 10_000,
                    "(" * 10_000,
                    "null",
                    "[]",
                    '{"dependencies": {"a": 1}, "x": ',
                    "[project]\ndependencies = 3",
                ]
            ),
        )
    )
    def check(text: str) -> None:
        packages(name, text)

    check()


def test_lock_files_name_only_whole_packages() -> None:
    wanted = [("pypi", "langgraph"), ("pypi", "claude-agent-sdk"), ("npm", "openai"), ("npm", "@temporalio/client")]
    assert locked("poetry.lock", 'name = "langgraph-checkpoint"\nname = "claude_agent_sdk"\n', wanted) == {("pypi", "claude-agent-sdk")}
    assert locked("requirements.lock", "langgraph==1.0 --hash=x\n", wanted) == {("pypi", "langgraph")}
    assert locked("package-lock.json", '"node_modules/@temporalio/client": {}, "openai-edge": 1, "langgraph": 2', wanted) == {
        ("npm", "@temporalio/client")
    }
    assert locked("yarn.lock", 'openai@^4.0.0:\n  version "4"\n', wanted) == {("npm", "openai")}


def test_names_compare_as_the_index_compares_them() -> None:
    assert normalised("Claude__Agent.SDK") == "claude-agent-sdk"


@pytest.mark.parametrize("key", ["[tool.{0}b]\nx = 1\n", "{0}b = 1\n", "x = {{ {0}b = 1 }}\n", "[ 'a' . {1}b]\n"])
@pytest.mark.parametrize("name", ["pyproject.toml", "libs.versions.toml"])
def test_a_key_of_endless_parts_is_not_parsed(name: str, key: str) -> None:
    started = time.process_time()
    assert packages(name, key.format("a." * 200_000, '"a"\t. ' * 200_000)) == set()
    assert time.process_time() - started < 3


def test_a_long_line_of_versions_is_parsed() -> None:
    pinned = ", ".join(f'"package{number}==1.2.{number}"' for number in range(300))
    assert len(packages("pyproject.toml", f"[project]\ndependencies = [{pinned}]\n")) == 300


FAULTS = {
    "setup.cfg": "[options]\n" + "//\n" * 100_000,
    "environment.yml": "\n" * 300_000,
    "requirements.txt": "a" + " " * 300_000 + "?\n" + "a[" * 100_000 + "\n",
    "setup.py": "-e\n" * 600_000,
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_manifests_of_nothing_but_faults_end_soon(name: str) -> None:
    started = time.process_time()
    packages(name, FAULTS[name])
    assert time.process_time() - started < 2


def test_a_compiled_list_of_requirements_names_what_somebody_chose() -> None:
    text = """# This file was autogenerated by uv via the following command:
#    uv pip compile pyproject.toml
agent-framework==1.0 \\
    --hash=sha256:abc
    # via desk (pyproject.toml)
azure-functions==1.2
    # via
    #   agent-framework-azurefunctions
    #   azure-functions-durable
openai-agents==0.4  # via agent-framework
langgraph==1.0
    # via
    #   -r requirements.in
    #   langchain
plain==2.0
"""
    assert packages("requirements.txt", text) == {("pypi", "agent-framework"), ("pypi", "langgraph"), ("pypi", "plain")}
    assert ("pypi", "openai-agents") in packages("requirements.txt", text.replace("autogenerated by", "read by"))
