"""`bom.cdx.json` against the official schema of CycloneDX 1.6, and what stands in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from lockin_audit.core.evidence import Dimension
from lockin_audit.report.bill_of_materials import bill_of_materials
from lockin_audit.report.study import ModelFound
from tests.report.study_builder import HOSTILE, make_audit, make_runtime, make_site, make_sites, make_study

VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


def _study() -> Any:
    tool = make_site(20, rule="anthropic.managed_agents/toolset", dimension=Dimension.TOOLS, what="A tool the vendor hosts.")
    framework = make_site(21, rule="langchain.langgraph/graph", runtime="langchain.langgraph")
    return make_study(
        audit=make_audit((*make_sites(), tool, framework)),
        runtimes=(make_runtime(), make_runtime("langchain.langgraph", "LangGraph", kind="framework", vendor="LangChain")),
        models=(ModelFound(name="claude-sonnet-5", runtime="anthropic.managed_agents", site_ids=("s00011",)),),
    )


def _bom(study: Any) -> Any:
    data = bill_of_materials(study)
    assert VALIDATOR.validate_str(data.decode()) is None
    return json.loads(data)


def test_it_follows_the_schema_and_names_runtimes_models_tools_and_services() -> None:
    bom = _bom(_study())
    kinds = {c["bom-ref"]: c["type"] for c in bom["components"]}
    assert kinds == {
        "runtime:anthropic.managed_agents": "platform",
        "runtime:langchain.langgraph": "framework",
        "model:anthropic.managed_agents:claude-sonnet-5": "machine-learning-model",
        "tool:anthropic.managed_agents/toolset": "application",
    }
    assert [s["name"] for s in bom["services"]] == ["Claude Managed Agents"]
    assert bom["metadata"]["timestamp"] == "2026-11-21T00:00:00Z"


def test_occurrences_are_the_places_of_the_audit() -> None:
    study = _study()
    bom = _bom(study)
    for component in bom["components"]:
        if component["type"] in ("platform", "framework"):
            runtime = component["bom-ref"].removeprefix("runtime:")
            found = {(o["location"], o["line"]) for o in component["evidence"]["occurrences"] if "line" in o}
            assert found == {(s.file, s.line) for s in study.audit.sites if s.runtime == runtime}
    manifests = [o["location"] for c in bom["components"] for o in c["evidence"]["occurrences"] if "line" not in o]
    assert manifests == ["requirements.txt"]
    model = next(c for c in bom["components"] if c["type"] == "machine-learning-model")
    assert [(o["location"], o["line"]) for o in model["evidence"]["occurrences"]] == [("services/research/step_11.py", 21)]


def test_every_reference_leads_somewhere() -> None:
    bom = _bom(_study())
    known = {c["bom-ref"] for c in (*bom["components"], *bom["services"], bom["metadata"]["component"])}
    named = {d["ref"] for d in bom["dependencies"]} | {r for d in bom["dependencies"] for r in d["dependsOn"]}
    assert named <= known


def test_the_serial_number_follows_from_the_content() -> None:
    assert bill_of_materials(_study()) == bill_of_materials(_study())
    assert _bom(_study())["serialNumber"] != _bom(make_study())["serialNumber"]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 40_000, "שלום", "\x00\ud800"])
def test_hostile_text_stays_text(text: str) -> None:
    audit = make_audit((make_site(0, file=text, snippet=text, what=text), make_site(1, file=text, dimension=Dimension.TOOLS)))
    _bom(make_study(audit=audit, repository_name=text.replace("\ud800", "")))


def test_nothing_found_is_a_valid_bill() -> None:
    assert _bom(make_study(audit=make_audit(()), runtimes=()))["components"] == []
