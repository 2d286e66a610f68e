"""The places where a vendor decides as SARIF 2.1.0, for code-scanning views (OASIS standard; GitHub's documented subset).

Only places with a vendor are results: evidence of what is your own is no finding. Secrets were masked and control characters made
visible when the places were recorded.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import quote

from lockin_audit import __version__
from lockin_audit.core.audit import Audit
from lockin_audit.core.evidence import QUESTIONS, Confidence, Ownership, Site
from lockin_audit.report.audit_formats import told
from lockin_audit.report.markdown_text import escape

RESULT_LIMIT = 25_000
"""Results of a run; GitHub refuses a run with more (docs.github.com, SARIF results exceed one or more limits, read 2026-11-21)."""
SHOWN_LIMIT = 5_000
"""Results of a run that GitHub shows."""
SIZE_LIMIT = 10_000_000
"""Bytes of a log under gzip; GitHub refuses a larger upload (10 MB)."""
TAG_LIMIT = 10
"""Tags of a rule that GitHub shows; it refuses a rule with more than 20."""
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
    most = min(len(found), RESULT_LIMIT)
    text = _log(audit, _surest(found, most), len(found), new)
    # A character takes a byte or more, and gzip never adds more than a thousandth: most logs need no trial.
    while most and len(text) > SIZE_LIMIT // 4 and len(gzip.compress(text.encode(), mtime=0)) > SIZE_LIMIT:
        most = most * 3 // 4
        text = _log(audit, _surest(found, most), len(found), new)
    return text


def _surest(found: Sequence[Site], most: int) -> list[Site]:
    """At most that many places, the surest, in their order."""
    if len(found) <= most:
        return list(found)
    chosen = {id(site) for site in sorted(found, key=lambda s: -s.confidence.rank)[:most]}
    return [site for site in found if id(site) in chosen]


def _log(audit: Audit, kept: Sequence[Site], found: int, new: Collection[str] | None) -> str:
    """The log with the places that are kept of all that were found."""
    rules: dict[str, Site] = {}
    for site in kept:
        if site.rule not in rules or site.confidence.rank > rules[site.rule].confidence.rank:
            rules[site.rule] = site
    order = {id: number for number, id in enumerate(sorted(rules))}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "lockin-audit",
                "semanticVersion": __version__,
                "rules": [_rule(id, rules[id]) for id in sorted(rules)],
            }
        },
        "automationDetails": {"id": "lockin-audit/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The audited repository."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notes(audit, len(kept), found)}],
        "results": [_result(site, order[site.rule], new) for site in kept],
        "properties": {
            "verdicts": {q: {"verdict": audit.questions[q].verdict, "summary": told(audit.questions[q])} for q in QUESTIONS},
        },
    }
    return json.dumps({"$schema": SCHEMA_URL, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _notes(audit: Audit, kept: int, found: int) -> list[dict[str, Any]]:
    """What was not read, what was left out, and what will not be shown."""
    notes = [_note(f"{s.file}: not read: {s.reason}") for s in audit.scan.skipped[:_NOTIFICATIONS]]
    if len(audit.scan.skipped) > _NOTIFICATIONS:
        notes.append(_note(f"{len(audit.scan.skipped) - _NOTIFICATIONS} more files or folders were not read."))
    if found > kept:
        limit = f"{RESULT_LIMIT:,} results or {SIZE_LIMIT // 1_000_000} MB"
        notes.append(
            _note(f"{found - kept} of {found} places are left out, the least sure first: GitHub takes {limit}. The JSON output holds all.")
        )
    if kept > SHOWN_LIMIT:
        notes.append(_note(f"GitHub shows {SHOWN_LIMIT:,} of these {kept} results; a workflow's paths or a baseline make them fewer."))
    if audit.ignored:
        notes.append(_note(f"{len(audit.ignored)} places are left out on purpose; the JSON output lists them with reasons."))
    return notes + [_note(remark) for remark in audit.remarks[:_NOTIFICATIONS]]


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
        "help": {"text": help_text, "markdown": _markdown(site)},
        "defaultConfiguration": {"level": _LEVELS[site.confidence]},
        "properties": {
            "tags": ["lock-in", site.dimension.value, site.runtime][:TAG_LIMIT],
            "precision": _PRECISION[site.confidence],
            "problem.severity": "recommendation",
        },
    }


def _markdown(site: Site) -> str:
    """The help of a rule as Markdown."""
    parts = [escape(site.what), f"**Why it matters:** {escape(site.why, inside=True)}"]
    parts += [f"**To own it:** {escape(site.instead, inside=True)}"] if site.instead else []
    return "\n\n".join([*parts, f"`lockin-audit explain {site.rule}` tells more, with sources."])


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
        # GitHub matches alerts by primaryLocationLineHash; the id of a place survives moved lines, which is what it is for.
        "partialFingerprints": {"lockinAuditSite/v1": site.id, "primaryLocationLineHash": f"{site.id}:1"},
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
