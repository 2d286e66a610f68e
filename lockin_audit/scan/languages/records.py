"""What a repository keeps of its agents' work: tables and collections for conversations, append-only logs of steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lockin_audit.scan.languages.facts import Call, FileFacts
from lockin_audit.scan.languages.origins import LOCAL, OWN

_Hit = tuple[int, int, None]
_BODY = 2_000
_KEEPS = re.compile(
    rb"(?i)\binsert\s+into\b|\.(?:execute|executemany|commit|write|writelines|save|insert_?one|insert_?many|put_?item|xadd|[lr]push|publish|create|upsert"
    rb"|append_?file(?:sync)?|append_?event|add|set|send|save_?changes(?:async)?|write_?line(?:async)?)\s*\(|\bopen\s*\("
)
_STORES = re.compile(
    rb"(?i)\binsert\s+into\b|\.(?:execute|executemany|commit|writelines|insert(?:_?one|_?many)?|put_?item|xadd|[lr]push|append_?file(?:sync)?)\s*\("
    rb"|\bappend_?file(?:sync)?\s*\(|\bnew\s+Put(?:Item)?Command\s*\(|\.create\s*\(\s*\{\s*data\b"
)
"""Signs that something is kept for good, told apart from what is merely sent or put into a list."""
_DEFINED = re.compile(
    rb"\b(?:def|function|func|fun)\s+(?:\([^()\n]{0,80}\)\s*)?([A-Za-z_]\w*)\s*[(<]"
    rb"|^[ \t]*(?:(?:public|private|protected|static|async|override)\s+){0,4}([A-Za-z_]\w*)\([^;{}()]{0,400}\)\s*(?::[^={};\n]{1,120})?\{",
    re.MULTILINE,
)
"""Where a function is defined, or a method of JavaScript."""
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
STATE_NOUNS = frozenset(
    (
        *("session", "sessions", "conversation", "conversations", "message", "messages", "chat", "chats", "thread", "threads"),
        *("checkpoint", "checkpoints", "transcript", "transcripts", "dialog", "dialogue", "memory", "memories"),
    )
)
LOG_SUBJECTS = frozenset(["agent", "run", "session", "step", "tool", "workflow", "trace", "conversation", "turn", "task", "execution"])
LOG_NOUNS = frozenset(["event", "events", "log", "logs", "audit", "history", "journal", "trace", "traces", "steps"])
_TABLE_SQL = re.compile(
    r"""\bcreate\s+(?:unlogged\s+|temp(?:orary)?\s+)?table\s+(?:if\s+not\s+exists\s+)?["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(\w+)""",
    re.IGNORECASE,
)
_INSERT_SQL = re.compile(r"""\binsert\s+into\s+["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(\w+)""", re.IGNORECASE)
MODEL_BASES = ("Base", "DeclarativeBase", "SQLModel", "Model", "Document", "Entity", "Table", "BaseTable", "ApplicationRecord", "Schema")
"""Names of classes whose subclasses a database layer stores."""
_MODEL_BASE = re.compile(
    rf"\b(?:{'|'.join(MODEL_BASES)}|ActiveRecord(?!::)|\w+Base|\w+Mixin)\b"
    r"|@\w*[Ee]ntity|@\w*Document\b|@dataclass_table|table\s*=\s*True"
)
_ENTITY = re.compile(
    r"""@(?:Entity|Schema|Table)\(\s*(?:\{[^{}]{0,80}?\b(?:name|tableName|collection)\s*[:=]\s*|name\s*=\s*)?["'`](\w{1,60})["'`]"""
)
"""The name of a table or collection that a class is kept under."""
_PLAIN_BASE = re.compile(r"^\(\s*(?:pydantic\.)?BaseModel\s*\)|\bserialization\.Model\b|\bTypedDict\b|\bProtocol\b|\bException\b|\bEnum\b")
_BARE_BASE = re.compile(
    r"^\((?!.*\b(?:DeclarativeBase|SQLModel|Model|Document|Entity|Table|BaseTable|Schema)\b)(?!.*\btable\s*=\s*True)", re.DOTALL
)
"""Bases of a Python class of which none but a `Base` or a mixin speaks of a database: any family of classes may have one."""
_COLUMNS = re.compile(r"\b(?:Column|mapped_column|Mapped|relationship|ForeignKey|declared_attr|table_name|\w+Field\()")
"""What a class holds that a database layer stores under such a base."""
_STORED_FIELDS = re.compile(
    r"""\bgorm\.Model\b|\bent\.Schema\b|`[^`\n]{0,200}\b(?:gorm|xorm|bun|dynamodbav|bson|db|firestore):\"|=\s*models\.(?:\w+Field|ForeignKey)\("""
)
"""Fields of a Go struct or of a model of Django that a database layer stores."""
_PEEWEE = re.compile(rb"^[ \t]*(?:from|import)[ \t]+(?:peewee|playhouse|tortoise)\b", re.MULTILINE)
_PEEWEE_FIELDS = re.compile(
    r"=\s*(?:peewee\.|pw\.|fields\.)?(?:Char|Text|Integer|BigInteger|DateTime|Datetime|ForeignKey|UUID|JSON|Auto|Boolean|BinaryJSON)Field\("
)
"""Columns of a model of Peewee or Tortoise, whose base is mostly one of the program's own."""
_TABLE_NAMES = ("", "name", "table_name", "TableName", "id")
_SCOPES = (("this",), ("self",), ("scope",), ("stack",))
"""What a resource declared in a program is handed first: the stack it belongs to."""
TABLE_MAKERS = frozenset(
    (
        *("Table", "TableV2", "pgTable", "sqliteTable", "mysqlTable", "model", "define", "collection", "get_collection", "create_table"),
        *("createTable", "Collection", "container", "get_container_client", "GetContainer", "CreateContainerIfNotExistsAsync"),
        *("GetCollection", "getCollection"),
    )
)
_TABLE_NAME = re.compile(r"""["'`:]+([^"'`\s]+)["'`]*""")
"""What names a table in code; a text with blanks describes something."""
_NAME_ELSEWHERE = re.compile(
    r"(?i)(?:[\w$]+\.)*([\w$]{0,40}(?:session|conversation|message|thread|chat|transcript)s?_?"
    r"(?:(?:collection|table|container|db)(?:_?(?:name|id))?|col_?name))"
)
"""A constant or setting that holds a table's name: `CONVERSATIONS_COLLECTION`, `settings.messagesTable`."""
APPEND_VERBS = ("append", "record", "log", "save", "store", "write", "persist", "insert", "emit")
APPENDS = re.compile(
    rf"_?(?:{'|'.join(APPEND_VERBS)})_?[A-Za-z_]*(?:[eE]vent|[sS]tep|[tT]race|[aA]udit)\w*"
    r"|Append[A-Za-z]*(?:Event|Step|Audit)\w*|(?:Record|Save|Store|Persist|Insert|Write)[A-Za-z]*(?:Step|Audit|AgentEvent|RunEvent|SessionEvent)\w*"
)
"""Names of functions that write down what happened."""
_SENDS = frozenset(("sse", "ws", "websocket", "socket", "stream"))
"""Words of what is sent to whoever listens (`writeSseEvent`), and not kept."""
_APPENDED = re.compile(r"(?i)(?:^|\.)_?append_?[a-z_]*events?(?:with|async|$|_)")
"""An append-only log by its name."""
_NO_ONE_ELSE = frozenset(["agent", "tool", "step", "turn"])
"""Words of what an agent does and a person at a screen does not."""
_OTHER_WORK = frozenset(
    (
        *("hook", "hooks", "webhook", "webhooks", "ingestion", "import", "imports", "export", "exports", "sync", "migration", "migrations"),
        *("payment", "payments", "billing", "preview", "media", "install", "cron", "provider", "providers", "tag", "tags"),
    )
)
"""Words of work that no agent does, though it has steps, runs and a log as well."""
_ANALYTICS = frozenset(
    (
        *("analytics", "telemetry", "tracking", "tracker", "metrics", "insights", "instrumentation"),
        *("firebase", "gtag", "amplitude", "mixpanel", "posthog", "segment"),
    )
)
"""Words of what counts users rather than the steps of an agent."""
_VISITS_OF = frozenset(("onboarding", "user", "signup", "login", "page", "click", "clicked"))
"""Words of what a person does in a program."""
_LONGEST_ARGUMENT = 300
_LONGEST_TABLE = 6_000
_TALK = re.compile(
    rb"""[\s"'`(,](?:messages|chat_?[hH]istory|conversation_?[hH]istory|message_?[hH]istory|transcript|(?:team|agent)_?[sS]tate)(?:["'`]?\s*[:=,]|\s+(?i:jsonb?|text)\b)"""
)
"""A column for what was said, or for what an agent is about to do."""
_TALK_OF = re.compile(rb"\b(?:session|thread|conversation|chat)_?[iI][dD]\b")
_RUN_OF = re.compile(rb"\brun_?[iI][dD]\b")
_FRAMEWORK_TABLES = re.compile(
    r"(?i)(?:solid_(?:cable|queue|cache)|action_mailbox|action_text|active_storage|telescope|pulse|django|wp|oauth|personal_access|password|login)_"
)
"""Tables that a web framework keeps for itself: queues of its sockets, mail, sign-in."""
_SIGNED_IN = frozenset(["session", "sessions"])
_SIGNS_IN = frozenset(
    [
        "auth",
        "oauth",
        "user",
        "users",
        "login",
        "signin",
        "logins",
        "impersonation",
        "impersonator",
        "checkout",
        "cart",
        "browser",
        "device",
    ]
)
"""Words that make a session one of a person who signed in, looks around or buys."""
_PRODUCT = re.compile(r"(?i)dialog_?flow")
"""A product's name that holds the word for a conversation."""
_NO_TALK = frozenset(
    (
        *("migration", "migrations", "billing", "checkout", "payment", "payments", "welcome", "suggested", "provenance"),
        *("param", "params", "flow", "flows"),
        *("rma", "contact", "sms", "flash", "newsletter"),
    )
)
"""Words of tables that only bear the name of conversations: what was paid for, what a page proposes, which flow a chat runs, what a
shop sends or is sent."""
_WHO = frozenset(("user", "users", "account", "accounts", "authorize", "authorization", "permission", "permissions", "member", "members"))
"""Last words of tables of those who talk, or may."""
_VISITOR = re.compile(r"(?i)\b(?:ip_?address|user_?agent|remember_?token|last_activity|session_?token|expires(?:_?at)?)\b")
"""Columns of a table of web visitors' sessions, of which such a table has more than one."""
_SIGN_IN = re.compile(r"Session\s*<\s*\w+\s+belongs_to\s+:user\s+end\s*")
"""The model of a visitor's sign-in that Rails generates."""
_VISITS = frozenset(["Session", "UserSession"])
_QUOTES = frozenset("\"'`")


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(name)]


