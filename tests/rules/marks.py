"""Marks in annotated fixtures: which rule a line must show, must not show, or is known to be missed on.

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
from dataclasses import dataclass, field
from pathlib import Path

MARKS = ("evidence", "ok", "missed")
_RULE = r"[a-z0-9_.]+/[a-z0-9-]+"
_MARK = re.compile(rf"\b(evidence|ok|missed):\s*({_RULE}(?:\s*,\s*{_RULE})*)")
_BARE = re.compile(r"^\s*(?:#|//|<!--|/\*|\{/\*|--|;|\.\.|\*)")
SIDECAR = ".expect.toml"


@dataclass
class Expected:
    """(rule id, line) pairs by mark."""

    evidence: set[tuple[str, int]] = field(default_factory=set)
    ok: set[tuple[str, int]] = field(default_factory=set)
    missed: set[tuple[str, int]] = field(default_factory=set)

    def of(self, mark: str) -> set[tuple[str, int]]:
        return {"evidence": self.evidence, "ok": self.ok, "missed": self.missed}[mark]

    @property
    def rules(self) -> set[str]:
        return {rule for mark in MARKS for rule, _ in self.of(mark)}


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
