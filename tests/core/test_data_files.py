"""Files that a user names are read, or refused in one sentence that says what to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lockin_audit.core.config import load_config
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "1" * 5_000, "a whole number of more than 4,300 digits"),
        ("a." * 100_000 + "b = 1", "a key of more than 200 parts"),
        ("a = " + "[" * 5_000 + "]" * 5_000, "values nested too deeply"),
        ("[study]\ntitle = 0x" + "f" * 5_000, "must be text in quotes"),
    ],
)
def test_a_hostile_config_is_refused_in_one_sentence_and_soon(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "lockin.toml"
    path.write_text(text)
    started = time.process_time()
    with pytest.raises(DataError) as caught:
        load_config(path)
    assert said in str(caught.value) and len(str(caught.value)) < 600
    assert time.process_time() - started < 3


def test_a_config_of_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "lockin.toml"
    with path.open("wb") as stream:
        stream.truncate(3 << 30)
    with pytest.raises(DataError, match="is larger than 50 MB"):
        load_config(path)
