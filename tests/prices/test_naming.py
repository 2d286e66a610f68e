"""A meter is found by any name that can only mean it, and never by one that could mean another."""

from __future__ import annotations

import pytest

from lockin_audit.core.errors import AuditError, DataError
from lockin_audit.prices.book import load_book
from lockin_audit.prices.naming import find_meter, under_ids
from lockin_audit.prices.price import Meter

BOOK = load_book()


@pytest.mark.parametrize(
    ("product", "name", "meter", "unit"),
    [
        ("anthropic.managed_agents", "session_hours", "session_hours", ""),
        ("anthropic.managed_agents", "Session runtime", "session_hours", ""),
        ("anthropic.managed_agents", "session", "session_hours", ""),
        ("anthropic.managed_agents", "web search", "web_searches", ""),
        ("anthropic.managed_agents", "searches", "web_searches", ""),
        ("anthropic.managed_agents", "hours", "session_hours", ""),
        ("aws.fargate", "vcpu_hours", "vcpu_seconds", "vcpu-hour"),
        ("aws.fargate", "gb_hours", "gb_seconds", "gb-hour"),
        ("aws.fargate", "ephemeral_gb_hours", "ephemeral_gb_seconds", "gb-hour"),
        ("aws.fargate", "memory", "gb_seconds", ""),
        ("aws.lambda", "invocations", "requests", ""),
        ("aws.step_functions", "state transitions", "transitions", ""),
        ("e2b.sandbox", "CPU", "vcpu_seconds", ""),
        ("temporal.cloud", "active storage", "active_storage_gb_hours", ""),
    ],
)
def test_a_name_that_can_mean_one_meter_only_finds_it(product: str, name: str, meter: str, unit: str) -> None:
    found = find_meter(product, BOOK.meters(product), name)
    assert (found.meter.id, found.unit) == (meter, unit)


@pytest.mark.parametrize("product", BOOK.products())
def test_every_meter_answers_to_its_id_and_no_two_to_one_name(product: str) -> None:
    meters = BOOK.meters(product)
    for meter in meters:
        assert find_meter(product, meters, meter.id).meter == meter
        for name in meter.names:
            assert find_meter(product, meters, name).meter == meter


@pytest.mark.parametrize(
    ("product", "name", "words"),
    [
        ("temporal.cloud", "storage", "could be more than one meter of temporal.cloud: active_storage_gb_hours, retained_storage_gb_hours"),
        ("temporal.cloud", "acton", r"has no meter 'acton'\. Did you mean actions\?"),
        ("aws.fargate", "windows_vcpu_seconds", r"has no meter 'windows_vcpu_seconds'\. Did you mean windows_licence_vcpu_seconds"),
        ("aws.fargate", "", "has no meter ''"),
        ("aws.fargate", "__", "has no meter '__'"),
    ],
)
def test_a_name_that_fits_none_or_several_lists_what_there_is(product: str, name: str, words: str) -> None:
    with pytest.raises(AuditError, match=words):
        find_meter(product, BOOK.meters(product), name)


def test_two_names_of_one_meter_are_refused() -> None:
    meters = (Meter(id="session_hours", label="Runtime", unit="session-hour"),)
    assert under_ids("acme.bot", meters, {"runtime": 1}, "usage.toml")["session_hours"][1] == 1
    with pytest.raises(DataError, match=r"usage\.toml: session_hours and runtime are both the meter session_hours"):
        under_ids("acme.bot", meters, {"session_hours": 1, "runtime": 2}, "usage.toml")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("openai.containers", "Did you mean openai.agents_api or openai.responses?"),
        ("agentcore_runtime", "Did you mean aws.agentcore_runtime?"),
        ("aws.gateway", "Did you mean aws.agentcore_gateway or aws.nat_gateway?"),
        ("AWS.Lambda", "Did you mean aws.lambda"),
        ("aws.lamda", "Did you mean aws.lambda"),
        ("temporal.xyz", "Products of temporal: temporal.cloud."),
        ("qqq", "Known: alibaba.managed_agents, "),
        ("", "Known: alibaba.managed_agents, "),
    ],
)
def test_an_unknown_product_names_what_could_be_meant(name: str, hint: str) -> None:
    with pytest.raises(AuditError) as error:
        load_book().product(name)
    assert hint in str(error.value)
