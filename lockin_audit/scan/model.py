"""What passes between the steps of a scan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lockin_audit.core.evidence import Confidence
from lockin_audit.core.runtime import Rule

Progress = Callable[[int, int], None]
"""Told (done, of all); the total changes from one phase to the next."""

Answers = dict[tuple[str, str], str | None]
"""What was asked of the rest of the repository while a file was looked at: module (or `@Class`) and name → what it was said to stand for,
as `LookUp` says it. Where nothing would be answered otherwise, the file need not be looked at again."""

Language = str
"""`python`, `typescript`, `tsx`, `javascript`, `terraform`, `yaml`, `json`, `toml`, `dotenv`, `notebook`, `markdown`, `text`, ..."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file in scope, decoded."""

    path: str
    """Path relative to the repository, `/` separators, as on disk (may hold any character)."""
    language: Language
    data: bytes
    """UTF-8 content (re-encoded when the file was UTF-16), newlines as on disk."""
    is_test: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that holds at a place."""

    rule: Rule
    line: int
    end_line: int
    confidence: Confidence


@dataclass(slots=True)
class RepositoryContext:
    """What is known of the whole repository before single files are decided: set by the repository-wide pass."""

    dependencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Runtime id → manifest files that name one of its packages."""
    origins: dict[str, str] = field(default_factory=dict)
    """`module path:name` → origin of the client object or factory exported there, as `exports` gave it (`openai.OpenAI`,
    `boto3:bedrock-agent-runtime`); a class attribute is `module path:Class.attribute`."""
    local_types: frozenset[str] = frozenset()
    """Names of the repository's C#, Java and Kotlin files, which are those of their classes."""
    local_modules: frozenset[str] = frozenset()
    """Paths of the files that tell which Python modules the repository has (`own_names`), so that `from agents import x` is known to be its
    own code."""
    usings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folder of a C# project → namespaces that stand open in all its files (`global using`)."""
    absent: frozenset[str] = frozenset()
    """Modules of vendors that no file of the repository imports and no manifest names (`Prefilter.vendors`)."""
