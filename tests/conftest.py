"""What all tests share: no network, no deadlines, and golden files that `--update-golden` rewrites."""

from __future__ import annotations

import socket

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # how long one example takes is for the benchmarks
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite expected files and generated blocks.")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("tests do not touch the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
