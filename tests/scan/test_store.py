"""What is kept between runs: whole or not at all, bounded, never trusted when damaged, never needed."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from lockin_audit.scan import store
from lockin_audit.scan.store import digest, keep, moment, only_ours, outside, read_kept


def test_a_kept_body_is_read_again(tmp_path: Path) -> None:
    place = tmp_path / "a" / "b" / "x.kept"
    assert read_kept(place) is None
    assert keep(place, b"body\nwith lines\n") and read_kept(place) == b"body\nwith lines\n"
    assert keep(place, b"") and read_kept(place) == b""


@pytest.mark.parametrize("spot", [0, 10, 64, 65, 70, -1])
def test_one_changed_byte_makes_it_unread(tmp_path: Path, spot: int) -> None:
    place = tmp_path / "x.kept"
    keep(place, b"a body of some bytes")
    data = bytearray(place.read_bytes())
    data[spot] ^= 1
    place.write_bytes(data)
    assert read_kept(place) is None
    place.write_bytes(bytes(data)[: len(data) // 2])
    assert read_kept(place) is None


def test_the_folder_stays_within_its_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        keep(tmp_path / f"{number:02}.kept", b"x" * 100, most=5)
        os.utime(tmp_path / f"{number:02}.kept", ns=(number * 10**9, number * 10**9))
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{n:02}.kept" for n in range(7, 12)]
    (tmp_path / ".04.kept.half").write_bytes(b"left by a run that was killed")
    os.utime(tmp_path / ".04.kept.half", ns=(0, 0))
    monkeypatch.setattr(store, "MOST_BYTES", 400)
    keep(tmp_path / "12.kept", b"x" * 100, most=5)
    assert {p.name for p in tmp_path.iterdir()} == {"12.kept", "11.kept"}
    keep(tmp_path / "13.kept", b"x" * 1_000, most=5)
    assert [p.name for p in tmp_path.iterdir()] == ["13.kept"] and read_kept(tmp_path / "13.kept") is None


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not keep(tmp_path / "x.kept", b"body")
    assert moment(tmp_path) is None


def test_a_file_where_the_folder_should_be_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not keep(tmp_path / "file" / "x.kept", b"body")
    assert moment(tmp_path / "file" / "more") is None


def _write_often(place: str, letter: str) -> None:
    for _ in range(40):
        keep(Path(place), letter.encode() * 200_000)


def test_runs_at_the_same_time_never_see_half_a_file(tmp_path: Path) -> None:
    place = tmp_path / "x.kept"
    keep(place, b"a" * 200_000)
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=_write_often, args=(str(place), letter)) for letter in "bc"]
    for writer in writers:
        writer.start()
    seen = set()
    while any(writer.is_alive() for writer in writers):
        body = read_kept(place)
        assert body is not None and len(body) == 200_000 and len(set(body)) == 1
        seen.add(body[:1])
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert read_kept(place) in (b"b" * 200_000, b"c" * 200_000) and seen <= {b"a", b"b", b"c"}
    assert [p.name for p in tmp_path.iterdir()] == ["x.kept"]


@pytest.mark.skipif(sys.platform == "win32", reason="no modes")
def test_what_others_may_write_is_not_handed_to_native_code(tmp_path: Path) -> None:
    place = tmp_path / "own" / "x.kept"
    keep(place, b"body")
    assert only_ours(place)
    place.chmod(0o666)
    assert not only_ours(place)
    place.chmod(0o600)
    place.parent.chmod(0o777)
    assert not only_ours(place) and not only_ours(tmp_path / "none")


def test_a_cache_inside_the_repository_is_told_apart(tmp_path: Path) -> None:
    assert outside(tmp_path / "repo" / ".cache", tmp_path / "repo") is None
    assert outside(tmp_path / "repo2", tmp_path / "repo") == tmp_path / "repo2"
    assert outside(None, tmp_path) is None


def test_the_cut_between_parts_counts() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert digest("\ud800") != digest("\ud801") and digest("a") == digest(b"a")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_place_of_a_kept_file_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.kept")
    assert read_kept(tmp_path / "x.kept") is None
    assert keep(tmp_path / "x.kept", b"body") and read_kept(tmp_path / "x.kept") == b"body"
