"""Objects of TypeScript that a vendor's type gives their meaning: `const agent: AgentCreateParams = {…}` makes an `AgentCreateParams`.

Such an object counts as a call of its type, the keys as arguments, as the making of the same thing counts in C# or Java. Types of the
repository's own say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from lockin_audit.scan.languages.expression import text
from lockin_audit.scan.languages.facts import Argument, Call, Import
from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.origins import Chain

if TYPE_CHECKING:
    from tree_sitter import Node

_FIRST = re.compile(r"(?:Promise|Awaited|Readonly|Required|Partial|NonNullable|Omit|Pick|Exclude|Extract)\s*<(.*)>", re.DOTALL)
"""Types that stand for their first argument."""
_LISTS = re.compile(r"(?:Array|ReadonlyArray)\s*<(.*)>", re.DOTALL)
_MAPS = re.compile(r"(?:Record|Map)\s*<(.*)>", re.DOTALL)
_MEMBER = re.compile(r"""([\w$.]+)((?:\s*\[\s*["']\w+["']\s*\])+)""")
_KEY = re.compile(r"""["'](\w+)["']""")
_PARAMETERS = re.compile(r"""Parameters\s*<\s*(typeof\s+)?([\w$.]+)((?:\s*\[\s*["']\w+["']\s*\])*)\s*>\s*\[\s*0\s*\]""")
"""The type of the first argument of a method, named by its object or by its class: `Parameters<Client["agents"]["create"]>[0]`."""
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_OWN = (".", "@/", "~/", "#")
_LONGEST_TYPE = 400
_NESTING = 6
_CLIMB = 40
_MOST = 500
_FUNCTIONS = frozenset(
    ("function_declaration", "function_expression", "arrow_function", "method_definition", "generator_function_declaration")
)
_SHOWN = frozenset(("parenthesized_expression", "satisfies_expression", "as_expression", "non_null_expression", "await_expression"))
_HELD = frozenset(("object", "array"))


class _Type(NamedTuple):
    """What an object is written for.

    Attributes:
        written: the type's name, or the path of the method whose argument it is.
        origin: the vendor's type; empty for a method, which is followed as `chain`.
        key: key read from the type (`AgentCreateParams["tools"]`).
        around: lists and maps around it.
    """

    written: str
    origin: str
    chain: Chain
    key: str
    around: int


class TypedObjects:
    """The objects of one module with the vendor's types they are written for."""

    def __init__(self, imports: Iterable[Import]) -> None:
        self._origins = {
            item.alias: f"{item.module}.{item.name}" if item.name else item.module for item in imports if not item.module.startswith(_OWN)
        }
        self._aliases: dict[str, _Type] = {}

    def calls(
        self,
        found: Mapping[str, Sequence[Node]],
        keys: Callable[[Node, str], tuple[Argument, ...]],
        resolve: Callable[[Chain, int], tuple[str, ...]],
    ) -> Iterator[Call]:
        """Every such object as a call of its type.

        Args:
            found: captured nodes: `declare`, `field`, `parameter`, `typed`, `function`, `return`, `alias`.
            keys: the arguments that an object gives, under a key where it is the value of one.
            resolve: what a chain of names stands for at an offset.
        """
        self._add_aliases(found.get("alias", ()))
        seen: set[tuple[int, str]] = set()
        for value, annotation in self._annotated(found):
            for kind in self._types(annotation):
                for node in _objects(value, kind.around):
                    if (node.start_byte, kind.written) not in seen and len(seen) < _MOST:
                        seen.add((node.start_byte, kind.written))
                        known = partial(_named, kind.origin) if kind.origin else partial(resolve, kind.chain, node.start_byte)
                        yield Call(kind.written, node.start_byte, node.end_byte, known, partial(keys, node, kind.key))

    def _add_aliases(self, nodes: Sequence[Node]) -> None:
        """`type Params = Anthropic.Beta.AgentCreateParams`: the name of the module's own stands for the vendor's."""
        for node in nodes:
            name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            if name is not None and value is not None:
                for kind in self._types(text(value)):
                    if not kind.key and not kind.around:
                        self._aliases.setdefault(text(name), kind)

    def _annotated(self, found: Mapping[str, Sequence[Node]]) -> Iterator[tuple[Node | None, str]]:
        for node in (*found.get("declare", ()), *found.get("field", ()), *found.get("parameter", ())):
            annotation = node.child_by_field_name("type")
            if annotation is not None:
                yield (node.child_by_field_name("value"), text(annotation))
        for node in found.get("typed", ()):
            if node.named_child_count > 1:
                yield (nth(node, 0), text(node.named_children[-1]))
        returning: dict[tuple[int, int], str] = {}
        for node in found.get("function", ()):
            annotation = node.child_by_field_name("return_type")
            if annotation is None or not self._types(text(annotation)):
                continue
            returning[node.start_byte, node.end_byte] = text(annotation)
            body = node.child_by_field_name("body")
            if body is not None and body.type != "statement_block":
                yield (body, text(annotation))
        if returning:
            for node in found.get("return", ()):
                around = _function_of(node)
                if around is not None and (around.start_byte, around.end_byte) in returning:
                    yield (node, returning[around.start_byte, around.end_byte])

    def _types(self, source: str) -> list[_Type]:
        if len(source) > _LONGEST_TYPE:
            return []
        found = []
        for part in _parts(source.strip().removeprefix(":"), "|&")[:8]:
            name, around = _unwrapped(part)
            if around and len(_parts(name, "|&")) > 1:
                found += [kind._replace(around=kind.around + around) for kind in self._types(name)]
                continue
            if (method := _PARAMETERS.fullmatch(name)) is not None:
                found += self._method(method, around)
                continue
            key = ""
            if (member := _MEMBER.fullmatch(name)) is not None:
                name, key = member[1], ".".join(_KEY.findall(member[2]))
            name = name.partition("<")[0].strip()
            root, dot, rest = name.partition(".")
            if name in self._aliases:
                found.append(self._aliases[name]._replace(key=key, around=around))
            elif _NAME.fullmatch(name) and root in self._origins and (root[:1].isupper() or rest[:1].isupper()):
                found.append(_Type(name.rpartition(".")[2], self._origins[root] + dot + rest, (), key, around))
        return found

    def _method(self, named: re.Match[str], around: int) -> list[_Type]:
        """The method whose first argument a type stands for."""
        names, members = named[2].split("."), _KEY.findall(named[3])
        if named[1]:
            path = (*names[1:], *members)
            return [_Type(".".join(path), "", (*names, *members), "", around)] if path else []
        if names[0] not in self._origins or not members:
            return []
        return [_Type(".".join(members), "", (*names, "()", *members), "", around)]


def _unwrapped(source: str) -> tuple[str, int]:
    """A type without the lists and maps around it, and their number."""
    around = 0
    for _ in range(_NESTING):
        source = source.strip().removeprefix("readonly ").strip()
        if source.endswith("[]"):
            source, around = source[:-2].strip("() "), around + 1
        elif (listed := _LISTS.fullmatch(source)) is not None:
            source, around = listed[1], around + 1
        elif (mapped := _MAPS.fullmatch(source)) is not None:
            source, around = _parts(mapped[1], ",")[-1], around + 1
        elif (first := _FIRST.fullmatch(source)) is not None:
            source = _parts(first[1], ",")[0]
        else:
            break
    return (source.strip(), around)


def _parts(source: str, separators: str) -> list[str]:
    """The parts of a type between separators that stand outside brackets."""
    found, depth, start = [], 0, 0
    for place, character in enumerate(source):
        depth += (character in "<([{") - (character in ">)]}")
        if character in separators and depth == 0:
            found.append(source[start:place])
            start = place + 1
    return [*found, source[start:]]


def _named(name: str) -> tuple[str, ...]:
    return (name,)


def _objects(value: Node | None, around: int) -> Iterator[Node]:
    """The objects (or lists) written as a value, inside as many lists and maps as the type has around it."""
    while value is not None and value.type in _SHOWN:
        value = nth(value, 0)
    if around and value is not None and value.type == "call_expression":
        for each in _of_each(value):
            yield from _objects(each, around - 1)
        return
    if value is None or value.type not in _HELD:
        return
    if around == 0:
        yield value
        return
    for child in value.named_children:
        yield from _objects(child.child_by_field_name("value") if child.type == "pair" else child, around - 1)


def _of_each(call: Node) -> Iterator[Node]:
    """What a list gets for each of its parts: `names.map((name) => ({ name }))`."""
    made, given = call.child_by_field_name("function"), call.child_by_field_name("arguments")
    method = made.child_by_field_name("property") if made is not None else None
    each = nth(given, 0) if given is not None else None
    if method is None or text(method) not in ("map", "flatMap") or each is None or each.type != "arrow_function":
        return
    body = each.child_by_field_name("body")
    if body is not None and body.type != "statement_block":
        yield body
    elif body is not None:
        yield from (node.named_children[0] for node in body.named_children if node.type == "return_statement" and node.named_child_count)


def _function_of(node: Node) -> Node | None:
    """The innermost function around a node."""
    around = node.parent
    for _ in range(_CLIMB):
        if around is None or around.type in _FUNCTIONS:
            return around
        around = around.parent
    return None
