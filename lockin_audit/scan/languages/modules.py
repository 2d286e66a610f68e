"""Which module of the repository an import means, and the origin the repository pass knows for the name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping, Set

from lockin_audit.scan.languages.local_types import is_typed
from lockin_audit.scan.languages.lookalikes import COMPETING, PACKAGE_OF_WORD
from lockin_audit.scan.languages.scope import LOCAL, LookUp
from lockin_audit.scan.model import RepositoryContext

NAMESPACES = frozenset(("azure", "google", "microsoft", "aws"))
"""Packages into which more than one vendor's distribution installs, a repository's own among them (`azure/ai/mine`)."""
_MOST_HANDS = 4
"""Modules through which a name is followed."""
_HEAD = re.compile(r"([\w$]+)(?:\.[\w$]+)?")
_PYTHON = (".py", ".ipynb")
_ALIASES = ("@/", "~/", "#/", "src/")
SDK_ROOTS = {module.split(".")[0].split("/")[0] for module in COMPETING} | {
    *("boto3", "botocore", "aioboto3", "aiobotocore", "langgraph", "langchain", "langchain_core", "langchain_openai"),
    *("langchain_anthropic", "temporalio", "crewai", "strands", "google", "azure", "vertexai", "opentelemetry", "tenacity"),
    *("sqlalchemy", "redis", "pydantic_ai", "llama_index", "bedrock_agentcore", "claude_agent_sdk"),
    *("agentplatform", "openai_agents", "openai_chatkit", "openai_codex"),
}
"""Roots never taken for a folder of the repository, even where one has the same name (`examples/openai/`)."""


class Origins:
    """`RepositoryContext.origins` arranged by name."""

    def __init__(self, origins: Mapping[str, str]) -> None:
        self.by_name: dict[str, list[tuple[str, str, str]]] = {}
        """Name → stem of the module, origin, path of the file."""
        self.stems: set[str] = set()
        self.endings: set[str] = set()
        """Stems without the first folders of their paths."""
        self.words: set[str] = set()
        """Names on the paths of Python modules."""
        self._own: tuple[object, Set[str]] | None = None
        for key, origin in sorted(origins.items()):
            path, _, name = key.rpartition(":")
            if is_typed(path):
                continue
            stem = stem_of(path)
            if stem not in self.stems:
                self.stems.add(stem)
                parts = stem.split("/")
                if is_python(path):
                    self.words.update(parts)
                self.endings.update("/".join(parts[number:]) for number in range(1, len(parts)))
            self.by_name.setdefault(name, []).append((stem, origin, path))

    def own(self, context: RepositoryContext, folders: frozenset[str]) -> Set[str]:
        """Names that stand for modules of the repository in a file below these folders."""
        packages = {word for word, runtime in PACKAGE_OF_WORD.items() if runtime in context.dependencies and word not in self.words}
        if self._own is None or self._own[0] is not context.local_modules:
            self._own = (context.local_modules, context.local_modules | self.words)
        known = self._own[1]
        return known if known >= folders and known.isdisjoint(packages | {""}) else (known | folders) - packages - {""}

    def find(self, stem: str, name: str, *, exact: bool) -> str | None:
        """Origin of a name of the module with this stem, or with a stem that ends so."""
        return self._find(stem, name, exact, _MOST_HANDS)

    def _find(self, stem: str, name: str, exact: bool, hands: int) -> str | None:
        for wanted in (name, "*"):
            for known, origin, path in self.by_name.get(wanted, ()):
                if known == stem or (not exact and known.endswith("/" + stem)):
                    followed = self._follow(origin, path, name if wanted == "*" else "", hands) if origin.startswith(LOCAL) else origin
                    if followed is not None:
                        return followed
        return None

    def _follow(self, origin: str, path: str, name: str, hands: int) -> str | None:
        """What stands behind `~module:name`, which the module at a path makes available without having made it."""
        module, _, member = origin[len(LOCAL) :].partition(":")
        member = name or member
        script = not is_python(path)
        place = target_of(module, path, self.words, script=script)
        head = _HEAD.match(member)
        if place is None or head is None or hands <= 0:
            return None
        for part in dict.fromkeys((head[0], head[1])):
            found = self._find(place[0], part, place[1], hands - 1)
            if found is not None:
                return found + member[len(part) :]
        return None

    def holds(self, stem: str, *, exact: bool) -> bool:
        """Whether a module with this stem makes anything available."""
        return stem in self.stems or (not exact and stem in self.endings)


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
    own = origins.own(context, frozenset(posixpath.dirname(path).split("/")))

    def look_up(module: str, name: str) -> str | None:
        place = target_of(module, path, own, script=script, namespaced=context.local_modules)
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


def target_of(module: str, path: str, own: Collection[str], *, script: bool, namespaced: Set[str] = frozenset()) -> tuple[str, bool] | None:
    """Stem of the module of the repository that an import in a file means, and whether the stem is its whole path."""
    folder = posixpath.dirname(path)
    if script:
        return _script_target(module, folder)
    root = module.split(".")[0]
    if root in NAMESPACES and module.replace(".", "/") in namespaced:
        return (module.replace(".", "/"), False)
    return _python_target(module, folder, own)


def _script_target(module: str, folder: str) -> tuple[str, bool] | None:
    if module.startswith("."):
        return (stem_of(posixpath.normpath(posixpath.join(folder, module))), True)
    for alias in _ALIASES:
        if module.startswith(alias):
            return (stem_of(module[len(alias) :]), False)
    return None


def _python_target(module: str, folder: str, own: Collection[str]) -> tuple[str, bool] | None:
    if module.startswith("."):
        level = len(module) - len(module.lstrip("."))
        parts = folder.split("/") if folder else []
        parts = parts[: len(parts) - (level - 1)] if level > 1 else parts
        rest = [part for part in module[level:].split(".") if part]
        return ("/".join(parts + rest), True)
    root = module.split(".")[0]
    if root in own and root not in SDK_ROOTS:
        return (module.replace(".", "/"), False)
    return None


def is_python(path: str) -> bool:
    """Whether a module is one of Python rather than of JavaScript, by its path."""
    return path.endswith(_PYTHON)


def stem_of(path: str) -> str:
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
