"""Every managed product of `products.toml`: its meters are in the price book, its lines give figures worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Scan
from lockin_audit.finance.assumptions import resolve_assumptions
from lockin_audit.finance.build import build_model
from lockin_audit.finance.expression import parse
from lockin_audit.finance.products import products
from lockin_audit.prices.book import PriceBook

Study = Callable[..., Any]
QUIET = {"repository.failure_rate": 0, "repository.growth_per_month": 0, "repository.sessions_per_month": 1000}
HOURS = {"repository.active_hours": 0.5, "repository.idle_hours": 2, "repository.web_searches": 3}


def option(product: str, **more: Any) -> dict[str, Any]:
    return {"option": [{"id": "it", "kind": "managed", "product": product, **more}, {"id": "own", "kind": "owned"}]}


def first_month(study: Study, product: str, **sets: float) -> dict[str, float]:
    done = study(option(product), {**QUIET, **HOURS, **{f"it.{key}": value for key, value in sets.items()}})
    return {key: row[0] for key, row in done.options["it"].lines.items()}


@pytest.mark.parametrize("product", sorted(products()))
def test_every_product_makes_a_model_whose_meters_exist(book: PriceBook, product: str) -> None:
    mapping = products()[product]
    assert book.product(product).name
    for meter in mapping.meters:
        assert meter.meter in {m.id for m in book.meters(meter.product or product)}
        parse(meter.quantity)
    config = Config.model_validate(option(product))
    model = build_model(config, resolve_assumptions(config, None, book, date(2026, 11, 21)).assumptions)
    assert {m.key for m in mapping.meters} <= {line.key for line in model.costs("it")}
    assert ("it.tokens" in model.by_id) == mapping.bills_tokens


@pytest.mark.parametrize("product", sorted(products()))
def test_every_product_but_the_unpublished_is_priced(study: Study, product: str) -> None:
    unpriced = study(option(product)).options["it"].unpriced
    assert bool(unpriced) == (product == "alibaba.managed_agents"), unpriced


def test_agentcore_bills_processors_in_use_and_memory_held(study: Study) -> None:
    """1,000 sessions, half an hour running of which 40% is waiting, 2 hours idle of which 80% keeps its memory."""
    lines = first_month(study, "aws.agentcore_runtime", io_wait_share=0.4, idle_held=0.8, vcpus=2, memory_gib=4)
    assert lines["runtime_vcpu"] == pytest.approx(1000 * 0.5 * 0.6 * 2 * 0.0895)
    assert lines["runtime_memory"] == pytest.approx(1000 * (0.5 + 1.6) * 4 * 0.00945)
    assert lines["web_search"] == pytest.approx(3000 * 0.007)


def test_foundry_and_agent_engine_bill_what_is_allocated(study: Study) -> None:
    foundry = first_month(study, "microsoft.foundry_agents", idle_held=0, vcpus=1, memory_gib=2)
    assert (foundry["runtime_vcpu"], foundry["runtime_memory"]) == (pytest.approx(49.7), pytest.approx(11.8))
    google = first_month(study, "google.agent_runtime", idle_held=0.25, vcpus=1, memory_gib=2)
    assert (google["runtime_vcpu"], google["runtime_memory"]) == (pytest.approx(85.0), pytest.approx(18.0))


def test_langsmith_prices_in_its_own_units_become_dollars(study: Study) -> None:
    """0.045 LCU a vCPU-hour at 1.50 USD; the database and the seats cost the same at any volume."""
    sets = {"idle_held": 0, "vcpus": 1, "memory_gib": 2, "utilisation": 0.5, "platform_database_vcpus": 2, "platform_database_gib": 8}
    lines = first_month(study, "langchain.langsmith", seat_holders=5, **sets)
    assert lines["runtime_vcpu"] == pytest.approx(1000 * 0.5 / 0.5 * 0.045 * 1.5)
    assert lines["platform_database_vcpu"] == pytest.approx(2 * 730 * 0.177)
    assert lines["platform_database_memory"] == pytest.approx(8 * 730 * 0.025)
    assert lines["seats"] == pytest.approx(195)


def test_openai_bills_tokens_and_tools_and_bedrock_agents_tokens_alone(study: Study) -> None:
    lines = first_month(study, "openai.responses", containers_per_session=2, file_searches_per_session=4)
    assert lines["containers"] == pytest.approx(1000 * 2 * 0.03)
    assert lines["file_search"] == pytest.approx(10)
    assert lines["web_search"] == pytest.approx(30)
    classic = study(option("aws.bedrock_agents"), QUIET).options["it"]
    assert classic.lines["tokens"][0] > 0 and not {"runtime", "runtime_vcpu", "containers"} & classic.lines.keys()


def test_an_inclusive_price_has_no_tokens_beside_it(study: Study) -> None:
    lines = first_month(study, "salesforce.agentforce")
    assert lines["conversations"] == pytest.approx(2000) and "tokens" not in lines and "web_search" not in lines


def test_a_rise_of_the_vendors_prices_reaches_every_product_it_is_paid_by(study: Study) -> None:
    done = study(option("aws.agentcore_runtime"), {**QUIET, **HOURS}, scenario="price_up_50")
    assert next(a.value for a in done.assumptions if a.id.startswith("price.aws.agentcore_web_search")) == pytest.approx(0.0105)


def test_an_unknown_product_is_refused_with_those_known(study: Study) -> None:
    with pytest.raises(DataError, match=r"aws\.agentcore_runtime.*langchain\.langsmith"):
        study(option("acme.agents"))


@pytest.mark.parametrize(
    ("found", "label", "words"),
    [
        (("openai.assistants",), "OpenAI Agents API", "stands in for it"),
        (("temporal.temporal",), "Claude Managed Agents", "stands in. It found temporal.temporal."),
        ((), "Claude Managed Agents", "It found none"),
        (("aws.bedrock_agentcore", "google.agent_engine"), "Amazon Bedrock AgentCore Runtime", "also found: Google Agent Runtime"),
    ],
)
def test_a_stand_in_is_said_in_words(study: Study, found: tuple[str, ...], label: str, words: str) -> None:
    audit = Audit(scan=Scan(sites=(), runtimes=found), sites=(), questions={}, workflows=(), rebuild=())
    done = study(audit=audit)
    assert done.options["managed"].label == label
    assert any(words in warning for warning in done.warnings), done.warnings
    assert not any("stands in" in w for w in study(option("aws.agentcore_runtime"), audit=audit).warnings)


def test_models_a_product_cannot_run_are_pointed_out(study: Study) -> None:
    assert any("runs models of OpenAI" in w for w in study(option("openai.responses")).warnings)
    assert not any("runs models of" in w for w in study(option("openai.responses", model="openai/gpt-5")).warnings)
