"""A scan from folder to sites: ids, order, nearness, repository-wide origins, cache and processes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Confidence, Scan
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan import examine, file_reader, workers
from lockin_audit.scan.engine import scan
from lockin_audit.scan.model import SourceFile
from lockin_audit.scan.repository import Entry
from tests.scan.pack_builder import CALL, NEUTRAL, PACKS, VENDOR, rule, runtime


def repository(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def found(result: Scan) -> list[tuple[str, int, str]]:
    return [(site.file, site.line, site.rule) for site in result.sites]


def without_time(result: Scan) -> Scan:
    return result.model_copy(update={"stats": result.stats.model_copy(update={"seconds": 0.0})})


def test_a_call_is_a_site_with_its_line_and_a_masked_snippet(tmp_path: Path) -> None:
    root = repository(
        tmp_path, {"app/main.py": CALL + 'x = client.beta.threads.create(key="sk-ant-abcdefghijklmnop1234")\n', "b.txt": "nothing\n"}
    )
    result = scan(root, PACKS)
    assert found(result) == [("app/main.py", 3, "acme.agents/thread-created"), ("app/main.py", 4, "acme.agents/thread-created")]
    first, second = result.sites
    assert (first.snippet, first.confidence, first.runtime, first.instead) == (
        "thread = client.beta.threads.create()",
        Confidence.HIGH,
        "acme.agents",
        "I.",
    )
    assert second.snippet == 'x = client.beta.threads.create(key="sk-ant-[masked]")'
    assert result.runtimes == ("acme.agents",)
    assert (result.stats.files, result.stats.candidates) == (2, 1)


def test_ids_stay_when_lines_move_and_differ_between_repeats(tmp_path: Path) -> None:
    again = "client.beta.threads.create()\n"
    before = scan(repository(tmp_path / "a", {"m.py": CALL + again + again}), PACKS)
    after = scan(repository(tmp_path / "b", {"m.py": "# moved\n\n" + CALL + again + "\n" + again}), PACKS)
    assert [s.id for s in before.sites] == [s.id for s in after.sites]
    assert len({s.id for s in before.sites}) == 3
    elsewhere = scan(repository(tmp_path / "c", {"n.py": CALL}), PACKS)
    assert not {s.id for s in elsewhere.sites} & {s.id for s in before.sites}


def test_sites_are_sorted_by_file_line_and_rule(tmp_path: Path) -> None:
    root = repository(
        tmp_path, dict.fromkeys(("z.py", "a/b.py", "a.py", "a-b.py"), CALL) | {"a.md": "console.acme.test\nconsole.acme.test\n"}
    )
    result = scan(root, PACKS)
    assert found(result) == sorted(found(result))
    assert len(result.sites) == 6


def test_a_name_alone_does_not_show_a_runtime(tmp_path: Path) -> None:
    result = scan(repository(tmp_path, {"run.md": "see console.acme.test\n"}), PACKS)
    assert found(result) == [("run.md", 1, "acme.agents/console")]
    assert result.runtimes == ()


def test_owned_evidence_needs_agents_nearby(tmp_path: Path) -> None:
    own = 'a = "STORE_NAME"\nb = "BESIDE"\n'
    assert found(scan(repository(tmp_path / "none", {"own.py": own}), PACKS)) == []
    assert found(scan(repository(tmp_path / "weak", {"own.py": own, "r.md": "console.acme.test"}), PACKS)) == [
        ("r.md", 1, "acme.agents/console")
    ]
    result = scan(repository(tmp_path / "some", {"own.py": own, "agent.py": CALL + own}), PACKS)
    assert [(f, r.partition("/")[2]) for f, _, r in found(result)] == [
        ("agent.py", "thread-created"),
        ("agent.py", "setting"),
        ("agent.py", "beside"),
        ("own.py", "setting"),
    ]


def test_a_page_of_several_products_counts_beside_its_own_runtime(tmp_path: Path) -> None:
    page = rule(
        "acme.agents/page", ["acme.test/usage"], {"kind": "text", "pattern": "acme\\.test/usage"}, dimension="runbook", near="runtime"
    )
    call = rule("acme.agents/call", ["acme"], {"kind": "call", "path": ("acme.run",)})
    other = rule("other.agents/call", ["other"], {"kind": "call", "path": ("other.run",)})
    packs = (runtime("acme.agents", "managed_runtime", page, call), runtime("other.agents", "managed_runtime", other))
    doc = {"run.md": "see acme.test/usage\n"}
    assert found(scan(repository(tmp_path / "alone", doc), packs)) == []
    beside = doc | {"b.py": "import other\nother.run()\n"}
    assert found(scan(repository(tmp_path / "other", beside), packs)) == [("b.py", 2, "other.agents/call")]
    own = doc | {"a.py": "import acme\nacme.run()\n"}
    assert found(scan(repository(tmp_path / "own", own), packs)) == [("a.py", 2, "acme.agents/call"), ("run.md", 1, "acme.agents/page")]


def test_a_client_made_in_another_module_is_traced(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "app/__init__.py": "",
            "app/clients.py": "from acme import Client\nclient = Client()\n",
            "app/other.py": "from redis import Redis\nclient = Redis()\n",
            "app/use.py": "from app.clients import client\nclient.beta.threads.create()\n",
        },
    )
    (site,) = scan(root, PACKS).sites
    assert (site.file, site.confidence) == ("app/use.py", Confidence.HIGH)


def test_manifests_give_dependencies_and_no_sites(tmp_path: Path) -> None:
    root = repository(
        tmp_path,
        {
            "pyproject.toml": '[project]\ndependencies = ["Acme_Agents>=1"]\nx = "STORE_NAME"\n',
            "web/package.json": '{"dependencies": {"@acme/agents": "1", "console.acme.test": "1"}}',
            "uv.lock": 'name = "acme-agents"\n',
            "app.py": "x = 1\n",
        },
    )
    result = scan(root, PACKS)
    assert result.dependencies == {"acme.agents": ("pyproject.toml", "web/package.json")}
    assert (result.runtimes, result.sites) == (("acme.agents",), ())
    only_locked = scan(repository(tmp_path / "l", {"uv.lock": 'name = "acme-agents"\n', "tests/requirements.txt": "acme-agents\n"}), PACKS)
    assert (only_locked.dependencies, only_locked.runtimes) == ({}, ())


def test_tests_are_read_only_when_asked_for(tmp_path: Path) -> None:
    root = repository(tmp_path, {"tests/test_a.py": CALL, "app.py": "x = 1\n"})
    assert scan(root, PACKS).sites == ()
    assert found(scan(root, PACKS, include_tests=True)) == [("tests/test_a.py", 3, "acme.agents/thread-created")]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError(), "nested too deeply to be parsed"),
        (MemoryError(), "too complex to be parsed in the memory there is"),
        (ValueError("odd\x1b[31m thing"), r"cannot be parsed (ValueError: odd\x1b[31m thing)"),
        (DataError("a.ipynb", "is not a notebook."), "a.ipynb: is not a notebook."),
    ],
)
def test_a_parser_that_fails_costs_its_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str) -> None:
    real = examine.languages.analyse

    def failing(source: SourceFile, *rest: Any) -> Any:
        if source.path == "bad.py":
            raise error
        return real(source, *rest)

    monkeypatch.setattr(examine.languages, "analyse", failing)
    result = scan(repository(tmp_path, {"bad.py": CALL, "good.py": CALL}), PACKS)
    assert found(result) == [("good.py", 3, "acme.agents/thread-created")]
    assert [(s.file, s.reason) for s in result.skipped] == [("bad.py", reason)]


def test_only_rules_whose_literal_stands_in_the_file_are_decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, list[str]] = {}

    def watching(source: SourceFile, rules: Sequence[Any], *_: Any) -> Any:
        seen[source.path] = [r.id for r in rules]
        return []

    monkeypatch.setattr(examine.languages, "analyse", watching)
    scan(repository(tmp_path, {"a.py": CALL, "b.md": "threads.create console.acme.test", "c.py": "STORE_NAME console.acme.test"}), PACKS)
    assert seen == {"a.py": ["acme.agents/thread-created"], "b.md": ["acme.agents/console"]}


def test_processes_find_the_same_as_one(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"p{i}/m{i}.py": CALL + f'x = "STORE_NAME"  # {i}\n' for i in range(12)}
    root = repository(tmp_path, files)
    assert without_time(scan(root, PACKS, jobs=2)) == without_time(scan(root, PACKS, jobs=1))


def test_the_cache_gives_the_same_again_without_parsing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = repository(tmp_path / "r", {"a.py": CALL, "b.py": 'x = "STORE_NAME"\n'}), tmp_path / "cache"
    first = scan(root, PACKS, cache=cache)

    def refuse(*_: object) -> Any:
        raise AssertionError("parsed again")

    with monkeypatch.context() as patch:
        patch.setattr(examine.languages, "analyse", refuse)
        patch.setattr(examine.languages, "exports", refuse)
        assert without_time(scan(root, PACKS, cache=cache)) == without_time(first)
    (root / "a.py").write_text(CALL + "client.beta.threads.create()\n")
    assert len(scan(root, PACKS, cache=cache).sites) == len(first.sites) + 1
    (stored,) = cache.rglob("*.json")
    text = stored.read_text()
    assert "sk-ant-abc" not in text and str(root) not in text


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff" * 50, b"0" * 64 + b"\n{}", b'{"a": 1}\n' * 3])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, damage: bytes) -> None:
    root, cache = repository(tmp_path / "r", {"a.py": CALL}), tmp_path / "cache"
    first = scan(root, PACKS, cache=cache)
    (stored,) = cache.rglob("*.json")
    sound = stored.read_bytes()
    stored.write_bytes(damage)
    assert without_time(scan(root, PACKS, cache=cache)) == without_time(first)
    assert stored.read_bytes() == sound
    stored.write_bytes(sound[: len(sound) // 2])
    assert without_time(scan(root, PACKS, cache=cache)) == without_time(first)


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    root = repository(tmp_path / "r", {"a.py": CALL})
    (tmp_path / "file").write_text("")
    assert len(scan(root, PACKS, cache=tmp_path / "file").sites) == 1


def test_a_changed_rule_is_not_answered_from_the_cache(tmp_path: Path) -> None:
    root, cache = repository(tmp_path / "r", {"a.py": CALL}), tmp_path / "cache"
    scan(root, PACKS, cache=cache)
    data = json.loads(VENDOR.model_dump_json(by_alias=True))
    data["rule"][0]["confidence"] = "low"
    (site,) = scan(root, (Runtime.model_validate(data), NEUTRAL), cache=cache).sites
    assert site.confidence is Confidence.LOW


def test_progress_ends_complete(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    scan(repository(tmp_path, {"a.py": CALL, "b.py": CALL}), PACKS, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)
    assert all(0 <= done <= total for done, total in told)


def test_a_client_handed_on_by_modules_that_name_no_vendor_is_traced(tmp_path: Path) -> None:
    user = "client.beta.threads.create()\n"
    files = {
        "app/core/ai.py": "from acme import Client\nai = Client()\n",
        "app/core/__init__.py": "from .ai import ai\n",
        "app/core/deps.py": "from .ai import ai\ndef client_for():\n    return ai\n",
        "app/__init__.py": "",
        "one.py": "from app.core import ai as client\n" + user,
        "two.py": "from app.core.deps import client_for\nclient = client_for()\n" + user,
    }
    result = scan(repository(tmp_path, files), PACKS)
    assert [(site.file, site.line, site.confidence.value) for site in result.sites] == [("one.py", 2, "high"), ("two.py", 3, "high")]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
@pytest.mark.parametrize("ended", [False, True])
def test_files_read_in_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: bool) -> None:
    for number in range(160):
        code = "from acme import Client\nClient().beta.threads.create()\n" if number % 3 else "x = 1\n"
        (tmp_path / f"m{number:03}.py").write_text(code + f"# {number}\n")
    (tmp_path / "requirements.txt").write_text("acme-sdk==1\n")
    (tmp_path / "pipe.py").write_bytes(b"\0")
    alone = scan(tmp_path, PACKS, jobs=1)
    here, read = os.getpid(), file_reader.read_text

    def deadly(root: str, entry: Entry) -> bytes:
        if ended and os.getpid() != here:
            os._exit(137)
        return read(root, entry)

    monkeypatch.setattr(workers, "_WORTH_SHARING", 1)
    monkeypatch.setattr(file_reader, "read_text", deadly)
    shared = scan(tmp_path, PACKS, jobs=3)
    assert shared.sites and shared.model_copy(update={"stats": alone.stats}) == alone
    assert (shared.stats.files, shared.stats.bytes) == (alone.stats.files, alone.stats.bytes)


def test_a_file_named_like_a_manifest_that_lists_no_packages_is_read_for_places(tmp_path: Path) -> None:
    key = rule("acme.desk/box", ["networking"], {"kind": "key", "path": ("config.networking",)})
    keys = runtime("acme.desk", "managed_runtime", key)
    place = repository(tmp_path / "a", {"box/environment.yaml": "name: desk\nconfig:\n  networking: none\n"})
    packages = repository(tmp_path / "b", {"environment.yaml": "name: x\ndependencies:\n  - acme-sdk\nconfig:\n  networking: none\n"})
    assert found(scan(place, [keys], jobs=1)) == [("box/environment.yaml", 3, "acme.desk/box")]
    assert found(scan(packages, [keys], jobs=1)) == []


def test_a_rule_near_its_vendor_holds_only_beside_a_place_of_that_vendor_in_the_file(tmp_path: Path) -> None:
    words = rule("acme.agents/path", ["/desk"], {"kind": "string", "pattern": "^/desk$"}, near="vendor")
    other = runtime("bolt.desk", "managed_runtime", rule("bolt.desk/own", ["bolt"], {"kind": "string", "equals": ("bolt",)}))
    acme = runtime(
        "acme.desk", "managed_runtime", words, rule("acme.desk/own", ["acme-desk"], {"kind": "string", "equals": ("acme-desk",)})
    )
    root = repository(tmp_path, {"a.py": 'x = "/desk"\ny = "acme-desk"\n', "b.py": 'x = "/desk"\ny = "bolt"\n', "c.py": 'x = "/desk"\n'})
    assert {(file, line) for file, line, name in found(scan(root, [acme, other], jobs=1)) if name == "acme.agents/path"} == {("a.py", 1)}


def test_a_rule_that_stands_apart_holds_in_no_file_with_a_place_of_a_vendor_of_its_dimension(tmp_path: Path) -> None:
    acme = runtime(
        "acme.desk",
        "managed_runtime",
        rule("acme.desk/usage", ["usage_of"], {"kind": "string", "equals": ("usage_of",)}, dimension="telemetry"),
        rule("acme.desk/other", ["desk_run"], {"kind": "string", "equals": ("desk_run",)}, dimension="retry"),
    )
    words = {"kind": "string", "equals": ("my_tokens",)}
    own = runtime(
        "neutral.telemetry",
        "neutral",
        rule("neutral.telemetry/own", ["my_tokens"], words, dimension="telemetry", ownership="owned", near="repository", apart=True),
    )
    root = repository(tmp_path, {"a.py": 'x = ["usage_of", "my_tokens"]\n', "b.py": 'x = ["desk_run", "my_tokens"]\n'})
    assert {file for file, _, name in found(scan(root, [acme, own], jobs=1)) if name == "neutral.telemetry/own"} == {"b.py"}


def test_a_setup_script_that_packs_nothing_is_read_as_code(tmp_path: Path) -> None:
    call = rule("acme.desk/run", ["acme"], {"kind": "call", "path": ("agents.run",), "receiver": ("acme",)})
    calls = runtime("acme.desk", "managed_runtime", call)
    script = "import acme\n\n\ndef setup():\n    acme.Client().agents.run()\n\n\nsetup()\n"
    place = repository(tmp_path / "a", {"setup.py": script})
    packing = repository(tmp_path / "b", {"setup.py": "from setuptools import setup\n" + script})
    assert found(scan(place, [calls], jobs=1)) == [("setup.py", 5, "acme.desk/run")]
    assert found(scan(packing, [calls], jobs=1)) == []


MODELS = runtime(
    "acme.models",
    "model_api",
    rule("acme.models/asked", ["complete("], {"kind": "call", "path": ("complete",)}, dimension="orchestration"),
    rule("acme.models/setting", ["MODEL="], {"kind": "key", "path": ("MODEL",)}, dimension="model", confidence="medium"),
)


@pytest.mark.parametrize(
    ("files", "used"),
    [
        ({"m.py": CALL, ".env": "MODEL=acme-1\n"}, ("acme.agents",)),
        ({".env": "MODEL=acme-1\n"}, ("acme.models",)),
        ({"m.py": CALL + "complete()\n", ".env": "MODEL=acme-1\n"}, ("acme.agents", "acme.models")),
    ],
)
def test_a_model_named_in_a_setting_makes_its_interface_no_runtime_beside_one_that_asks_models(
    tmp_path: Path, files: dict[str, str | bytes], used: tuple[str, ...]
) -> None:
    assert scan(repository(tmp_path, files), (*PACKS, MODELS)).runtimes == used


def test_a_model_that_rules_of_several_runtimes_find_in_a_line_is_one_site(tmp_path: Path) -> None:
    def made(name: str, confidence: str = "medium") -> Runtime:
        setting = rule(
            f"{name}/setting", ["MODEL="], {"kind": "key", "path": ("MODEL",)}, dimension="model", confidence=confidence, near="runtime"
        )
        call = rule(f"{name}/call", [name[:4]], {"kind": "call", "path": (f"{name[:4]}.run",)})
        return runtime(name, "managed_runtime", setting, call)

    files = {"a/acme.py": "acme.run()\n", "b/zeta.py": "zeta.run()\n", "b/.env": "MODEL=one\n"}
    calls = [("a/acme.py", 1, "acme.agents/call"), ("b/zeta.py", 1, "zeta.agents/call")]
    packs = (made("acme.agents"), made("zeta.agents"))
    assert found(scan(repository(tmp_path / "near", files), packs)) == [calls[0], ("b/.env", 1, "zeta.agents/setting"), calls[1]]
    sure = (made("acme.agents", "high"), made("zeta.agents"))
    assert found(scan(repository(tmp_path / "sure", files), sure)) == [calls[0], ("b/.env", 1, "acme.agents/setting"), calls[1]]


def test_a_page_that_a_line_sends_a_person_to_is_told_once_by_the_runtime_with_the_most_places(tmp_path: Path) -> None:
    def made(name: str) -> Runtime:
        words: dict[str, Any] = {"kind": "text", "pattern": "Acme dashboard"}
        page = rule(f"{name}/page", ["Acme dashboard"], words, dimension="runbook", confidence="high", near="runtime")
        return runtime(name, "managed_runtime", page, rule(f"{name}/call", [name[:4]], {"kind": "call", "path": (f"{name[:4]}.run",)}))

    files = {"a.py": "acme.run()\nzeta.run()\nzeta.run()\n", "b.md": "Open the Acme dashboard.\n"}
    told = found(scan(repository(tmp_path, files), (made("acme.agents"), made("zeta.agents"))))
    assert [name for path, _, name in told if path == "b.md"] == ["zeta.agents/page"]


def test_a_model_is_told_once_as_the_managed_agents_or_as_that_of_the_interface_that_answers(tmp_path: Path) -> None:
    named: dict[str, Any] = {"kind": "string", "equals": ("acme-1",)}
    plain = runtime("acme.models", "model_api", rule("acme.models/id", ["acme-1"], named, dimension="model", confidence="high"))
    for kind, told in (("managed_runtime", ["acme.agents/model"]), ("framework", ["acme.models/id"])):
        agents = runtime("acme.agents", kind, rule("acme.agents/model", ["acme-1"], named, dimension="model", confidence="high"))
        result = scan(repository(tmp_path / kind, {"a.py": 'create(model="acme-1")\n'}), (agents, plain))
        assert [name for _, _, name in found(result)] == told


def test_owned_evidence_counts_where_a_manifest_names_a_library_of_models(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.py": 'x = "STORE_NAME"\n', "requirements.txt": "acme-agents\n"}
    for kind, told in (("framework", [("a.py", 1, "neutral.state/setting")]), ("durable_engine", [])):
        library = VENDOR.model_copy(update={"kind": kind})
        assert found(scan(repository(tmp_path / kind, files), (library, NEUTRAL))) == told
