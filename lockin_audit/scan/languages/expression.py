"""Expressions of any language as chains and arguments, driven by a small table of node names (`Syntax`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.origins import Chain

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST_CHAIN = 40
_SHORT = 120
UNKNOWN = "?"
"""First segment of a chain whose start is no name, or too far away."""
_SERVICE_MAKERS = ("client", "resource", "create_client")
_OBSERVERS = re.compile(
    r"(?:\w+\.)*(?:wrap|patch|instrument|observe|trace)_?(?:openai|anthropic|client|sdk|OpenAI|Anthropic|Client|SDK)\w*"
)
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
"""Names joined by dots and nothing else: most chains, read without descending into the tree."""
_PREFIX = re.compile(r"^[rRbBuUfFtT]{1,2}(?=[\"'])")
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_TRANSPARENT_TYPES = re.compile(
    r"(?:[\w.]+\.)?(?:Optional|Annotated|Union|ClassVar|Final|Awaited|Promise|Readonly|Required|NonNullable|Mapped)[\[<](.*)[\]>]",
    re.DOTALL,
)


@dataclass(frozen=True)
class Syntax:
    """Node names of one language."""

    names: frozenset[str]
    members: Mapping[str, tuple[str, str]]
    """Node → fields of object and name."""
    calls: Mapping[str, str]
    """Node → field of the callee."""
    subscripts: Mapping[str, tuple[str, str]]
    transparent: frozenset[str]
    """Nodes that stand for their first child: parentheses, await, casts."""
    choices: Mapping[str, tuple[int, int]]
    """Nodes that give one of two children, by index among named children."""
    mappings: frozenset[str]
    sequences: frozenset[str]
    strings: frozenset[str]
    splats: frozenset[str]
    keyword: str = ""
    bare_keys: frozenset[str] = field(default_factory=frozenset)
    """Key nodes that name themselves (`{tools: 1}`)."""
    shorthand: str = ""
    methods: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Nodes that are a member and its call in one → parts of object and name."""
    optional: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Nodes of `a?.b` → parts of object and of what is read from it, which begins with one of `bindings`."""
    bindings: Mapping[str, str] = field(default_factory=dict)
    wrappers: frozenset[str] = frozenset()
    """Nodes that hold one argument or element."""
    entries: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Nodes of a named argument or key → parts of name and value."""
    records: frozenset[str] = frozenset()
    """Nodes that make an object of named fields, whose fields count as arguments of the call it is handed to."""
    spell: Callable[[str], str] = str
    """How a name is written in a chain, from its source."""
    given: frozenset[str] = frozenset()
    """Children of a call that hold its arguments; empty: the field `arguments`."""


def part(node: Node, name: str) -> Node | None:
    """A child by field name; `^` is the first named child, `$` the last."""
    if name == "^":
        return nth(node, 0)
    if name == "$":
        return node.named_child(node.named_child_count - 1) if node.named_child_count else None
    return node.child_by_field_name(name)


def word(node: Node) -> str:
    """A name without its type arguments."""
    return text(node).partition("<")[0].strip()


def given(call: Node, syntax: Syntax) -> list[Node]:
    """What holds the arguments of a call: a list in parentheses, an initializer behind it."""
    if syntax.given:
        return [child for child in call.named_children if child.type in syntax.given]
    found = call.child_by_field_name("arguments")
    return [found] if found is not None else []


def text(node: Node) -> str:
    """Source of a node."""
    return (node.text or b"").decode("utf-8", "replace")


def unquoted(source: str) -> str:
    """Content of a string's source without prefix and quotes."""
    body = _PREFIX.sub("", source, count=1)
    for quote in ('"""', "'''", '"', "'", "`"):
        if body.startswith(quote) and body.endswith(quote) and len(body) >= 2 * len(quote):
            return body[len(quote) : -len(quote)]
    return body


def chain(node: Node | None, syntax: Syntax, known: dict[int, Chain] | None = None) -> Chain:
    """An expression as a chain of names from left to right; empty when it is none.

    Args:
        node: the expression.
        syntax: node names of its language.
        known: chains found so far in the same tree, by node id, to which this one is added: of a long chain of calls, asked from its first
            call to its last, each step is walked once.
    """
    found = _walked(node, syntax, known)
    if known is not None and node is not None and found:
        known[node.id] = found
    return found


