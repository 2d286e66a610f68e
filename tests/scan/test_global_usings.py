"""Namespaces that one file of a C# project opens for all its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.scan.engine import scan
from tests.scan.pack_builder import rule, runtime

CALL = rule("acme.agents/run", ["CreateRun"], {"kind": "call", "path": ("CreateRun",), "receiver": ("Azure.Acme",), "unresolved": "never"})
STATUS = rule(
    "acme.agents/status", ["RunState"], {"kind": "symbol", "module": ("Azure.Acme",), "name": ("RunState.Queued",), "use": ("any",)}
)
IMPORT = rule("acme.agents/sdk", ["Azure.Acme"], {"kind": "symbol", "module": ("Azure.Acme",), "name": ("Azure.Acme",), "use": ("import",)})
MAKE = rule("acme.agents/make", ["Azure.Acme"], {"kind": "symbol", "module": ("Azure.Acme",), "name": ("AcmeClient",), "use": ("call",)})
PACKS = [runtime("acme.agents", "managed_runtime", CALL, STATUS, IMPORT, MAKE)]
RUNNER = """namespace Own;
public class Runner {
    private readonly AcmeClient _client = new AcmeClient("x");
    public void Go() {
        _client.CreateRun("a");
        if (state == RunState.Queued) { }
    }
}
"""


def places(root: Path, files: dict[str, str]) -> set[tuple[str, int, str]]:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return {(site.file, site.line, site.rule.partition("/")[2]) for site in scan(root, PACKS, jobs=1).sites}


@pytest.mark.parametrize(
    "opening",
    [
        {"app/GlobalUsings.cs": "global using System;\nglobal using Azure.Acme;\n"},
        {"app/Properties/Usings.cs": "global using Azure.Acme;\n", "app/app.csproj": "<Project/>"},
        {"app/app.csproj": '<Project><ItemGroup><Using Include="Azure.Acme" /></ItemGroup></Project>'},
        {"Directory.Build.props": '<Project><ItemGroup><Using Include="Azure.Acme" /></ItemGroup></Project>'},
        {"app/_Imports.razor": "@using System\n@using Azure.Acme\n"},
    ],
)
def test_a_namespace_opened_for_a_project_stands_open_in_its_files(tmp_path: Path, opening: dict[str, str]) -> None:
    found = places(tmp_path, {"app/src/Runner.cs": RUNNER, **opening})
    assert found >= {("app/src/Runner.cs", 3, "make"), ("app/src/Runner.cs", 5, "run"), ("app/src/Runner.cs", 6, "status")}
    assert not any(file == "app/src/Runner.cs" and name == "sdk" for file, _, name in found)


@pytest.mark.parametrize(
    "opening",
    [
        {},
        {"other/GlobalUsings.cs": "global using Azure.Acme;\n"},
        {"app/GlobalUsings.cs": "// global using Azure.Acme;\nglobal using static Azure.Acme.Names;\n"},
    ],
)
def test_what_no_file_of_the_project_opens_stays_unknown(tmp_path: Path, opening: dict[str, str]) -> None:
    assert not {name for file, _, name in places(tmp_path, {"app/src/Runner.cs": RUNNER, **opening}) if file == "app/src/Runner.cs"}
