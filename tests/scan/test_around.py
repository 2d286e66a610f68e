"""What stands around a site: function, limits, tables, fields, reasons; comments that leave a place out; ids that survive edits."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.evidence import Scan
from lockin_audit.scan.engine import scan
from lockin_audit.scan.functions import Functions
from lockin_audit.scan.runtimes import load_runtimes
from lockin_audit.scan.written import attempts, declared, keeping, limits, members, pointers, reasons, shape, tables, telling

RUNTIMES = tuple(r for r in load_runtimes() if r.id.startswith(("openai.assistants", "neutral.")))
CODE = '''\
import time
from openai import OpenAI

client = OpenAI()


def ask(question, attempts: int = 3):
    """One question."""
    thread = client.beta.threads.create()
    for attempt in range(attempts):
        try:
            return client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="a")
        except TimeoutError:
            time.sleep(2 ** attempt)


def resume_claim(thread_id):
    for event in client.beta.threads.runs.list(thread_id=thread_id):
        print(event.idempotency_key)
'''


def scanned(folder: Path, **files: str) -> Scan:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_py", ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return scan(folder, RUNTIMES, jobs=1)


def test_a_site_knows_its_function_its_limits_and_the_id_it_holds(tmp_path: Path) -> None:
    found = scanned(tmp_path, a_py=CODE)
    thread = next(site for site in found.sites if site.dimension.value == "state").detail
    assert (thread.function, thread.function_line, thread.names) == ("ask", 7, ("thread.id",))
    retry = next(site for site in found.sites if site.rule.startswith("neutral.retry/")).detail
    assert retry.limits == ("attempts = 3", "time.sleep(2 ** attempt)")
    assert [(mark.kind, mark.line) for mark in found.landmarks] == [("entry", 17), ("idempotency", 19)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("client = OpenAI(max_retries=5, timeout=30)", ["max_retries = 5", "timeout = 30"]),
        ("@retry(stop=stop_after_attempt(4), wait=wait_fixed(2))", ["stop_after_attempt(4)", "wait_fixed(2)"]),
        ("RetryPolicy(maximum_attempts=3, initial_interval=timedelta(seconds=5))",
         ["maximum_attempts = 3", "initial_interval = timedelta(seconds=5)"]),
        ("maximum_retry_attempts = 2", ["maximum_retry_attempts = 2"]),
        (".setMaximumAttempts(3)", ["setMaximumAttempts(3)"]),
        ("maxRetries: MAX_TRIES,", ["maxRetries = MAX_TRIES"]),
        ("retries == 3", []),
        ("max_retries: int", []),
        ("await asyncio.sleep(delay)", ["asyncio.sleep(delay)"]),
        ("max_iter=5, max_execution_time=60", ["max_iter = 5", "max_execution_time = 60"]),
        ("await new Promise(resolve => setTimeout(resolve, 5000))", ["setTimeout(resolve, 5000)"]),
        ("const r = await retryWithBackoff(\n  async () => ask(),\n  3,\n  1000\n);", ["retryWithBackoff(..., 3, 1000)"]),
        ('self.MAX_RETRIES = int(os.getenv("MAX_RETRIES", "3"))', ["self.MAX_RETRIES = 3 unless MAX_RETRIES says otherwise"]),
        ('multitask_strategy="rollback",', ["multitask_strategy = rollback"]),
        ('MAX_RETRIES = int(os.environ.get("TRIES"))', ["MAX_RETRIES as TRIES says"]),
    ],
)  # fmt: skip
def test_limits_are_cut_out_as_written(text: str, expected: list[str]) -> None:
    assert limits(text) == expected


def test_tables_show_their_name_and_columns() -> None:
    sql = "create table if not exists runs (\n  id uuid primary key,\n  session_id text not null,\n  constraint c check (1=1)\n)"
    assert tables(sql) == (["runs"], ["id", "session_id"])
    model = 'class Turn(Base):\n    __tablename__ = "turns"\n    id = Column(Integer)\n    thread_id: Mapped[str] = mapped_column(String)\n'
    assert tables(model) == (["turns"], ["id", "thread_id"])
    assert tables("saver = AsyncPostgresSaver(pool)")[0] == ["AsyncPostgresSaver"]
    assert tables("model Session {\n  id String @id\n  userId Int\n}") == (["Session"], ["id", "userId"])


def test_a_table_of_a_file_of_infrastructure_shows_its_key_and_the_column_that_ends_a_row() -> None:
    text = 'name = "threads"\n  hash_key = "threadTs"\n  ttl {\n    attribute_name = "expiration"\n    enabled = true\n  }'
    assert declared(text) == (["threads"], ["threadTs"])
    assert keeping(text) == ["until the time in column expiration"]
    assert shape(["class State(TypedDict):", "    messages: list"], 2) == ["State"] and shape(["x = 1"], 1) == []
    assert tables("const store = new UpstashStore({")[0] == ["UpstashStore"]


def test_the_body_of_a_case_names_the_fields_of_the_event() -> None:
    assert members("log(event.iteration, event?.stop_reason?.type, event.close())") == ["event.iteration", "event.stop_reason.type"]
    assert members('eventName: OnErrorLog\nproperties: "={Code: System.Error.Code}"') == ["OnErrorLog", "System.Error.Code"]
    assert telling(["event.iteration", "event.stop_reason.type"]) == ["event.stop_reason"]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("resume_claim", True), ("resumeSession", True), ("try_resume", True), ("rerun_failed", True), ("restore_session", True),
        ("parse_resume", False), ("resumeText", False), ("restart_container", False), ("restore_backup", False),
        ("recover_password", False),
    ],
)  # fmt: skip
def test_an_entry_point_is_named_after_work_and_not_after_other_things(tmp_path: Path, name: str, entry: bool) -> None:
    found = scanned(tmp_path, a_py=CODE.replace("resume_claim", name))
    assert [mark.text for mark in found.landmarks if mark.kind == "entry"] == ([name] if entry else [])


def test_care_against_repeats_is_seen_in_other_words_too(tmp_path: Path) -> None:
    found = scanned(tmp_path, a_py=CODE.replace("event.idempotency_key", "recent_duplicate_exists(event)"))
    assert [mark.kind for mark in found.landmarks] == ["entry", "idempotency"]
    assert [mark.kind for mark in scanned(tmp_path, a_py=CODE.replace("event.idempotency_key", "duplicate_tool_names")).landmarks] == [
        "entry"
    ]


def test_prose_has_no_entry_points_and_takes_no_care(tmp_path: Path) -> None:
    (tmp_path / "ops.md").write_text("Open https://platform.openai.com/assistants and check idempotency, then deduplicate.\n")
    found = scanned(tmp_path, a_py=CODE)
    assert {mark.file for mark in found.landmarks} == {"a.py"} and "ops.md" in {site.file for site in found.sites}


def test_ids_keeping_times_and_reasons_are_named() -> None:
    assert pointers("run(thread_id=x, previousResponseId: y)") == ["thread_id", "previousResponseId"]
    assert pointers("session = await api.sessions.create()") == ["session.id"]
    assert pointers("const runs = await openai.beta.threads.runs.list(thread.id)") == ["thread.id"]
    assert pointers("page = await client.sessions.list({") == [] and pointers("answer = interrupt([request])") == []
    assert pointers("response = client.retrieve(") == [] and pointers("response = client.responses.create(") == ["response.id"]
    assert pointers("Conversation conversation\n    = await client.Conversations.CreateAsync(") == ["conversation.id"]
    assert pointers("idle_session_ttl_in_seconds = 1800") == []
    assert keeping("idle_session_ttl_in_seconds = 1800") == ["idle_session_ttl_in_seconds = 1800"]
    assert reasons('log.info("routed", reason=why, score=0.4, threshold=LIMIT)') == ["reason", "score", "threshold"]
    assert reasons("stopReason, seasoned, treason") == ["stopReason"]
    assert attempts("") == []


@pytest.mark.parametrize(
    ("file", "text", "line", "name"),
    [
        ("a.ts", "export const ask = async (q: string) => {\n  const x = 1;\n};", 2, "ask"),
        ("a.ts", "class A {\n  async run(q: string): Promise<void> {\n    go();\n  }\n}", 3, "run"),
        ("a.go", "func (s *Server) Resume(ctx context.Context) error {\n\treturn nil\n}", 2, "Resume"),
        ("A.cs", "class A {\n  public async Task<string> AskAsync(string q)\n  {\n    Go();\n  }\n}", 4, "AskAsync"),
        ("A.java", "class A {\n  private static String ask(String q) {\n    go();\n  }\n}", 3, "ask"),
        ("a.kt", "class A {\n  suspend fun ask(q: String) {\n    go()\n  }\n}", 3, "ask"),
        ("a.py", "@retry(stop=1)\n@other\nasync def ask():\n    go()\n", 1, "ask"),
        ("a.py", "@dataclass\nclass A:\n    def f(self): ...\n", 1, ""),
        ("a.py", "def f():\n    pass\n\nx = 1\n", 4, ""),
        ("a.yaml", "def f():\n    pass\n", 2, ""),
    ],
)  # fmt: skip
def test_the_function_around_a_line(file: str, text: str, line: int, name: str) -> None:
    assert Functions(text.split("\n"), file).around(line)[0] == name


def test_comments_are_read_in_each_form(tmp_path: Path) -> None:
    lines = CODE.replace(
        "    thread = client",
        "    # lockin-audit: ignore[openai.assistants/*, neutral.retry/*] until 2027-03-31: moves in March\n    thread = client",
    ).replace("import time", "import time  # lockin-audit: ignore")
    found = scanned(tmp_path, a_py=lines, b_py="x = 1  # lockin-audit: ignore never read, no site here\n")
    first, second = found.ignores
    assert (first.line, first.rules, first.reason) == (1, (), "")
    assert (second.line, second.rules) == (10, ("openai.assistants/*", "neutral.retry/*"))
    assert (second.reason, second.until) == ("moves in March", "2027-03-31")


def test_what_is_cut_out_shows_no_secret_and_steers_no_terminal(tmp_path: Path) -> None:
    text = CODE.replace("thread = client", "# lockin-audit: ignore sk-ant-REDACTED \x1b[31m\n    thread = client")
    (comment,) = scanned(tmp_path, a_py=text).ignores
    assert "abcdef" not in comment.reason and "\x1b" not in comment.reason


def test_an_id_is_the_same_with_and_without_a_comment_that_leaves_the_place_out(tmp_path: Path) -> None:
    line = "    thread = client.beta.threads.create()"
    plain, marked = tmp_path / "plain", tmp_path / "marked"
    before = scanned(plain, a_py=CODE)
    after = scanned(marked, a_py=CODE.replace(line, f"{line}  # lockin-audit: ignore until 2026-01-01: moved"))
    assert {site.id for site in before.sites} == {site.id for site in after.sites}


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, CODE.count("\n")), st.sampled_from(["", "# a remark", "   "])), max_size=12))
def test_ids_survive_lines_put_in_anywhere(edits: list[tuple[int, str]]) -> None:
    lines = CODE.split("\n")
    for place, text in sorted(edits, reverse=True):
        lines.insert(place, text)
    with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
        old = {s.id for s in scanned(Path(before), a_py=CODE).sites}
        assert {s.id for s in scanned(Path(after), a_py="\n".join(lines)).sites} == old
