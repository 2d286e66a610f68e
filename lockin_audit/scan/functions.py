"""The functions of a file by their lines: which one a line stands in. By indentation, so for code that is laid out as people do."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PYTHON = re.compile(r"^\s*(?:async\s+)?def\s+(\w+)")
_HEAD = re.compile(r"^\s*(?:async\s+)?(?:def|class)\s")
_BRACES = (
    re.compile(r"^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*(\w+)\s*[(<]"),
    re.compile(
        r"^\s*(?:export\s+)?(?:const|let|var)\s+(\w+)\s*(?::[^=]{0,80})?=\s*(?:async\s*)?(?:function\b|\([^()]{0,200}\)[^=]{0,60}=>|\w+\s*=>)"
    ),
    re.compile(r"^func\s+(?:\([^)]{0,80}\)\s*)?(\w+)\s*[(\[]"),
    re.compile(r"^\s*(?:\w+\s+){0,4}fun\s+(?:<[^>]{0,60}>\s*)?(?:\w+\.)?(\w+)\s*\("),
    re.compile(
        r"^\s*(?:(?:public|private|protected|internal|static|async|override|virtual|final|synchronized|readonly)\s+){1,4}"
        r"[\w<>\[\],.? ]{0,80}?(\w+)\s*\("
    ),
    re.compile(r"^\s*(?:async\s+)?(\w+)\s*\([^()]{0,200}\)\s*(?::\s*[^{;=]{1,80})?\{\s*$"),
)
_WORDS = frozenset({
    "if", "for", "while", "switch", "catch", "function", "return", "with", "else", "do", "try", "new", "await", "foreach", "lock",
    "using", "when",
})  # fmt: skip
_ENDINGS = (".py", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts", ".cs", ".java", ".kt", ".kts", ".go", ".rb", ".php")


class Functions:
    """The functions of one file, found when first asked for.

    Args:
        lines: of the file.
        file: its path, for the language.
    """

    def __init__(self, lines: list[str], file: str) -> None:
        self._lines = lines
        self._python = file.endswith(".py")
        self._known: list[tuple[int, int, str]] | None = None if file.endswith(_ENDINGS) else []

    def all(self) -> list[tuple[str, int]]:
        """Name and line of each, in order."""
        return [(name, line) for line, _, name in self._found()]

    def around(self, line: int) -> tuple[str, int]:
        """Name and first line of the function a line stands in, or which it decorates; `("", 0)` at the top of a file."""
        if not 1 <= line <= len(self._lines):
            return "", 0
        text = self._lines[line - 1]
        indent = len(text) - len(text.lstrip())
        if self._python and text.lstrip().startswith("@"):
            below = next((at for at in range(line, min(line + 20, len(self._lines))) if _HEAD.match(self._lines[at])), None)
            head = _PYTHON.match(self._lines[below]) if below is not None else None
            if below is not None and head is not None:
                return head[1], below + 1
        for at, outer, name in reversed(self._found()):
            if at == line or (at < line and outer < indent):
                return name, at
        return "", 0

    def header(self, line: int) -> str:
        """The head of the function that begins at a line: its parameters with their defaults."""
        head = []
        for text in self._lines[line - 1 : line + 11]:
            head.append(text)
            if text.rstrip().endswith((":", "{", "=>")):
                break
        return "\n".join(head)

    def _found(self) -> list[tuple[int, int, str]]:
        """Line, indentation and name of each."""
        if self._known is None:
            self._known = list(self._search())
        return self._known

    def _search(self) -> Iterator[tuple[int, int, str]]:
        patterns = (_PYTHON,) if self._python else _BRACES
        for number, line in enumerate(self._lines, start=1):
            if len(line) > 400 or ("(" not in line and "=>" not in line):
                continue
            for pattern in patterns:
                found = pattern.match(line)
                if found is not None and found[1] not in _WORDS:
                    yield number, len(line) - len(line.lstrip()), found[1]
                    break
