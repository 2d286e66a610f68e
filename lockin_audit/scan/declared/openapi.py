"""Operations of an OpenAPI document as tools: parameters, the body's fields, and the fields of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lockin_audit.core.declared import DeclaredItem, DeclaredTool
from lockin_audit.scan.declared.contracts import fit, items_of_schema
from lockin_audit.scan.declared.value import Value

_METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
MOST_OPERATIONS = 200
"""Operations of one document that are read."""


def operations(file: str, document: Value, root: Value) -> Iterator[DeclaredTool]:
    """Every operation.

    Args:
        file: path as shown.
        document: the mapping that holds `paths`.
        root: where `#/...` references are looked up.
    """
    paths = document.get("paths") or Value(0)
    left = MOST_OPERATIONS
    for path, entry in paths.keys:
        for method, operation in entry.keys:
            meant = operation.get("operationId", "description", "summary") is not None
            if method.lower() not in _METHODS or not meant or left == 0:
                continue
            left -= 1
            name = operation.said("operationId") or re.sub(r"\W+", "_", f"{method}_{path}").strip("_")
            given = [*(operation.get("parameters") or Value(0)).items, *(entry.get("parameters") or Value(0)).items]
            body = operation.get("requestBody") or Value(0)
            yield DeclaredTool(
                name=fit(name, 128),
                purpose=fit(operation.said("description") or operation.said("summary"), 600),
                inputs=(*items_of_schema(file, Value(operation.line, items=given), root), *_fields(file, body, root)),
                outputs=tuple(_fields(file, _good(operation), root)),
                file=file,
                line=(operation.get("operationId") or operation).line,
                purpose_line=(operation.get("description", "summary") or Value(0)).line,
            )


def _good(operation: Value) -> Value:
    """The first answer that tells of success."""
    answers = operation.get("responses") or Value(0)
    return next((value for code, value in answers.keys if code.strip("'\"").startswith("2")), Value(0))


def _fields(file: str, holder: Value, root: Value) -> list[DeclaredItem]:
    """Fields of the first content type of a body."""
    for _, content in (holder.get("content") or Value(0)).keys:
        return items_of_schema(file, content.get("schema"), root)
    return []
