"""Which packages a dependency manifest or lock file names. Nothing of it is executed; a broken file gives what can still be read."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lockin_audit.core.runtime import Runtime
from lockin_audit.core.toml_text import parse_toml
from lockin_audit.scan import build_files

Package = tuple[str, str]
"""Ecosystem (`pypi`, `npm`, `nuget`, `maven`, `go`, `gem`, `composer`: the field of a runtime) and normalised name."""

_REQUIREMENT = re.compile(
    r"\s*+([A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?)\s*+(?:\[[^\]]{0,2000}\])?\s*+(?:[<>=!~;@#,(^]|$|(?<=\s))"
)
_EGG = re.compile(r"#egg=([A-Za-z0-9._-]+)")
_DELIMITER = re.compile(r"[:=]")
_LONGEST_SCRIPT = 200_000
_PACKAGING = re.compile(rb"setuptools|[dD]istutils|skbuild|scikit_build")
_CONDA_KEY = re.compile(rb"^(?:dependencies|channels)[ \t]*:", re.MULTILINE)
_CONDA = re.compile(r"^[ \t]*+-[ \t]*+[\"']?([A-Za-z0-9][A-Za-z0-9._-]*+)", re.MULTILINE)
_NPM_TABLES = (
    "dependencies",
    "devDependencies",
    "peerDependencies",
    "optionalDependencies",
    "bundledDependencies",
    "bundleDependencies",
    "catalog",
)
_LOCKS = {
    **dict.fromkeys(("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock"), "npm"),
    "packages.lock.json": "nuget",
    "gradle.lockfile": "maven",
    "go.sum": "go",
    **dict.fromkeys(("gemfile.lock", "gems.locked"), "gem"),
    "composer.lock": "composer",
}
"""Lock file → ecosystem; every other one is Python's."""


def declared(runtime: Runtime) -> Iterator[tuple[Package, str]]:
    """The packages that show a runtime, each with its name as published."""
    for name in runtime.pypi:
        yield (("pypi", normalised(name)), name)
    for name in runtime.npm:
        yield (("npm", name), name)
    for name in runtime.nuget:
        yield (("nuget", name.lower()), name)
    for name in runtime.maven:
        yield (("maven", name), name)
    for name in runtime.go:
        yield (("go", build_files.go_module(name)), name)
    for name in runtime.gem:
        yield (("gem", name), name)
    for name in runtime.composer:
        yield (("composer", name.lower()), name)


def normalised(name: str) -> str:
    """A Python distribution name as PEP 503 compares it: lower case, runs of `-`, `_`, `.` as one `-`."""
    return re.sub(r"[-_.]+", "-", name).lower()


def is_another_thing(name: str, data: bytes) -> bool:
    """Whether a file that bears the name of a manifest is none: `environment.yaml` also describes where a managed agent runs, and
    `setup.py` is also a script that sets something up."""
    if name == "setup.py":
        return _PACKAGING.search(data) is None
    return name.startswith("environment.") and _CONDA_KEY.search(data) is None


def packages(name: str, text: str) -> set[Package]:
    """Packages that a manifest names as direct dependencies (of any group).

    Args:
        name: lower-case file name, which tells the format.
        text: its content.
    """
    try:
        build = build_files.reader_of(name)
        if build is not None:
            ecosystem, reader = build
            return {(ecosystem, found) for found in reader(text)}
        if name == "package.json":
            return {("npm", found) for found in _package_json(text)}
        if name in ("pyproject.toml", "pipfile"):
            requirements: Iterable[str] = _toml(text)
        elif name == "setup.cfg":
            requirements = _setup_cfg(text)
        elif name == "setup.py":
            requirements = _setup_py(text)
        elif name.startswith("environment."):
            requirements = _CONDA.findall(text)
        elif name.endswith((".txt", ".in")):
            requirements = _requirement_lines(text)
        else:
            return set()
        return {("pypi", normalised(found)) for found in _names(requirements)}
    except (ValueError, RecursionError, MemoryError, SyntaxError, TypeError, AttributeError):
        return set()


