"""Which files are written: names, what is missing, templates, and the logo."""

from __future__ import annotations

from pathlib import Path

import pytest

from lockin_audit.cli.assess import FORMATS
from lockin_audit.core.errors import DataError
from lockin_audit.report import formats
from lockin_audit.report.formats import KNOWN, choose
from lockin_audit.report.logo import png_size, read_logo
from tests.report.pictures import chunk, png


def test_the_default_is_everything_and_the_help_names_it() -> None:
    assert choose(None).formats == KNOWN
    assert tuple(FORMATS.split(", ")) == KNOWN


def test_names_may_be_written_loosely_and_come_in_one_order() -> None:
    assert choose(" MD, xlsx,,md ").formats == ("xlsx", "md")


@pytest.mark.parametrize("names", ["pdf", "xlsx,pdf", "", ","])
def test_an_unknown_name_lists_the_known_ones(names: str) -> None:
    with pytest.raises(DataError, match="xlsx, html, md, sarif, json, charts, csv, bom, docx, pptx"):
        choose(names)


def test_without_the_extra_the_default_goes_on_and_a_wish_is_told_how(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    choice = choose(None)
    assert "docx" not in choice.formats and choice.missing == ("docx", "pptx") and "xlsx" in choice.formats
    assert choose("xlsx,csv").missing == ()
    for names, templates in (("docx", ()), (None, (tmp_path / "house.pptx",))):
        with pytest.raises(DataError, match=r"lockin-audit\[office\]"):
            choose(names, templates)


@pytest.mark.parametrize(
    ("names", "templates", "words"),
    [
        (None, ["a.odt"], "neither a .docx nor a .pptx"),
        ("xlsx", ["a.docx"], "not written"),
        (None, ["a.docx"], "there is no such file"),
        (None, ["a.pptx"], "there is no such file"),
    ],
)
def test_templates_that_do_not_fit_are_refused(names: str | None, templates: list[str], words: str) -> None:
    with pytest.raises(DataError, match=words):
        choose(names, [Path(t) for t in templates])


def test_two_templates_of_a_kind_are_refused(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(DataError, match=r"second \.docx"):
        choose(None, (path, path))
    assert choose(None, (path,)).templates.docx == path.read_bytes()


def test_a_logo_keeps_its_pixels_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png(30, 20, chunk(b"tEXt", b"Author\0somebody"), chunk(b"eXIf", b"GPS")) + b"trailing")
    data = read_logo(path)
    assert data == png(30, 20) and png_size(data) == (30, 20)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        png(30, 20)[:-20],
        png(30, 20).replace(b"IDAT", b"IDAX"),
        png(2_001, 1),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"x" * 500_001,
    ],
    ids=["empty", "svg", "cut", "checksum", "wide", "bare", "length", "large"],
)
def test_what_is_no_sound_png_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"logo\.png"):
        read_logo(path)
    with pytest.raises(DataError, match="cannot be read"):
        read_logo(tmp_path / "none.png")