def _walked(node: Node | None, syntax: Syntax, known: dict[int, Chain] | None) -> Chain:
    segments: list[str] = []
    conditions: list[Node | None] = []
    if node is not None and node.type in syntax.members and node.end_byte - node.start_byte < _SHORT:
        source = text(node)
        if _DOTTED.fullmatch(source) and not source.startswith("super."):
            return tuple(source.split("."))
    while node is not None and len(segments) < _LONGEST_CHAIN:
        if known and not conditions and (start := known.get(node.id)) is not None:
            return _joined(start, segments)
        kind = node.type
        if kind in syntax.names:
            segments.append(syntax.spell(word(node)))
            return tuple(reversed(segments))
        if kind in syntax.members:
            owner, name = syntax.members[kind]
            member = part(node, name)
            segments.append(word(member).lstrip("$") if member is not None else "?")
            node = part(node, owner)
            if node is None:
                return tuple(reversed(segments))
        elif kind in syntax.methods:
            owner, name = syntax.methods[kind]
            member = part(node, name)
            segments += ("()", word(member) if member is not None else "?")
            node = part(node, owner)
            if node is None and len(segments) <= _LONGEST_CHAIN:
                return tuple(reversed(segments))
        elif kind in syntax.optional:
            owner, name = syntax.optional[kind]
            conditions.append(part(node, owner))
            node = part(node, name)
        elif kind in syntax.bindings:
            member = part(node, syntax.bindings[kind])
            segments.append(word(member) if member is not None else "?")
            node = conditions.pop() if conditions else None
        elif kind in syntax.calls:
            callee = part(node, syntax.calls[kind])
            wrapped = _observed(node, callee)
            if wrapped is not None:
                node = wrapped
                continue
            segments.append(_call_segment(node, callee, syntax))
            node = callee
        elif kind in syntax.subscripts:
            owner, index = syntax.subscripts[kind]
            key = node.child_by_field_name(index)
            segments.append(unquoted(text(key)) if key is not None and key.type in syntax.strings else "[]")
            node = node.child_by_field_name(owner)
        elif kind in syntax.transparent:
            node = nth(node, 0)
        else:
            break
    return (UNKNOWN, *reversed(segments[:_LONGEST_CHAIN])) if segments else ()


def _joined(start: Chain, segments: list[str]) -> Chain:
    """A chain and what follows it (from right to left), with no more segments than a walk of the whole would give."""
    whole = (*start, *reversed(segments))
    if start[0] != UNKNOWN and len(whole) <= _LONGEST_CHAIN:
        return whole
    return (UNKNOWN, *whole[start[0] == UNKNOWN :][-_LONGEST_CHAIN:])


def _observed(node: Node, callee: Node | None) -> Node | None:
    """The client inside `wrap_openai(client)`, which gives back the same client with observation added."""
    if callee is None or callee.end_byte - callee.start_byte > 80 or not _OBSERVERS.fullmatch(text(callee)):
        return None
    arguments = node.child_by_field_name("arguments")
    return nth(arguments, 0) if arguments is not None else None


def _call_segment(node: Node, callee: Node | None, syntax: Syntax) -> str:
    if callee is None:
        return "()"
    name = callee
    if callee.type in syntax.members:
        name = callee.child_by_field_name(syntax.members[callee.type][1]) or callee
    if name.end_byte - name.start_byte > 20 or text(name) not in _SERVICE_MAKERS:
        return "()"
    arguments = node.child_by_field_name("arguments")
    for argument in arguments.named_children if arguments is not None else ():
        value: Node | None = argument
        if argument.type == syntax.keyword:
            label = argument.child_by_field_name("name")
            if label is None or text(label) != "service_name":
                continue
            value = argument.child_by_field_name("value")
        if value is not None and value.type in syntax.strings:
            return f"({unquoted(text(value))})"
        if value is not None and value.type in syntax.names:
            return f"(${text(value)})"
        return "()"
    return "()"


def chains(node: Node | None, syntax: Syntax) -> tuple[Chain, ...]:
    """The chains an expression may be: both sides of `a or b`, of a conditional expression."""
    found: list[Chain] = []
    stack = [node]
    for _ in range(8):
        if not stack:
            break
        item = stack.pop()
        while item is not None and item.type in syntax.transparent:
            item = nth(item, 0)
        if item is not None and item.type in syntax.choices:
            first, second = syntax.choices[item.type]
            stack += (nth(item, second), nth(item, first))
        elif one := chain(item, syntax):
            found.append(one)
    return tuple(found)


def annotated(source: str) -> tuple[Chain, ...]:
    """The class an annotation names: `Optional["OpenAI"]`, `OpenAI | None` and `Promise<OpenAI>` all give `OpenAI`."""
    source = source.strip().lstrip(":").strip().strip("\"'")
    for _ in range(4):
        outer = _TRANSPARENT_TYPES.fullmatch(source)
        if outer is None:
            break
        source = outer[1].split(",")[0].strip().strip("\"'")
    found = []
    for part in source.split("|")[:4]:
        part = part.strip().strip("\"'")
        if part not in ("None", "null", "undefined") and _NAME.fullmatch(part):
            found.append(tuple(part.split(".")))
    return tuple(found)


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\n": ""}


def unescaped(body: str) -> str:
    """A string's content with the common backslash escapes carried out."""
    return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), body, flags=re.DOTALL)
