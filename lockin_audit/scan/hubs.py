"""Modules that hand on clients made elsewhere (`index.ts`, `deps.py` beside `client.py`), and the names a repository's packages have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lockin_audit.scan.file_types import CODE, TYPED
from lockin_audit.scan.languages.modules import NAMESPACES
from lockin_audit.scan.reading import NotRead, read_text
from lockin_audit.scan.repository import Entry, Listing

_BARRELS = frozenset(("__init__.py", "index.ts", "index.tsx", "index.js", "index.jsx", "index.mjs", "index.cjs", "index.mts"))
_MODULES = CODE - TYPED - {"notebook"}
_MOST = 500
_LARGEST = 100_000


def hubs(root: str, listing: Listing, made: Iterable[str], known: set[str]) -> Iterator[tuple[Entry, bytes]]:
    """Files, not looked at yet, that stand beside a module which makes a client and name it, or that open a folder around it.

    Args:
        root: the repository.
        listing: its files.
        made: paths of the modules that make clients.
        known: paths looked at already.
    """
    beside: dict[str, set[bytes]] = {}
    above: dict[str, set[bytes]] = {}
    for path in made:
        parts = path.split("/")
        folder = "/".join(parts[:-1])
        beside.setdefault(folder, set()).add(parts[-1].rpartition(".")[0].encode("utf-8", "surrogateescape"))
        for depth in range(len(parts)):
            word = parts[depth].partition(".")[0] if depth == len(parts) - 1 else parts[depth]
            above.setdefault("/".join(parts[:depth]), set()).add(word.encode("utf-8", "surrogateescape"))
    seen = 0
    for entry in listing.entries if beside else ():
        folder, _, name = entry.path.rpartition("/")
        words = above.get(folder) if name in _BARRELS else beside.get(folder)
        if not words or entry.language not in _MODULES or entry.path in known:
            continue
        seen += 1
        if seen > _MOST:
            return
        try:
            data = read_text(root, entry)
        except NotRead:
            continue
        if len(data) <= _LARGEST and any(word in data for word in words):
            yield entry, data


def local_modules(listing: Listing) -> Iterator[str]:
    """Names of the repository's folders and Python files; of what lies inside a namespace shared with vendors, the path from there on."""
    yield from listing.folders
    for entry in listing.entries:
        if entry.language == "python":
            stem = entry.path.removesuffix(".py")
            parts = stem.split("/")
            yield parts[-1]
            for index, part in enumerate(parts[:-1]):
                if part in NAMESPACES:
                    yield "/".join(parts[index:])
                    if len(parts) - index > 2:
                        yield "/".join(parts[index:-1])
                    break


def local_types(listing: Listing) -> Iterator[str]:
    """Names of classes of the repository, as far as their files are named after them."""
    for entry in listing.entries:
        if entry.language in ("csharp", "java", "kotlin", "php"):
            yield entry.path.rpartition("/")[2].partition(".")[0]
