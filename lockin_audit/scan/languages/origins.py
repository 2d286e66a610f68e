"""How the audit writes what a name stands for: a qualified name, with marks for what is the repository's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

Chain = tuple[str, ...]
"""`("self", "client", "create", "()")`. A call may carry its first argument: `(bedrock-agent)`, or `($NAME)` for a name."""
Value = str | tuple[Literal["function", "class", "instance", "self"], int]
"""What a name stands for: a qualified name, or a function, class or object of a class of this file. `self` is an object of which
subclasses may know more."""

OWN, LOCAL, INHERITED = ".", "~", "^"
"""Marks of a qualified name: the file's own code; something of the repository that could not be followed; an attribute that a class of the
file has from nowhere but, perhaps, the base class named."""
GIVES = "=>"
"""Mark at the end of what another module makes available: it is a function of the repository that gives what stands before the mark."""
AWS_SDKS = ("boto3", "aioboto3", "aiobotocore", "botocore")
"""Modules whose clients are known by their service, wherever they were made."""
LookUp = Callable[[str, str], str | None]
"""(module, name) of an import → origin the repository pass knows for it; `~module` for a module of the repository, `~module:name` for
something in it of which nothing is known; None when the module is no part of the repository. An empty name asks for the module."""


def given_by(origin: str) -> str:
    """What a call of a function of the repository gives, by the function's origin; empty when nothing is known."""
    made = origin
    while made.endswith(GIVES):
        made = made.removesuffix(GIVES)
    return f"{made}()" if made else ""


def gathered(texts: list[str], namespaces: Sequence[str]) -> list[str]:
    """Names of one type that may come from any open namespace, as one: `<Azure.AI|OpenAI>.Client()`."""
    if len(namespaces) < 2 or len(texts) < 2:
        return texts
    rest = {text[len(space) :] for text, space in zip(texts, namespaces, strict=False) if text.startswith(space + ".")}
    if len(texts) == len(namespaces) and len(rest) == 1:
        return [f"<{'|'.join(namespaces)}>{rest.pop()}"]
    return texts


def spread(text: str) -> Sequence[str]:
    """The names that `gathered` put into one."""
    if not text.startswith("<"):
        return (text,)
    spaces, _, rest = text[1:].partition(">")
    return [space + rest for space in spaces.split("|")]
