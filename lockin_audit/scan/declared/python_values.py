"""Python source as values, functions and classes. The text is parsed, never imported or run."""

from __future__ import annotations

import ast
import inspect
import warnings
from collections.abc import Iterator, Sequence

from lockin_audit.scan.declared.value import MOST_DEPTH, MOST_VALUES, Function, Parameter, Shape, Value, Written


def python_values(file: str, source: str, lines: Sequence[int] | None = None) -> Written:
    """What a Python file says; nothing where it does not parse.

    Args:
        file: path as shown.
        source: its text.
        lines: line of the file for each line of the text (a notebook); None: the same.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return Written(file)
    out = _Reader(file, lines).read(tree)
    out.lines = [] if lines is not None else source.split("\n")
    return out


class _Reader:
    def __init__(self, file: str, lines: Sequence[int] | None) -> None:
        self._out = Written(file)
        self._lines = lines
        self._left = MOST_VALUES

    def read(self, tree: ast.Module) -> Written:
        self._body(tree.body, "", top=True)
        return self._out

    def _line(self, node: ast.AST) -> int:
        line = getattr(node, "lineno", 1)
        if self._lines is None:
            return int(line)
        return self._lines[min(line, len(self._lines)) - 1] if self._lines else 1

    def _doc_line(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, doc: str) -> int:
        """Line of the first word of a docstring; 0 without one."""
        first = node.body[0]
        if not doc or not isinstance(first, ast.Expr) or not isinstance(first.value, ast.Constant):
            return 0
        return self._said(first.value, str(first.value.value)).line

    def _body(self, body: Sequence[ast.stmt], owner: str, *, top: bool = False, depth: int = 0) -> None:
        if depth > MOST_DEPTH:
            return
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self._function(node, owner)
                self._body(node.body, owner, depth=depth + 1)
            elif isinstance(node, ast.ClassDef):
                self._shape(node)
                self._body(node.body, node.name, depth=depth + 1)
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                value = self._value(node.value)
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    name = _dotted(target).rpartition(".")[2]
                    if name and (top or isinstance(target, ast.Name)):
                        self._out.constants.setdefault(name, value)
                        value.name = value.name or ""
                self._out.values.append(value)
            else:
                for child in _expressions(node):
                    self._out.values.append(self._value(child))
                for inner in _bodies(node):
                    self._body(inner, owner, top=top, depth=depth + 1)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, owner: str) -> None:
        doc = ast.get_docstring(node, clean=True) or ""
        about = _parameter_docs(doc)
        arguments = [*node.args.posonlyargs, *node.args.args]
        defaults: list[ast.expr | None] = [*([None] * (len(arguments) - len(node.args.defaults))), *node.args.defaults]
        parameters = []
        for argument, default in (
            *zip(arguments, defaults, strict=True),
            *zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
        ):
            kind, meaning = _annotated(argument.annotation)
            parameters.append(
                Parameter(
                    argument.arg,
                    kind,
                    self._line(argument),
                    default is None and "None" not in kind and not kind.startswith("Optional"),
                    meaning or about.get(argument.arg, ""),
                )
            )
        found = Function(
            node.name,
            self._line(node),
            doc,
            self._doc_line(node, doc),
            [self._value(s.value) for s in node.body if isinstance(s, ast.Return) and s.value is not None],
            [p for p in parameters if p.name not in ("self", "cls")],
            _unparsed(node.returns),
            [self._value(decorator) for decorator in node.decorator_list],
            owner,
        )
        self._out.functions[f"{owner}.{node.name}" if owner else node.name] = found

    def _shape(self, node: ast.ClassDef) -> None:
        doc = ast.get_docstring(node) or ""
        bases = [_dotted(base) or _unparsed(base) for base in node.bases]
        shape = Shape(node.name, self._line(node), bases, doc, self._doc_line(node, doc))
        for part in node.body:
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                kind, meaning = _annotated(part.annotation)
                value = self._value(part.value) if part.value is not None else None
                required = value is None
                if value is not None and value.call.rpartition(".")[2] == "Field":
                    meaning = meaning or value.said("description")
                    first = value.items[0] if value.items else value.get("default", "default_factory")
                    required = first is None or first.word == "Ellipsis"
                shape.fields.append(Parameter(part.target.id, kind, self._line(part), required and "None" not in kind, meaning))
                if value is not None:
                    shape.values[part.target.id] = value
            elif isinstance(part, ast.Assign) and isinstance(part.targets[0], ast.Name):
                shape.values[part.targets[0].id] = self._value(part.value)
        self._out.shapes[node.name] = shape

    def _said(self, node: ast.expr, text: str) -> Value:
        """A text without its indentation, at the line of its first word."""
        line, last = self._line(node), int(node.end_lineno or node.lineno)
        if "\n" not in text:
            several = self._lines is None and last > node.lineno
            return Value(line, text=text, by_line=not several, pieces=(line, last) if several else ())
        pieces = () if self._lines is not None or last == node.lineno else (line, last)
        by_line = last - node.lineno in (text.count("\n"), text.rstrip("\n").count("\n"))
        empty = len(text) - len(text.lstrip("\n"))
        by_line = by_line and self._lines is None
        return Value(line + empty if by_line else line, text=inspect.cleandoc(text), by_line=by_line, pieces=() if by_line else pieces)

    def _value(self, node: ast.expr, depth: int = 0) -> Value:
        line = self._line(node)
        self._left -= 1
        if depth > MOST_DEPTH or self._left < 0:
            return Value(line)
        text = _text(node)
        if text is not None:
            return self._said(node, text)
        if isinstance(node, ast.Dict):
            keys = []
            for key, member in zip(node.keys, node.values, strict=True):
                name = _text(key) if key is not None else None
                if name is not None:
                    keys.append((name, self._value(member, depth + 1)))
            return Value(line, keys=keys)
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            return Value(line, items=[self._value(item, depth + 1) for item in node.elts], is_list=True)
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("strip", "format", "dedent", "replace") and not node.keywords:
                inner = self._value(node.func.value, depth + 1)
                if inner.text is not None:
                    return inner
            call = _dotted(node.func)
            if call.rpartition(".")[2] in ("dedent", "cleandoc") and len(node.args) == 1:
                return self._value(node.args[0], depth + 1)
            keys = [(k.arg, self._value(k.value, depth + 1)) for k in node.keywords if k.arg]
            inner_call = [self._value(node.func.value, depth + 1)] if isinstance(node.func, ast.Attribute) and not call else []
            items = [self._value(item, depth + 1) for item in node.args]
            return Value(line, keys=keys, items=[*items, *inner_call], call=call or _unnamed(node.func))
        if isinstance(node, ast.Await | ast.Starred):
            return self._value(node.value, depth + 1)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return Value(line, items=[self._value(node.left, depth + 1), self._value(node.right, depth + 1)], is_list=True)
        if isinstance(node, ast.Constant):
            return Value(line, word="Ellipsis" if node.value is ... else str(node.value)[:40])
        name = _dotted(node)
        if name:
            return Value(line, name=name)
        inside = [self._value(child, depth + 1) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
        return Value(line, items=inside)


def _text(node: ast.expr | None) -> str | None:
    """A text, also one in several pieces or with parts put in, which show as `{name}`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                parts.append(str(part.value))
            elif isinstance(part, ast.FormattedValue):
                parts.append("{" + (_dotted(part.value) or "value") + "}")
        return "".join(parts)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        left = _text(node.left)
        if isinstance(node.op, ast.Mod):
            return left
        right = _text(node.right)
        return left + right if left is not None and right is not None else None
    return None


