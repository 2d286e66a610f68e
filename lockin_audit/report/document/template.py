"""A house template for the document: read, checked, and emptied of its text; its styles, headers and paper stay."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

import docx
from docx.document import Document

from lockin_audit.core.data_files import read_file
from lockin_audit.core.errors import DataError

LARGEST: Final = 30_000_000
"""Bytes."""


def read_template(path: Path) -> bytes:
    """The template's bytes, opened once to see that they are a Word document.

    Raises:
        DataError: there is no such file, it is too large, or it is no document in the .docx form.
    """
    where = f"--template {path}"
    data = read_file(path, LARGEST, name=where, remedy="Name a .docx file; leave out pictures that it does not need.")
    try:
        opened = docx.Document(io.BytesIO(data))
        _ = opened.styles, opened.sections[0].page_width
    except Exception:  # python-docx and lxml raise many kinds for a broken file
        raise DataError(where, "is not a Word document.", "Save it in Word as .docx and try again.") from None
    return data


def open_template(data: bytes) -> Document:
    """A document without text, in the styles of the template, or in those of the library where there is none."""
    if not data:
        return docx.Document()
    document = docx.Document(io.BytesIO(data))
    body: Any = document.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    return document


def has_text(part: Any) -> bool:
    """Whether a header or footer of a template holds anything of its own."""
    return bool(part.tables) or any(p.text.strip() or p._p.xpath(".//w:drawing | .//w:pict") for p in part.paragraphs)
