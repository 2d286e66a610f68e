"""Waiting and trying again without a loop: a timer that asks for a status again (`setInterval`), a function that calls itself after a pause
or with one more attempt counted, a handler of Python that makes the call that failed once more after a pause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lockin_audit.scan.languages.facts import FileFacts

_STATUS = re.compile(
    rb"\b\w*[sS]tatus\b\s*(?:===?|!==?|\.includes)|\.(?:includes|indexOf)\(\s*[\w.?]*[sS]tatus\b"
    rb"|\bswitch\s*\(\s*[\w.?]*[sS]tatus\b"
)
_PAUSE = re.compile(rb"\b(?:[sS]leep|setTimeout|[dD]elay|wait\w*)\s*\(")
FUNCTION = re.compile(
    rb"\bfunction\s+(\w+)\s*\([^(){}]{0,300}\)[^{}\n]{0,80}\{"
    rb"|\b(?:const|let|var)\s+(\w+)\s*=\s*(?:useCallback\()?(?:async\s*)?(?:function\s*)?\([^(){}]{0,300}\)[^{}\n]{0,80}\{"
    rb"|^[ \t]*(?:(?:private|public|protected|static|async)\s+){1,3}(\w+)\([^(){}]{0,300}\)[^{}\n]{0,80}\{",
    re.MULTILINE,
)
"""The beginning of a function of a language with braces, up to its body."""
_ONE_MORE = re.compile(
    rb"\b(\w+)\s*\((?:[^()]|\([^()]{0,100}\)){0,400}?\b\w{0,30}(?:retr|Retr|attempt|Attempt|tries|Tries)\w{0,30}\s*[+-]\s*1\s*[,)}]"
)
_HANDLER = re.compile(rb"^([ \t]*)except\b[^\n]*:[ \t]*\n((?:(?:\1[ \t]+[^\n]*)?\n)+)", re.MULTILINE)
"""A handler of Python and what is indented under it."""
_DEF = re.compile(rb"^([ \t]*)(?:async[ \t]+)?def[ \t]+(\w+)", re.MULTILINE)
_ASKED = re.compile(
    rb"\b((?:\w+\.)+(?:a?create|parse|a?invoke|a?generate\w{0,16}|a?completion|send_message\w{0,8}|a?chat|a?run|post|request|kickoff))"
    rb"[ \t]*\("
)
"""A call that asks a model, an agent or a server."""
_BRACE = re.compile(rb"[{}]")
_NAME = re.compile(rb"\b[a-z_]\w+\b")
_HELPER = re.compile(
    r"(?:call|run|do|execute|invoke|fetch|request)?(?:with)?(?:retry|retries)(?:with|on|until|and|after|async|call|request|operation|transient|error"
    r"|failure|exponential|backoff|wait|delay|jitter|rate|limit|success|fn)*|(?:with|exponential)backoff(?:retry|async)?"
)
_LONGEST_NAME = 40
_SHORT = 400
"""Bytes of a timer that does nothing but call a function of the file."""
_LONGEST = 8_000
"""Bytes of a function's body that are read."""


def may_ask_again(data: bytes) -> bool:
    """Whether a file may hold such a timer or function."""
    return b"setInterval" in data or (_PAUSE.search(data) is not None and b"tatus" in data)


def hits(facts: FileFacts) -> Iterator[tuple[int, int]]:
    """Timers and functions that ask for a status again after a pause of their own."""
    if b"tatus" not in facts.data:
        return
    for call in facts.calls if b"clearInterval" in facts.data else ():
        if call.written.rpartition(".")[2] == "setInterval" and _asks(facts, call.start, call.end):
            yield (call.start, call.end)
    if _PAUSE.search(facts.data) is None:
        return
    code = facts.code
    for found in FUNCTION.finditer(code):
        name = found[1] or found[2] or found[3]
        end = body_end(code, found.end())
        called = re.escape(name) + rb"\b"
        again = re.compile(
            rb"(?:\breturn\s+(?:await\s+)?|=>\s*|\bawait\s+|\bsetTimeout\(\s*)(?:this\.)?" + called + rb"|^\s*" + called + rb"\(", re.M
        )
        if _PAUSE.search(code, found.end(), end) and _STATUS.search(code, found.end(), end) and again.search(code, found.end(), end):
            yield (found.start(), found.end())


