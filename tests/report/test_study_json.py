"""`study.json`: complete, valid, stable, and free of what differs between runs."""

from __future__ import annotations

import json
import math

import jsonschema

from lockin_audit.report.study import Study
from lockin_audit.report.study_json import SCHEMA, StudyDocument, study_json
from tests.report.study_builder import make_audit, make_cost, make_study


def test_it_holds_the_whole_study_under_its_schema_name() -> None:
    study = make_study()
    data = json.loads(study_json(study))
    assert next(iter(data)) == "schema"
    assert data.pop("schema") == SCHEMA == "lockin-audit/study/1"
    again = Study.model_validate(data)
    stats = study.audit.scan.stats.model_copy(update={"seconds": 0.0})
    scan = study.audit.scan.model_copy(update={"stats": stats})
    assert again == study.model_copy(update={"audit": study.audit.model_copy(update={"scan": scan})})


def test_two_runs_that_took_different_times_write_the_same_bytes() -> None:
    audit = make_audit()
    slow = audit.scan.model_copy(update={"stats": audit.scan.stats.model_copy(update={"seconds": 9.9})})
    assert study_json(make_study()) == study_json(make_study(audit=audit.model_copy(update={"scan": slow})))


def test_numbers_that_are_not_finite_are_null() -> None:
    cost = make_cost()
    assert cost.comparison is not None
    odd = cost.comparison.model_copy(update={"irr_annual": math.nan})
    data = json.loads(study_json(make_study(cost=cost.model_copy(update={"comparison": odd}))), parse_constant=lambda name: 1 / 0)
    assert data["cost"]["comparison"]["irr_annual"] is None


def test_it_obeys_its_own_schema() -> None:
    schema = StudyDocument.model_json_schema(mode="serialization", by_alias=True)
    data = json.loads(study_json(make_study()))
    data["audit"]["scan"]["stats"]["seconds"] = 0.0
    jsonschema.validate(data, schema)
