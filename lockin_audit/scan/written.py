"""What is written at a site, as short texts: attempts and waits, tables and columns, ids, fields of a vendor, reasons.

By expressions over at most 40 lines; values that are computed elsewhere show as the name that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lockin_audit.core.runtime import AttributeMatch, CallMatch, KeyMatch, ResourceMatch, Rule, StringMatch, SymbolMatch, TextMatch

_VALUE = (
    r"""["']?(timedelta\([^()\n]{0,40}\)|-?\d[\d._]*\w*(?:\s*\*\s*\d+)*|[A-Z][A-Z0-9_]{2,}\b"""
    r"""|(?:settings|config|self|cls|options)\.[\w.]{1,40}"""
    r"""|(?:int|float)\((?:[^()\n]|\([^()\n]{0,60}\)){1,60}\))"""
)
_SAYS = r"""["']?(?:\s*:\s*(?:Optional\[)?(?:int|float|number|Duration|Long|Integer)\]?(?:\s*\|\s*None)?\s*(?==)|)\s*(?:=(?!=)|:=|:)\s*"""
_NAME = r"(?<![\w.])([\w.]{0,40}?(?i:"


def _setting(words: str, tail: str = "") -> re.Pattern[str]:
    """A name that holds one of the words, an equals sign or colon, and a value that is a number or a constant."""
    return re.compile(_NAME + words + ")" + tail + ")" + _SAYS + _VALUE)


