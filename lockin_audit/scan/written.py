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
    r"max(?:imum)?_?(?:retries|retry(?:_?attempts|_?count)?|attempts|tries|iterations|turns)|(?:max|maximum|num)_\w{1,20}_(?:retries|attempts)"
    r"|num_?retries|retry_?(?:count|limit|attempts|max)|attempts|retries|tries|recursion_?limit"
)
_TIMES = _setting(r"timeout|deadline|interval|backoff|delay|jitter|max_?wait", r"\w{0,30}")
_KEEPING = _setting(r"ttl|retention|expir\w{0,12}|lifetime|keep_?(?:days|alive)|max_?age", r"\w{0,30}")
_TENACITY = re.compile(
    r"\b((?:stop_after_attempt|stop_after_delay|wait_exponential_jitter|wait_exponential|wait_fixed|wait_random_exponential|wait_random"
    r"|wait_incrementing)\([^()\n]{0,60}\))"
)
_SLEEP = re.compile(r"(?<!\w)((?:\w+\.)?(?:sleep|Delay)\((?:[^()\n]|\([^()\n]{0,40}\)){1,60}\))")
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
_ASSIGNED = re.compile(r"^\s*(?:(?:const|let|var|final|val)\s+)?(\w{1,40})\s*(?::[^=\n]{1,60})?:?=\s*(?:await\s+)?[\w.]{1,120}\(")
_QUOTED = re.compile(r"""["'`]([^"'`\n]{1,120})["'`]""")
_REASON = re.compile(
    r"(?i)(?<![A-Za-z])((?:\w{0,30}_)?(?:reason\w{0,8}|rationale|threshold|confidence|score|justification|explanation|because|routed_to|route_taken"
    r"|chosen_\w{1,20}|selected_\w{1,20}|policy_version|prompt_version|fallback_\w{1,20}|decision\w{0,12}))(?![a-z])"
)
_CAMEL_REASON = re.compile(r"\b(\w{0,30}(?:Reason|Rationale|Threshold|Confidence|Score|Decision|Justification))\b")


def attempts(text: str) -> list[str]:
    """Numbers of attempts that are written, as `name = value`."""
    return [f"{found[1]} = {found[2]}" for found in _ATTEMPTS.finditer(text)]


def limits(text: str) -> list[str]:
    """Attempts, waits and time limits that are written, in the order of their kinds."""
    found = attempts(text)
    found += [match[1] for match in _ROUNDS.finditer(text)]
    found += [match[1] for match in _TENACITY.finditer(text)]
    found += [f"{match[1]}({match[2].strip()})" for match in _SETTER.finditer(text)]
    found += [match[1] for match in _SLEEP.finditer(text)]
    return found + [f"{match[1]} = {match[2]}" for match in _TIMES.finditer(text)]


def keeping(text: str) -> list[str]:
    """How long something is kept, as `name = value`."""
    return [f"{match[1]} = {match[2]}" for match in _KEEPING.finditer(text)]


def tables(text: str) -> tuple[list[str], list[str]]:
    """Tables, collections or checkpointers that a place declares, and the columns that stand there."""
    names = [match[1] for pattern in _TABLES for match in pattern.finditer(text)]
    if not names:
        names = [match[1] for match in _KEEPER.finditer(text)]
    if "__tablename__" in text:
        names = names[:1]
    shapes = (_SQL_COLUMN, _CLASS_COLUMN, _SCRIPT_COLUMN, _PRISMA_COLUMN)
    return names, max(([match[1] for match in shape.finditer(text)] for shape in shapes), key=len)


def pointers(text: str) -> list[str]:
    """Names of the ids that point to what a vendor holds, else the variable the answer is put in."""
    found = [match[1] for match in _POINTER.finditer(text)]
    if not found:
        assigned = _ASSIGNED.match(text)
        found = [f"{assigned[1]}.id"] if assigned is not None and not assigned[1].isupper() else []
    return found


def reasons(text: str) -> list[str]:
    """Names that say why: a reason, a score, a threshold, a decision."""
    return [match[1] for pattern in (_REASON, _CAMEL_REASON) for match in pattern.finditer(text)]


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
        return [path for path in match.path if re.search(rf"\b{re.escape(path.rpartition('.')[2])}\b", text)]
    if isinstance(match, CallMatch):
        names = [match.argument.rpartition(".")[2]] if match.argument else [path.rpartition(".")[2] for path in match.path]
        return [name for name in names if name and re.search(rf"\b{re.escape(name)}\b", text)]
    if isinstance(match, ResourceMatch):
        return [kind for kind in match.type if kind in text]
    if isinstance(match, SymbolMatch):
        return [name for name in match.name if re.search(rf"\b{re.escape(name)}\b", text)]
    if isinstance(match, TextMatch):
        return [found[0] for line in text.split("\n") if (found := re.search(match.pattern, line, re.IGNORECASE)) is not None]
    return []
