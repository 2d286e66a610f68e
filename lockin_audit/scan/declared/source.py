"""All files of a repository that were read for declarations, and how a name in one of them is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lockin_audit.scan.declared.value import MOST_DEPTH, Function, Shape, Value, Written

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the key it stands under and the file it stands in."""

    value: Value
    key: str
    written: Written


class Source:
    """Values, functions and classes by name; a name that several files give different things is not followed out of its own file.

    Args:
        files: what was read.
    """

    def __init__(self, files: Iterable[Written]) -> None:
        self.files = list(files)
        self._constants = _unique((name, (value, w)) for w in self.files for name, value in w.constants.items())
        self._functions = _unique((name, (found, w)) for w in self.files for name, found in w.functions.items())
        self.shapes: Mapping[str, Shape] = {name: found for name, (found, _) in _unique_shapes(self.files).items()}

    def value(self, value: Value | None, written: Written) -> tuple[Value | None, Written]:
        """What a value is, a name followed to where it is set; with the file that says so."""
        for _ in range(4):
            if value is None or not value.name:
                break
            name = value.name.rpartition(".")[2]
            here = written.constants.get(name)
            if here is not None and here is not value:
                value = here
                continue
            there = self._constants.get(name)
            if there is None or there[0] is value:
                break
            value, written = there
        return value, written

    def function(self, name: str, written: Written) -> tuple[Function, Written] | None:
        """A function by its name or `Class.name`."""
        own = written.functions.get(name) or written.functions.get(name.rpartition(".")[2])
        return (own, written) if own is not None else self._functions.get(name) or self._functions.get(name.rpartition(".")[2])

    def nodes(self) -> Iterator[Node]:
        """Every value of every file with its key, in order; each once."""
        for written in self.files:
            seen: set[int] = set()
            decorators = [d for f in written.functions.values() for d in f.decorators]
            fields = [value for shape in written.shapes.values() for value in shape.values.values()]
            for value in (*written.values, *fields, *decorators):
                for node in _nodes(value, "", written, 0):
                    if id(node.value) not in seen:
                        seen.add(id(node.value))
                        yield node


def _nodes(value: Value, key: str, written: Written, depth: int) -> Iterator[Node]:
    yield Node(value, key, written)
    if depth < 3 * MOST_DEPTH:
        for name, member in value.keys:
            yield from _nodes(member, name, written, depth + 1)
        for member in value.items:
            yield from _nodes(member, key if value.is_list else "", written, depth + 1)


def _unique(pairs: Iterable[tuple[str, tuple[T, Written]]]) -> dict[str, tuple[T, Written]]:
    found: dict[str, tuple[T, Written]] = {}
    twice: set[str] = set()
    for name, pair in pairs:
        if name in found:
            twice.add(name)
        found[name] = pair
    return {name: pair for name, pair in found.items() if name not in twice}


def _unique_shapes(files: Iterable[Written]) -> dict[str, tuple[Shape, Written]]:
    return _unique((name, (shape, w)) for w in files for name, shape in w.shapes.items())
