"""`study.json`: the whole study as data, so that other programs can read what the report says and check it."""

from __future__ import annotations

import json
from typing import Any, Final, Literal

from pydantic import Field

from lockin_audit.report.study import Study

SCHEMA: Final = "lockin-audit/study/1"


class StudyDocument(Study):
    """A study as it is written to `study.json`."""

    schema_: Literal["lockin-audit/study/1"] = Field(default=SCHEMA, alias="schema")
    """Name and version of this format."""


def study_json(study: Study) -> bytes:
    """The study as UTF-8 JSON, keys in the order of the records, numbers that are not finite as null.

    The duration of the scan is left out: it is the one figure that differs between two runs over the same input.
    """
    data: dict[str, Any] = json.loads(study.model_dump_json(by_alias=True))
    data["audit"]["scan"]["stats"].pop("seconds", None)
    return (json.dumps({"schema": SCHEMA, **data}, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()
