"""The places where a vendor decides as SARIF 2.1.0, for code-scanning views (OASIS standard; GitHub's documented subset).

Only places with a vendor are results: evidence of what is your own is no finding. Secrets were masked and control characters made
visible when the places were recorded.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any
from urllib.parse import quote

from lockin_audit import __version__
from lockin_audit.core.audit import Audit
from lockin_audit.core.evidence import QUESTIONS, Confidence, Ownership, Site
from lockin_audit.report.audit_formats import told

RESULT_LIMIT = 25_000
"""GitHub refuses a run with more results (docs.github.com, SARIF support for code scanning)."""
SCHEMA_URL = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Confidence.HIGH: "warning", Confidence.MEDIUM: "warning", Confidence.LOW: "note"}
_PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
_NOTIFICATIONS = 100


def audit_sarif(audit: Audit, new: Collection[str] | None = None) -> str:
    """The audit as a SARIF log.

    Args:
        audit: what was found and concluded.
        new: ids of sites an earlier audit did not have; each result then says `new` or `unchanged`. None: nothing to compare with.
    """
    found = sorted((s for s in audit.sites if s.ownership is Ownership.PLATFORM), key=lambda s: (s.file, s.line, s.rule, s.id))
    kept = found[:RESULT_LIMIT]
    rules: dict[str, Site] = {}
    for site in kept:
        if site.rule not in rules or site.confidence.rank > rules[site.rule].confidence.rank:
            rules[site.rule] = site
    order = {id: number for number, id in enumerate(sorted(rules))}
    notes = [_note(f"{s.file}: not read: {s.reason}") for s in audit.scan.skipped[:_NOTIFICATIONS]]
    if len(audit.scan.skipped) > _NOTIFICATIONS:
        notes.append(_note(f"{len(audit.scan.skipped) - _NOTIFICATIONS} more files or folders were not read."))
    if len(found) > len(kept):
        notes.append(_note(f"{len(found) - len(kept)} more places are left out; the JSON output holds all."))
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "lockin-audit",
                "semanticVersion": __version__,
                "rules": [_rule(id, rules[id]) for id in sorted(rules)],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The audited repository."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": notes}],
        "results": [_result(site, order[site.rule], new) for site in kept],
        "properties": {
            "verdicts": {q: {"verdict": audit.questions[q].verdict, "summary": told(audit.questions[q])} for q in QUESTIONS},
        },
    }
    return json.dumps({"$schema": SCHEMA_URL, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _note(text: str) -> dict[str, Any]:
    return {"level": "note", "message": {"text": text}}


def _rule(id: str, site: Site) -> dict[str, Any]:
    """A rule with its help, taken from a site it found."""
    help_text = f"{site.what}\n\nWhy it matters: {site.why}" + (f"\n\nTo own it: {site.instead}" if site.instead else "")
    return {
        "id": id,
        "name": id.replace("/", "-").replace(".", "-"),
        "shortDescription": {"text": site.what},
        "fullDescription": {"text": f"{site.what} {site.why}"},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _LEVELS[site.confidence]},
        "properties": {
            "tags": ["lock-in", site.dimension.value, site.runtime],
            "precision": _PRECISION[site.confidence],
            "problem.severity": "recommendation",
        },
    }


def _result(site: Site, index: int, new: Collection[str] | None) -> dict[str, Any]:
    """One place."""
    result: dict[str, Any] = {
        "ruleId": site.rule,
        "ruleIndex": index,
        "level": _LEVELS[site.confidence],
        "message": {"text": f"{site.what} {site.why}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(site.file, safe="/"), "uriBaseId": "SRCROOT"},
                    "region": {"startLine": site.line, "endLine": max(site.line, site.end_line), "snippet": {"text": site.snippet}},
                }
            }
        ],
        "partialFingerprints": {"lockinAuditSite/v1": site.id},
        "properties": {
            "dimension": site.dimension.value,
            "runtime": site.runtime,
            "confidence": site.confidence.value,
            "workflow": site.workflow,
        },
    }
    if new is not None:
        result["baselineState"] = "new" if site.id in new else "unchanged"
    return result
