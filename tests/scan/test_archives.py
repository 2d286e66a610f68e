"""Packed exports: what is read, what is refused, and that nothing unfolds without end."""

from __future__ import annotations

import io
import random
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from lockin_audit.scan import archives, repository
from lockin_audit.scan.archives import NotOpened, members, read_member
from lockin_audit.scan.engine import scan
from lockin_audit.scan.repository import list_files
from tests.scan.pack_builder import CALL, PACKS

SOLUTION = {"solution.xml": "<x/>", "botcomponents/topic/data": "kind: Topic\nurl: console.acme.test\n", "Scripts/main.py": CALL}


def packed(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def write(root: Path, data: bytes, name: str = "export/solution.zip") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_solution_is_read_and_its_sites_name_the_file_inside(tmp_path: Path) -> None:
    write(tmp_path, packed({**SOLUTION, "picture.png": b"x", "inner.zip": packed(SOLUTION), "tests/test_a.py": CALL}))
    result = scan(tmp_path, PACKS)
    assert [(site.file, site.line) for site in result.sites if site.rule.endswith("created")] == [
        ("export/solution.zip/Scripts/main.py", 3)
    ]
    reasons = {item.file: item.reason for item in result.skipped}
    assert reasons["export/solution.zip/picture.png"] == "not read: a picture"
    assert reasons["export/solution.zip/inner.zip"] == "not read: an archive"
    assert reasons["export/solution.zip/tests/test_a.py"].startswith("test code")


@pytest.mark.parametrize("name", ["../out.py", "/etc/out.py", "a/../../out.py", "C:/out.py", "..\\out.py", "a//b.py", "./a.py"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path, packed({"solution.xml": "<x/>", name: CALL}))
    listing = list_files(tmp_path)
    assert [entry.path for entry in listing.entries] == ["export/solution.zip/solution.xml"]
    assert [reason for _, reason in listing.skipped] == ["a path that leads out of its archive"]


def test_a_bomb_is_not_unfolded(tmp_path: Path) -> None:
    zeros = b"\0" * 30_000_000
    write(tmp_path, packed({"solution.xml": "<x/>", "one.py": zeros}), "one.zip")
    write(tmp_path, packed({"solution.xml": "<x/>", **{f"{n}.py": zeros for n in range(8)}}), "many.zip")
    write(tmp_path, packed({"solution.xml": "<x/>", **{f"{n}.py": "" for n in range(5_001)}}), "members.zip")
    started = time.perf_counter()
    reasons = dict(list_files(tmp_path).skipped)
    assert reasons["one.zip/one.py"] == "would unfold to many times its size"
    assert reasons["many.zip"] == "not read: an archive that unfolds to more than 200 MB"
    assert reasons["members.zip"] == "not read: an archive of more than 5,000 files"
    assert time.perf_counter() - started < 5


def test_sizes_that_lie_give_a_reason_not_a_flood(tmp_path: Path) -> None:
    data = bytearray(packed({"solution.xml": "<x/>", "a.py": b"x = 1\n" * 1_000_000}))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 10)
    path = write(tmp_path, bytes(data))
    with pytest.raises(NotOpened, match="cannot be unpacked"):
        read_member(str(path), "a.py", 1_000)


def test_links_encryption_and_odd_packing_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("solution.xml", "<x/>")
        link = zipfile.ZipInfo("link.py")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("odd.py", "x", zipfile.ZIP_LZMA)
    data = buffer.getvalue()
    assert {member.name: member.refused for member in members(str(write(tmp_path, data)))} == {
        "link.py": "a link; links are not followed",
        "odd.py": "packed in an unusual way",
        "solution.xml": "",
    }
    locked = bytearray(packed({"solution.xml": "<x/>"}))
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    assert [member.refused for member in members(str(write(tmp_path, bytes(locked))))] == ["encrypted"]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x05\x06", b"not an archive", packed(SOLUTION)[:-30], b"PK\x05\x06" + b"\xff" * 18, packed({"a.py": CALL})]
)
def test_what_is_no_export_stays_closed(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, data)
    listing = list_files(tmp_path)
    assert not listing.entries
    assert listing.skipped[0][1].startswith("not read: ")


def test_a_member_over_the_limit_is_measured_only(tmp_path: Path) -> None:
    path = str(write(tmp_path, packed({"solution.xml": "abc" * 10})))
    assert read_member(path, "solution.xml", 10) == 30
    assert read_member(path, "solution.xml", 30) == b"abc" * 10
    with pytest.raises(NotOpened, match="no longer"):
        read_member(path, "gone.xml", 30)


def test_archives_are_read_until_they_are_too_many_or_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = packed({"solution.xml": "<x/>", "a.py": b"x = 1\n" * 1_000, "b.png": b"x" * 100_000})
    for name in ("a.zip", "b.zip", "c.zip", "d.zip"):
        write(tmp_path, data, name)
    monkeypatch.setattr(archives, "MOST_TOGETHER", 2 * (len(data) + 6_004) + 100)
    listing = list_files(tmp_path)
    assert [entry.path for entry in listing.entries] == ["a.zip/a.py", "a.zip/solution.xml", "b.zip/a.py", "b.zip/solution.xml"]
    closed = {path: reason for path, reason in listing.skipped if path.endswith(".zip")}
    assert set(closed) == {"c.zip", "d.zip"} and all("the archives unfold to more than" in reason for reason in closed.values())
    monkeypatch.setattr(archives, "MOST_TOGETHER", 10**9)
    monkeypatch.setattr(repository, "_MOST_ARCHIVES", 3)
    assert ("d.zip", "not read: one of more than 3 archives") in list_files(tmp_path).skipped


def test_five_thousand_members_take_little_time(tmp_path: Path) -> None:
    path = str(write(tmp_path, packed({"solution.xml": "<x/>", **{f"{n}.txt": "x" for n in range(4_999)}}, zipfile.ZIP_STORED)))
    started = time.process_time()
    assert sum(len(bytes(read_member(path, member.name, 10))) for member in members(path)) == 5_003
    assert time.process_time() - started < 3


def overlapping(count: int) -> bytes:
    """Many members that are one and the same place in the file."""
    data = packed({"solution.xml": "<x/>", "0.py": CALL + "#" * 900_000})
    end = data.rfind(b"PK\x05\x06")
    _, _, length, start = struct.unpack_from("<HHII", data, end + 8)
    directory = data[start : start + length]
    last = directory[directory.rfind(b"PK\x01\x02") :]
    for number in range(1, count):
        name = f"{number}.py".encode()
        entry = bytearray(last)
        struct.pack_into("<H", entry, 28, len(name))
        directory += bytes(entry[:46]) + name
    return data[:start] + directory + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count + 1, count + 1, len(directory), start, 0)


def test_members_that_overlap_are_not_unfolded_again_and_again(tmp_path: Path) -> None:
    path = str(write(tmp_path, overlapping(500)))
    with pytest.raises(NotOpened, match="unfolds to more than 200 MB"):
        list(members(path))
    few = str(write(tmp_path, overlapping(3), "few.zip"))
    with pytest.raises(NotOpened, match="cannot be unpacked"):
        read_member(few, "1.py", 2_000_000)


@pytest.mark.parametrize("seed", range(12))
def test_damaged_archives_give_reasons(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(packed({**SOLUTION, "b.yaml": "x: 1\n" * 100}))
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    write(tmp_path, bytes(data))
    (tmp_path / "good.py").write_text(CALL)
    assert "good.py" in {site.file for site in scan(tmp_path, PACKS, jobs=1).sites}
