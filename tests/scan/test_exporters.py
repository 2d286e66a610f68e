"""Which modules are parsed for their clients: those that a file can ask for, directly or through modules that hand on."""

from __future__ import annotations

from pathlib import Path

from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.repository import list_files


def asked(root: Path, files: dict[str, str], by: str, origins: dict[str, list[tuple[str, str]]] | None = None) -> list[str]:
    """Modules parsed for one file, where every other file may make a client; origins are what each is found to make available."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    listing = list_files(root)
    entries = {entry.path: entry for entry in listing.entries}
    makers = {path: entry for path, entry in entries.items() if path != by and "MAKER" in files[path]}
    folders = {part for path in files for part in path.removesuffix(".py").split("/")}
    exporters = Exporters(str(root), listing, makers, folders)
    exporters.ask(entries[by])
    found: list[str] = []
    while due := exporters.due():
        for entry in due:
            found.append(entry.path)
            exporters.learn(entry, (origins or {}).get(entry.path, [("client", "acme.Client")]))
    return sorted(found)


def test_only_imported_modules_are_parsed(tmp_path: Path) -> None:
    files = {
        "app/main.py": "from app.clients import (\n    client,  # (shared)\n    other,\n)\nimport app.tools\n",
        "app/clients.py": "MAKER",
        "app/tools.py": "MAKER",
        "app/unused.py": "MAKER",
    }
    assert asked(tmp_path, files, "app/main.py") == ["app/clients.py", "app/tools.py"]


def test_a_name_imported_from_a_package_may_be_a_module(tmp_path: Path) -> None:
    files = {"app/main.py": "from . import clients\nclients.client.run()\n", "app/clients.py": "MAKER", "app/other.py": "MAKER"}
    assert asked(tmp_path, files, "app/main.py") == ["app/clients.py"]


def test_an_attribute_of_an_imported_package_may_be_a_module(tmp_path: Path) -> None:
    files = {"main.py": "import app\napp.clients.client.run()\n", "app/clients.py": "MAKER", "app/other.py": "MAKER"}
    assert asked(tmp_path, files, "main.py") == ["app/clients.py"]


def test_a_notebook_asks_as_well(tmp_path: Path) -> None:
    files = {"demo.ipynb": '{"cells": [{"source": ["from clients import client\\n", "client.run()"]}]}', "clients.py": "MAKER"}
    assert asked(tmp_path, files, "demo.ipynb") == ["clients.py"]


def test_what_is_only_handed_on_leads_further(tmp_path: Path) -> None:
    files = {
        "main.ts": 'import { client } from "./lib";',
        "lib/index.ts": 'export * from "./make"',
        "lib/make.ts": "MAKER",
        "lib/b.ts": "MAKER",
    }
    handed = {"lib/index.ts": [("*", "~./make:*")]}
    assert asked(tmp_path, files, "main.ts", handed) == ["lib/index.ts", "lib/make.ts"]


def test_a_module_that_stands_beside_no_client_is_not_parsed(tmp_path: Path) -> None:
    files = {"main.ts": 'import { client } from "./lib";', "lib/index.ts": 'export * from "./make"', "lib/make.ts": "MAKER"}
    nothing: dict[str, list[tuple[str, str]]] = {"lib/make.ts": []}
    assert asked(tmp_path, files, "main.ts", nothing) == ["lib/make.ts"]


def test_a_class_is_asked_for_by_its_name(tmp_path: Path) -> None:
    files = {
        "Main.cs": "var made = ClientFactory.Create();",
        "Factory.cs": "// MAKER\npublic record class ClientFactory : Base {}",
        "Base.cs": "// MAKER\npublic abstract class Base {}",
        "Other.cs": "// MAKER\npublic class Other {}",
    }
    made = {"Factory.cs": [("ClientFactory.Client", "~@Base")]}
    assert asked(tmp_path, files, "Main.cs", made) == ["Base.cs", "Factory.cs"]
