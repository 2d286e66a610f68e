"""The JSON Schemas for editors and other tools."""

from __future__ import annotations

import json

import jsonschema
import pytest
from typer.testing import CliRunner

from lockin_audit.cli.app import command_line
from lockin_audit.cli.schema import NAMES, schema_of
from lockin_audit.core.config import WorkflowConfig


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_a_valid_schema_that_forbids_unknown_keys(name: str) -> None:
    result = CliRunner().invoke(command_line(), ["schema", name])
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_fields_are_described_by_the_text_under_them_also_behind_aliases_and_references() -> None:
    schema = json.loads(CliRunner().invoke(command_line(), ["schema", "config"]).stdout)
    paths = schema["$defs"]["WorkflowConfig"]["properties"]["paths"]
    assert paths["description"].startswith("Globs relative to the repository")
    assert schema["properties"]["workflow"]["type"] == "array"
    assert WorkflowConfig.model_fields["paths"].description is None, "read only when a schema is asked for"


@pytest.mark.parametrize("name", ["audit", "study", "compare"])
def test_the_schema_of_an_output_asks_for_every_key_because_every_key_is_written(name: str) -> None:
    schema = schema_of(name)
    for title, part in ((name, schema), *schema.get("$defs", {}).items()):  # type: ignore[attr-defined]
        assert set(part.get("required", ())) == set(part.get("properties", ())), title
