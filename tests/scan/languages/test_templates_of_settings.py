"""Settings that are meant to be copied: what they name is suggested, not in use."""

from __future__ import annotations

import pytest
from asking import found, rule

MODEL = rule("string", pattern="gpt-.*")


@pytest.mark.parametrize(
    "path", [".env.example", "api/.env.local.example", "env.sample", "deploy/prod.env.template", ".env.dist", ".ENV.EXAMPLE"]
)
def test_a_template_is_low(path: str) -> None:
    assert found("MODEL=gpt-5\n", MODEL, "dotenv", path=path) == [(1, "low")]


@pytest.mark.parametrize("path", [".env", ".env.local", "example/.env", "settings.example.env", ".env.examples"])
def test_a_file_in_use_is_not(path: str) -> None:
    assert found("MODEL=gpt-5\n", MODEL, "dotenv", path=path) == [(1, "high")]
