"""Text without which a shape of code is not looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.scan.languages.records import is_log, is_state
from lockin_audit.scan.languages.signs import Signs


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
    assert Signs(data).possible(shape) is expected


@given(
    st.sampled_from(
        ["class {} (Base): pass", "{} = Table('{}', 1)", "CREATE TABLE {} (id)", "create_table :{} do", "type {} struct {{ gorm.Model }}"]
    ),
    st.lists(
        st.sampled_from(["agent", "run", "session", "chat", "memory", "event", "Log", "_", "Message", "steps", "x"]), min_size=1, max_size=4
    ),
)
def test_a_name_that_tells_of_records_is_a_sign_wherever_it_is_declared(shape: str, words: list[str]) -> None:
    name = "".join(words)
    data = shape.format(name, name).encode()
    if is_state(name):
        assert Signs(data).possible("state_table")
    if is_log(name):
        assert Signs(data).possible("event_log")
