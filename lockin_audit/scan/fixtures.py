"""Annotated fixtures: which rule a line must show, must not show, or is known to be missed on.

They lie in `<vendor>/<runtime>/` below `tests/rules` of a checkout, below `_bundled/fixtures` of an installed package, and for packs of
one's own beside `<vendor>/<runtime>.toml`. The tests read them with this module, and `explain RULE` shows their lines.

A comment `evidence: <rule id>` (`ok:`, `missed:`) speaks of its own line, or, where the line holds nothing else, of the next line that
is not such a comment. Several ids are parted by commas. Files without comments have `<file>.expect.toml` beside them:

    [evidence]
    "openai.assistants/thread-created" = [12, 30]
    [ok]
    "openai.assistants/thread-created" = [18]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lockin_audit.core.data_files import PACKAGE
from lockin_audit.core.text import snippet

MARKS = ("evidence", "ok", "missed")
SIDECAR = ".expect.toml"
_RULE = r"[a-z0-9_.]+/[a-z0-9-]+"
_MARK = re.compile(rf"\b(evidence|ok|missed):\s*({_RULE}(?:\s*,\s*{_RULE})*)")
_BARE = re.compile(r"^\s*(?:#|//|<!--|/\*|\{/\*|--|;|\.\.|\*)")
_LARGEST = 2_000_000


@dataclass
class Expected:
    """(rule id, line) pairs by mark."""

    evidence: set[tuple[str, int]] = field(default_factory=set)
    ok: set[tuple[str, int]] = field(default_factory=set)
    missed: set[tuple[str, int]] = field(default_factory=set)

    def of(self, mark: str) -> set[tuple[str, int]]:
        """The pairs of one mark."""
        return {"evidence": self.evidence, "ok": self.ok, "missed": self.missed}[mark]

    @property
    def rules(self) -> set[str]:
        """Every rule id named."""
        return {rule for mark in MARKS for rule, _ in self.of(mark)}


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a fixture that is marked for a rule."""

    mark: str
    """`evidence`, `ok` or `missed`."""
    place: str
    """File below the folder of fixtures and line, `openai/assistants/a.py:12`."""
    text: str
    """The line, shortened."""


def read_text(text: str) -> Expected:
    """Marks in comments."""
    expected = Expected()
    waiting: list[tuple[str, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = [(match[1], rule.strip()) for match in _MARK.finditer(line) for rule in match[2].split(",")]
        if found and _BARE.match(line):
            waiting += found
            continue
        for mark, rule in waiting + found:
            expected.of(mark).add((rule, number))
        waiting = []
    return expected


def read(path: Path) -> Expected:
    """Marks of a fixture: those of its sidecar where there is one, else those in comments."""
    sidecar = path.with_name(path.name + SIDECAR)
    if not sidecar.exists():
        return read_text(path.read_text(encoding="utf-8"))
    expected = Expected()
    for mark, rules in tomllib.loads(sidecar.read_text(encoding="utf-8")).items():
        for rule, lines in rules.items():
            expected.of(mark).update((rule, line) for line in lines)
    return expected


def shown_for(rule: str, packs: Iterable[Path] = ()) -> tuple[Shown, ...]:
    """The fixture lines of one rule, sorted by mark, file and line; none where no fixture of its runtime is at hand.

    Args:
        rule: its id.
        packs: folders of packs of one's own, whose fixtures come first.
    """
    runtime = rule.partition("/")[0].replace(".", "/", 1)
    found: list[Shown] = []
    for base in (*packs, PACKAGE / "_bundled" / "fixtures", PACKAGE.parent / "tests" / "rules"):
        for path in _files(base / runtime):
            try:
                lines = path.read_text(encoding="utf-8").split("\n")
                expected = read(path)
            except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError):
                continue
            for mark in MARKS:
                for line in sorted(number for id, number in expected.of(mark) if id == rule and 1 <= number <= len(lines)):
                    found.append(Shown(mark, f"{path.relative_to(base).as_posix()}:{line}", snippet(_MARK.sub("", lines[line - 1]))))
        if found:
            break
    return tuple(sorted(found, key=lambda one: (MARKS.index(one.mark), one.place)))


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.endswith((SIDECAR, ".pyc")) and path.stat().st_size <= _LARGEST:
                yield path
