"""What can go wrong with a user's input. `cli` turns each into one sentence on stderr and exit code 2."""

from __future__ import annotations


class AuditError(Exception):
    """A fault the user can mend. The message says where, what is wrong, and what to do."""


class DataError(AuditError):
    """A file the user (or we) wrote holds something wrong.

    Args:
        where: file name, with the key or row when known (`lockin.toml: workflow 2: volume`).
        problem: what is wrong, in words.
        remedy: what to do about it; may be empty when the problem says it.
    """

    def __init__(self, where: str, problem: str, remedy: str = "") -> None:
        self.where, self.problem, self.remedy = where, problem, remedy
        super().__init__(f"{where}: {problem}" + (f" {remedy}" if remedy else ""))


class ScopeError(AuditError):
    """The repository or output folder named on the command line cannot be used."""
