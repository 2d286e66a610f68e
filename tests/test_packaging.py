"""The built wheel holds every data file and runs the demo with the checkout out of sight."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)], cwd=ROOT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("pricing_data", "questionnaires", "examples"):
        files = [p for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts]
        assert files, folder
        for path in files:
            assert f"lockin_audit/_bundled/{path.relative_to(ROOT).as_posix()}" in names
    for path in (ROOT / "tests" / "rules").rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert f"lockin_audit/_bundled/fixtures/{path.relative_to(ROOT / 'tests' / 'rules').as_posix()}" in names
    for path in (ROOT / "lockin_audit").rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            assert path.relative_to(ROOT).as_posix() in names


def test_the_wheel_alone_runs_the_demo(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LOCKIN"))}
    # The unpacked wheel comes first, before the editable install of the checkout.
    code = (
        f"import sys; sys.path.insert(0, {str(site)!r}); import lockin_audit; print(lockin_audit.__file__, flush=True)\n"
        "from lockin_audit.cli.app import main; sys.argv = ['lockin-audit', 'demo', '--out', 'report', '--draws', '500']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=empty,
        env={**environment, "LOCKIN_AUDIT_CACHE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(site) in done.stdout.splitlines()[0]
    assert (empty / "report" / "assessment.xlsx").stat().st_size > 0
    assert (empty / "report" / "report.html").stat().st_size > 0
    explain = code.replace("'demo', '--out', 'report', '--draws', '500'", "'explain', 'openai.assistants/thread-for-runs'")
    told = subprocess.run([sys.executable, "-P", "-c", explain], cwd=empty, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert "Must be found" in told.stdout and "openai/assistants/" in told.stdout
