"""Which module of the repository an import means, and the origin the repository pass knows for the name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping

from lockin_audit.scan.languages.local_types import is_typed
from lockin_audit.scan.languages.lookalikes import COMPETING, PACKAGE_OF_WORD
from lockin_audit.scan.languages.origins import GIVES, LOCAL, LookUp, given_by
from lockin_audit.scan.languages.own_modules import NAMESPACES as NAMESPACES
from lockin_audit.scan.languages.own_modules import OwnModules, own_modules
from lockin_audit.scan.model import RepositoryContext

_MOST_HANDS = 4
"""Modules through which a name is followed."""
_HEAD = re.compile(r"([\w$]+)(?:\.[\w$]+)?")
_PYTHON = (".py", ".ipynb")
_ALIASES = ("@/", "~/", "#/", "src/")
SDK_ROOTS = {module.split(".")[0].split("/")[0] for module in COMPETING} | {
    *("boto3", "botocore", "aioboto3", "aiobotocore", "langgraph", "langchain", "langchain_core", "langchain_openai"),
    *("langchain_anthropic", "temporalio", "crewai", "strands", "google", "azure", "vertexai", "opentelemetry", "tenacity"),
    *("sqlalchemy", "redis", "pydantic_ai", "llama_index", "bedrock_agentcore", "claude_agent_sdk", "claude_code_sdk"),
    *("langchain_aws", "langchain_community", "langchain_google_genai", "langchain_google_vertexai", "langchain_mcp_adapters"),
    *("langgraph_supervisor", "langgraph_swarm", "autogen_agentchat", "autogen_core", "autogen_ext"),
    *("agentplatform", "openai_agents", "openai_chatkit", "openai_codex"),
    *("restate", "dbos", "dapr_agents", "inngest", "hatchet_sdk", "fastmcp", "langsmith", "letta_client", "mistralai", "litellm"),
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
        for key, origin in sorted(origins.items()):
            path, _, name = key.rpartition(":")
            if is_typed(path):
                continue
            stem = stem_of(path)
            if stem not in self.stems:
                self.stems.add(stem)
                parts = stem.split("/")
                self.endings.update("/".join(parts[number:]) for number in range(1, len(parts)))
            self.by_name.setdefault(name, []).append((stem, origin, path))

    def find(self, stem: str, name: str, own: OwnModules, *, exact: bool) -> str | None:
        """Origin of a name of the module with this stem, or with a stem that ends so."""
        return self._find(stem, name, own, exact, _MOST_HANDS)

    def _find(self, stem: str, name: str, own: OwnModules, exact: bool, hands: int) -> str | None:
        for wanted in (name, "*"):
            for known, origin, path in self.by_name.get(wanted, ()):
                if known == stem or (not exact and known.endswith("/" + stem)):
                    rest = name if wanted == "*" else ""
                    followed = self._follow(origin, path, rest, own, hands) if origin.startswith(LOCAL) else origin
                    if followed is not None:
                        return followed
        return self._member(stem, name, own, exact, hands)

    def _member(self, stem: str, name: str, own: OwnModules, exact: bool, hands: int) -> str | None:
        """Origin of a member, `name.member`, of a class or object that the module with this stem hands on."""
        owner, dot, member = name.partition(".")
        for known, origin, path in self.by_name.get(owner, ()) if dot else ():
            if origin.startswith(LOCAL) and (known == stem or (not exact and known.endswith("/" + stem))):
                followed = self._follow(f"{origin.removesuffix(GIVES).removesuffix('()')}.{member}", path, "", own, hands)
                if followed is not None:
                    return followed
        return None

    def _follow(self, origin: str, path: str, name: str, own: OwnModules, hands: int) -> str | None:
        """What stands behind `~module:name`, which the module at a path makes available without having made it."""
        module, _, member = origin[len(LOCAL) :].partition(":")
        member = name or member
        place = _place(module, path, own, script=not is_python(path))
        head = _HEAD.match(member)
        if place is None or head is None or hands <= 0:
            return None
        for part in dict.fromkeys((head[0], head[1])):
            found = self._find(place[0], part, own, place[1], hands - 1)
            if found is not None:
                rest = member[len(part) :]
                return given_by(found) + rest[rest.index(")") + 1 :] if found.endswith(GIVES) and rest.startswith("(") else found + rest
        return None

    def holds(self, stem: str, *, exact: bool) -> bool:
        """Whether a module with this stem makes anything available."""
        return stem in self.stems or (not exact and stem in self.endings)

    def makes_in(self, folder: str) -> bool:
        """Whether a module in this folder makes anything available."""
        return any(stem == folder or stem.startswith(folder + "/") for stem in self.stems)


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
    origins, own = _arranged(context.origins), own_modules(context.local_modules)
    packages = frozenset(word for word, runtime in PACKAGE_OF_WORD.items() if runtime in context.dependencies)
    places: dict[str, tuple[str, bool] | None] = {}

    def placed(module: str) -> tuple[str, bool] | None:
        root = module.partition(".")[0]
        place = _place(module, path, own, script=script, installed=root in packages)
        if script or root not in packages or place is None or "." in module or origins.makes_in(place[0]):
            return place
        return None

    def look_up(module: str, name: str) -> str | None:
        if module not in places:
            places[module] = placed(module)
        place = places[module]
        if place is None:
            return None
        stem, exact = place
        if not name:
            return LOCAL + module
        known = origins.find(stem, name, own, exact=exact)
        if known is not None:
            return known
        if not script and origins.holds(f"{stem}/{name}" if stem else name, exact=exact):
            return f"{LOCAL}{module}{'' if module.endswith('.') else '.'}{name}"
        return f"{LOCAL}{module}:{name}"

    return look_up


def _place(module: str, path: str, own: OwnModules, *, script: bool, installed: bool = False) -> tuple[str, bool] | None:
    """Stem of the module of the repository that an import in a file means, and whether the stem is its whole path."""
    if script or module.startswith("."):
        return target_of(module, path, (), script=script)
    if module.partition(".")[0] in NAMESPACES:
        return (module.replace(".", "/"), False) if own.in_namespace(module) else None
    stem = own_module(module, path, own, installed=installed)
    return None if stem is None else (stem, True)


def own_module(module: str, path: str, own: OwnModules, *, installed: bool = False) -> str | None:
    """Stem of the repository's own module that an absolute import of Python means; an SDK's root never means one."""
    return None if module.partition(".")[0] in SDK_ROOTS else own.stem_of(module, path, installed=installed)


def target_of(module: str, path: str, own: Collection[str], *, script: bool) -> tuple[str, bool] | None:
    """Stem of the module of the repository that an import in a file may mean, and whether the stem is its whole path.

    Args:
        module: what is imported.
        path: the importing file.
        own: names taken for packages of the repository wherever they stand.
        script: JavaScript or TypeScript rather than Python.
    """
    folder = posixpath.dirname(path)
    return _script_target(module, folder) if script else _python_target(module, folder, own)


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