_ATTEMPTS = _setting(
    r"max(?:imum)?_?(?:retries|retry(?:_?attempts|_?count)?|attempts|tries|iterations|iter|turns)|(?:max|maximum|num)_\w{1,20}_(?:retries|attempts)"
    r"|num_?retries|retry_?(?:count|limit|attempts|max)|attempts|retries|tries|recursion_?limit"
)
_TIMES = _setting(r"timeout|deadline|interval|backoff|delay|jitter|max_?wait|max_?execution_?time", r"\w{0,30}")
_KEEPING = _setting(r"ttl|retention|expir\w{0,12}|lifetime|keep_?(?:days|alive)|max_?age", r"\w{0,30}")
_TENACITY = re.compile(
    r"\b((?:stop_after_attempt|stop_after_delay|wait_exponential_jitter|wait_exponential|wait_fixed|wait_random_exponential|wait_random"
    r"|wait_incrementing)\([^()\n]{0,60}\))"
)
_SLEEP = re.compile(r"(?<!\w)((?:\w+\.)?(?:sleep|Delay)\((?:[^()\n]|\([^()\n]{0,40}\)){1,60}\))")
_CHOICE = re.compile(r"""\b(multitask_?[sS]trategy|retry_?[mM]ode)["']?\s*[=:]\s*["'](\w{1,40})["']""")
_TIMER = re.compile(r"(?<!\w)(setTimeout\(\s*\w{1,40}\s*,\s*[\w.* ]{1,40}\))")
_HELPER = re.compile(r"\b(\w{0,30}[rR]etr(?:y|ies)\w{0,30})\(")
_LAST_NUMBERS = re.compile(r"((?:,\s{0,40}\d[\d_]{0,8}){1,4})\s{0,40},?\s{0,40}\)\s*;?\s*$")
_FROM_SETTING = re.compile(
    r"""(?:int|float)\(\s*os\.(?:getenv|environ\.get)\(\s*["'](\w{1,60})["']\s*(?:,\s*["']?([\w.]{1,20})["']?\s*)?\)\s*\)?$"""
)
_ROUNDS = re.compile(r"\bin\s+(range\((?:[^()\n]|\([^()\n]{0,30}\)){1,40}\))")
_SETTER = re.compile(r"\.((?:set|with)?\w{0,30}(?:Attempts|Retries|Interval|Timeout|Backoff|Coefficient|Delay))\(([^()\n]{1,40})\)")
_TABLES = (
    re.compile(r"""(?i)\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["'`\[]?([\w.]{1,80})"""),
    re.compile(r"""__tablename__\s*=\s*["'](\w+)"""),
    re.compile(
        r"""\b(?:pgTable|mysqlTable|sqliteTable|create_table|createTable|Table|Entity|collection|get_collection|getCollection|Collection|mongoose\.model|model|define)\(\s*["'](\w+)"""
    ),
    re.compile(r"""\bDbSet<(\w+)>"""),
    re.compile(r"""(?m)^[ \t]*model\s+(\w+)\s*\{"""),
    re.compile(r"""\bresource\s+"aws_dynamodb_table"\s+"(\w+)\""""),
    re.compile(r"""(?m)^[ \t]*class\s+(\w+)\s*\([^)\n]*(?:Base|Model|Document|SQLModel)\b"""),
)
_DECLARED = re.compile(r"""(?m)^[ \t]*(?:name|table_?name|TableName|table)["']?\s*[:=]\s*(?:!Sub\s+)?["']?([\w${}.:-]{1,80})""")
_DECLARED_COLUMN = re.compile(r"""\b(?:hash_key|range_key|partition_key|sort_key|AttributeName)["']?\s*[:=]\s*["']?(\w{1,60})""")
_DECLARED_TIME = re.compile(
    r"""(?i)\b(?:ttl\s*\{[^}]{0,200}?attribute_name\s*=|TimeToLiveSpecification["']?\s*:\s*\{?\s*["']?AttributeName["']?\s*:)\s*["']?(\w{1,60})"""
)
_SHAPE = re.compile(
    r"^\s*(?:export\s+)?(?:class\s+(\w{1,60})|(?:const|let|var)\s+(\w{1,60})\s*=\s*(?:\w+\.)*Annotation\.Root\(|(?:interface|type)\s+(\w{1,60}))"
)
_NEW_KEEPER = re.compile(r"\bnew\s+([A-Z]\w{1,40}(?:Store|Storage|Saver|Memory))\(")
_KEEPER = re.compile(
    r"\b((?:Async)?[A-Z]\w{0,40}(?:Saver|Checkpointer|Checkpointer?Store|SessionService|SessionManager|SessionStore|ChatMessageHistory"
    r"|MemoryStore|SQLiteSession|SQLAlchemySession|RedisSession|KeyValueStore|PostgresStore|RedisStore))\b"
)
_SQL_COLUMN = re.compile(
    r"""(?im)^[ \t]*["'`\[]?(\w{1,60})["'`\]]?\s+(?:text|varchar|char|uuid|int|integer|bigint|smallint|serial|bigserial"""
    r"""|timestamptz?|timestamp|date|datetime|jsonb?|boolean|bool|numeric|decimal|real|double|blob|bytea|nvarchar|uniqueidentifier)\b(?!\s*[=:?])""",
    re.VERBOSE,
)
_CLASS_COLUMN = re.compile(
    r"(?m)^[ \t]+(\w{1,60})\s*(?::\s*[^=\n]{1,80}=\s*(?:mapped_column|Field)\(|=\s*(?:\w+\.)?(?:Column|Field|mapped_column|\w+Field)\("
    r"|:\s*Mapped\[)"
)
_SCRIPT_COLUMN = re.compile(r"""(?m)^[ \t]+(\w{1,60})\s*:\s*(?:text|varchar|uuid|integer|serial|timestamp|jsonb?|boolean|bigint)\(""")
_PRISMA_COLUMN = re.compile(r"(?m)^[ \t]+(\w{1,60})\s+(?:String|Int|DateTime|Json|Boolean|BigInt|Float|Bytes)\b")
_POINTER = re.compile(
    r"""\b(previous_response_id|previousResponseId|(?:\w{0,30}_)?(?:session|thread|conversation|memory|assistant|vector_?store|checkpoint|interaction|context|response|run)_?(?:id|Id|ID|ids|Ids|arn|Arn)s?)\b"""
)
_POINTED = re.compile(r"\b((?:session|thread|conversation|memory|interaction|checkpoint)\.(?:id|Id|ID))\b")
_ASSIGNED = re.compile(
    r"^\s*(?:(?:const|let|var|final|val|[A-Z][\w<>?.]{0,60})\s+)?(\w{1,40})\s*(?::[^=\n]{1,60})?:?=\s*(?:await\s+)?\w[\w.]{0,120}\.(\w{1,60})\("
)
_MANY = ("list", "search", "query", "delete", "find")
"""Beginnings of calls whose answer is no single thing with an id."""
_KEPT = re.compile(r"(?i)session|thread|conversation|memory|chat|interaction|store|assistant|run$|checkpoint")
_GENERIC = ("kind", "type", "name", "id", "value")
"""Keys that say nothing by themselves; what stands behind them does."""
_MEMBER = re.compile(r"\b((?:event|evt|ev|chunk|update|message|msg|item|part|data|entry)(?:\??\.[a-z_]\w{0,40}){1,3})\b(?!\()")
_NAMED_EVENT = re.compile(r"""(?m)^\s*eventName\s*:\s*["']?(\w{1,60})""")
_SYSTEM = re.compile(r"\bSystem(?:\.[A-Z]\w{0,40}){1,3}")
_QUOTED = re.compile(r"""["'`]([^"'`\n]{1,120})["'`]""")
_REASON = re.compile(
    r"(?i)(?<![A-Za-z])((?:\w{0,30}_)?(?:reason\w{0,8}|rationale|threshold|confidence|score|justification|explanation|because|routed_to|route_taken"
    r"|chosen_\w{1,20}|selected_\w{1,20}|policy_version|prompt_version|fallback_\w{1,20}|decision\w{0,12}))(?![a-z])"
)
_CAMEL_REASON = re.compile(r"\b(\w{0,30}(?:Reason|Rationale|Threshold|Confidence|Score|Decision|Justification))\b")