def locked(name: str, text: str, wanted: Iterable[Package]) -> set[Package]:
    """Those of the wanted packages that a lock file names, directly or as a dependency of a dependency.

    Names are compared in the spellings of `spellings`; ask only for packages of which one stands in the file.
    """
    ecosystem = _LOCKS.get(name, "pypi")
    if ecosystem == "npm":
        text = text.replace("node_modules/", " ")
    elif ecosystem == "nuget":
        text = text.lower()
    elif ecosystem == "go":
        text = re.sub(r"/v\d+(?= v)", "", text)
    found: set[Package] = set()
    for package in wanted:
        if package[0] != ecosystem:
            continue
        for spelled in spellings(package):
            if re.search(rf"{re.escape(spelled)}(?<![\w.@/-]{re.escape(spelled)})(?=[\"'@:=\s]|$)", text):
                found.add(package)
    return found


def spellings(package: Package) -> tuple[str, ...]:
    """How manifests and lock files usually write a package: as normalised and, for Python, with underscores."""
    ecosystem, name = package
    return (name, name.replace("-", "_")) if ecosystem == "pypi" and "-" in name else (name,)


def _names(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        match = _REQUIREMENT.match(requirement)
        if match:
            yield match[1]


def _requirement_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        line = line.strip()
        egg = _EGG.search(line)
        if egg:
            yield egg[1]
        elif line and not line.startswith(("#", "-")) and "://" not in line.partition("@")[0] and not line.startswith((".", "/")):
            yield line


def _toml(text: str) -> Iterator[str]:
    data = parse_toml(text)
    project = data.get("project", {})
    yield from _strings(project.get("dependencies", []))
    for group in project.get("optional-dependencies", {}).values():
        yield from _strings(group)
    for group in data.get("dependency-groups", {}).values():
        yield from _strings(group)
    for table in ("packages", "dev-packages"):
        yield from data.get(table, {})
    tool = data.get("tool", {})
    poetry = tool.get("poetry", {})
    for table in (poetry, *poetry.get("group", {}).values()):
        for key in ("dependencies", "dev-dependencies"):
            yield from (found for found in table.get(key, {}) if found.lower() != "python")
    yield from _strings(tool.get("uv", {}).get("dev-dependencies", []))
    for group in tool.get("pdm", {}).get("dev-dependencies", {}).values():
        yield from _strings(group)
    for environment in tool.get("hatch", {}).get("envs", {}).values():
        yield from _strings(environment.get("dependencies", []))
        yield from _strings(environment.get("extra-dependencies", []))
    pixi = tool.get("pixi", {})
    for key in ("dependencies", "pypi-dependencies"):
        yield from pixi.get(key, {})


def _strings(value: Any) -> Iterator[str]:
    return (item for item in value if isinstance(item, str)) if isinstance(value, list) else iter(())


def _setup_cfg(text: str) -> Iterator[str]:
    """Requirements of the package and of its extras. Read line by line: the parser of the standard library, which keeps a growing list of
    what it cannot read, takes hours over a file of faults."""
    section = key = ""
    for line in text.splitlines():
        said = line.strip()
        if not said or said[0] in "#;":
            continue
        if line[0].isspace() and key:
            value = said
        elif said[0] == "[":
            section, key = said[1:].partition("]")[0], ""
            continue
        else:
            key, _, value = _DELIMITER.sub("=", said, count=1).partition("=")
            key = key.strip().lower()
        if section == "options.extras_require" or (section == "options" and key == "install_requires"):
            yield from _requirement_lines(value)


def _setup_py(text: str) -> Iterator[str]:
    """Strings inside lists of requirements, wherever they are bound (`install_requires=[...]`, `REQUIRES = [...]`).

    Nothing of a file longer than any setup script: its tree would take two hundred times its size in memory.
    """
    if len(text) > _LONGEST_SCRIPT:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.keyword):
            names = [node.arg or ""]
        elif isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        else:
            continue
        if any("requir" in name.lower() for name in names):
            for item in ast.walk(node.value):
                if isinstance(item, ast.Constant) and isinstance(item.value, str):
                    yield item.value


def _package_json(text: str) -> Iterator[str]:
    data = json.loads(text)
    for table in _NPM_TABLES:
        named = data.get(table, {})
        if isinstance(named, (dict, list)):
            yield from (found for found in named if isinstance(found, str))
