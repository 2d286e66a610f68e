"""A command that turns plain words of the command line into values without pydantic, which takes as long to load as the whole help.

typer asks a pydantic adapter for each option, even for one that nobody gave. What is a path, one of a few words or a text is told here
without it; whatever is not as plain as that, and so every mistake and its message, is left to typer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from typer.models import ParameterInfo


class PlainCommand(TyperCommand):
    """A command of this program."""

    def get_params(self, ctx: Any) -> Any:
        """Its options and arguments, `--help` among them."""
        return _told_plainly(super().get_params(ctx))


class PlainGroup(TyperGroup):
    """The program itself."""

    def get_params(self, ctx: Any) -> Any:
        """Its options, `--help` among them."""
        return _told_plainly(super().get_params(ctx))


def _told_plainly(parameters: Iterable[Any]) -> Iterable[Any]:
    for parameter in parameters:
        thorough = getattr(parameter, "get_runtime_param", None)
        described = getattr(parameter, "type_descriptor", None)
        if thorough is not None and described is not None and not isinstance(thorough, partial):  # else typer turns every value itself
            parameter.get_runtime_param = partial(_Told, thorough, described.annotation, described.parameter_info)
    return parameters


class _Told:
    """Stands where typer asks for what turns the value of one option.

    Args:
        thorough: gives what typer uses itself.
        annotation: type of the value; of one that may be absent, the type it has otherwise.
        info: how the option was declared.
    """

    def __init__(self, thorough: Callable[[], Any], annotation: Any, info: ParameterInfo) -> None:
        self._thorough, self._annotation, self._info = thorough, annotation, info

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value in its type.

        Raises:
            TyperException: the value is none of this type.
        """
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        try:
            if get_origin(self._annotation) is list and isinstance(value, (list, tuple)):
                (element,) = get_args(self._annotation)
                return [_plain(part, element, self._info) for part in value]
            return _plain(value, self._annotation, self._info)
        except _NotPlain:
            return self._thorough().coerce(value, param=param, ctx=ctx)


class _NotPlain(Exception):
    """It takes more to say what the value is."""


def _plain(value: Any, kind: Any, info: ParameterInfo) -> Any:
    if info.parser is not None:
        raise _NotPlain
    if kind is str and type(value) is str:
        return value
    if kind is Path and isinstance(value, (str, Path)) and _is_any_path(info) and _is_absent_or_readable(value):
        return Path(value)
    if isinstance(kind, type) and issubclass(kind, Enum) and info.case_sensitive:
        chosen = value.value if isinstance(value, kind) else value
        for member in kind:
            if type(chosen) is str and member.value == chosen:
                return member
    raise _NotPlain


def _is_any_path(info: ParameterInfo) -> bool:
    """Whether nothing is asked of a path except that it can be read if it is there."""
    asked = (info.exists, info.writable, info.resolve_path, info.allow_dash, info.path_type)
    return not any(asked) and info.file_okay and info.dir_okay


def _is_absent_or_readable(path: str | Path) -> bool:
    try:
        Path(path).stat()
    except OSError:
        return True
    except ValueError:
        return False
    return os.access(path, os.R_OK)
