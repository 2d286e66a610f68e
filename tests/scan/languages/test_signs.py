"""Text without which a shape of code is not looked for."""

from __future__ import annotations

import pytest

from lockin_audit.scan.languages.signs import possible


@pytest.mark.parametrize(
    ("shape", "data", "expected"),
    [
        ("retry_loop", b"while True:\n    try:", True),
        ("retry_loop", b"value = 1", False),
        ("poll_loop", b"value = 1", False),
        ("retry_helper", b"callWithRetry(x)", True),
        ("event_log", b"store.append_event(", True),
        ("event_log", b"class Event(Base)", False),
        ("event_log", b"class AgentEvent(Base)", True),
        ("event_log", b"INSERT INTO run_log", True),
        ("state_table", b"CREATE TABLE sessions", True),
        ("state_table", b"sessions = []", False),
    ],
)
def test_a_shape_needs_its_signs(shape: str, data: bytes, expected: bool) -> None:
    assert possible(shape, data) is expected