def is_state(name: str) -> bool:
    """Whether the name of a table or class speaks of conversations."""
    if _FRAMEWORK_TABLES.match(name):
        return False
    found = STATE_NOUNS.intersection(words := _words(_PRODUCT.sub("", name)))
    if words[-1:] and words[-1] in _WHO:
        return False
    return bool(found) and _NO_TALK.isdisjoint(words) and not (found <= _SIGNED_IN and _SIGNS_IN.intersection(words))


def is_log(name: str) -> bool:
    """Whether a name of more than one word speaks of a record and of what an agent does."""
    words = _words(name)
    nouns, subjects = LOG_NOUNS.intersection(words), LOG_SUBJECTS.intersection(words)
    if nouns == {"history"} and subjects == {"conversation"}:
        return False  # what was said, not what was done
    if not _OTHER_WORK.isdisjoint(words) and "agent" not in subjects:
        return False
    return bool(nouns) and bool(subjects) and len(words) > 1


def holds_talk(definition: bytes) -> bool:
    """Whether a table of another name (`runs`) has columns for what was said, or for a run, and for whose conversation it belongs to."""
    return _TALK_OF.search(definition) is not None and (_TALK.search(definition) or _RUN_OF.search(definition)) is not None


def _is_subject(name: str) -> bool:
    """Whether a file's name or what is written to it speaks of agent work: `run_events.jsonl`, `dumps(step)`; `app.log` does not."""
    return bool((LOG_SUBJECTS | STATE_NOUNS | {"events", "event", "steps", "journal"}).intersection(_words(name)))


