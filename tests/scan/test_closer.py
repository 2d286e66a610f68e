"""The closer look: a file is looked at again only where another file answers what it asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from lockin_audit.core.evidence import Scan
from lockin_audit.scan import examine
from lockin_audit.scan.engine import scan
from lockin_audit.scan.model import SourceFile
from tests.scan.pack_builder import PACKS

FILES = {
    "app/ai.py": "from acme import Client\nai = Client()\n",
    "app/other.py": "from acme import Client\nunused = Client()\n",
    "one.py": "from app.ai import ai\nai.beta.threads.create()\n",
    "two.py": "from acme import Client\nClient().beta.threads.create()\n",
    "three.py": "import app.ai\n# threads.create\n",
}


def write(root: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    return root


def confidences(result: Scan) -> dict[str, str]:
    return {site.file: site.confidence.value for site in result.sites}


def watched(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Paths looked at for places and for clients, in order, as the scan goes on."""
    places: list[str] = []
    clients: list[str] = []
    analyse, exports = examine.languages.analyse, examine.languages.exports

    def looked(source: SourceFile, *rest: Any) -> Any:
        places.append(source.path)
        return analyse(source, *rest)

    def parsed(source: SourceFile, *rest: Any) -> Any:
        clients.append(source.path)
        return exports(source, *rest)

    monkeypatch.setattr(examine.languages, "analyse", looked)
    monkeypatch.setattr(examine.languages, "exports", parsed)
    return places, clients


def test_only_modules_a_rule_asks_for_are_parsed_and_only_who_asked_looks_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, clients = watched(monkeypatch)
    result = scan(write(tmp_path, FILES), PACKS, jobs=1)
    assert confidences(result) == {"one.py": "high", "two.py": "high"}
    assert clients == ["app/ai.py"]
    assert places == ["one.py", "three.py", "two.py", "one.py"]


def test_a_second_run_parses_nothing_and_a_changed_module_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, cache = write(tmp_path / "r", FILES), tmp_path / "cache"
    first = scan(root, PACKS, jobs=1, cache=cache)
    write(root, {"new.txt": "nothing\n"})
    places, clients = watched(monkeypatch)
    again = scan(root, PACKS, jobs=1, cache=cache)
    assert (places, clients) == ([], []) and again.sites == first.sites
    write(root, {"app/ai.py": "from mine import Thing\nai = Thing()\n"})
    changed = scan(root, PACKS, jobs=1, cache=cache)
    assert confidences(changed) == {"one.py": "medium", "two.py": "high"}
    assert places == []
    write(root, {"app/ai.py": FILES["app/ai.py"] + "more = Client()\n"})
    assert confidences(scan(root, PACKS, jobs=1, cache=cache)) == confidences(first)
    assert places == ["one.py"] and clients == ["app/ai.py"]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_clients_are_followed_through_several_files_that_ask_in_turn(tmp_path: Path, order: Sequence[str]) -> None:
    first, second = order
    files = {
        f"{first}.py": "from acme import Client\ndef make():\n    return Client()\n",
        f"{second}.py": f"from {first} import make\nclient = make()\n",
        "user.py": f"from {second} import client\nclient.beta.threads.create()\n",
    }
    assert confidences(scan(write(tmp_path, files), PACKS, jobs=1)) == {"user.py": "high"}
