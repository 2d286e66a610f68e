"""The base of every record that crosses a module boundary: frozen, strict about unknown keys, described field by field.

Modules of records that an audit loads do without `from __future__ import annotations`: it makes a text of each annotation, and pydantic
compiles every one of them again at every start.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from textwrap import dedent
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value. Unknown keys are errors; the text under a field is its description in the JSON Schema."""

    # pydantic can read those texts itself (use_attribute_docstrings), but does so at every start: a fifth of a second here. A record's
    # validator is likewise built when the first value is made (defer_build), since a command uses few of all records there are.
    # What is written out is written whole, so the schema of an output asks for every key (json_schema_serialization_defaults_required).
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
        json_schema_serialization_defaults_required=True,
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """Build the validator from the record's own module, never from the names of whichever function made the first value.

        Reading a calling function's names also crashes Python 3.13.0 where that function is in the middle of a comprehension.
        """
        return super().model_rebuild(force=force, raise_errors=raise_errors, _parent_namespace_depth=0, _types_namespace=_types_namespace)


def json_schema(record: type[Record], mode: Literal["validation", "serialization"]) -> dict[str, Any]:
    """The JSON Schema of a record, every field described by the text under it in the source."""
    schema = record.model_json_schema(mode=mode)
    known = {kind.__name__: kind for kind in _kinds(Record)}
    for title, part in ((record.__name__, schema), *schema.get("$defs", {}).items()):
        kind = known.get(title)
        if kind is None:
            continue
        for name, text in _described(kind).items():
            field = kind.model_fields.get(name)
            shown = part.get("properties", {}).get((field and field.alias) or name)
            if shown is not None:
                shown.setdefault("description", text)
    return schema


def _kinds(kind: type[Record]) -> Iterator[type[Record]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


def _described(kind: type[Record]) -> dict[str, str]:
    """Field → the string that stands under it, own fields before inherited ones."""
    found: dict[str, str] = {}
    for base in (k for k in kind.__mro__ if issubclass(k, Record) and k is not Record):
        body = ast.parse(dedent(inspect.getsource(base))).body[0]
        assert isinstance(body, ast.ClassDef)
        for field, below in zip(body.body, body.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
                text = below.value.value if isinstance(below.value, ast.Constant) else None
                if isinstance(text, str):
                    found.setdefault(field.target.id, inspect.cleandoc(text))
    return found