def _tables(facts: FileFacts) -> Iterator[tuple[str, int, int]]:
    """Name and place of every table, model class and collection."""
    for shape in facts.classes:
        body = facts.data[shape.span[0] : shape.span[1]].decode("utf-8", "replace")
        table = re.search(r"""__tablename__\s*=\s*["'](\w+)""", body)
        if table is not None:
            yield (table[1], shape.span[0], shape.span[1])
        elif _SIGN_IN.fullmatch(body) or (shape.name in _VISITS and len(_VISITOR.findall(body)) > 1) or _only_a_family(shape.bases, body):
            continue
        elif (
            (_MODEL_BASE.search(shape.bases) and not _PLAIN_BASE.search(shape.bases))
            or _STORED_FIELDS.search(body)
            or (_PEEWEE_FIELDS.search(body) and _PEEWEE.search(facts.data))
        ):
            kept = _ENTITY.search(shape.bases)
            yield (kept[1] if kept is not None and is_state(kept[1]) else shape.name, shape.span[0], shape.span[1])
    for literal in facts.literals:
        for found in _TABLE_SQL.finditer(literal.value):
            if _of_visitors(literal.value, found.start()):
                continue
            line = literal.value.count("\n", 0, found.start())
            start = _line_start(facts.data, literal.start, line)
            yield (found[1], start, literal.end)
    if not facts.is_code and not facts.entries:
        script = facts.data.decode("latin-1")
        for found in _TABLE_SQL.finditer(script):
            if not facts.dead.holds(found.start()) and not _of_visitors(script, found.start()):
                yield (found[1], found.start(), found.end())
    for call in facts.calls:
        if call.written.rpartition(".")[2] in TABLE_MAKERS and not call.written.endswith("customElements.define"):
            given = [argument for argument in call.arguments() if argument.name in _TABLE_NAMES and argument.texts[:1] not in _SCOPES]
            if not call.written.endswith("GetContainer"):
                given.sort(key=lambda argument: argument.name != "")  # what a name stands for may be written before the call
            first = next(iter(given[-1:] if call.written.endswith("GetContainer") else given), None)
            written = facts.data[call.start : call.end].decode("utf-8", "replace")
            given_name = first.texts[-1] if first is not None and first.texts else ""
            named = _TABLE_NAME.fullmatch(given_name) or _NAME_ELSEWHERE.fullmatch(given_name)
            if named is not None and len(_VISITOR.findall(written)) < 2:
                yield (named[1], call.start, call.end)


