"""Which module of the repository an import means, and the origin the repository pass knows for the name."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from lockin_audit.scan.languages.lookalikes import COMPETING
from lockin_audit.scan.languages.scope import LOCAL, LookUp
from lockin_audit.scan.model import RepositoryContext

_ALIASES = ("@/", "~/", "#/", "src/")
_SDK_ROOTS = {module.split(".")[0].split("/")[0] for module in COMPETING} | {
    *("boto3", "botocore", "aioboto3", "aiobotocore", "langgraph", "langchain", "langchain_core", "langchain_openai"),
    *("langchain_anthropic", "temporalio", "crewai", "strands", "google", "azure", "vertexai", "opentelemetry", "tenacity"),
    *("sqlalchemy", "redis", "pydantic_ai", "llama_index", "bedrock_agentcore", "claude_agent_sdk"),
}
"""Roots never taken for a folder of the repository, even where one has the same name (`examples/openai/`)."""


class Origins:
    """`RepositoryContext.origins` arranged by name."""

    def __init__(self, origins: Mapping[str, str]) -> None:
        self.by_name: dict[str, list[tuple[str, str]]] = {}
        self.stems: set[str] = set()
        self.words: set[str] = set()
        for key, origin in sorted(origins.items()):
            path, _, name = key.rpartition(":")
            stem = _stem(path)
            self.stems.add(stem)
            self.words.update(stem.split("/"))
            self.by_name.setdefault(name, []).append((stem, origin))

    def find(self, stem: str, name: str, *, exact: bool) -> str | None:
        """Origin of a name of the module with this stem, or with a stem that ends so."""
        for known, origin in self.by_name.get(name, ()):
            if known == stem or (not exact and known.endswith("/" + stem)):
                return origin
        return None

    def holds(self, stem: str, *, exact: bool) -> bool:
        """Whether a module with this stem makes anything available."""
        return stem in self.stems or (not exact and any(known.endswith("/" + stem) for known in self.stems))


_latest: tuple[object, int, Origins] | None = None


def _arranged(origins: Mapping[str, str]) -> Origins:
    global _latest
    if _latest is None or _latest[0] is not origins or _latest[1] != len(origins):
        _latest = (origins, len(origins), Origins(origins))
    return _latest[2]


def look_up_for(path: str, context: RepositoryContext, *, script: bool) -> LookUp:
    """How imports of one file are followed into the repository.

    Args:
        path: the importing file.
        context: what the repository pass knows.
        script: JavaScript or TypeScript rather than Python.
    """
    origins = _arranged(context.origins)
    folder = posixpath.dirname(path)
    own = set(folder.split("/")) | origins.words | set(context.local_modules)
    own -= {""}

    def target(module: str) -> tuple[str, bool] | None:
        if script:
            return _script_target(module, folder)
        return _python_target(module, folder, own)

    def look_up(module: str, name: str) -> str | None:
        place = target(module)
        if place is None:
            return None
        stem, exact = place
        if not name:
            return LOCAL + module
        known = origins.find(stem, name, exact=exact)
        if known is not None:
            return known
        if not script and origins.holds(f"{stem}/{name}" if stem else name, exact=exact):
            return f"{LOCAL}{module}{'' if module.endswith('.') else '.'}{name}"
        return f"{LOCAL}{module}:{name}"

    return look_up


def _script_target(module: str, folder: str) -> tuple[str, bool] | None:
    if module.startswith("."):
        return (_stem(posixpath.normpath(posixpath.join(folder, module))), True)
    for alias in _ALIASES:
        if module.startswith(alias):
            return (_stem(module[len(alias) :]), False)
    return None


def _python_target(module: str, folder: str, own: set[str]) -> tuple[str, bool] | None:
    if module.startswith("."):
        level = len(module) - len(module.lstrip("."))
        parts = folder.split("/") if folder else []
        parts = parts[: len(parts) - (level - 1)] if level > 1 else parts
        rest = [part for part in module[level:].split(".") if part]
        return ("/".join(parts + rest), True)
    root = module.split(".")[0]
    if root in own and root not in _SDK_ROOTS:
        return (module.replace(".", "/"), False)
    return None


def _stem(path: str) -> str:
    """A path without extension, and without the file that stands for its folder."""
    folder, _, name = path.rpartition("/")
    base = name
    for ending in (".py", ".ipynb", ".d.ts", ".tsx", ".ts", ".mts", ".cts", ".jsx", ".js", ".mjs", ".cjs"):
        if name.endswith(ending):
            base = name[: -len(ending)]
            break
    if base in ("__init__", "index"):
        return folder
    return f"{folder}/{base}" if folder else base
