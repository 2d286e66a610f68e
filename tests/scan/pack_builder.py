"""A small made-up vendor and its rules, for tests of the scan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lockin_audit.core.runtime import Runtime


def rule(name: str, literals: Sequence[str], *match: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"id": name, "dimension": "state", "ownership": "platform", "what": "W.", "why": "Y.", "instead": "I."}
    return base | {"literals": tuple(literals), "match": match} | more


def runtime(identifier: str, kind: str, *rules: dict[str, Any], **more: Any) -> Runtime:
    base = {"id": identifier, "name": "N", "vendor": "V", "kind": kind, "status": "s", "summary": "S."}
    return Runtime.model_validate(base | {"rule": rules} | more)


VENDOR = runtime(
    "acme.agents",
    "managed_runtime",
    rule(
        "acme.agents/thread-created",
        ["threads.create"],
        {"kind": "call", "path": ("beta.threads.create",), "receiver": ("acme",), "unresolved": "medium"},
    ),
    rule(
        "acme.agents/console",
        ["console.acme.test"],
        {"kind": "text", "pattern": "console\\.acme\\.test"},
        dimension="runbook",
        confidence="low",
    ),
    pypi=("acme-agents",),
    npm=("@acme/agents",),
)
NEUTRAL = runtime(
    "neutral.state",
    "neutral",
    rule("neutral.state/setting", ["STORE_NAME"], {"kind": "string", "equals": ("STORE_NAME",)}, ownership="owned", near="repository"),
    rule("neutral.state/beside", ["BESIDE"], {"kind": "string", "equals": ("BESIDE",)}, ownership="owned", near="file"),
)
PACKS = (VENDOR, NEUTRAL)
CALL = 'from acme import Client\nclient = Client(api_key="sk-ant-abcdefghijklmnop1234")\nthread = client.beta.threads.create()\n'
