"""Which modules are parsed for their clients: those that a file can ask for, directly or through modules that hand on."""

from __future__ import annotations

from pathlib import Path

from lockin_audit.scan.exporters import Exporters
from lockin_audit.scan.repository import list_files

Names = list[tuple[str, str]]


def asked(root: Path, files: dict[str, str], by: str, names: Names, origins: dict[str, Names] | None = None) -> list[str]:
    """Modules parsed for one file that uses these names, where a file may make a client if it says so; origins are what each is found
    to make available."""
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    listing = list_files(root)
    entries = {entry.path: entry for entry in listing.entries}
    makers = {path: entry for path, entry in entries.items() if path != by and "MAKER" in files[path]}
    exporters = Exporters(str(root), listing, lambda: makers)
    exporters.ask(entries[by], names)
    found: list[str] = []
    while due := exporters.due():
        for entry in due:
            found.append(entry.path)
            exporters.learn(entry, (origins or {}).get(entry.path, [("client", "acme.Client")]))
    return sorted(found)


def test_only_modules_asked_for_are_parsed(tmp_path: Path) -> None:
    files = {"app/main.py": "", "app/clients.py": "MAKER", "app/tools.py": "MAKER", "app/unused.py": "MAKER"}
    names = [("app.clients", "client"), ("app.clients", "other"), ("app", "tools")]
    assert asked(tmp_path, files, "app/main.py", names) == ["app/clients.py", "app/tools.py"]


def test_a_name_imported_from_a_package_may_be_a_module(tmp_path: Path) -> None:
    files = {"app/main.py": "", "app/clients.py": "MAKER", "app/other.py": "MAKER"}
    assert asked(tmp_path, files, "app/main.py", [(".", "clients")]) == ["app/clients.py"]


def test_a_vendor_is_no_module_of_the_repository(tmp_path: Path) -> None:
    files = {"main.py": "", "openai/clients.py": "MAKER", "azure/ai/mine.py": "MAKER"}
    assert asked(tmp_path, files, "main.py", [("openai", "clients"), ("azure.ai", "mine")]) == ["azure/ai/mine.py"]


def test_a_language_of_packages_asks_for_all_that_make_clients(tmp_path: Path) -> None:
    files = {"main.go": "", "ai/a.go": "MAKER", "ai/b.go": "", "b.py": "MAKER"}
    assert asked(tmp_path, files, "main.go", [("example.com/ai", "Client")]) == ["ai/a.go"]
    assert asked(tmp_path, files, "main.go", []) == []


def test_what_is_only_handed_on_leads_further(tmp_path: Path) -> None:
    files = {
        "main.ts": 'import { client } from "./lib";',
        "lib/index.ts": 'export * from "./make"',
        "lib/make.ts": "MAKER",
        "lib/b.ts": "MAKER",
    }
    handed = {"lib/index.ts": [("*", "~./make:*")]}
    assert asked(tmp_path, files, "main.ts", [("./lib", "client")], handed) == ["lib/index.ts", "lib/make.ts"]


def test_a_module_that_stands_beside_no_client_is_not_parsed(tmp_path: Path) -> None:
    files = {"main.ts": 'import { client } from "./lib";', "lib/index.ts": 'export * from "./make"', "lib/make.ts": "MAKER"}
    nothing: dict[str, Names] = {"lib/make.ts": []}
    assert asked(tmp_path, files, "main.ts", [("./lib", "client")], nothing) == ["lib/make.ts"]


def test_a_class_is_asked_for_by_its_name(tmp_path: Path) -> None:
    files = {
        "Main.cs": "var made = ClientFactory.Create();",
        "Factory.cs": "// MAKER\npublic record class ClientFactory : Base {}",
        "Base.cs": "// MAKER\npublic abstract class Base {}",
        "Other.cs": "// MAKER\npublic class Other {}",
    }
    made = {"Factory.cs": [("ClientFactory.Client", "~@Base")]}
    assert asked(tmp_path, files, "Main.cs", [("", "ClientFactory")], made) == ["Base.cs", "Factory.cs"]