def _dotted(node: ast.AST) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute) and len(parts) < 12:
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        return ".".join([node.id, *reversed(parts)])
    return ""


def _unnamed(node: ast.AST) -> str:
    return f".{node.attr}" if isinstance(node, ast.Attribute) else ""


def _unparsed(node: ast.AST | None) -> str:
    try:
        return ast.unparse(node)[:200] if node is not None else ""
    except (RecursionError, ValueError):
        return ""


def _annotated(node: ast.expr | None) -> tuple[str, str]:
    """The type as written, and the description that `Annotated` gives."""
    if isinstance(node, ast.Subscript) and _dotted(node.value).rpartition(".")[2] == "Annotated" and isinstance(node.slice, ast.Tuple):
        kind, *rest = node.slice.elts
        for part in rest:
            text = _text(part)
            if text is None and isinstance(part, ast.Call):
                text = next((_text(k.value) for k in part.keywords if k.arg == "description"), None)
            if text:
                return _unparsed(kind), text
        return _unparsed(kind), ""
    text = _text(node)
    return (text if text is not None else _unparsed(node)), ""


def _parameter_docs(doc: str) -> dict[str, str]:
    """What a docstring says of each parameter, in Google's, NumPy's or Sphinx's form."""
    import re

    found = {m[1]: m[2].strip() for m in re.finditer(r"(?m)^\s*:param\s+(?:[\w\[\], .|]+\s)?(\w+):[ \t]*(.+)$", doc)}
    section = re.search(r"(?ms)^(?:Args|Arguments|Parameters|Params):?[ \t]*\n(?:-+[ \t]*\n)?(.*?)(?=^\S|\Z)", doc)
    if section is not None:
        for m in re.finditer(r"(?m)^[ \t]+\**(\w+)[ \t]*(?:\([^)\n]{0,120}\))?[ \t]*:[ \t]*(.+)$", section[1]):
            found.setdefault(m[1], m[2].strip())
    return found


def _expressions(node: ast.stmt) -> Iterator[ast.expr]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.withitem):
            yield child.context_expr


def _bodies(node: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        inner = getattr(node, name, None)
        if isinstance(inner, list):
            yield inner
    for handler in getattr(node, "handlers", ()):
        yield handler.body
    for case in getattr(node, "cases", ()):
        yield case.body
