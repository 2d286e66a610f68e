"""What a repository's own modules and classes are called."""

from __future__ import annotations

from collections.abc import Iterator

from lockin_audit.scan.languages.own_modules import tells
from lockin_audit.scan.repository import Listing


def local_modules(listing: Listing) -> Iterator[str]:
    """Paths of the files that tell which Python modules the repository has, and from where they are seen."""
    for entry in listing.entries:
        if tells(entry.path) and not entry.archive:
            yield entry.path


def local_types(listing: Listing) -> Iterator[str]:
    """Names of classes of the repository, as far as their files are named after them."""
    for entry in listing.entries:
        if entry.language in ("csharp", "java", "kotlin", "php"):
            yield entry.path.rpartition("/")[2].partition(".")[0]
