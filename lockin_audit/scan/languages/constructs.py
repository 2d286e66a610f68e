"""Shapes of code that no single name shows: loops that retry or poll, and calls of helpers that do. What is kept is in `records`.

Each detector works on loops, classes, calls and strings as `FileFacts` gives them, so it is the same for every language.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from lockin_audit.core.runtime import ConstructMatch
from lockin_audit.scan.languages import agent_loops, intervals, records
from lockin_audit.scan.languages.facts import Call, FileFacts, Loop, Span

_Hit = tuple[int, int, None]
_MOST_CALLS = 500

_SLEEP = re.compile(
    rb"\b(?:[sS]leep|setTimeout|[dD]elay|wait_for_timeout|backoff\w*|usleep|waitFor\w*|wait)\s*\(|\bsleep[ \t]+[\d@]"
    rb"|\b(?:time\.|Task\.)(?:After|Delay)\s*\(|<-\s*\w*[tT]icker\.C\b"
)
_ATTEMPT = re.compile(rb"(?i:attempt|retry|retries)|(?<![A-Za-z])(?i:max|num|n)?(?:tries|TRIES)(?![a-z])|[a-z]Tries(?![a-z])")
"""A word for one more try; `entries`, `countries` and `industries` are none."""
_COUNTER = re.compile(rb"\bfor\s*\(?\s*(?:let\s+|var\s+|const\s+)?([A-Za-z_$][\w$]*)")
_PACE = re.compile(rb"(?i)attempt|retry|tr(?:y|ies)|wait|delay|timeout|backoff|pause|sleep|number|seconds|^[a-z_]$")
"""A loop variable that counts or paces the tries; another one (`for arguments in attempts`) stands for a different try each time."""
_UNTIL_ANSWERED = re.compile(
    rb"\bwhile\s+\(?\s*(?:not\s+\w*(?:answer|response|result|reply|completion|output)\w*|\w+\s+is\s+None)\s*\)?\s*:"
)
"""The head of a loop of Python that goes on until there is an answer."""
_UNTIL_RIGHT = re.compile(rb"\bnot\s+[\w.]+\s+and\b|\band\s+not\s+[\w.]+")
"""The head of a loop of Python that also ends once something holds (`while not accepted and tries < 3`)."""
_STAND_IN = re.compile(
    rb"(?i)^(?:\w{0,20}_?)?(?:model|provider|llm|deployment|fallback|backend)(?:_?(?:name|id|config|client|fn|options?))?$"
)
"""A loop variable for what takes over where another has failed."""
_OVER = re.compile(rb"\s(?:in|of)\s")
_NAMED = re.compile(rb"\bfor\b([^\n]{1,120}?)\bin\s+(?:enumerate|zip)\s*\(")
"""What the rounds of a loop of Python over several lists at once are named."""
_UP_TO_THE_LAST = re.compile(rb"<=?\s*[\w.$]{1,60}\.(?:length|Length|Count|size\(\))|\brange\s*\(\s*len\s*\(")
"""The head of a loop through every place of a list."""
_LEAVES = re.compile(rb"\b(?:return|break)\b")
_AGAIN = re.compile(rb"\b(?:continue|pass)\b")
_STATUS = re.compile(
    rb"""\b\w*(?:[sS]tatus|[sS]tate)\b(?:["']\s*\]|["']\s*\))?\s*(?:\.\s*\w+\s*)?(?:===?|!==?|not\s+in\b|in\b|is\s+None|\.includes)|\bin\s+\w*(?:TERMINAL|DONE|FINAL|PENDING|RUNNING)\w*"""
    rb"""|\b(?:switch|case|match)\s*\(?\s*\$?[\w.>\[\]"'@:-]*[sS]tatus\b|\bin_array\(\s*\$[\w>\[\]"'-]*[sS]tatus\b|\.include\?\(?\s*[\w.\[\]"'@:]*status\b"""
)
_PENDING = re.compile(rb"\.includes\(\s*[\w.?\[\]\"']*[sS]tatus")
_WORK = re.compile(rb"(?i)(?:agent|chat|llm|model|completion|assistant|conversation|prompt|message|bedrock|openai|anthropic|claude|gemini)")
_NOTICE = re.compile(rb"(?i)slack|telegram|discord|smtp|sendgrid|e-?mail|webhook|\bsms\b|twilio")
_SAID = frozenset((b"message", b"chat", b"conversation"))
"""Where something is sent to people, and the words of it that speak of no agent there."""
_HELD = 600
_LONGEST_FUNCTION = 6_000
_FUNCTION_BELOW = re.compile(rb"[^\n]*\n(?:[ \t]*(?:@[^\n]*)?\n){0,6}?([ \t]*)(?:async[ \t]+)?def\b")
_ASKS_A_MODEL = re.compile(
    rb"\b_?(?:llm|chat_?model|language_?model|agent|crew|chain|graph|assistant)\w{0,20}(?:\.\w+){0,2}\.a?(?:invoke|run|chat|complete|completion|generate|predict"
    rb"|query|kickoff|stream|call|enforced_function_call|structured_predict)\w{0,24}\("
    rb"|\b\w{0,20}(?:llm|LLM|gpt|claude|gemini|openai|anthropic)\w{0,20}\("
    rb"|\b(?:completions|messages|responses)\.(?:create|parse|stream)\(|\ba?completion\(|\bgenerate_content\w{0,8}\(|\bsend_inference\("
)
"""Calls that ask a model or run an agent, by the vendor's names or by those that programs give to functions of their own."""
_RETRIED = re.compile(rb"(?i)\b(?:\w*(?:retry|retries|attempts?)\w*|(?:cur(?:rent)?|num|n)_?tr(?:y|ies)|tries)\s*(?:<=?|!=)")
_COUNTS_UP = re.compile(
    rb"(?i)\b(?:\w*(?:retry|retries|attempts?)\w*|(?:cur(?:rent)?|num|n)_?tr(?:y|ies)|tries)\s*(?:\+=|\+\+)|\+\+\s*\w*(?:retry|retries|attempts?)"
)
_GIVES_UP = re.compile(
    rb"(?i)\b\w*(?:retry|retries|attempts?|(?<![a-z])tries|try_?count)\w*\s*(?:>=?|==)\s*[\w(]|<=?\s*\w*(?:retry|retries|attempts?)\b"
)
"""A handler that compares its own count of tries with a limit."""
_COUNTED = re.compile(rb"\b(\w+)\s*\+=\s*1\b")
_LIMITED = re.compile(rb"\bif\s+(\w+)\s*(?:>=?|==)\s*\w")
_COUNTED_TRIES = re.compile(
    rb"(?i)\bfor\s+_?(?:attempt|retry|try)(?:_?(?:no|num|number|count|index|i))?\s+in\s+range\(|\bin\s+range\([^)]{0,40}\b\w{0,20}(?:retries|attempts|tries)\b"
)
"""The head of a loop over the numbers of the tries."""
_OBJECTS = (
    rb"(?:agent(?:_?(?:runtime|alias|action_?group|knowledge_?base|collaborator))?(?:_?endpoint)?|gateway(?:_?target)?|memory|knowledge_?base|data_?source"
    rb"|ingestion_?job|flow(?:_?alias)?|browser|code_?interpreter|harness|policy(?:_?engine)?|stacks?|collection)"
)
_SETS_UP = re.compile(
    rb"(?i)\.(?:get|create|update|delete|prepare|associate|describe)_" + _OBJECTS + rb"\s*\("
    rb"|\b(?:Get|Create|Update|Delete|Prepare|Associate|Describe)" + _OBJECTS + rb"Command\s*\("
    rb"|\.endpoint\s*\[\s*[\"']status[\"']\s*\]|\b(?:CREATE|UPDATE|DELETE)_FAILED\b|\b(?:CREATING|DELETING|UPDATING)\b"
)
"""Calls by which an agent, its memory, gateway or documents are made ready at AWS, and the states of what is being made ready."""
_WORKS = re.compile(rb"(?i)invoke|converse|generate|stream|retrieve|\.run\s*\(|\.query\s*\(|\bask|chat\w*\s*\(")
"""Calls by which an agent or model is given work."""
_ELSEWHERE = re.compile(
    rb"\b(?:batches|[fF]ine_?[tT]uning\.jobs|[vV]ector_?[sS]tores(?:\.\w{1,20})?|files|operations)\.(?:[rR]etrieve|[gG]et)\s*\("
    rb"|\b(?i:describe_?statement|get_?query_?execution|get_?statement_?result|get_?document_?(?:text_?detection|analysis)|get_?transcription_?job"
    rb"|describe_?(?:training_?job|stacks|endpoint)|get_?job_?run)(?:Command)?\s*\("
)
_OF_WORK = re.compile(
    rb"(?i)\b(?:runs|sessions|responses|interactions|tasks|executions|agents?|threads|jobs)\.(?:retrieve|get)\w{0,20}\s*\("
)
"""Calls that ask how far batches, trainings, indexes and queries of data are, and those that ask so of work in hand."""


def hits(facts: FileFacts, match: ConstructMatch) -> Iterator[_Hit]:
    """Places where the named shape is found."""
    if match.name == "state_table":
        yield from records.state_tables(facts)
    elif match.name == "event_log":
        yield from records.event_logs(facts)
    elif match.name == "agent_loop":
        yield from ((start, end, None) for start, end in agent_loops.hits(facts))
    elif facts.is_code:
        yield from {"retry_loop": _retry_loops, "poll_loop": _poll_loops, "retry_helper": _retry_helpers}[match.name](facts, match.calls)


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
    return facts.live[span[0] : span[1]]


def _retry_loops(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    loops = sorted(facts.loops(), key=lambda loop: (loop.span[0], -loop.span[1]))
    innermost = {body: loop.span for loop in loops for body, _ in loop.tries}
    for loop in loops:
        own = tuple(item for item in loop.tries if innermost[item[0]] == loop.span)
        again = _retries(facts, replace(loop, tries=own), calls) if own else not loop.tries and _asks_again(facts, loop, calls)
        if again and not _only_sets_up(_code(facts, loop.span)):
            yield (loop.span[0], loop.span[1], None)
    if not calls:
        yield from ((start, end, None) for start, end in intervals.retries(facts))


def _retries(facts: FileFacts, loop: Loop, calls: tuple[str, ...]) -> bool:
    head = _code(facts, loop.head)
    whole = _code(facts, loop.span)
    named = _ATTEMPT.search(head) is not None
    for body, handlers in loop.tries:
        if not _calls_inside(facts, body, calls):
            continue
        after = [_code(facts, handler) for handler in handlers]
        again = [text for text in after if _tries_again(text)]
        if again and _stands_in(head, _code(facts, body)):
            return True
        if not again or _goes_through_others(head, _code(facts, body)):
            continue
        succeeds = _LEAVES.search(_code(facts, body)) is not None or loop.conditional or _LEAVES.search(whole) is not None
        waits = any(_SLEEP.search(text) for text in again)
        counts = loop.counted or named or any(_ATTEMPT.search(text) for text in again)
        same_again = not _uses_counter(head, _code(facts, body)) and _LEAVES.search(_code(facts, body)) is not None
        if loop.counted and succeeds and (named or waits or same_again):
            return True
        if loop.conditional and succeeds and counts and (waits or named or _ATTEMPT.search(whole)):
            return True
        if calls and loop.conditional and _UNTIL_ANSWERED.search(head):
            return True
        if not loop.conditional and not loop.counted and (named or (waits and same_again)):
            return True
        if not loop.counted and same_again and any(map(_gives_up, again)):
            return True
    return False


def _gives_up(handler: bytes) -> bool:
    """Whether a handler compares a count of tries with a limit: one called so, or any that it counts up itself."""
    if _GIVES_UP.search(handler) is not None:
        return True
    counts = set(_COUNTED.findall(handler))
    return any(found[1] in counts for found in _LIMITED.finditer(handler))


def _asks_again(facts: FileFacts, loop: Loop, calls: tuple[str, ...]) -> bool:
    """Whether a loop without a guard counts its own retries up to a limit, and is left once the answer will do."""
    head, whole = _code(facts, loop.head), _code(facts, loop.span)
    if loop.counted and not loop.conditional:
        tries = _COUNTED_TRIES.search(head) is not None or _RETRIED.search(head) is not None
        counts = tries and (bool(calls) or _SLEEP.search(whole) is not None or b"continue" in whole)
    else:
        counts = loop.conditional and _RETRIED.search(head) is not None and _COUNTS_UP.search(whole) is not None
    ends = _LEAVES.search(whole) is not None or (loop.conditional and _UNTIL_RIGHT.search(head) is not None)
    return counts and ends and _calls_inside(facts, loop.span, calls)


def _only_sets_up(loop: bytes) -> bool:
    """Whether a loop waits until a resource is ready rather than for agent work."""
    return _SETS_UP.search(loop) is not None and _WORKS.search(loop) is None


def _uses_counter(head: bytes, body: bytes) -> bool:
    """Whether each round does something else (`for port in range(…): bind(port)`), so that it is no second try of the same."""
    counter = _COUNTER.search(head)
    return counter is not None and counter[1] != b"_" and re.search(rb"\b" + re.escape(counter[1]) + rb"\b", body) is not None


def _goes_through_others(head: bytes, body: bytes) -> bool:
    """Whether the loop runs over different things to try, whatever their list is called (`for arguments in attempts`)."""
    counter = _COUNTER.search(head)
    if counter is None or b"range" in head or _PACE.search(counter[1]) or not _OVER.search(head):
        return False
    return _uses_counter(head, body)


def _stands_in(head: bytes, body: bytes) -> bool:
    """Whether each round asks another model or provider for the same (`for model in candidates`), until one answers."""
    counter = _COUNTER.search(head)
    if counter is None or not _OVER.search(head) or _LEAVES.search(body) is None:
        return False
    several = _NAMED.search(head)
    names = re.findall(rb"\w+", several[1]) if several is not None else [counter[1]]
    return any(_STAND_IN.search(name) is not None and re.search(rb"\b" + name + rb"\b", body) is not None for name in names)


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
        if not calls and _ELSEWHERE.search(whole) and not _OF_WORK.search(_ELSEWHERE.sub(b"", whole)):
            continue
        if not (_STATUS.search(whole) or _PENDING.search(whole)) or not _calls_inside(facts, loop.span, calls):
            continue
        waits = _SLEEP.search(whole) is not None
        if loop.counted and not loop.conditional and _goes_through_a_list(_code(facts, loop.head), whole):
            continue
        if (loop.conditional or loop.counted) and (waits or (calls and loop.conditional)) and not _only_sets_up(whole):
            yield (loop.span[0], loop.span[1], None)
    if not calls:
        yield from ((start, end, None) for start, end in intervals.hits(facts))


def _goes_through_a_list(head: bytes, body: bytes) -> bool:
    """Whether the loop takes one thing after the other from a list (`for (let i = 0; i < cases.length; i++) … cases[i]`), however long it
    rests between two of them."""
    counter = _COUNTER.search(head)
    return (
        counter is not None
        and _UP_TO_THE_LAST.search(head) is not None
        and re.search(rb"\[\s*" + re.escape(counter[1]) + rb"\s*\]", body) is not None
    )


def _retry_helpers(facts: FileFacts, calls: tuple[str, ...]) -> Iterator[_Hit]:
    """Calls of a function whose name says that it tries again (`retryWithBackoff`), around work that speaks of agents or models.

    The function may be the repository's own: here it is its name that tells, and what it is handed. What a decorator is handed is the
    function below it.
    """
    for call in facts.calls:
        if not intervals.tries_again(call.written.rpartition(".")[2]):
            continue
        if _decorates(facts.data, call.start):
            if _ASKS_A_MODEL.search(_decorated(facts.live, call.end)) is not None:
                yield (call.start, call.end, None)
            continue
        given = _code(facts, (call.start, min(call.end, call.start + _HELD)))
        name = re.escape(call.written.rpartition(".")[2].encode())
        opened = re.search(rb"(?<!\w)" + name + rb"\s*(?:<[^()]{0,80}>)?\(", given)
        given = given[opened.end() - 1 :] if opened is not None else given
        work = _WORK.search(given, given.find(b"("))
        if work is None or (_NOTICE.search(given) and all(found[0].lower() in _SAID for found in _WORK.finditer(given))):
            continue
        if b"(" in given[given.find(b"(") + 1 :] or b"=>" in given:
            yield (call.start, call.end, None)


def _decorates(data: bytes, start: int) -> bool:
    """Whether a call is a decorator."""
    return data[max(0, start - 1) : start] == b"@"


def _decorated(code: bytes, end: int) -> bytes:
    """The function of Python under a decorator: from its head to the next line that stands as far left."""
    found = _FUNCTION_BELOW.match(code, end)
    if found is None:
        return b""
    following = re.compile(rb"^" + found[1] + rb"(?=[^\s)\]])", re.MULTILINE).search(code, found.end())
    return code[found.end() : min(following.start() if following is not None else len(code), found.end() + _LONGEST_FUNCTION)]
