"""House rules of the runtime files: identity, dated sources, plain sentences, sound patterns."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan.runtimes import BUNDLED, load_runtimes

RUNTIMES = load_runtimes()
RULES = [rule for runtime in RUNTIMES for rule in runtime.rules]
PLATFORM_ONLY = {Dimension.PROMPTS, Dimension.CREDENTIALS, Dimension.SANDBOX, Dimension.RUNBOOK}
MANAGED_FACTS = {"retry", "state", "replay", "telemetry", "export", "lifecycle"}

PACK = """
id = "acme.agents"
name = "Acme Agents"
vendor = "Acme"
kind = "managed_runtime"
status = "beta"
summary = "A test."

[[rule]]
id = "{rule}"
dimension = "state"
ownership = "platform"
what = "A session."
why = "It is theirs."
literals = ["acme"]
match = [{{ kind = "string", equals = ["acme"] }}]
"""


def runtime_id(runtime: Runtime) -> str:
    return runtime.id


def test_the_runtimes_of_this_release_are_shipped() -> None:
    wanted = {"anthropic.managed_agents", "openai.assistants", "aws.bedrock_agents", "langchain.langgraph", "temporal.temporal"}
    assert wanted <= {runtime.id for runtime in RUNTIMES}
    assert {"neutral.retry", "neutral.state", "neutral.replay", "neutral.telemetry"} <= {runtime.id for runtime in RUNTIMES}


def test_runtimes_come_sorted_by_id() -> None:
    assert [runtime.id for runtime in RUNTIMES] == sorted(runtime.id for runtime in RUNTIMES)


@pytest.mark.parametrize("runtime", RUNTIMES, ids=runtime_id)
def test_identity_is_written_for_readers_who_never_open_code(runtime: Runtime) -> None:
    assert runtime.summary.endswith(".")
    assert runtime.status
    assert runtime.name
    assert (runtime.kind == "neutral") == runtime.id.startswith("neutral.")
    assert runtime.price_product is None or re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", runtime.price_product)
    assert all(re.fullmatch(r"[a-z0-9_]+\.[a-z0-9_]+", target) and target != runtime.id for target in runtime.swap_targets)


@pytest.mark.parametrize("runtime", RUNTIMES, ids=runtime_id)
def test_facts_are_sentences_with_a_dated_source(runtime: Runtime) -> None:
    for fact in runtime.facts:
        assert fact.statement.endswith("."), fact.statement
        assert fact.statement[0].isupper(), fact.statement
        assert fact.source.title
        assert datetime.date(2026, 1, 1) <= fact.source.checked_on <= datetime.date(2026, 12, 31), fact.statement
    if runtime.kind == "managed_runtime":
        assert {fact.question for fact in runtime.facts} >= MANAGED_FACTS


def test_an_unverified_fact_does_not_sound_certain() -> None:
    for runtime in RUNTIMES:
        for fact in runtime.facts:
            if fact.evidence == "unverified":
                assert re.search(r"\b[Ww]e (found|have not)\b|documented", fact.statement), fact.statement


@pytest.mark.parametrize("runtime", RUNTIMES, ids=runtime_id)
def test_rules_explain_themselves_in_sentences(runtime: Runtime) -> None:
    for rule in runtime.rules:
        for text in (rule.what, rule.why, rule.instead, rule.limits):
            assert not text or (text.endswith(".") and text[0].isupper()), f"{rule.id}: {text}"
        assert rule.what and rule.why, rule.id
        platform = rule.ownership is Ownership.PLATFORM
        assert bool(rule.instead) == platform, f"{rule.id}: a platform rule says what to do instead; an owned one needs not"
        assert platform or rule.dimension not in PLATFORM_ONLY, rule.id


@pytest.mark.parametrize("runtime", RUNTIMES, ids=runtime_id)
def test_patterns_compile_and_literals_are_rare(runtime: Runtime) -> None:
    for rule in runtime.rules:
        for match in rule.match:
            for field in ("pattern", "value"):
                re.compile(getattr(match, field, ""))
        assert all(len(literal) >= 4 for literal in rule.literals), rule.id
        assert len(set(rule.literals)) == len(rule.literals), rule.id


def test_owned_evidence_of_no_vendor_waits_for_agent_evidence() -> None:
    assert [rule.id for rule in RULES if rule.id.startswith(("neutral.", "temporal.")) and rule.near == "none"] == []


def write_pack(folder: Path, rule: str = "acme.agents/session", name: str = "acme/agents.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PACK.format(rule=rule), encoding="utf-8")
    return folder


def test_own_packs_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    assert "acme.agents" in {runtime.id for runtime in load_runtimes((write_pack(tmp_path),))}


@pytest.mark.parametrize(
    ("rule", "name", "words"),
    [
        ("acme.agents/session", "acme/other.toml", "Name it 'acme.other'"),
        ("other.agents/session", "acme/agents.toml", "does not begin with acme.agents/"),
    ],
)
def test_a_misplaced_pack_is_refused_with_a_remedy(tmp_path: Path, rule: str, name: str, words: str) -> None:
    with pytest.raises(DataError, match=re.escape(words)):
        load_runtimes((write_pack(tmp_path, rule, name),))


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("limit", "rule acme.agents/session: role 'limit' is for rules of dimension 'retry'"),
        ("retries", "role: must be one of 'limit'"),
    ],
)
def test_a_role_that_does_not_fit_is_refused_with_a_remedy(tmp_path: Path, role: str, words: str) -> None:
    path = write_pack(tmp_path) / "acme" / "agents.toml"
    path.write_text(path.read_text().replace('ownership = "platform"', f'ownership = "platform"\nrole = "{role}"'))
    with pytest.raises(DataError, match=re.escape(words)):
        load_runtimes((tmp_path,))


def test_a_text_match_in_a_rule_with_imports_is_refused_with_a_remedy(tmp_path: Path) -> None:
    path = write_pack(tmp_path) / "acme" / "agents.toml"
    text = path.read_text().replace('kind = "string", equals = ["acme"]', 'kind = "text", pattern = "acme"')
    path.write_text(text)
    assert "acme.agents" in {runtime.id for runtime in load_runtimes((tmp_path,))}
    load_runtimes.cache_clear()
    path.write_text(text + 'imports = ["acme"]\n')
    with pytest.raises(DataError, match=r"acme/agents\.toml.*acme\.agents/session: a text match .*give it a rule of its own"):
        load_runtimes((tmp_path,))


def test_a_missing_pack_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not a folder of runtime files"):
        load_runtimes((tmp_path / "none",))


def test_every_file_in_the_package_is_loaded() -> None:
    files = {path.relative_to(BUNDLED).as_posix() for path in BUNDLED.glob("**/*.toml")}
    assert files == {runtime.id.replace(".", "/") + ".toml" for runtime in RUNTIMES}


OVERRIDE = """\
id = "openai.assistants"
status = "kept alive by contract until 2027"