def _said(name: str, value: str) -> str:
    """`name = value`; a number that a setting may change as `name = 3 unless SETTING says otherwise`."""
    setting = _FROM_SETTING.match(value)
    if setting is None:
        return f"{name} = {value}"
    return f"{name} = {setting[2]} unless {setting[1]} says otherwise" if setting[2] else f"{name} as {setting[1]} says"


def attempts(text: str) -> list[str]:
    """Numbers of attempts that are written, as `name = value`."""
    return [_said(found[1], found[2]) for found in _ATTEMPTS.finditer(text)]


def limits(text: str) -> list[str]:
    """Attempts, waits and time limits that are written, in the order of their kinds."""
    found = attempts(text)
    found += [match[1] for match in _ROUNDS.finditer(text)]
    found += [match[1] for match in _TENACITY.finditer(text)]
    found += [f"{match[1]}({match[2].strip()})" for match in _SETTER.finditer(text)]
    found += [match[1] for match in _SLEEP.finditer(text)]
    found += [match[1] for match in _TIMER.finditer(text)]
    found += [_said(match[1], match[2]) for match in _TIMES.finditer(text)]
    found += [f"{match[1]} = {match[2]}" for match in _CHOICE.finditer(text)]
    return found or _given(text)


def _given(text: str) -> list[str]:
    """The numbers a helper that tries again is given last: `retryWithBackoff(..., 3, 1000)`."""
    helper = _HELPER.search(text.split("\n", 1)[0][:400])
    numbers = _LAST_NUMBERS.search(text[-240:]) if helper is not None else None
    return [f"{helper[1]}(...{' '.join(numbers[1].split())})"] if helper is not None and numbers is not None else []


def keeping(text: str) -> list[str]:
    """How long something is kept, as `name = value`, or the column that holds the time."""
    found = [_said(match[1], match[2]) for match in _KEEPING.finditer(text)]
    return found + [f"until the time in column {match[1]}" for match in _DECLARED_TIME.finditer(text)]


_TYPES = frozenset(("string", "str", "number", "int", "boolean", "bool", "any", "unknown", "object", "none", "null", "undefined"))
"""Types of a field `name`, which name no table."""


def tables(text: str) -> tuple[list[str], list[str]]:
    """Tables, collections or checkpointers that a place declares, and the columns that stand there."""
    names = [match[1] for pattern in _TABLES for match in pattern.finditer(text)]
    if not names:
        names = [match[1] for pattern in (_KEEPER, _NEW_KEEPER) for match in pattern.finditer(text)]
    if "__tablename__" in text:
        names = names[:1]
    shapes = (_SQL_COLUMN, _CLASS_COLUMN, _SCRIPT_COLUMN, _PRISMA_COLUMN)
    return names, max(([match[1] for match in shape.finditer(text)] for shape in shapes), key=len)


def declared(text: str, *, plain_name: bool = True) -> tuple[list[str], list[str]]:
    """Name and key columns of a table that a file of infrastructure declares.

    Args:
        text: what stands at the place and under it.
        plain_name: what is called `name` only is the table's name, as in files of infrastructure; in a program anything has a name.
    """
    found = (match for match in _DECLARED.finditer(text) if plain_name or "table" in match[0].lower())
    names = [match[1] for match in found if match[1].lower() not in _TYPES][:1]
    return names, list(dict.fromkeys(match[1] for match in _DECLARED_COLUMN.finditer(text)))


