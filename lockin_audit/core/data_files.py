"""Where shipped data lives, and the one strict way to read a file that a user names: TOML, JSON, or one for another library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lockin_audit.core.errors import DataError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound="BaseModel")

_LARGEST_JSON = 200_000_000
_LARGEST_TOML = 50_000_000
PACKAGE = Path(__file__).resolve().parents[1]


def data_dir(name: str) -> Path:
    """Folder of shipped data (`pricing_data`, `questionnaires`, `examples`): bundled in a wheel, beside the package in a checkout.

    Raises:
        DataError: when the installation is incomplete.
    """
    for base in (PACKAGE / "_bundled", PACKAGE.parent):
        if (base / name).is_dir():
            return base / name
    raise DataError(name, "is missing from this installation of lockin-audit.", "Install the package again.")


def read_file(path: Path, most: int, *, name: str | None = None, remedy: str = "", missing: str = "") -> bytes:
    """The content of a file that a user names.

    Args:
        path: the file.
        most: bytes it may have.
        name: what to call it in errors; default its path as given.
        remedy: which file to name instead.
        missing: what to do where there is none; default the remedy.
    Raises:
        DataError: there is no such file, it is a folder, larger, or cannot be read.
    """
    where = name or str(path)
    try:
        if path.stat().st_size > most:
            raise DataError(where, f"is larger than {most / 1e6:g} MB.", remedy)
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(where, "there is no such file.", missing or remedy or "Check the path.") from None
    except IsADirectoryError:
        raise DataError(where, "is a folder, not a file.", remedy) from None
    except OSError as error:
        raise DataError(where, f"cannot be read: {error.strerror}.", remedy) from None


def read_json(path: Path, *, name: str | None = None, remedy: str = "") -> Any:
    """What a JSON file of at most 200 MB says, as this tool writes them.

    Args:
        path: the file.
        name: what to call it in errors; default its path as given.
        remedy: which file to name instead.
    Raises:
        DataError: see `read_file`; also what is not JSON.
    """
    content = read_file(path, _LARGEST_JSON, name=name, remedy=remedy)
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise DataError(name or str(path), "is not JSON.", remedy) from None


def read_toml(path: Path, *, name: str | None = None, decimals: bool = False) -> dict[str, Any]:
    """Parse a TOML file. Duplicate keys are errors.

    Args:
        path: the file.
        name: what to call it in errors; default its path as given.
        decimals: read fractions as exact Decimal (prices) instead of float.
    Raises:
        DataError: unreadable, not UTF-8, or not TOML.
    """
    from lockin_audit.core.toml_text import parse_toml

    where = name or str(path)
    missing = "Check the path, or write one with `lockin-audit init`."
    try:
        text = read_file(path, _LARGEST_TOML, name=name, missing=missing, remedy="Name a TOML file.").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(where, f"is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from None
    try:
        return parse_toml(text, decimals=decimals)
    except ValueError as error:
        raise DataError(where, f"is not valid TOML: {error}.", "Mend that place and run again.") from None


def load(path: Path, model: type[Model], *, name: str | None = None, decimals: bool = False) -> Model:
    """Read a TOML file into a record; each fault becomes one sentence that names file, key and value.

    Raises:
        DataError: see `read_toml`; also any key or value the record refuses.
    """
    from pydantic import ValidationError

    data = read_toml(path, name=name, decimals=decimals)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise explain_validation(name or str(path), error) from None


def explain_validation(where: str, error: ValidationError) -> DataError:
    """The first fault of a pydantic error as a sentence: file, key path (entries counted from 1), what is wrong."""
    fault = error.errors(include_url=False)[0]
    parts: list[str] = []
    for part in fault["loc"]:
        if isinstance(part, int):
            parts.append(f"entry {part + 1}")
        elif "-" not in part and "[" not in part:
            parts.append(part)
    message, remedy = _sentence(fault)
    more = len(error.errors()) - 1
    tail = f" ({more} more fault{'s' if more > 1 else ''} after this one.)" if more else ""
    return DataError(f"{where}: {': '.join(parts)}" if parts else where, f"{message}.", remedy + tail)


def _sentence(fault: ErrorDetails) -> tuple[str, str]:
    """What is wrong and what to do, in words a person who writes TOML understands."""
    kind, context, given = fault["type"], fault.get("ctx", {}), fault.get("input")
    found = "" if isinstance(given, (dict, list, tuple)) else f"Found: {_shown(given)[:80]!r}."
    if kind == "extra_forbidden":
        return "this key is not known", "Correct its spelling or remove it."
    if kind == "missing":
        return "this key is required and missing", ""
    if kind.startswith("date"):
        return "is not a date", f"Write it as 2026-11-21, without quotes. {found}"
    if kind in ("int_parsing", "int_type", "int_from_float", "float_parsing", "float_type", "decimal_parsing", "decimal_type"):
        return "must be a number", found
    if kind in ("bool_parsing", "bool_type"):
        return "must be true or false", found
    if kind == "string_type":
        return "must be text in quotes", found
    if kind in ("literal_error", "enum"):
        return f"must be one of {context.get('expected', 'the known values')}", found
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return f"must be at {'least' if kind.startswith('greater') else 'most'} {bound}", found
    if kind == "string_pattern_mismatch":
        return f"is not in the right form (small letters, digits, - and _ where an id is wanted; pattern {context.get('pattern')})", found
    return fault["msg"].removeprefix("Value error, ").removesuffix("."), found


def _shown(given: object) -> str:
    try:
        return str(given)
    except ValueError:  # Python refuses to write a whole number of more than 4,300 digits
        return "a number of thousands of digits"
