"""Files that a user names are read, or refused in one sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.core.data_files import read_file, read_json
from lockin_audit.core.errors import DataError


def test_a_file_within_its_bounds_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_file(tmp_path / "a", 5) == b"12345"
    (tmp_path / "a.json").write_text('{"a": 1}')
    assert read_json(tmp_path / "a.json") == {"a": 1}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "there is no such file"),
        (lambda path: path.mkdir(), "is a folder, not a file"),
        (lambda path: path.write_bytes(b"x" * 2_000_001), "is larger than 2 MB"),
    ],
)
def test_any_other_is_refused_by_name_with_what_to_do(tmp_path: Path, make: object, words: str) -> None:
    make(tmp_path / "a")  # type: ignore[operator]
    with pytest.raises(DataError, match=rf"^--template a: {words}.* Name a \.docx file\.$"):
        read_file(tmp_path / "a", 2_000_000, name="--template a", remedy="Name a .docx file.")


@pytest.mark.parametrize("content", [b"{", b"\xff", b"", b"[" * 100_000])
def test_what_is_not_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(DataError, match="is not JSON"):
        read_json(tmp_path / "a")
