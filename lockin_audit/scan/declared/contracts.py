"""Schemas of any kind turned into the inputs and outputs of a contract: JSON Schema, zod, Python types, parameters of action groups."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lockin_audit.core.declared import DeclaredItem
from lockin_audit.core.secrets import mask_secrets
from lockin_audit.core.spec import DataItem, DataType
from lockin_audit.core.text import visible
from lockin_audit.scan.declared.value import Function, Parameter, Shape, Value

MOST_ITEMS = 60
"""Inputs of one tool that are kept."""
_TYPES: tuple[tuple[str, DataType], ...] = (
    (r"(?:bool|boolean|stringbool|yesno|booleanprimitive)", "yes or no"),
    (r"(?:int|integer|int32|int64|bigint|long|positiveint|conint)", "whole number"),
    (r"(?:float|double|number|decimal|condecimal|numeric|positivefloat)", "number"),
    (r"(?:date|datetime|date-time|datetime\.date|datetime\.datetime|awaredatetime)", "date"),
    (r"(?:list|array|tuple|set|sequence|iterable|frozenset|collection)", "list"),
    (r"(?:bytes|file|binary|base64|blob|upload|uploadfile)", "file"),
    (r"(?:str|string|text|enum|literal|nativeenum|url|email|uuid|emailstr|anyurl|path|regex|stringprimitive)", "text"),
)
_GIVEN = re.compile(r"(?:Context|Injected|RunManager|Callback|RunnableConfig|ToolRuntime|InvocationState|ToolUse)")
"""Parameters a framework fills in itself."""
_SECTION = re.compile(r"(?m)^[ \t]*+(?:Args|Arguments|Parameters|Params|Returns?|Raises|Yields|Examples?|Usage|:param|:return)\b.*:?")


def fit(text: str, limit: int) -> str:
    """A text of the repository made fit to show: secrets masked, one line, every character printable."""
    return visible(" ".join(mask_secrets(text[: 4 * limit]).split()), limit)


def data_type(written: str) -> DataType:
    """The plain type for a type as written in code; what is not known is a record."""
    text = re.sub(r"^(?:typing\.|t\.|Optional\[|Annotated\[|Union\[)+", "", written.strip())
    text = re.sub(r"\|\s*None\b|\bNone\s*\||,\s*None\]?$", "", text).strip(" ]|")
    if text in ("", "None"):
        return "text"
    head = re.split(r"[\[<(,|\s]", text, maxsplit=1)[0].lower().rpartition("z.")[2]
    head = head.rpartition(".")[2] if head.startswith(("typing.", "t.")) else head
    return next((plain for pattern, plain in _TYPES if re.fullmatch(pattern, head)), "record")


def items_of_schema(
    file: str, schema: Value | None, root: Value | None = None, shapes: Mapping[str, Shape] | None = None, depth: int = 0
) -> list[DeclaredItem]:
    """Inputs that a schema asks for, in order.

    Args:
        file: path as shown.
        schema: the schema as written; None gives nothing.
        root: the document in which `#/...` references are looked up.
        shapes: classes of the repository by name, for schemas that are classes.
        depth: levels of `allOf` above.
    """
    schema = _followed(schema, root)
    if schema is None:
        return []
    if schema.name and shapes and (shape := shapes.get(schema.name.rpartition(".")[2])):
        return items_of_shape(file, shape)
    for wrapper in ("json", "jsonSchema", "schema"):
        inner = schema.get(wrapper)
        if inner is not None and inner.get("properties") is not None:
            schema = inner
    combined = schema.get("allOf")
    if combined is not None and combined.is_list and depth < 4:
        return [item for part in combined.items for item in items_of_schema(file, part, root, shapes, depth + 1)][:MOST_ITEMS]
    properties = schema.get("properties")
    if properties is not None:
        required = {item.text for item in (schema.get("required") or Value(0)).items if item.text}
        return [_item(file, key, value, key in required, root) for key, value in properties.keys[:MOST_ITEMS]]
    if schema.call.startswith(("z.", "zod.", "v.", "t.", "Type.")) or (schema.keys and all(_is_zod(v) for _, v in schema.keys)):
        return [_zod(file, key, value) for key, value in schema.keys[:MOST_ITEMS] if key != "description"]
    if schema.items:
        pairs = [(item.get("name", "map_block_key", "propertyName"), item) for item in schema.items[:MOST_ITEMS]]
        named = [(name, item) for name, item in pairs if name is not None]
        return [_item(file, name.text, item, _is_true(item.get("required")), root, name.line) for name, item in named if name.text]
    if schema.keys and all(value.get("type") is not None for _, value in schema.keys):
        return [_item(file, key, value, _is_true(value.get("required")), root) for key, value in schema.keys[:MOST_ITEMS]]
    return []


def items_of_function(file: str, function: Function) -> tuple[list[DeclaredItem], list[DeclaredItem]]:
    """Inputs and outputs of a function, by its parameters, types and docstring."""
    own = [p for p in function.parameters if not _GIVEN.search(p.type)][:MOST_ITEMS]
    inputs = [_parameter(file, p) for p in own]
    told = re.search(r"(?ms)^\s*(?:Returns?|:returns?):?[ \t]*\n?[ \t]*(?:-+\n[ \t]*)?(.+?)(?=\n\s*\n|\n\s*\w+:\s*\n|\Z)", function.doc)
    meaning = re.sub(r"^[\w\[\], .|]{1,40}:\s+", "", fit(told[1], 300)) if told else ""
    if not meaning and function.returns in ("", "None", "NoReturn"):
        return inputs, []
    kind = data_type(function.returns) if function.returns else "text"
    return inputs, [DeclaredItem(file=file, line=function.line, item=DataItem(name="result", meaning=meaning, type=kind))]


def items_of_shape(file: str, shape: Shape) -> list[DeclaredItem]:
    """Fields of a class as inputs."""
    own = [field for field in shape.fields if not field.name.startswith("_") and field.name != "model_config"]
    return [_parameter(file, field) for field in own[:MOST_ITEMS]]


def purpose_of(doc: str) -> str:
    """What a docstring says before it turns to parameters and results."""
    return fit(_SECTION.split(doc, maxsplit=1)[0], 600)


def _parameter(file: str, parameter: Parameter) -> DeclaredItem:
    meaning = fit(parameter.meaning, 300)
    choices = re.search(r"Literal\[([^\]]{1,200})\]", parameter.type)
    if choices and not meaning:
        meaning = "One of: " + ", ".join(part.strip(" '\"") for part in choices[1].split(",")) + "."
    item = DataItem(name=_name(parameter.name), meaning=meaning, type=data_type(parameter.type), required=parameter.required)
    return DeclaredItem(file=file, line=parameter.line, item=item)


def _item(file: str, name: str, value: Value, required: bool, root: Value | None, line: int = 0) -> DeclaredItem:
    line = line or value.line
    value = _followed(value, root) or value
    kind = value.get("type")
    inner = _followed(value.get("schema"), root)
    if kind is None and inner is not None:
        kind = inner.get("type")
    written = (kind.text or kind.word or kind.name) if kind is not None else ""
    if kind is not None and kind.is_list:
        written = next((part.text for part in kind.items if part.text and part.text != "null"), "")
    if value.said("format") in ("date", "date-time"):
        written = "date"
    elif value.get("properties") is not None and not written:
        written = "object"
    choices = [item.text or item.word for item in ((value.get("enum") or (inner or value).get("enum")) or Value(0)).items]
    meaning = fit(value.said("description") or (inner.said("description") if inner is not None else ""), 300)
    if choices and (not meaning or "one of" not in meaning.lower()):
        meaning = f"{meaning.rstrip('.') + '. ' if meaning else ''}One of: {fit(', '.join(choices), 200)}."
    item = DataItem(name=_name(name), meaning=meaning, type=data_type(written.rpartition(".")[2]), required=required)
    return DeclaredItem(file=file, line=line, item=item)


def _zod(file: str, name: str, value: Value) -> DeclaredItem:
    """A field of a zod object: `z.string().describe("...").optional()`."""
    parts = value.call.split(".")
    required = not {"optional", "nullish", "default", "nullable"}.intersection(parts)
    choices = [item.text for item in next((i for i in value.items if i.is_list), Value(0)).items if item.text] if "enum" in parts else []
    meaning = fit(value.said("description"), 300) or (f"One of: {fit(', '.join(choices), 200)}." if choices else "")
    kind = "int" if "int" in parts else parts[1] if len(parts) > 1 and parts[1] != "coerce" else parts[-1]
    item = DataItem(name=_name(name), meaning=meaning, type=data_type(kind), required=required)
    return DeclaredItem(file=file, line=value.line, item=item)


def _is_zod(value: Value) -> bool:
    return value.call.startswith(("z.", "zod."))


def _is_true(value: Value | None) -> bool:
    return value is not None and (value.word or value.text or "").lower() in ("true", "yes")


def _followed(value: Value | None, root: Value | None) -> Value | None:
    """What a `$ref` within one document points to; at most four steps."""
    for _ in range(4):
        reference = value.said("$ref") if value is not None else ""
        if not reference.startswith("#/") or root is None:
            return value
        step: Value | None = root
        for key in reference[2:].split("/"):
            step = step.get(key) if step is not None else None
        value = step
    return value


def _name(text: str) -> str:
    return fit(text, 80) or "value"
