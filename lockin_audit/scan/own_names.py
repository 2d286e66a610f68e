"""The names a repository's own packages and classes have."""

from __future__ import annotations

from collections.abc import Iterator

from lockin_audit.scan.languages.modules import NAMESPACES
from lockin_audit.scan.repository import Listing


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
