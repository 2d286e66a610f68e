"""Shapes of code that no single name shows: loops that retry or poll, tables that hold conversations, logs of agent steps.

Each detector works on loops, classes, calls and strings as `FileFacts` gives them, so it is the same for every language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from lockin_audit.core.runtime import ConstructMatch
from lockin_audit.scan.languages.facts import Call, FileFacts, Loop, Span

_Hit = tuple[int, int, None]
_MOST_CALLS = 500

_SLEEP = re.compile(rb"\b(?:[sS]leep|setTimeout|[dD]elay|wait_for_timeout|backoff\w*|usleep|waitFor\w*|wait)\s*\(")
_ATTEMPT = re.compile(rb"\b\w*(?:attempt|retr(?:y|ies)|tries)\w*\b", re.IGNORECASE)
_COUNTER = re.compile(rb"\bfor\s*\(?\s*(?:let\s+|var\s+|const\s+)?([A-Za-z_$][\w$]*)")
_LEAVES = re.compile(rb"\b(?:return|break)\b")
_GIVES_UP_AT_ONCE = re.compile(rb"^(?:[^\n]*\n)?[ \t]*(?:raise|return|break|throw)\b")
_AGAIN = re.compile(rb"\b(?:continue|pass)\b")
_STATUS = re.compile(
    rb"""\b\w*(?:status|state)\b(?:["']\s*\]|["']\s*\))?\s*(?:\.\s*\w+\s*)?(?:===?|!==?|not\s+in\b|in\b|\.includes)|\bin\s+\w*(?:TERMINAL|DONE|FINAL|PENDING|RUNNING)\w*"""
)
_PENDING = re.compile(rb"\.includes\(\s*[\w.?\[\]\"']*status")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_STATE_NOUNS = frozenset(
    (
        *("session", "sessions", "conversation", "conversations", "message", "messages", "chat", "chats", "thread", "threads"),
        *("checkpoint", "checkpoints", "transcript", "transcripts", "dialog", "dialogue", "memory", "memories"),
    )
)
_LOG_SUBJECTS = frozenset(["agent", "run", "session", "step", "tool", "workflow", "trace", "conversation", "turn", "task", "execution"])
_LOG_NOUNS = frozenset(["event", "events", "log", "logs", "audit", "history", "journal", "trace", "traces", "steps"])
_TABLE_SQL = re.compile(
    r"""\bcreate\s+(?:unlogged\s+|temp(?:orary)?\s+)?table\s+(?:if\s+not\s+exists\s+)?["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(\w+)""",
    re.IGNORECASE,
)
_INSERT_SQL = re.compile(r"""\binsert\s+into\s+["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(\w+)""", re.IGNORECASE)
_MODEL_BASE = re.compile(
    r"\b(?:Base|DeclarativeBase|SQLModel|Model|Document|Entity|Table|BaseTable|\w+Base|\w+Mixin|Schema)\b|@\w*[Ee]ntity|@dataclass_table|table\s*=\s*True"
)
_PLAIN_BASE = re.compile(r"^\(\s*(?:pydantic\.)?BaseModel\s*\)|\bTypedDict\b|\bProtocol\b|\bException\b|\bEnum\b")
_TABLE_MAKERS = frozenset(
    (
        *("Table", "pgTable", "sqliteTable", "mysqlTable", "model", "define", "collection", "get_collection", "create_table"),
        *("createTable", "Collection", "container", "get_container_client"),
    )
)
_APPEND = re.compile(
    r"(?:^|\.)(?:_?(?:append|record|log|save|store|write|persist|insert|emit)_?[A-Za-z_]*(?:[eE]vent|[sS]tep|[tT]race|[aA]udit)\w*)$"
)


def hits(facts: FileFacts, match: ConstructMatch) -> Iterator[_Hit]:
    """Places where the named shape is found."""
    if not facts.is_code and match.name in ("retry_loop", "poll_loop"):
        return
    yield from {"retry_loop": _retry_loops, "poll_loop": _poll_loops, "state_table": _state_tables, "event_log": _event_logs}[match.name](
        facts, match.calls
    )


def _calls_inside(facts: FileFacts, span: Span, calls: tuple[str, ...]) -> bool:
    first = bisect_left(facts.calls, span[0], key=_start)
    for call in facts.calls[first : first + _MOST_CALLS]:
        if call.start >= span[1]:
            break
        if not calls or any(call.written == path or call.written.endswith("." + path) for path in calls):
            return True
    return False


def _start(call: Call) -> int:
    return call.start


def _code(facts: FileFacts, span: Span) -> bytes:
    """Source of a span without comments; strings stay."""
    data = facts.data[span[0] : span[1]]
    starts = [
        (start - span[0], end - span[0])
        for start, end in zip(facts.dead.starts, facts.dead.ends, strict=True)
        if span[0] <= start < span[1]
    ]
    if not starts:
        return data
    return type(facts.dead)(starts).blank(data)


def _retry_loops(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    loops = sorted(facts.loops(), key=lambda loop: (loop.span[0], -loop.span[1]))
    innermost = {body: loop.span for loop in loops for body, _ in loop.tries}
    for loop in loops:
        own = tuple(item for item in loop.tries if innermost[item[0]] == loop.span)
        if own and _retries(facts, replace(loop, tries=own), calls):
            yield (loop.span[0], loop.span[1], None)


def _retries(facts: FileFacts, loop: Loop, calls: tuple[str, ...]) -> bool:
    head = _code(facts, loop.head)
    whole = _code(facts, loop.span)
    named = _ATTEMPT.search(head) is not None
    for body, handlers in loop.tries:
        if not _calls_inside(facts, body, calls):
            continue
        after = [_code(facts, handler) for handler in handlers]
        again = [text for text in after if _tries_again(text)]
        if not again:
            continue
        succeeds = _LEAVES.search(_code(facts, body)) is not None or loop.conditional or _LEAVES.search(whole) is not None
        waits = any(_SLEEP.search(text) for text in again)
        counts = loop.counted or named or any(_ATTEMPT.search(text) for text in again)
        same_again = not _uses_counter(head, _code(facts, body)) and _LEAVES.search(_code(facts, body)) is not None
        if loop.counted and succeeds and (named or waits or same_again):
            return True
        if loop.conditional and succeeds and counts and (waits or named or _ATTEMPT.search(whole)):
            return True
        if not loop.conditional and not loop.counted and named:
            return True
    return False


def _uses_counter(head: bytes, body: bytes) -> bool:
    """Whether each round does something else (`for port in range(…): bind(port)`), so that it is no second try of the same."""
    counter = _COUNTER.search(head)
    return counter is not None and counter[1] != b"_" and re.search(rb"\b" + re.escape(counter[1]) + rb"\b", body) is not None


def _tries_again(handler: bytes) -> bool:
    """Whether control goes back to the loop: the handler does more than give up at once."""
    newline = handler.find(b"\n")
    body = handler[newline + 1 :] if newline >= 0 else handler.partition(b":")[2] or handler.partition(b"{")[2]
    statements = [line.strip() for line in body.split(b"\n") if line.strip() and line.strip() not in (b"}", b"{")]
    if not statements:
        return True
    if _AGAIN.search(body) or _SLEEP.search(body):
        return True
    top = len(body) - len(body.lstrip())
    indents = [len(line) - len(line.lstrip()) for line in body.split(b"\n") if line.strip() and line.strip() != b"}"]
    outer = min(indents) if indents else top
    last = [
        line.strip()
        for line, indent in zip((line for line in body.split(b"\n") if line.strip() and line.strip() != b"}"), indents, strict=True)
        if indent == outer
    ]
    return not (last and re.match(rb"(?:raise|return|break|throw)\b", last[-1]))


def _poll_loops(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    for loop in facts.loops():
        whole = _code(facts, loop.span)
        if not (_STATUS.search(whole) or _PENDING.search(whole)) or not _calls_inside(facts, loop.span, calls):
            continue
        waits = _SLEEP.search(whole) is not None
        if (loop.conditional or loop.counted) and (waits or (calls and loop.conditional)):
            yield (loop.span[0], loop.span[1], None)


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def _is_state(name: str) -> bool:
    return bool(_STATE_NOUNS.intersection(_words(name)))


def _is_log(name: str) -> bool:
    words = _words(name)
    return bool(_LOG_NOUNS.intersection(words)) and bool(_LOG_SUBJECTS.intersection(words)) and len(words) > 1


def _is_subject(name: str) -> bool:
    """Whether a file's name or what is written to it speaks of agent work: `run_events.jsonl`, `dumps(step)`; `app.log` does not."""
    return bool((_LOG_SUBJECTS | _STATE_NOUNS | {"events", "event", "steps", "journal"}).intersection(_words(name)))


def _tables(facts: FileFacts) -> Iterator[tuple[str, int, int]]:
    """Name and place of every table, model class and collection."""
    for shape in facts.classes:
        body = facts.data[shape.span[0] : shape.span[1]].decode("utf-8", "replace")
        table = re.search(r"""__tablename__\s*=\s*["'](\w+)""", body)
        if table is not None:
            yield (table[1], shape.span[0], shape.span[1])
        elif _MODEL_BASE.search(shape.bases) and not _PLAIN_BASE.search(shape.bases):
            yield (shape.name, shape.span[0], shape.span[1])
    for literal in facts.literals:
        for found in _TABLE_SQL.finditer(literal.value):
            line = literal.value.count("\n", 0, found.start())
            start = _line_start(facts.data, literal.start, line)
            yield (found[1], start, literal.end)
    if not facts.is_code and not facts.entries:
        for found in _TABLE_SQL.finditer(facts.data.decode("latin-1")):
            if not facts.dead.holds(found.start()):
                yield (found[1], found.start(), found.end())
    for call in facts.calls:
        if call.written.rpartition(".")[2] in _TABLE_MAKERS:
            first = next(
                (argument for argument in call.arguments() if argument.name in ("", "name", "table_name", "TableName", "id")), None
            )
            if first is not None and first.texts and first.texts[-1][:1] in "\"'`":
                yield (first.texts[-1].strip("\"'`")[:80], call.start, call.end)


def _line_start(data: bytes, start: int, lines: int) -> int:
    for _ in range(lines):
        following = data.find(b"\n", start)
        if following < 0:
            break
        start = following + 1
    return start


def _state_tables(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    for name, start, end in _tables(facts):
        if _is_state(name) and not _is_log(name):
            yield (start, end, None)


def _event_logs(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    for name, start, end in _tables(facts):
        if _is_log(name):
            yield (start, end, None)
    for literal in facts.literals:
        if any(_is_log(found[1]) for found in _INSERT_SQL.finditer(literal.value)):
            yield (literal.start, literal.end, None)
    for call in facts.calls:
        if _APPEND.search(call.written):
            yield (call.start, call.end, None)
        elif call.written == "open" or call.written.endswith((".open", "appendFile", "appendFileSync")):
            given = call.arguments()
            texts = [text for argument in given for text in argument.texts[:1]]
            appends = call.written.endswith(("appendFile", "appendFileSync")) or any(
                text.strip("\"'") in ("a", "at", "a+", "ab") for text in texts
            )
            following = facts.data[call.end : call.end + 160].decode("utf-8", "replace")
            if appends and any("json" in text.lower() for text in (*texts, following)) and any(map(_is_subject, (*texts, following))):
                yield (call.start, call.end, None)
