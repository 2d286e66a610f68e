"""The base of every record that crosses a module boundary: frozen, strict about unknown keys, described field by field."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value. Unknown keys are errors; the text under a field is its description in the JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, validate_by_name=True, validate_by_alias=True)
