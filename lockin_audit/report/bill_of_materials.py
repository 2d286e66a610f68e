"""`bom.cdx.json`: agent runtimes, models, tools and services found, as a CycloneDX 1.6 bill of materials with file and line.

Fields follow the specification's JSON schema (source: the repository CycloneDX/specification, schema/bom-1.6.schema.json). Runtimes and
frameworks are components with the places that show them as occurrences; those that a vendor runs also stand under services, which the
code depends on. Serial number and time follow from the content and the study's date, so that equal studies give equal bytes.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.runtime import Runtime
from lockin_audit.report.study import Study

SCHEMA_URL: Final = "http://cyclonedx.org/schema/bom-1.6.schema.json"
_ROOT: Final = "audited-repository"
_HOSTED: Final = frozenset({"managed_runtime", "model_api"})
_PREFIX: Final = "lockin-audit:"


def bill_of_materials(study: Study) -> bytes:
    """The bill of materials as UTF-8 JSON."""
    by_runtime: dict[str, list[Site]] = {}
    for site in study.audit.sites:
        by_runtime.setdefault(site.runtime, []).append(site)
    known = {r.id: r for r in study.runtimes if r.kind != "neutral"}
    used = sorted(id for id in {*by_runtime, *study.audit.scan.dependencies} if id in known)
    runtimes = [_runtime(study, known[id], by_runtime.get(id, [])) for id in used]
    models, tools = _models(study), _tools(study, known)
    services = [_service(known[id], by_runtime.get(id, [])) for id in used if known[id].kind in _HOSTED]
    depends = [{"ref": _ROOT, "dependsOn": sorted(c["bom-ref"] for c in (*runtimes, *models, *tools))}]
    depends += [{"ref": f"runtime:{id}", "dependsOn": [f"service:{id}"]} for id in used if known[id].kind in _HOSTED]
    bom: dict[str, Any] = {
        "metadata": _metadata(study),
        "components": [*runtimes, *models, *tools],
        "services": services,
        "dependencies": depends,
    }
    content = json.dumps(bom, sort_keys=True, ensure_ascii=False)
    serial = uuid5(NAMESPACE_URL, f"lockin-audit:bom:{hashlib.sha256(content.encode('utf-8', 'replace')).hexdigest()}")
    head = {"$schema": SCHEMA_URL, "bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": serial.urn, "version": 1}
    return (json.dumps({**head, **bom}, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _metadata(study: Study) -> dict[str, Any]:
    root: dict[str, Any] = {"type": "application", "bom-ref": _ROOT, "name": study.repository_name}
    if study.audit.scan.commit:
        root["version"] = study.audit.scan.commit
    found: dict[str, Any] = {
        "timestamp": f"{study.as_of.isoformat()}T00:00:00Z",
        "tools": {"components": [{"type": "application", "name": "lockin-audit", "version": study.tool_version}]},
    }
    if study.author:
        found["authors"] = [{"name": study.author}]
    return {**found, "component": root, "properties": [_property("files-read", str(study.audit.scan.stats.files))]}


def _runtime(study: Study, runtime: Runtime, sites: list[Site]) -> dict[str, Any]:
    """A runtime or framework, with the places and manifests that show it."""
    component: dict[str, Any] = {
        "type": "platform" if runtime.kind in _HOSTED else "framework",
        "bom-ref": f"runtime:{runtime.id}",
        "supplier": {"name": runtime.vendor},
        "name": runtime.name,
        "description": runtime.summary,
    }
    manifests = [
        {"location": file, "additionalContext": "named in a manifest"} for file in study.audit.scan.dependencies.get(runtime.id, ())
    ]
    occurrences = [*_occurrences(sites), *manifests]
    if occurrences:
        component["evidence"] = {"occurrences": occurrences}
    references = sorted({f.source.url for f in runtime.facts if f.source.url.startswith("https://")})
    if references:
        component["externalReferences"] = [{"type": "documentation", "url": url} for url in references]
    return {
        **component,
        "properties": [_property("runtime", runtime.id), _property("kind", runtime.kind), _property("status", runtime.status)],
    }


def _service(runtime: Runtime, sites: list[Site]) -> dict[str, Any]:
    """What a vendor runs and the code calls; data crosses a trust boundary."""
    return {
        "bom-ref": f"service:{runtime.id}",
        "provider": {"name": runtime.vendor},
        "name": runtime.name,
        "description": runtime.summary,
        "x-trust-boundary": True,
        "properties": [_property("runtime", runtime.id), _property("places", str(len(sites)))],
    }


def _models(study: Study) -> list[dict[str, Any]]:
    sites = {s.id: s for s in study.audit.sites}
    found = []
    for model in study.models:
        component: dict[str, Any] = {"type": "machine-learning-model", "bom-ref": f"model:{model.runtime}:{model.name}", "name": model.name}
        occurrences = _occurrences([sites[id] for id in model.site_ids if id in sites])
        if occurrences:
            component["evidence"] = {"occurrences": occurrences}
        found.append({**component, "properties": [_property("runtime", model.runtime)]})
    return found


def _tools(study: Study, known: dict[str, Runtime]) -> list[dict[str, Any]]:
    """What the agents may call, one component per rule that found tools."""
    groups: dict[str, list[Site]] = {}
    for site in study.audit.sites:
        if site.dimension is Dimension.TOOLS:
            groups.setdefault(site.rule, []).append(site)
    found = []
    for rule, sites in sorted(groups.items()):
        runtime, _, noun = rule.partition("/")
        vendor = known[runtime].name if runtime in known else ""
        held = "platform" if any(s.ownership is Ownership.PLATFORM for s in sites) else "owned"
        found.append(
            {
                "type": "application",
                "bom-ref": f"tool:{rule}",
                "name": " ".join(p for p in (vendor, noun.replace("-", " ")) if p) or rule,
                "description": sites[0].what,
                "evidence": {"occurrences": _occurrences(sites)},
                "properties": [_property("kind", "tool"), _property("runtime", runtime), _property("ownership", held)],
            }
        )
    return found


def _occurrences(sites: list[Site]) -> list[dict[str, Any]]:
    """Places as the specification wants them."""
    return [{"location": s.file, "line": s.line, "additionalContext": f"{s.what} ({s.confidence.value} confidence)"} for s in sites]


def _property(name: str, value: str) -> dict[str, str]:
    return {"name": f"{_PREFIX}{name}", "value": value}
