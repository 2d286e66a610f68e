"""Web pages and components (HTML, Vue, Svelte, Astro): their scripts are read as one module that stands in its place in the file."""

from __future__ import annotations

import re

from lockin_audit.scan.languages.facts import Spans

_OPENS = re.compile(rb"<!--|<script(?=[\s>])", re.IGNORECASE)
_CLOSES = re.compile(rb"</script(?=[\s>])", re.IGNORECASE)
_ATTRIBUTES = re.compile(rb"((?:[^<>\"']{1,200}+|\"[^\"]{0,500}+\"|'[^']{0,500}+'){0,40}+)>")
_TYPE = re.compile(rb"(?<![\w-])type\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LANGUAGE = re.compile(rb"(?<![\w-])(?:lang|type)\s*=\s*[\"']?(?:(?:text|application)/)?(typescript|tsx?)\b", re.IGNORECASE)
_SCRIPT_TYPE = re.compile(rb"(?:module|(?:text|application)/(?:x-)?(?:javascript|ecmascript|babel|jsx|typescript|tsx?))", re.IGNORECASE)
_FRONT = re.compile(rb"\s*---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
"""What Astro runs on the server, at the beginning of a component."""


def script(path: str, data: bytes) -> tuple[str, bytes]:
    """Language and text of a page's scripts; everything else is blank, so that lines and offsets are those of the page.

    Args:
        path: its path; Astro's components are known by it.
        data: its bytes.
    """
    kept: list[tuple[int, int]] = []
    language = "javascript"
    place = 0
    if path.endswith(".astro"):
        language = "typescript"
        front = _FRONT.match(data)
        if front is not None:
            kept.append(front.span(1))
            place = front.end()
    while opening := _OPENS.search(data, place):
        if opening[0] == b"<!--":
            place = data.find(b"-->", opening.end())
            if place < 0:
                break
            continue
        attributes = _ATTRIBUTES.match(data, opening.end())
        if attributes is None:
            place = opening.end()
            continue
        closing = _CLOSES.search(data, attributes.end())
        if closing is None:
            break
        if _holds_code(attributes[1]):
            kept.append((attributes.end(), closing.start()))
            written = _LANGUAGE.search(attributes[1])
            if written is not None:
                language = "tsx" if written[1].lower() == b"tsx" else "typescript"
        place = closing.end()
    ends = [0, *(place for span in kept for place in span), len(data)]
    return language, Spans(zip(ends[::2], ends[1::2], strict=True)).blank(data)


def _holds_code(attributes: bytes) -> bool:
    """Whether a script of these attributes is one: others hold data, templates or maps of imports."""
    kind = _TYPE.search(attributes)
    return kind is None or _SCRIPT_TYPE.fullmatch(kind[1]) is not None
