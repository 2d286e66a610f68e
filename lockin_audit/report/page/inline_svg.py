"""Turns a chart as matplotlib writes it into SVG that may stand inside the page.

Style attributes become presentation attributes and colours become classes, so that the page's strict security policy allows
them and its light and dark theme colour them; ids get a prefix, so that several charts can stand in one document.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree

from lockin_audit.core.text import visible
from lockin_audit.report.charts.palette import LIGHT
from lockin_audit.report.page.markup import Html

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "{http://www.w3.org/1999/xlink}href"
_DROPPED: Final = tuple(f"{{{_SVG}}}{tag}" for tag in ("metadata", "style", "title", "desc"))
_ROLES: Final = {colour: role for role, colour in LIGHT.items()}
_REFERENCE: Final = re.compile(r"url\(#([^)]+)\)")
_COLOURED: Final = ("fill", "stroke")
assert len(_ROLES) == len(LIGHT), "two roles of the light palette share a colour; the dark theme could not tell them apart"


def inline_svg(picture: bytes, *, id: str, title: str, description: str, class_: str) -> Html:
    """The picture as an `svg` element with title and description for screen readers.

    Args:
        picture: SVG written by `Chart.render` in the light theme.
        id: prefix of every id in it; unique in the page.
        title: accessible name.
        description: the picture in words.
        class_: class of the element.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(picture)  # noqa: S314  our own output of a moment ago
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in _DROPPED:
                parent.remove(child)
    used = {u for e in root.iter() for u in _references(e)}
    for element in root.iter():
        _clean(element, id, used)
    box = root.attrib["viewBox"]
    for key in list(root.attrib):
        del root.attrib[key]
    root.attrib |= {"viewBox": box, "class": class_, "role": "img", "aria-labelledby": f"{id}-t {id}-d", "stroke-linejoin": "round"}
    for position, (tag, suffix, words) in enumerate((("title", "t", title), ("desc", "d", description))):
        element = ElementTree.Element(f"{{{_SVG}}}{tag}", {"id": f"{id}-{suffix}"})
        element.text = visible(words, 4_000)
        root.insert(position, element)
    return Html(re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode")))


def theme_classes() -> str:
    """Style rules that give the classes of inline charts the colours of the theme."""
    return "".join(f".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}" for role in LIGHT)


def _references(element: ElementTree.Element) -> set[str]:
    found = {m for value in element.attrib.values() for m in _REFERENCE.findall(value)}
    if element.attrib.get(_XLINK, "").startswith("#"):
        found.add(element.attrib[_XLINK][1:])
    return found


def _clean(element: ElementTree.Element, prefix: str, used: set[str]) -> None:
    attributes, classes = dict(element.attrib), []
    for declaration in attributes.pop("style", "").split(";"):
        key, _, value = declaration.partition(":")
        if key.strip():
            attributes[key.strip()] = value.strip()
    for key in _COLOURED:
        role = _ROLES.get(attributes.get(key, ""))
        if role:
            classes.append(f"{key[0]}-{role}")
            del attributes[key]
    if classes:
        attributes["class"] = " ".join(classes)
    if _XLINK in attributes:
        attributes["href"] = f"#{prefix}-{attributes.pop(_XLINK)[1:]}"
    if "id" in attributes:
        if attributes["id"] in used:
            attributes["id"] = f"{prefix}-{attributes['id']}"
        else:
            del attributes["id"]
    element.attrib.clear()
    element.attrib.update({k: _REFERENCE.sub(rf"url(#{prefix}-\1)", v) for k, v in attributes.items()})