def shape(lines: list[str], line: int) -> list[str]:
    """Name of the class or type that a line of a state's schema stands in or begins, looked for at most 40 lines up."""
    for text in reversed(lines[max(0, line - 41) : line]):
        found = _SHAPE.match(text)
        if found is not None:
            return [name for name in found.groups() if name]
    return []


def pointers(text: str) -> list[str]:
    """Names of the ids that point to what a vendor holds, else the variable the answer is put in."""
    found = [match[1] for pattern in (_POINTED, _POINTER) for match in pattern.finditer(text)]
    if not found:
        assigned = _ASSIGNED.match(text)
        if assigned is not None and _single(assigned[1], assigned[2], text):
            found = [assigned[1] if assigned[1].lower().endswith("id") else f"{assigned[1]}.id"]
    return found


def _single(name: str, call: str, text: str) -> bool:
    """Whether what a call gives has an id worth holding: one session or thread by its name, and not a list or an answer to a search."""
    if name.isupper() or call.lower().startswith(_MANY):
        return False
    return _KEPT.search(name) is not None or ("response" in name.lower() and "responses." in text)


def members(text: str) -> list[str]:
    """Fields of an event or message that the lines under a place read, and the names under which they write one."""
    found = [match[1].replace("?", "") for match in _MEMBER.finditer(text)]
    return found + [match[1] for match in _NAMED_EVENT.finditer(text)] + _SYSTEM.findall(text)


def reasons(text: str) -> list[str]:
    """Names that say why: a reason, a score, a threshold, a decision."""
    return [match[1] for pattern in (_REASON, _CAMEL_REASON) for match in pattern.finditer(text)]


def telling(fields: Iterable[str]) -> list[str]:
    """The fields of a vendor that say why, each up to the name that says so: `event.stop_reason` of `event.stop_reason.type`."""
    return [field[: field.index(why[0]) + len(why[0])] for field in fields if (why := reasons(field))]


def fields(rule: Rule, text: str) -> list[str]:
    """The vendor's names that a telemetry site reads: those of the rule that stand in the text."""
    return list(dict.fromkeys(name for match in rule.match for name in _fields(match, text)))


def _fields(match: object, text: str) -> Iterable[str]:
    if isinstance(match, StringMatch):
        quoted = _QUOTED.findall(text)
        return [value for value in quoted if value in match.equals or (match.pattern and re.fullmatch(match.pattern, value))]
    if isinstance(match, AttributeMatch):
        last = "|".join(sorted({re.escape(path.rpartition(".")[2]) for path in match.path}))
        chains = re.findall(rf"((?:\b\w{{1,60}}\??\.){{0,8}}\b(?:{last})\b(?:\??\.\w{{1,60}}\b(?!\()){{0,4}})", text)
        return [chain.replace("?", "") for chain in chains]
    if isinstance(match, KeyMatch):
        return _keys(match, text)
    if isinstance(match, CallMatch):
        # A call names what is done, its argument what is read.
        name = match.argument.rpartition(".")[2]
        return [name] if name and re.search(rf"\b{re.escape(name)}\b", text) else []
    if isinstance(match, ResourceMatch):
        return [kind for kind in match.type if kind in text]
    if isinstance(match, SymbolMatch):
        return [name for name in match.name if name[:1].isupper() and re.search(rf"\b{re.escape(name)}\b", text)]
    if isinstance(match, TextMatch):
        return [found[0] for line in text.split("\n") if (found := re.search(match.pattern, line, re.IGNORECASE)) is not None]
    return []


def _keys(match: KeyMatch, text: str) -> list[str]:
    """The keys of a rule that stand in the text; of those that say nothing by themselves the value."""
    found = []
    for path in match.path:
        last = path.rpartition(".")[2]
        value = re.search(rf"""\b{re.escape(last)}["']?\s*[:=]\s*["']?([\w.]{{1,60}})""", text)
        if last in _GENERIC:
            found += [value[1]] if value is not None else []
        elif re.search(rf"\b{re.escape(last)}\b", text):
            found.append(path)
    return found
