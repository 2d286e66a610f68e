"""The part of SARIF 2.1.0 that lockin-audit writes, as a JSON Schema.

Written by hand from the standard (OASIS, SARIF 2.1.0, sections 3.13 to 3.58) and stricter than it: every object is closed, so a key
that was never looked up in the standard fails. The official schema is not kept here, because its licence is OASIS's own. With a copy
of it (github.com/oasis-tcs/sarif-spec, sarif-2.1/schema/sarif-schema-2.1.0.json) named in SARIF_SCHEMA, the tests use it as well.
"""

from __future__ import annotations

from typing import Any


def closed(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required.split(), "properties": properties}


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed("text", text=TEXT)
LEVEL = {"enum": ["none", "note", "warning", "error"]}
BAG = {"type": "object"}
RULE = closed(
    "id shortDescription fullDescription help",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=closed("text", text=TEXT, markdown=TEXT),
    defaultConfiguration=closed("level", level=LEVEL),
    properties={
        "type": "object",
        "properties": {"tags": {"type": "array", "maxItems": 20, "uniqueItems": True, "items": TEXT}},
    },
)
RELATIVE = {"type": "string", "pattern": r"^[A-Za-z0-9._~%-][A-Za-z0-9._~/%-]*$"}
RUNS = {"type": "array", "minItems": 1, "maxItems": 20}
LOCATION = closed(
    "physicalLocation",
    physicalLocation=closed(
        "artifactLocation region",
        artifactLocation=closed("uri uriBaseId", uri=RELATIVE, uriBaseId={"const": "SRCROOT"}),
        region=closed(
            "startLine endLine",
            startLine={"type": "integer", "minimum": 1},
            endLine={"type": "integer", "minimum": 1},
            snippet=closed("text", text={"type": "string"}),
        ),
    ),
)  # fmt: skip
RESULT = closed(
    "ruleId ruleIndex level message locations partialFingerprints",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "minItems": 1, "maxItems": 1000, "items": LOCATION},
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "required": ["primaryLocationLineHash"]},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties=BAG,
)
RUN = closed(
    "tool results",
    tool=closed(
        "driver",
        driver=closed(
            "name semanticVersion rules",
            name=TEXT,
            semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
            rules={"type": "array", "maxItems": 25_000, "items": RULE},
        ),
    ),
    automationDetails=closed("id", id=TEXT),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds=closed("SRCROOT", SRCROOT=closed("description", description=MESSAGE)),
    invocations={
        "type": "array",
        "items": closed(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications={"type": "array", "items": closed("message", level=LEVEL, message=MESSAGE)},
        ),
    },
    results={"type": "array", "maxItems": 25_000, "items": RESULT},
    properties=BAG,
)
FORM = closed(
    "$schema version runs",
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}, "runs": RUNS | {"items": RUN}},
)  # fmt: skip