def _only_a_family(bases: str, body: str) -> bool:
    """Whether a Python class has a base of its own family, which no database layer stores."""
    return _BARE_BASE.search(bases) is not None and _COLUMNS.search(body) is None


def _of_visitors(script: str, start: int) -> bool:
    """Whether the table that SQL makes from here on is one of web visitors' sessions."""
    end = script.find(";", start, start + _LONGEST_TABLE)
    return len(_VISITOR.findall(script, start, end if end >= 0 else start + _LONGEST_TABLE)) > 1


def _line_start(data: bytes, start: int, lines: int) -> int:
    for _ in range(lines):
        following = data.find(b"\n", start)
        if following < 0:
            break
        start = following + 1
    return start


def state_tables(facts: FileFacts) -> Iterator[_Hit]:
    """Tables, model classes and collections for sessions, conversations or messages."""
    for name, start, end in _tables(facts):
        if (is_state(name) or holds_talk(facts.data[start : min(end, start + _LONGEST_TABLE)])) and not is_log(name):
            yield (start, end, None)


def event_logs(facts: FileFacts) -> Iterator[_Hit]:
    """Append-only records of agent steps: tables, inserts, files of JSON lines, calls whose name says so."""
    for name, start, end in _tables(facts):
        if is_log(name):
            yield (start, end, None)
    for literal in facts.literals:
        if any(is_log(found[1]) for found in _INSERT_SQL.finditer(literal.value)):
            yield (literal.start, literal.end, None)
    if facts.is_code:
        yield from _own_loggers(facts)
    for call in facts.calls:
        name = call.written.rpartition(".")[2]
        if APPENDS.fullmatch(name) and _SENDS.isdisjoint(_words(name)):
            known = call.resolve()
            if known and all(found.startswith(LOCAL) and ":" in found for found in known):
                continue  # a function of another module of the repository: the place is where it writes
            elsewhere = not emits(name) and not all(found.startswith(OWN) for found in known or ("",))
            if _of_agents(call) and (elsewhere or _writes(facts.data, name)):
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


