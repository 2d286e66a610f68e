"""The output folder: what is refused, what is replaced, and that a fault never harms the report that was there."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from pathlib import Path

import pytest

from lockin_audit.core.errors import ScopeError
from lockin_audit.report import output
from lockin_audit.report.manifest import is_inside, read_manifest
from lockin_audit.report.output import check_out, write_report
from tests.report.study_builder import make_study

FILES = {"report.md": b"# One\n", "charts/a.png": b"A", "charts/b.png": b"B"}


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_new_folder_holds_the_files_and_a_manifest_of_them(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    written = write_report(make_study(), FILES, out)
    assert [w.name for w in written] == ["charts/a.png", "charts/b.png", "manifest.json", "report.md"]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert {f["name"]: f["sha256"] for f in manifest["files"]} == {n: hashlib.sha256(d).hexdigest() for n, d in FILES.items()}
    assert (manifest["as_of"], manifest["seed"], manifest["draws"]) == ("2026-11-21", 1, 10_000)
    assert sorted(_tree(out)) == [w.name for w in written]


def test_a_second_report_replaces_the_first_removes_what_is_stale_and_leaves_other_files(tmp_path: Path) -> None:
    write_report(make_study(), FILES, tmp_path)
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "charts" / "mine.txt").write_text("mine")
    write_report(make_study(), {"report.md": b"# Two\n"}, tmp_path)
    assert sorted(_tree(tmp_path)) == ["charts/mine.txt", "manifest.json", "notes.txt", "report.md"]
    assert (tmp_path / "report.md").read_bytes() == b"# Two\n"


def test_an_emptied_folder_of_the_earlier_report_goes(tmp_path: Path) -> None:
    write_report(make_study(), FILES, tmp_path)
    write_report(make_study(), {"report.md": b"# Two\n"}, tmp_path)
    assert not (tmp_path / "charts").exists()


def test_two_runs_write_identical_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_report(make_study(), FILES, tmp_path / name)
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")


def test_a_folder_of_other_people_is_refused_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(ScopeError, match="--force"):
        write_report(make_study(), FILES, tmp_path)
    assert sorted(_tree(tmp_path)) == ["thesis.doc"]
    write_report(make_study(), FILES, tmp_path, force=True)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


@pytest.mark.parametrize(
    "manifest",
    ["{}", "not json", '{"schema": "other"}', "[" * 100_000],
    ids=["empty", "broken", "foreign", "nested"],
)
def test_a_foreign_manifest_does_not_make_a_folder_ours(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(ScopeError, match="no report of lockin-audit"):
        check_out(tmp_path, force=False)


def test_a_manifest_that_names_files_outside_is_not_ours(tmp_path: Path) -> None:
    write_report(make_study(), FILES, tmp_path / "out")
    path = tmp_path / "out" / "manifest.json"
    path.write_text(path.read_text().replace("charts/a.png", "../victim"))
    (tmp_path / "victim").write_text("keep me")
    assert read_manifest(tmp_path / "out") is None
    with pytest.raises(ScopeError):
        write_report(make_study(), {"report.md": b"x"}, tmp_path / "out")
    assert (tmp_path / "victim").read_text() == "keep me"


def test_a_file_of_other_people_in_our_folder_is_not_replaced_silently(tmp_path: Path) -> None:
    write_report(make_study(), {"report.md": b"x"}, tmp_path)
    (tmp_path / "study.json").write_text("mine")
    with pytest.raises(ScopeError, match=r"study\.json"):
        write_report(make_study(), {"report.md": b"y", "study.json": b"{}"}, tmp_path)
    assert (tmp_path / "report.md").read_bytes() == b"x"


def test_a_file_a_link_and_a_path_below_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name, words in (("file", "is a file"), ("link", "is a link"), ("file/below", "is a file")):
        with pytest.raises(ScopeError, match=words):
            write_report(make_study(), FILES, tmp_path / name)


def test_a_link_inside_the_folder_is_not_followed(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write_report(make_study(), {"report.md": b"x"}, out)
    elsewhere.mkdir()
    (out / "charts").symlink_to(elsewhere)
    with pytest.raises(ScopeError, match="not a plain folder"):
        write_report(make_study(), FILES, out)
    assert not list(elsewhere.iterdir())


def test_a_stale_file_behind_a_link_is_left(tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    write_report(make_study(), FILES, out)
    (out / "charts").rename(elsewhere)
    (out / "charts").symlink_to(elsewhere)
    write_report(make_study(), {"report.md": b"two"}, out)
    assert sorted(p.name for p in elsewhere.iterdir()) == ["a.png", "b.png"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ScopeError, match="may not be written"):
        write_report(make_study(), FILES, tmp_path / "out")


@pytest.mark.parametrize("at", range(4))
def test_a_full_disk_leaves_the_earlier_report_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    write_report(make_study(), FILES, tmp_path / "out")
    before = _tree(tmp_path / "out")
    real, calls = output._write, iter(range(100))

    def full(path: Path, data: bytes) -> None:
        if next(calls) == at:
            real(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, data)

    monkeypatch.setattr(output, "_write", full)
    with pytest.raises(ScopeError, match=r"No space left on device.*earlier report is unchanged"):
        write_report(make_study(), {name: data + b"2" for name, data in FILES.items()}, tmp_path / "out")
    assert _tree(tmp_path / "out") == before


@pytest.mark.parametrize("fault", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()], ids=["fault", "interrupt"])
@pytest.mark.parametrize("links", [True, False], ids=["links", "no-links"])
@pytest.mark.parametrize("at", range(5))
def test_a_fault_while_files_are_moved_puts_every_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, links: bool, fault: BaseException
) -> None:
    out = tmp_path / "out"
    write_report(make_study(), {**FILES, "old.txt": b"stale"}, out)
    before = _tree(out)
    real, calls = output._keep, iter(range(100))

    def failing(target: Path, kept: Path) -> None:
        if next(calls) == at:
            raise fault
        real(target, kept)

    if not links:
        monkeypatch.setattr(output.os, "link", lambda *a, **k: (_ for _ in ()).throw(OSError(errno.EPERM, "no links here")))
    monkeypatch.setattr(output, "_keep", failing)
    with pytest.raises((ScopeError, KeyboardInterrupt)):
        write_report(make_study(), {name: data + b"2" for name, data in FILES.items()} | {"new.txt": b"n"}, out)
    assert _tree(out) == before


def test_a_full_disk_leaves_no_trace_of_a_first_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(output, "_write", full)
    with pytest.raises(ScopeError):
        write_report(make_study(), FILES, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_a_killed_run_left_is_no_obstacle_and_is_cleared(tmp_path: Path) -> None:
    (tmp_path / f"{output.STAGING}abc" / "new").mkdir(parents=True)
    write_report(make_study(), FILES, tmp_path)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a\\b", "", ".", "a//b", "c:x"])
def test_names_that_leave_the_folder_are_refused(name: str) -> None:
    assert not is_inside(name)
