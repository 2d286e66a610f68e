"""Which module of the repository an absolute import of Python means, told from the paths of the repository's files.

Python looks for a module in the folder of the script that was started and in the folders on its path: the source roots of projects. A file
or folder elsewhere hides no package of its name. A folder without `__init__.py` never hides an installed package, and a file has no modules
inside it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

NAMESPACES = frozenset(("azure", "google", "microsoft", "aws"))
"""Packages into which more than one vendor's distribution installs, a repository's own among them (`azure/ai/mine`)."""
_MANIFESTS = frozenset(("pyproject.toml", "setup.py", "setup.cfg"))
"""What makes a folder one whose modules are installed, so that code anywhere in the repository may import them."""


_MOST_HOLDERS = 500
"""Folders searched for a module besides those around the importing file; only repositories made to confuse have more of one name."""


def tells(path: str) -> bool:
    """Whether a file of the repository says something of its modules: it is one, or it makes its folder a project."""
    return path.endswith(".py") or path.rpartition("/")[2] in _MANIFESTS


class OwnModules:
    """The repository's Python modules by where they stand.

    Args:
        paths: of the files that tell of them.
    """

    def __init__(self, paths: Collection[str]) -> None:
        self._files: set[str] = set()
        """Modules that are files, without ending."""
        self._folders: set[str] = set()
        """Folders with a module in or below them."""
        self._packages: set[str] = set()
        """Those with `__init__.py`."""
        self._holders: dict[str, list[str]] = {}
        """Name of a module → folders it stands in, with a slash at their end."""
        self._roots = {"", "src"}
        """Folders whose modules are seen from everywhere."""
        self._namespaced: set[str] = set()
        """Modules and folders inside a namespace shared with vendors, from there on."""
        for path in sorted(paths):
            folder, _, name = path.rpartition("/")
            if name in _MANIFESTS:
                self._roots |= {folder, posixpath.join(folder, "src")}
            if not name.endswith(".py"):
                continue
            if name == "__init__.py":
                self._packages.add(folder)
            else:
                stem = path[: -len(".py")]
                self._files.add(stem)
                self._hold(stem)
            if not NAMESPACES.isdisjoint(folder.split("/")):
                self._note_namespace(path[: -len(".py")].split("/"))
            while folder and folder not in self._folders:
                self._folders.add(folder)
                self._hold(folder)
                folder = posixpath.dirname(folder)

    def _hold(self, stem: str) -> None:
        holder, slash, name = stem.rpartition("/")
        prefixes = self._holders.setdefault(name, [])
        if not prefixes or prefixes[-1] != holder + slash:
            prefixes.append(holder + slash)

    def _note_namespace(self, parts: list[str]) -> None:
        index = next(number for number, part in enumerate(parts) if part in NAMESPACES)
        self._namespaced.add("/".join(parts[index:]))
        if len(parts) - index > 2:
            self._namespaced.add("/".join(parts[index:-1]))

    def in_namespace(self, module: str) -> bool:
        """Whether a module inside a namespace shared with vendors (`azure.ai.mine`) is the repository's own."""
        return module.replace(".", "/") in self._namespaced

    def stem_of(self, module: str, path: str, *, installed: bool = False) -> str | None:
        """Path, without ending, of the module that an absolute import in a file means; None where it is none of the repository's.

        Args:
            module: its dotted name.
            path: the importing file.
            installed: whether a package of this name is known to be installed: a folder without `__init__.py` is then another thing.
        """
        name, _, below = module.partition(".")
        holders = self._holders.get(name)
        if holders is None:
            return None
        folder, tail = posixpath.dirname(path), module.replace(".", "/")
        if len(holders) > _MOST_HOLDERS:
            holders = [*_around(folder), *holders[:_MOST_HOLDERS]]
        for wanted in (tail, "/".join(tail.split("/", 2)[:2])) if below else ():
            whole = [holder for holder in holders if self._is_module(holder + wanted)]
            if whole:
                return _nearest(whole, folder) + tail
        seen = [holder for holder in holders if self._seen(holder, folder) and self._answers(holder + name, below, path, installed)]
        return _nearest(seen, folder) + tail if seen else None

    def _answers(self, stem: str, below: str, path: str, installed: bool) -> bool:
        """Whether a module that is seen may be the one meant, though nothing is known of what is asked below it."""
        if stem in self._packages:
            return not (below and installed)
        return not below and ((stem in self._files and stem + ".py" != path) or (stem in self._folders and not installed))

    def _is_module(self, stem: str) -> bool:
        return stem in self._files or stem in self._folders

    def _seen(self, prefix: str, folder: str) -> bool:
        """Whether modules of a folder are seen from another: its own, one below it unless it is a package, any if it is a root."""
        holder = prefix[:-1]
        if holder == folder or holder in self._roots:
            return True
        around = prefix[: -len("src/")] if prefix.endswith("/src/") else prefix
        return holder not in self._packages and f"{folder}/".startswith(around)


def _around(folder: str) -> Iterator[str]:
    """A folder and those it lies in, with a slash at their end."""
    while folder:
        yield folder + "/"
        folder = posixpath.dirname(folder)
    yield ""


def _nearest(prefixes: list[str], folder: str) -> str:
    """The folder nearest to another: of those around it the innermost, else the one that shares most with it."""
    return min(prefixes, key=lambda prefix: (*_distance(prefix, f"{folder}/"), prefix)) if len(prefixes) > 1 else prefixes[0]


def _distance(prefix: str, folder: str) -> tuple[bool, int]:
    around = folder.startswith(prefix)
    return (not around, -len(prefix) if around else -len(posixpath.commonprefix((prefix.split("/"), folder.split("/")))))


_latest: tuple[Collection[str], OwnModules] | None = None


def own_modules(paths: Collection[str]) -> OwnModules:
    """The modules that paths tell of, arranged once for each repository."""
    global _latest
    if _latest is None or (_latest[0] is not paths and _latest[0] != paths):
        _latest = (paths, OwnModules(paths))
    return _latest[1]
