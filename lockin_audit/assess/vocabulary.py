"""Names, model ids and syntax that betray a vendor, read from the runtime files so that there is one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lockin_audit.core.evidence import Dimension
from lockin_audit.core.runtime import CallMatch, Runtime, StringMatch

Betrayal = Literal["vendor name", "model id", "provider syntax"]
_GENERIC = frozenset({
    "a", "active", "agent", "agents", "ai", "amp", "and", "api", "apis", "app", "assistants", "bricks", "builder", "calls", "chat",
    "classic", "cloud", "code", "completions", "conversational", "conversations", "core", "cortex", "declarative", "deployment",
    "development", "durable", "engine", "enterprise", "events", "flow", "flows", "foundry", "framework", "frameworks", "group",
    "hosted", "in", "index", "interactions", "interpreter", "kernel", "kit", "labs", "managed", "mesh", "messages", "model",
    "models", "mosaic", "none", "of", "on", "open", "orchestrate", "own", "platform", "product", "query", "rag", "responses", "run",
    "runtime", "sdk", "search", "semantic", "service", "services", "stack", "studio", "systems", "technologies", "the", "tools",
    "tracing", "use", "web", "work", "workflow", "workflows",
})  # fmt: skip
"""Words of product names that also occur in plain English or in any architecture."""
_ALSO_ENGLISH = frozenset({"restate", "strands", "temporal", "vertex"})
"""Names that betray a vendor only when written with a capital letter."""
_PRODUCT_WORDS = frozenset({
    "artifacts", "desktop", "devops", "functions", "haiku", "instruct", "max", "mini", "nano", "openai", "opus", "pro", "sonnet", "storage",
    "skills", "team", "turbo", "ultra", "vision", "flash", "lambda", "step", "guardrails", "knowledge", "vertex", "sessions", "session",
    "calendar", "drive", "graph", "office", "teams",
})  # fmt: skip
"""Words that make a product's name where a vendor's stands before them."""
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Sir", "Mme", "Madame", "Monsieur", "Herr", "Frau", "M", "Jean", "Marie"})
_DATED = re.compile(r"[a-z]+(?:[_-][a-z]+)*_20[2-9]\d[01]\d[0-3]\d")
"""A tool or interface with its date in its name, as only vendors write them."""
_TOKEN = re.compile(r"[A-Za-z0-9@$][A-Za-z0-9_@:/$.-]*[A-Za-z0-9]|[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What to look for in a text."""

    names: re.Pattern[str]
    """Vendor and product names, and their telling words."""
    models: tuple[re.Pattern[str], ...]
    """Forms of model ids."""
    syntax: frozenset[str]
    """Packages, call paths and identifiers, in small letters."""

    def found(self, text: str) -> Iterator[tuple[Betrayal, str]]:
        """Each telling word once, in the order of kinds."""
        tokens = dict.fromkeys(_TOKEN.findall(text))
        syntax = [t for t in tokens if self._is_syntax(t.lower())]
        models = [t for t in tokens if t not in syntax and any(form.fullmatch(t.lower()) for form in self.models)]
        yield from (("model id", t) for t in models)
        yield from (("provider syntax", t) for t in syntax)
        within = [t for t in tokens if t not in models and t not in syntax and self._names_a_vendor(t)]
        yield from (("vendor name", t) for t in within)
        rest = text
        for token in (*models, *syntax, *within):
            rest = rest.replace(token, " ")
        named = dict.fromkeys(m[0] for m in self.names.finditer(rest))
        yield from (("vendor name", name) for name in named if not (name.islower() and name in _ALSO_ENGLISH))

    def _names_a_vendor(self, token: str) -> bool:
        """Whether one part of an identifier (`bedrock_search`) is the name of a vendor or product that is no English word."""
        parts = token.lower().split("_") if token == token.lower() and "_" in token else []
        return any(len(p) > 3 and p not in _ALSO_ENGLISH and self.names.fullmatch(p) is not None for p in parts)

    def doubtful(self, text: str, name: str) -> bool:
        """Whether a vendor's name may here be that of a person or another company: every time it stands within a longer proper name.

        `Azure Interiors`, `Claude Dupont`, `Mme Claude`; not `Azure Functions` after a product word, and not at the start of a sentence.
        """
        places = [m for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) if m[0][:1].isupper()]
        return bool(places) and " " not in name and all(self._within_a_name(text, m.start(), m.end()) for m in places)

    def _within_a_name(self, text: str, start: int, end: int) -> bool:
        after = re.match(r"\s+(?:&\s+)?([A-Z][a-z]+)\b", text[end:])
        if after is not None:
            return after[1].lower() not in _GENERIC | _PRODUCT_WORDS and self.names.fullmatch(after[1]) is None
        before = re.search(r"(?:^|[\s(,;:])([A-Z][a-z]*\.?)\s+$", text[:start])
        if before is None:
            return False
        if before[1].rstrip(".") in _TITLES:
            return True
        head = text[: start - len(before[0].lstrip())].rstrip()
        return (
            bool(head)
            and head[-1] not in ".!?:"
            and before[1].lower() not in _GENERIC | _PRODUCT_WORDS
            and self.names.fullmatch(before[1]) is None
        )

    def _is_syntax(self, token: str) -> bool:
        """Whether a token, or its end behind a dot, is known syntax, or carries a date as versions of a vendor's tools do."""
        if _DATED.fullmatch(token):
            return True
        parts = token.split(".")
        return any(".".join(parts[n:]) in self.syntax for n in range(len(parts)))


def vocabulary(runtimes: Iterable[Runtime]) -> Vocabulary:
    """The vocabulary of all runtimes but the neutral ones."""
    names: set[str] = set()
    models: dict[str, None] = {}
    syntax: set[str] = set()
    for runtime in runtimes:
        if runtime.kind == "neutral":
            continue
        words = set(re.findall(r"[A-Z][A-Za-z0-9]{2,}", f"{runtime.name} {runtime.vendor}"))
        telling = {word for word in words if word.lower() not in _GENERIC}
        names |= telling | {runtime.vendor, re.sub(r"\s*\(.*?\)", "", runtime.name)}
        syntax |= {package.lower() for package in (*runtime.pypi, *runtime.npm) if package.lower() not in _GENERIC}
        keys = {word.lower() for word in telling} | {re.sub(r"\W", "_", runtime.vendor.lower())}
        for rule in runtime.rules:
            syntax |= {literal.lower() for literal in rule.literals if _is_syntax(literal, keys)}
            for match in rule.match:
                if isinstance(match, CallMatch):
                    syntax |= {path.lower() for path in match.path if path.count(".") >= 2}
                if isinstance(match, StringMatch) and rule.dimension is Dimension.MODEL and match.pattern:
                    models[match.pattern] = None
    ordered = sorted((n for n in names if n.strip() and n.lower() not in _GENERIC), key=lambda n: (-len(n), n))
    pattern = "|".join(re.escape(name) for name in ordered)
    return Vocabulary(
        names=re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if pattern else re.compile(r"(?!)"),
        models=tuple(re.compile(form) for form in sorted(models)),
        syntax=frozenset(word for word in syntax if len(word) > 3),
    )


def _is_syntax(literal: str, keys: Iterable[str]) -> bool:
    """Whether a literal of a rule is an identifier that holds the name of its vendor, and no plain word."""
    text = literal.strip()
    return bool(re.search(r"[_./:@-]", text)) and " " not in text and any(key in text.lower() for key in keys)