[[fact]]
question = "retry"
statement = "Our contract promises three attempts."
evidence = "secondary"
source = {{ url = "https://example.com/contract", title = "Contract", checked_on = 2026-11-01 }}

[[rule]]
id = "openai.assistants/{rule}"
dimension = "state"
ownership = "platform"
what = "Our wrapper makes a thread."
why = "It lives with the vendor."
literals = ["make_thread"]
match = [{{ kind = "call", path = ["make_thread"] }}]
"""


def overriding(folder: Path, rule: str) -> Runtime:
    path = folder / "openai" / "assistants.toml"
    path.parent.mkdir()
    path.write_text(OVERRIDE.format(rule=rule), encoding="utf-8")
    return next(runtime for runtime in load_runtimes((folder,)) if runtime.id == "openai.assistants")


def test_an_own_pack_changes_a_shipped_runtime(tmp_path: Path) -> None:
    shipped = next(runtime for runtime in RUNTIMES if runtime.id == "openai.assistants")
    changed = overriding(tmp_path, "our-wrapper")
    assert changed.status == "kept alive by contract until 2027" and changed.name == shipped.name
    assert changed.facts[0].statement == "Our contract promises three attempts."
    assert [rule.id for rule in changed.rules] == [*(rule.id for rule in shipped.rules), "openai.assistants/our-wrapper"]


def test_an_own_rule_with_a_shipped_id_replaces_it(tmp_path: Path) -> None:
    shipped = next(runtime for runtime in RUNTIMES if runtime.id == "openai.assistants")
    name = shipped.rules[0].id.partition("/")[2]
    changed = overriding(tmp_path, name)
    assert [rule.id for rule in changed.rules] == [rule.id for rule in shipped.rules]
    assert changed.rules[0].what == "Our wrapper makes a thread."


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "assistants.toml").write_text("x")
    with pytest.raises(DataError, match=re.escape("holds no <vendor>/<runtime>.toml")):
        load_runtimes((tmp_path,))


def test_evidence_of_control_alone_names_its_plane_and_waits_for_other_evidence() -> None:
    for rule in RULES:
        if rule.only_plane:
            assert rule.plane is not None and rule.near in ("runtime", "repository"), rule.id
        if rule.only_evidence:
            assert rule.plane is None and rule.near == "none", f"{rule.id}: is the evidence that others wait for, so it waits for none"
