"""Who may import whom, and where the clock, the environment, the terminal and heavy libraries may be touched."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "lockin_audit"
ALLOWED = {
    "core": set(),
    "scan": {"core"},
    "ask": {"core"},
    "prices": {"core"},
    "assess": {"core", "ask"},
    "finance": {"core", "prices"},
    "report": {"core", "assess", "finance", "prices", "ask"},
    "cli": {"core", "scan", "ask", "prices", "assess", "finance", "report"},
}
CONFINED = {
    "typer": {"cli"},
    "rich": {"cli"},
    "openpyxl": {"report"},
    "matplotlib": {"report"},
    "pandas": {"report", "finance", "cli"},
    "numpy": {"finance", "report"},
    "genai_prices": {"prices"},
    "tree_sitter": {"scan"},
    "hyperscan": {"scan"},
    "ahocorasick_rs": {"scan"},
    "pathspec": {"scan"},
}
EDGE_CALLS = ("datetime.now", "date.today", "time.time", "os.environ.get", "os.getenv")
BUILT_IN_EDGE = ("print", "input")
NETWORK = {"socket", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _layer(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def _imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_a_module_keeps_to_its_layer(path: Path) -> None:
    layer, tree = _layer(path), ast.parse(path.read_text(encoding="utf-8"))
    imports = _imports(tree)
    if layer:
        ours = {name.split(".")[1] for name in imports if name.startswith("lockin_audit.")} - {layer}
        assert ours <= ALLOWED[layer], f"{layer} may not import {sorted(ours - ALLOWED[layer])}"
    for name in imports:
        top = name.split(".")[0]
        root = next((r for r in CONFINED if top == r or (r == "tree_sitter" and top.startswith("tree_sitter"))), None)
        if root is not None:
            assert layer in CONFINED[root], f"{name} belongs to {sorted(CONFINED[root])}"
        assert top not in NETWORK and name not in NETWORK, f"{name}: no command touches the network"


@pytest.mark.parametrize("path", [p for p in MODULES if _layer(p) != "cli"], ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_only_the_edge_reads_clock_environment_and_terminal(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            assert name not in BUILT_IN_EDGE, f"line {node.lineno}: {name}"
            assert not any(name == call or name.endswith("." + call) for call in EDGE_CALLS), f"line {node.lineno}: {name}"
        elif isinstance(node, ast.Attribute) and node.attr == "environ":
            raise AssertionError(f"line {node.lineno}: only cli reads the environment")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_nothing_of_an_audited_repository_can_be_executed(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            assert name not in {"eval", "exec", "__import__", "os.system", "importlib.import_module"} or (
                name == "importlib.import_module" and _layer(path) == "report"
            ), f"line {node.lineno}: {name}"
            assert not name.startswith(("subprocess.", "pickle.load", "yaml.load")), f"line {node.lineno}: {name}"
