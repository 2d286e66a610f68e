"""What may not stand in any tracked file: addresses of package registries, paths of a build machine, unlocked requirements."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Written in pieces, so that this file obeys its own rule.
_OPTIONS = "|".join("--" + name for name in ("index" + "-url", "extra-index" + "-url", "find" + "-links", "trusted" + "-host"))
_HOSTS = "|".join(re.escape(name + end) for name, end in (("pypi", ".org"), ("pythonhosted", ".org"), ("registry.npmjs", ".org")))
REGISTRY = re.compile(rf"https?://[^\s\"'<>]*(?:/simple/|\.whl|\.tgz)|{_OPTIONS}|{_HOSTS}")
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_./-])/(?:work|farm|root|home|Users)/[A-Za-z0-9_.]")


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_registry_address_and_no_path_of_a_machine_in_any_tracked_file() -> None:
    faults = []
    for path in _tracked():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if REGISTRY.search(line) or MACHINE_PATH.search(line):
                faults.append(f"{path.relative_to(ROOT)}:{number}: {line[:120]}")
    assert faults == []


def test_the_lock_holds_names_versions_and_hashes_and_nothing_else() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(rf"://|{_OPTIONS}| @ ", text)
    entries = re.split(r"\n(?=\S)", text.strip())
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_every_dependency_is_in_the_lock() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [item for items in project["project"]["optional-dependencies"].values() for item in items]
    wanted = [*project["project"]["dependencies"], *extras, *project["dependency-groups"]["dev"], *project["build-system"]["requires"]]
    locked = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M))
    names = {re.split(r"[<>=~!;\[ ]", item)[0].lower().replace("_", "-") for item in wanted}
    assert names <= locked


def test_no_unfinished_place_in_the_package() -> None:
    for path in (ROOT / "lockin_audit").rglob("*.py"):
        assert not re.search(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError", path.read_text(encoding="utf-8")), path.name
