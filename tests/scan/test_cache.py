"""What a second run recalls: the same answer, from less work, and never the answer of other files, rules or versions."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Scan, ScanStats
from lockin_audit.core.runtime import Runtime
from lockin_audit.scan import anew, file_reader, literals, runtimes, store, unchanged
from lockin_audit.scan.engine import scan
from lockin_audit.scan.literals import LiteralIndex
from lockin_audit.scan.reading import NotRead
from lockin_audit.scan.runtimes import load_runtimes

CALL = "from openai import OpenAI\nclient = OpenAI()\nthread = client.beta.threads.create()\n"
PACK = """
id = "acme.agents"
name = "Acme"
vendor = "Acme"
kind = "managed_runtime"
status = "beta"
summary = "Runs agents."
[[rule]]
id = "acme.agents/call"
dimension = "state"
ownership = "platform"
what = "A call."
why = "It matters."
literals = ["acme.run"]
match = [{ kind = "call", path = ["acme.run"] }]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repo"
    (folder / "app").mkdir(parents=True)
    (folder / "app" / "a.py").write_text(CALL)
    (folder / "app" / "b.py").write_text("x = 1\n")
    (folder / "requirements.txt").write_text("openai==1.0\n")
    (folder / "picture.png").write_bytes(b"")
    return folder


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust files as young as a test's own."""
    monkeypatch.setattr(unchanged, "SLACK_NS", -3_600 * 10**9)


def timeless(found: Scan) -> Scan:
    return found.model_copy(update={"stats": found.stats.model_copy(update={"seconds": ScanStats().seconds})})


def refuse(*_: object, **__: object) -> Any:
    raise AssertionError("worked again")


@pytest.mark.usefixtures("trusting")
def test_an_unchanged_tree_is_listed_and_not_read(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = load_runtimes()
    first = scan(root, packs, cache=tmp_path / "cache")
    monkeypatch.setattr(file_reader, "read_text", refuse)
    monkeypatch.setattr(anew, "Prefilter", refuse)
    again = scan(root, packs, cache=tmp_path / "cache")
    assert timeless(again) == timeless(first) and first.sites and again.stats.seconds > 0
    assert again.model_dump_json(exclude={"stats"}) == first.model_dump_json(exclude={"stats"})


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file changed": lambda r: (r / "app/b.py").write_text(CALL),
    "same size, times set back": lambda r: _replaced(r / "app/a.py", CALL.replace("threads.create()", "threads.delete()")),
    "a file more": lambda r: (r / "app/c.py").write_text(CALL),
    "a file less": lambda r: (r / "app/b.py").unlink(),
    "a file renamed": lambda r: (r / "app/b.py").rename(r / "app/d.py"),
    "a folder more": lambda r: (r / "openai").mkdir(),
    "left out from now on": lambda r: (r / ".gitignore").write_text("a.py\n"),
    "touched": lambda r: os.utime(r / "app/b.py", ns=(1, 1)),
}


def _replaced(path: Path, text: str) -> None:
    status = path.stat()
    path.write_text(text)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("change", sorted(CHANGES))
def test_any_change_is_seen(root: Path, tmp_path: Path, change: str) -> None:
    packs = load_runtimes()
    scan(root, packs, cache=tmp_path / "cache")
    CHANGES[change](root)
    assert timeless(scan(root, packs, cache=tmp_path / "cache")) == timeless(scan(root, packs))


def test_a_file_changed_just_now_is_read_again(root: Path, tmp_path: Path) -> None:
    """Within the step of the file system's clock, a second change could carry the same time."""
    scan(root, load_runtimes(), cache=tmp_path / "cache")
    assert not list((tmp_path / "cache" / unchanged.FOLDER).glob("*"))


