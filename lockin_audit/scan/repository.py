"""Which files of a repository are read, and why the others are not. Follows no link, opens nothing but regular files.

What a file holds is decided in `reading.py`, the commit of the work tree in `commit.py`.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from lockin_audit.core.errors import ScopeError
from lockin_audit.core.text import visible
from lockin_audit.scan import file_types
from lockin_audit.scan.folders import ASSISTANT_REASON, DEPENDENCIES_REASON, reason_to_skip
from lockin_audit.scan.ignore_rules import IgnoreFile, ignored

if TYPE_CHECKING:
    from lockin_audit.scan.archives import Member

Role = Literal["source", "manifest", "lock"]


class Entry(NamedTuple):
    """A file in scope."""

    path: str
    """Relative to the repository, `/` separators, as on disk."""
    language: str
    """Language by name; empty: the content decides."""
    role: Role
    """`source` gives sites; `manifest` and `lock` give dependencies only."""
    is_test: bool
    archive: str = ""
    """Path of the archive that holds it; empty: a file of its own."""


@dataclass(slots=True)
class Listing:
    """What stands in a repository."""

    entries: list[Entry] = field(default_factory=list)
    """Files in scope, sorted by path."""
    skipped: list[tuple[str, str]] = field(default_factory=list)
    """(path as on disk, reason) of what is out of scope."""
    folders: set[str] = field(default_factory=set)
    """Names of the folders entered."""
    archives: list[tuple[str, bool]] = field(default_factory=list)
    """Path of every `.zip` file, and whether it stands among tests."""


_SPECIAL = ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))
_PROGRAMS = frozenset(("bin", "Scripts", "lib", "Lib"))
"""What stands in a virtual environment; a stray `pyvenv.cfg` makes none."""
_MOST_ARCHIVES = 200
_IGNORE_SIZE = 256 * 1024
TEST_REASON = "test code (read with --include-tests)"


def list_files(repository: Path, *, include_tests: bool = False, gitignore: bool = True) -> Listing:
    """All files in scope and what was left out.

    Raises:
        ScopeError: the repository is missing, is a file, cannot be read, or holds no file.
    """
    root = os.fspath(repository)
    check_repository(repository)
    listing = Listing()
    pending: list[tuple[str, bool, tuple[IgnoreFile, ...]]] = [("", False, ())]
    seen_any = False
    while pending:
        base, in_tests, ignores = pending.pop()
        try:
            with os.scandir(os.path.join(root, base) if base else root) as found:  # noqa: PTH118 - Path costs more than the listing
                children = list(found)
        except OSError as error:
            if not base:
                raise ScopeError(f"{visible(root)}: cannot be read ({_words(error)}). Allow reading it or name another folder.") from None
            listing.skipped.append((base, f"folder cannot be read: {_words(error)}"))
            continue
        names = {child.name for child in children}
        if base and "pyvenv.cfg" in names and not names.isdisjoint(_PROGRAMS):
            listing.skipped.append((base, DEPENDENCIES_REASON))
            continue
        if gitignore and ".gitignore" in names:
            ignores = (*ignores, *_ignore_file(root, base))
        seen_any = _sort_children(listing, children, names, base, in_tests, ignores, include_tests, pending) or seen_any
    if not seen_any:
        raise ScopeError(f"{visible(root)}: holds no files. Name the folder that holds the code.")
    if listing.archives:
        _open_archives(root, include_tests, listing)
    listing.entries.sort(key=lambda entry: entry.path)
    listing.skipped.sort()
    return listing


def _open_archives(root: str, include_tests: bool, listing: Listing) -> None:
    """Put the members of packed exports where they belong, until they are too many or too much."""
    from lockin_audit.scan import archives

    left = archives.MOST_TOGETHER
    for number, (path, in_tests) in enumerate(sorted(listing.archives)):
        file = os.path.join(root, path)  # noqa: PTH118
        try:
            if number >= _MOST_ARCHIVES:
                raise archives.NotOpened(f"one of more than {_MOST_ARCHIVES} archives")
            left -= archives.cost(file)
            inside = list(archives.members(file)) if left >= 0 else []
            sorted_in = _members_in_scope(path, inside, in_tests, include_tests)
            left -= sum(member.size for member, entry, _ in sorted_in if entry is not None)
            if left < 0:
                raise archives.NotOpened(f"the archives unfold to more than {archives.MOST_TOGETHER // 1_000_000} MB together")
        except archives.NotOpened as closed:
            listing.skipped.append((path, f"not read: {closed}"))
            continue
        listing.entries += [entry for _, entry, _ in sorted_in if entry is not None]
        listing.skipped += [(f"{path}/{member.name}", reason) for member, entry, reason in sorted_in if entry is None]


def _members_in_scope(path: str, inside: Iterable[Member], in_tests: bool, include_tests: bool) -> list[tuple[Member, Entry | None, str]]:
    """Each member with its entry, `solution.zip/inner/path`, or the reason why it has none."""
    found: list[tuple[Member, Entry | None, str]] = []
    for member in inside:
        *folders, name = member.name.split("/")
        lower = name.lower()
        reason = member.refused or (file_types.SKIPPED_TYPES.get(lower.rpartition(".")[2], "") if "." in lower else "")
        language = file_types.language_of(lower)
        test = in_tests or any(map(file_types.is_test_folder, map(str.lower, folders)))
        test = test or file_types.is_test_file(lower, "/".join(folders).lower(), language)
        if not reason and test and not include_tests:
            reason = TEST_REASON
        found.append((member, None if reason else Entry(f"{path}/{member.name}", language, "source", test, path), reason))
    return found


def check_repository(repository: Path) -> None:
    """Refuse what is no readable folder.

    Raises:
        ScopeError: the repository is missing, is a file, or cannot be reached.
    """
    shown = visible(os.fspath(repository))
    try:
        mode = repository.stat().st_mode
    except FileNotFoundError:
        raise ScopeError(f"{shown}: there is no such folder. Check the path.") from None
    except (OSError, ValueError) as error:
        words = _words(error) if isinstance(error, OSError) else "the path holds a NUL character"
        raise ScopeError(f"{shown}: cannot be read ({words}). Check the path and who may read it.") from None
    if not stat.S_ISDIR(mode):
        raise ScopeError(f"{shown}: is a file, not a folder. Name the folder that holds the code.")


def _words(error: OSError) -> str:
    return "the path is too long" if error.errno == errno.ENAMETOOLONG else (error.strerror or "unknown error").lower()


def _ignore_file(root: str, base: str) -> Iterator[IgnoreFile]:
    try:
        data = read_regular(os.path.join(root, base, ".gitignore"), _IGNORE_SIZE)  # noqa: PTH118
    except OSError:
        return
    if isinstance(data, bytes):
        yield IgnoreFile(data.decode("utf-8", "surrogateescape"), base + "/" if base else "")


def _sort_children(
    listing: Listing,
    children: list[os.DirEntry[str]],
    names: set[str],
    base: str,
    in_tests: bool,
    ignores: tuple[IgnoreFile, ...],
    include_tests: bool,
    pending: list[tuple[str, bool, tuple[IgnoreFile, ...]]],
) -> bool:
    """Put each child of a folder where it belongs; whether any of them is not a folder."""
    skipped, entries = listing.skipped, listing.entries
    prefix = base + "/" if base else ""
    parent = base.lower()
    seen_any = False
    for child in children:
        name = child.name
        path = prefix + name
        try:
            if child.is_symlink():
                skipped.append((path, "a link; links are not followed"))
                seen_any = True
                continue
            folder = child.is_dir(follow_symlinks=False)
            regular = not folder and child.is_file(follow_symlinks=False)
        except OSError as error:
            skipped.append((path, f"cannot be read: {_words(error)}"))
            continue
        if folder:
            reason = reason_to_skip(name, names, base)
            if reason is None and ignores and ignored(ignores, name, path, True):
                reason = "ignored by .gitignore"
            test = in_tests or file_types.is_test_folder(name.lower())
            if reason is None and test and not include_tests:
                reason = TEST_REASON
            if reason is None:
                listing.folders.add(name)
                pending.append((path, test, ignores))
            else:
                skipped.append((path, reason))
            continue
        seen_any = True
        if not regular:
            skipped.append((path, f"{_special(child)}, not a file"))
            continue
        lower = name.lower()
        reason = file_types.SKIPPED_TYPES.get(lower.rpartition(".")[2]) if "." in lower else None
        if reason is not None and lower.endswith(".zip") and not (ignores and ignored(ignores, name, path, False)):
            listing.archives.append((path, in_tests))
            continue
        if reason is None and lower.endswith((".min.js", ".min.mjs")):
            reason = "minified"
        if reason is None and lower in file_types.ASSISTANT_FILES:
            reason = ASSISTANT_REASON
        if reason is None and ignores and ignored(ignores, name, path, False):
            reason = "ignored by .gitignore"
        if reason is not None:
            skipped.append((path, reason))
            continue
        language = file_types.language_of(lower)
        test = in_tests or file_types.is_test_file(lower, parent, language)
        if test and not include_tests:
            skipped.append((path, TEST_REASON))
            continue
        role: Role = "lock" if file_types.is_lock_file(lower) else "manifest" if file_types.is_manifest(lower) else "source"
        entries.append(Entry(path, language, role, test))
    return seen_any


def _special(child: os.DirEntry[str]) -> str:
    try:
        mode = child.stat(follow_symlinks=False).st_mode
    except OSError:
        return "a special file"
    return next((words for test, words in _SPECIAL if test(mode)), "a special file")


_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)


def read_regular(path: str, limit: int) -> bytes | int | None:
    """Content of a regular file; its size in bytes when that is over the limit (then nothing is read); None when it is no regular file.

    Raises:
        OSError: it cannot be opened or read.
    """
    handle = os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return None
        size = status.st_size
        if size > limit:
            return size
        data = os.read(handle, size + 1)
        if len(data) != size:
            parts = [data]
            total = len(data)
            while total <= limit and (part := os.read(handle, 1 << 20)):
                parts.append(part)
                total += len(part)
            data = b"".join(parts)
        return data if len(data) <= limit else len(data)
    finally:
        os.close(handle)