def _of_agents(call: Call) -> bool:
    """Whether an event that a call writes down is one of agent work: its name says so (`append_event`, `recordStep`), or what it is called
    on or given does (`audit.record_event(run_id, …)`); a web shop's `logger.logEvent("checkout", …)` does not."""
    receiver, _, name = call.written.rpartition(".")
    words = _words(name)
    others = not _OTHER_WORK.isdisjoint(words) or not _ANALYTICS.isdisjoint(words) or _keeps_who_did_what(call, words)
    if others and not any("agent" in word for word in words):
        return False
    if _APPENDED.search(call.written) or _speaks(name):
        return True
    given = [(argument.name, argument.texts[0][:_LONGEST_ARGUMENT]) for argument in call.arguments() if argument.texts]
    if not _ANALYTICS.isdisjoint(_words(receiver)) or (given and given[0][1].lower() in _ANALYTICS):
        return False
    if emits(name) and any(not _VISITS_OF.isdisjoint(_words(text)) for _, text in given):
        return False
    named = [name if text[:1] in _QUOTES and " " in text else f"{name} {text}" for name, text in given]
    return any(map(_speaks, (receiver, *named)))


def _keeps_who_did_what(call: Call, words: list[str]) -> bool:
    """Whether a call by its name only writes a company's audit trail (`recordAudit`, `getAuditLogger().logEvent`): what people changed, be
    it an agent's settings."""
    receiver = call.written.rpartition(".")[0]
    if "audit" not in {*words, *_words(receiver)} or not {"step", "steps", "trace"}.isdisjoint(words):
        return False
    given = (argument.texts[0][:_LONGEST_ARGUMENT] for argument in call.arguments() if argument.texts)
    return not _speaks(f"{receiver} {' '.join(words)}") and _NO_ONE_ELSE.isdisjoint(_words(" ".join(given)))


def _speaks(text: str) -> bool:
    """Whether a word of agent work stands in a text, be it in the plural."""
    return not LOG_SUBJECTS.isdisjoint(part for word in _words(text) for part in (word, word.removesuffix("s")))


def _own_loggers(facts: FileFacts) -> Iterator[_Hit]:
    """Functions of the file whose name says that they write down a step of an agent, and whose body keeps it."""
    for found in _DEFINED.finditer(facts.data):
        name = (found[1] or found[2]).decode()
        if not APPENDS.fullmatch(name) or not _SENDS.isdisjoint(_words(name)):
            continue
        if not (_APPENDED.search(name) or _speaks(name)) or facts.opaque.holds(found.start()):
            continue
        if _STORES.search(_body(facts.data, found.end())):
            yield (found.start(), found.end(), None)


def _body(data: bytes, start: int) -> bytes:
    """The beginning of what follows a function's name, up to the next function of Python."""
    return data[start : start + _BODY].split(b"\n    def ", 1)[0].split(b"\ndef ", 1)[0]


def emits(name: str) -> bool:
    """Whether a function by its name only tells others, who may keep nothing of it."""
    return _words(name)[0] == "emit"


def may_write(data: bytes) -> bool:
    """Whether a function of a file may write something down."""
    return _KEEPS.search(data) is not None or _STORES.search(data) is not None


def _writes(data: bytes, name: str) -> bool:
    """Whether a function of a file itself writes something down, so that its name is no empty word (a list in memory is not kept)."""
    for found in re.finditer(rb"\b(?:def|function|func|fun|async|void|Task|public|private)\s+" + re.escape(name.encode()) + rb"\b", data):
        if _KEEPS.search(_body(data, found.end())):
            return True
    return False