@pytest.mark.usefixtures("trusting")
def test_a_result_that_may_differ_next_time_is_not_kept(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> bytes:
        raise NotRead("cannot be read: input/output error")

    monkeypatch.setattr(file_reader, "read_text", failing)
    scan(root, load_runtimes(), cache=tmp_path / "cache")
    assert not list((tmp_path / "cache" / unchanged.FOLDER).glob("*"))


@pytest.mark.usefixtures("trusting")
def test_tests_and_rules_of_one_run_do_not_answer_for_another(root: Path, tmp_path: Path) -> None:
    (root / "tests").mkdir()
    (root / "tests" / "test_a.py").write_text(CALL)
    packs, cache = load_runtimes(), tmp_path / "cache"
    some = tuple(runtime for runtime in packs if runtime.id != "openai.assistants")
    for _ in range(2):
        assert {s.file for s in scan(root, packs, cache=cache).sites} == {"app/a.py"}
        assert "tests/test_a.py" in {s.file for s in scan(root, packs, cache=cache, include_tests=True).sites}
        assert not [s for s in scan(root, some, cache=cache).sites if s.runtime == "openai.assistants"]
    fewer = tuple(r.model_copy(update={"pypi": ()}) if r.id == "openai.assistants" else r for r in packs)
    assert timeless(scan(root, fewer, cache=cache)) == timeless(scan(root, fewer))


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize("damage", [b"", b"\xff" * 80, b"0" * 64 + b"\n{}"])
def test_everything_damaged_is_built_anew(root: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    packs = load_runtimes((), cache)
    first = timeless(scan(root, packs, cache=cache))
    kept = {path: path.read_bytes() for path in cache.rglob("*.*")}
    assert {path.parent.name for path in kept} == {"rules", "scan", "tree"}
    for path in kept:
        path.write_bytes(damage)
    load_runtimes.cache_clear()
    packs = load_runtimes((), cache)
    assert timeless(scan(root, packs, cache=cache)) == first
    assert {path for path in kept if path.read_bytes() != damage} == set(kept)


@pytest.mark.usefixtures("trusting")
def test_a_sound_file_of_another_shape_is_built_anew(root: Path, tmp_path: Path) -> None:
    from lockin_audit.scan.store import keep, read_kept

    cache = tmp_path / "cache"
    first = timeless(scan(root, load_runtimes((), cache), cache=cache))
    for path in cache.rglob("*.*"):
        body = read_kept(path) or b""
        keep(path, body.partition(b"\n")[0] + b'\n{"sites": 3}' if path.suffix == ".scan" else b'[{"a": [1]}]')
    load_runtimes.cache_clear()
    assert timeless(scan(root, load_runtimes((), cache), cache=cache)) == first


def test_packs_come_from_the_cache_as_they_were_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = load_runtimes()
    load_runtimes.cache_clear()
    assert load_runtimes((), tmp_path / "cache") == plain
    load_runtimes.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(runtimes, "load", refuse)
        assert load_runtimes((), tmp_path / "cache") == plain
    load_runtimes.cache_clear()


def test_a_changed_pack_is_read_again(tmp_path: Path) -> None:
    pack, cache = tmp_path / "packs" / "acme" / "agents.toml", tmp_path / "cache"
    pack.parent.mkdir(parents=True)
    for word in ("A call.", "A changed call."):
        pack.write_text(PACK.replace("A call.", word))
        load_runtimes.cache_clear()
        (mine,) = (r for r in load_runtimes((tmp_path / "packs",), cache) if r.id == "acme.agents")
        assert mine.rules[0].what == word
    pack.write_text(PACK.replace('"beta"', "3"))
    load_runtimes.cache_clear()
    with pytest.raises(DataError, match=r"agents\.toml"):
        load_runtimes((tmp_path / "packs",), cache)
    load_runtimes.cache_clear()


def test_literals_stand_in_the_same_order_in_every_process() -> None:
    """Sets are walked in another order in each process; what is kept is found again only by the same list."""
    ask = (
        "from lockin_audit.scan.runtimes import load_runtimes as load\nfrom lockin_audit.scan.prefilter import Prefilter\n"
        "print(Prefilter(load()).index.literals)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", ask], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1 and len(next(iter(told))) > 1_000


def test_the_compiled_literals_come_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hyperscan")
    words = ["beta.threads.create", "create", "é"]
    assert LiteralIndex(words, kept=tmp_path).hits("é create".encode()) == {1, 2}
    with monkeypatch.context() as patch:
        patch.setattr(literals, "_compiled", refuse)
        assert LiteralIndex(words, kept=tmp_path).hits(b"beta.threads.create") == {0, 1}
        with pytest.raises(AssertionError, match="worked again"):
            LiteralIndex([*words, "more"], kept=tmp_path)
    (stored,) = (tmp_path / store.RULES).iterdir()
    stored.chmod(0o666)
    monkeypatch.setattr(literals, "_compiled", refuse)
    with pytest.raises(AssertionError, match="worked again"):
        LiteralIndex(words, kept=tmp_path)


def test_literals_of_a_cache_inside_the_repository_are_compiled_anew(root: Path) -> None:
    scan(root, load_runtimes(), cache=root / ".lockin-cache")
    assert not list((root / ".lockin-cache").rglob("*.literals"))
    assert list((root / ".lockin-cache").rglob("*.json"))


def _scan_here(root: str, cache: str, results: Any) -> None:
    packs: tuple[Runtime, ...] = load_runtimes((), Path(cache))
    results.put([(s.id, s.line) for s in scan(Path(root), packs, cache=Path(cache), jobs=1).sites])


def test_runs_at_the_same_time_share_a_cache(root: Path, tmp_path: Path) -> None:
    expected = [(s.id, s.line) for s in scan(root, load_runtimes(), jobs=1).sites]
    spawn = multiprocessing.get_context("spawn")
    results = spawn.Queue()
    runs = [spawn.Process(target=_scan_here, args=(str(root), str(tmp_path / "cache"), results)) for _ in range(3)]
    for run in runs:
        run.start()
    assert [results.get(timeout=120) for _ in runs] == [expected] * 3
    for run in runs:
        run.join()
    shutil.rmtree(tmp_path / "cache")
