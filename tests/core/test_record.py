"""What every record is built on."""

from __future__ import annotations

import pytest
from pydantic import PydanticUserError

from lockin_audit.core.record import Record


class _Unfinished(Record):
    amount: Elsewhere  # type: ignore[name-defined]  # noqa: F821


def test_a_record_is_built_from_its_own_module_alone() -> None:
    """The names of the function that makes the first value say nothing about the record."""
    Elsewhere = int
    with pytest.raises(PydanticUserError, match="not fully defined"):
        _Unfinished(amount=Elsewhere(3))
