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
def test_a_module_keeps_to_its_layer_and_its_rights(path: Path) -> None:
    layer, tree = _layer(path), ast.parse(path.read_text(encoding="utf-8"))
    _check_imports(layer, _imports(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if layer != "cli":
                _check_edge(node.lineno, name)
            _check_execution(layer, node.lineno, name)
        elif isinstance(node, ast.Attribute) and node.attr == "environ":
            assert layer == "cli", f"line {node.lineno}: only cli reads the environment"


def _check_imports(layer: str, imports: set[str]) -> None:
    """A module imports its own layer, those below it, and the heavy libraries that are its layer's."""
    if layer:
        ours = {name.split(".")[1] for name in imports if name.startswith("lockin_audit.")} - {layer}
        assert ours <= ALLOWED[layer], f"{layer} may not import {sorted(ours - ALLOWED[layer])}"
    for name in imports:
        top = name.split(".")[0]
        root = next((r for r in CONFINED if top == r or (r == "tree_sitter" and top.startswith("tree_sitter"))), None)
        if root is not None:
            assert layer in CONFINED[root], f"{name} belongs to {sorted(CONFINED[root])}"
        assert top not in NETWORK and name not in NETWORK, f"{name}: no command touches the network"


def _check_edge(line: int, name: str) -> None:
    """Only the edge reads clock, environment and terminal."""
    assert name not in BUILT_IN_EDGE, f"line {line}: {name}"
    assert not any(name == call or name.endswith("." + call) for call in EDGE_CALLS), f"line {line}: {name}"


def _check_execution(layer: str, line: int, name: str) -> None:
    """Nothing of an audited repository can be executed."""
    assert name not in {"eval", "exec", "__import__", "os.system", "importlib.import_module"} or (
        name == "importlib.import_module" and layer == "report"
    ), f"line {line}: {name}"
    assert not name.startswith(("subprocess.", "pickle.load", "yaml.load")), f"line {line}: {name}"
