"""How these tests ask: one rule of one match, a source, the lines on which the rule holds."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.languages import analyse
from lockin_audit.scan.languages.own_modules import tells
from lockin_audit.scan.model import RepositoryContext, SourceFile

PATHS = {
    "python": "app/service.py",
    "typescript": "app/service.ts",
    "tsx": "app/page.tsx",
    "javascript": "app/service.js",
    "terraform": "infra/main.tf",
    "yaml": "infra/template.yaml",
    "json": "infra/template.json",
    "toml": "pyproject.toml",
    "dotenv": ".env",
    "notebook": "lab.ipynb",
    "markdown": "docs/runbook.md",
}


def rule(kind: str, *, rule_id: str = "vendor.runtime/thing", **fields: Any) -> Rule:
    """A rule of one match; `files` and `imports` go to the rule, everything else to the match."""
    outer = {key: fields.pop(key) for key in ("files", "imports", "confidence", "dimension") if key in fields}
    return Rule.model_validate(
        {
            "id": rule_id,
            "dimension": "orchestration",
            "ownership": "platform",
            "what": "Something was found.",
            "why": "It matters.",
            "literals": ["x"],
            "match": [{"kind": kind, **fields}],
            **outer,
        }
    )


def found(
    source: str | bytes,
    wanted: Rule,
    language: str = "python",
    *,
    path: str = "",
    origins: Mapping[str, str] | None = None,
    modules: frozenset[str] = frozenset(),
) -> list[tuple[int, str]]:
    """(line, confidence) of every hit.

    Args:
        origins: what other modules make available; those of Python are modules of the repository.
        modules: paths of further files that tell of the repository's Python modules.
    """
    data = source if isinstance(source, bytes) else dedent(source).lstrip("\n").encode()
    makers = {key.rpartition(":")[0] for key in origins or {}}
    context = RepositoryContext(origins=dict(origins or {}), local_modules=modules | {maker for maker in makers if tells(maker)})
    hits = analyse(SourceFile(path or PATHS.get(language, "file.txt"), language, data, False), [wanted], context)
    return [(hit.line, hit.confidence.value) for hit in hits]


def lines(source: str | bytes, wanted: Rule, language: str = "python", **more: Any) -> list[int]:
    """Lines of every hit."""
    return [line for line, _ in found(source, wanted, language, **more)]


THREADS = rule("call", path=["beta.threads.create"], receiver=["openai"])
AGENT = rule("call", path=["invoke_agent"], receiver=["boto3:bedrock-agent-runtime"])