def retries(facts: FileFacts) -> Iterator[tuple[int, int]]:
    """Calls by which a function of the file tries its work again, with one more attempt counted (`fetchOnce(url, attempt + 1)`)."""
    own: dict[bytes, bool] = {}
    for found in _ONE_MORE.finditer(facts.code):
        if found[1] not in own:
            own[found[1]] = _defined(found[1], facts.code)
        if own[found[1]]:
            yield (found.start(), found.end())
    if b"except" in facts.data and _PAUSE.search(facts.data) is not None:
        yield from _handlers(facts.code)


def _handlers(code: bytes) -> Iterator[tuple[int, int]]:
    """Handlers that rest, and then call the function they stand in or what was called under `try`."""
    functions = list(_DEF.finditer(code))
    for found in _HANDLER.finditer(code):
        rest = _PAUSE.search(code, found.start(2), found.end(2))
        if rest is None:
            continue
        depth = len(found[1])
        around = next((one for one in reversed(functions) if one.start() < found.start() and len(one[1]) < depth), None)
        if around is None:
            continue
        own = rb"(?<!def )\b" + re.escape(around[2]) + rb"[ \t]*\("
        again = {one[1] for one in _ASKED.finditer(code, rest.end(), found.end(2))}
        opened = code.rfind(b"\n" + found[1] + b"try:", around.start(), found.start())
        asked = {one[1] for one in _ASKED.finditer(code, opened, found.start())} if again and opened >= 0 else set()
        if not again.isdisjoint(asked) or re.compile(own).search(code, rest.end(), found.end(2)):
            yield (found.start() + depth, found.end())


def _defined(function: bytes, code: bytes) -> bool:
    """Whether a function of this name is one of the file."""
    name = re.escape(function)
    pattern = (
        rb"\b(?:function|def|const|let|func|fun)\s+" + name + rb"\b|^[ \t]*(?:\w+\s+){0,3}" + name + rb"(?:<[^()\n]{0,80}>)?\([^;]{0,400}\{"
    )
    return re.search(pattern, code, re.MULTILINE) is not None


def may_count_up(data: bytes) -> bool:
    """Whether a file may hold a call with one more attempt counted, or one that a handler makes again."""
    return (b"except" in data and _PAUSE.search(data) is not None) or _ONE_MORE.search(data) is not None


def _asks(facts: FileFacts, start: int, end: int) -> bool:
    """Whether a timer asks for a status, itself or by a function of the file that ends the timer."""
    if _STATUS.search(facts.data, start, end) is not None:
        return _calls_within(facts, start + 1, end)
    if end - start > _SHORT:
        return False
    code = facts.code
    named = set(_NAME.findall(code, start, end))
    for found in FUNCTION.finditer(code):
        if (found[1] or found[2] or found[3]) in named:
            last = body_end(code, found.end())
            if b"clearInterval" in code[found.end() : last] and _STATUS.search(code, found.end(), last) is not None:
                return True
    return False


def _calls_within(facts: FileFacts, start: int, end: int) -> bool:
    first = bisect_left(facts.calls, start, key=lambda call: call.start)
    return first < len(facts.calls) and facts.calls[first].start < end


def body_end(code: bytes, start: int, longest: int = _LONGEST) -> int:
    """Where the body that was opened ends, after so many bytes at most."""
    depth = 1
    for brace in _BRACE.finditer(code, start, start + longest):
        depth += 1 if brace[0] == b"{" else -1
        if depth == 0:
            return brace.end()
    return min(len(code), start + longest)


def tries_again(name: str) -> bool:
    """Whether the name of a function says that it tries again (`retryWithBackoff`)."""
    plain = name.replace("_", "").lower()
    return len(plain) <= _LONGEST_NAME and _HELPER.fullmatch(plain) is not None
