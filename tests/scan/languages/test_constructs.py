from __future__ import annotations

import pytest
from asking import lines, rule

RETRY = rule("construct", name="retry_loop")
POLL = rule("construct", name="poll_loop")
TABLE = rule("construct", name="state_table")
LOG = rule("construct", name="event_log")
LOOP = rule("construct", name="agent_loop")


@pytest.mark.parametrize(
    "source",
    [
        "for attempt in range(3):\n    try:\n        return call()\n    except Exception:\n        time.sleep(2)\n",
        "for i in range(3):\n    try:\n        x = call()\n        break\n    except Exception as e:\n        last = e\n        continue\n",
        "while retries < 3:\n    try:\n        return call()\n    except E:\n        retries += 1\n",
        "while True:\n    try:\n        return await call()\n    except E:\n        attempts += 1\n"
        "        if attempts > 3:\n            raise\n        await asyncio.sleep(1)\n",
        "while not accepted and num_tries <= self.max_tries:\n    accepted, text = check(agent.ask())\n    num_tries += 1\n",
        "while True:\n    try:\n        agent.think()\n    except E:\n        print('Bad answer, retrying')\n        continue\n    act()\n",
        "while True:\n    try:\n        return call()\n    except E:\n        ind += 1\n"
        "        if ind > 2:\n            return -1\n        continue\n",
        "while True:\n    try:\n        return call()\n    except E as error:\n        log(error)\n        count_retry += 1\n"
        "        if count_retry > 2:\n            raise\n",
        "for delay in retry_delays:\n    try:\n        return call()\n    except E:\n        if last:\n            raise\n        log()\n",
        "for pause in pauses():\n    try:\n        return call()\n    except E as e:\n        last = e\n        time.sleep(pause)\n",
    ],
)
def test_python_retry_loops(source: str) -> None:
    assert lines(source, RETRY) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "for item in items:\n    try:\n        process(item)\n    except E:\n        log()\n",
        "for i in range(3):\n    call()\n",
        "for port in range(8000, 8100):\n    try:\n        bind(port)\n        return port\n    except OSError:\n        continue\n",
        "for i in range(3):\n    try:\n        return call()\n    except E:\n        raise\n",
        "while True:\n    try:\n        handle(queue.get())\n    except E:\n        log()\n",
        "while True:\n    try:\n        handle(queue.get())\n    except E:\n        failed += 1\n"
        "        if failed > 2:\n            raise\n",
        "try:\n    call()\nexcept E:\n    time.sleep(1)\n",
        "# for attempt in range(3): try: call() except E: sleep(1)\n",
        "for row in range(9):\n    try:\n        total += parse(row)\n    except E:\n        pass\n",
        "for url in mirrors:\n    try:\n        return fetch(url)\n    except E:\n        time.sleep(1)\n",
        "for arguments in attempts:\n    try:\n        return call(**arguments)\n    except E:\n        continue\n",
        "for item in items:\n    try:\n        process()\n    except E:\n        time.sleep(1)\n",
    ],
)
def test_loops_that_do_not_retry(source: str) -> None:
    assert lines(source, RETRY) == []


@pytest.mark.parametrize("name", ["entries", "countries", "industries", "pantries", "telemetries", "Object.entries(items)"])
def test_what_only_ends_like_tries_is_no_attempt(name: str) -> None:
    source = f"for item in {name}:\n    try:\n        agent.generate(item)\n    except Exception:\n        log()\n"
    assert lines(source, RETRY) == []
    script = f"for (const item of {name}) {{ try {{ await agent.generate(item) }} catch (error) {{ log(error) }} }}\n"
    assert lines(script, RETRY, "typescript") == []


@pytest.mark.parametrize(
    "name",
    ["tries", "max_tries", "MAX_TRIES", "maxTries", "maxtries", "numTries", "tries_left", "triesLeft", "max_attempts", "retryDelays"],
)
def test_words_for_one_more_try(name: str) -> None:
    source = f"for wait in delays({name}):\n    try:\n        return agent.generate(item)\n    except Exception:\n        log()\n"
    assert lines(source, RETRY) == [1]


def test_a_loop_until_there_is_an_answer_tries_a_model_again() -> None:
    narrowed = rule("construct", name="retry_loop", calls=["completions.create"])
    head, body = (
        "while answer is None:\n",
        "    try:\n        answer = completions.create()\n    except E:\n        history = history[1:]\n",
    )
    assert lines(head + body, narrowed) == [1]
    assert lines("while rows is not None:\n" + body, narrowed) == []
    assert lines(head + body.replace("completions.create()", "queue.get()"), narrowed) == []


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        ("        time.sleep(5)\n        return ask(text)\n", [4]),
        ("        await asyncio.sleep(5)\n        return client.chat.completions.create(text)\n", [4]),
        ("        log(text)\n        return ask(text)\n", []),
        ("        time.sleep(5)\n        return shown(text)\n", []),
        ("        time.sleep(5)\n        raise\n", []),
    ],
)
def test_a_handler_that_asks_once_more_after_a_pause(handler: str, expected: list[int]) -> None:
    source = "def ask(text):\n    try:\n        return client.chat.completions.create(text)\n    except E:\n"
    assert lines(source + handler + "\n\nask(1)\n", RETRY) == expected


def test_script_retry_loops() -> None:
    source = """
        for (let i = 0; i < 3; i++) {
          try { return await call(); } catch (e) { await sleep(2 ** i); }
        }
        while (true) {
          try { return await call(); } catch (e) { if (++attempt > 3) throw e; }
        }
        for (const x of xs) { try { f(x); } catch (e) { log(e); } }
    """
    assert lines(source, RETRY, "typescript") == [1, 4]


def test_calls_inside_narrow_a_loop() -> None:
    narrowed = rule("construct", name="retry_loop", calls=["messages.create"])
    source = "for attempt in range(3):\n    try:\n        return {}\n    except E:\n        sleep(1)\n"
    assert lines(source.format("client.messages.create()"), narrowed) == [1]
    assert lines(source.format("other()"), narrowed) == []


@pytest.mark.parametrize(
    "source",
    [
        "while run.status in ('queued', 'in_progress'):\n    time.sleep(1)\n    run = client.retrieve(run.id)\n",
        "while True:\n    run = client.retrieve(x)\n    if run['status'] == 'completed':\n        break\n    time.sleep(1)\n",
        "for _ in range(60):\n    state = client.get()\n    if state.state not in PENDING:\n        return\n    sleep(1)\n",
        "while not call.status or call.status.approved is None:\n    sleep(3)\n    call = client.get(call.id)\n",
    ],
)
def test_poll_loops(source: str) -> None:
    assert lines(source, POLL) == [1]


def test_loops_that_do_not_poll() -> None:
    assert lines("while True:\n    handle(queue.get())\n    time.sleep(1)\n", POLL) == []
    assert lines("for x in runs:\n    if x.status == 'done':\n        print(x)\n", POLL) == []
    assert lines(
        'while (["queued", "running"].includes(run.status)) { await sleep(500); run = await get(run.id); }\n', POLL, "typescript"
    ) == [1]
    assert lines(
        "while (!['done', 'failed'].includes(runStatus)) {\n  await sleep(5);\n  runStatus = (await get(run.id)).status;\n}\n",
        POLL,
        "typescript",
    ) == [1]


def test_a_rest_between_two_things_of_a_list_is_no_poll() -> None:
    source = """for (let i = 0; i < cases.length; i++) {
  const { status } = await ask(agent.id, cases[i].question);
  if (status === "completed") show(status);
  await new Promise((resolve) => setTimeout(resolve, 1000));
}
"""
    assert lines(source, POLL, "typescript") == []
    assert lines(source.replace("cases.length", "60").replace("cases[i].question", "run.id"), POLL, "typescript") == [1]
    python = "for i in range(len(cases)):\n    run = ask(cases[i])\n    print(run.status == 'done')\n    time.sleep(1)\n"
    assert lines(python, POLL) == []
    assert lines(python.replace("len(cases)", "60").replace("cases[i]", "run_id"), POLL) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "const timer = setInterval(async () => {\n  const { status } = await ask(id);\n"
        "  if (status === 'completed') clearInterval(timer);\n}, 1000);\n",
        "const check = async (id) => {\n  const run = await ask(id);\n"
        "  if (run.status === 'done') return run;\n  await sleep(1000);\n  return check(id);\n};\n",
        "function poll(id) {\n  ask(id).then((run) => {\n    if (run.status !== 'done') setTimeout(() => poll(id), 500);\n  });\n}\n",
        "const timer = setInterval(() => {\n  look(id);\n}, 5000);\nasync function look(id) {\n  const run = await ask(id);\n"
        "  if (run.status === 'done') clearInterval(timer);\n}\n",
        "let timer = setInterval(look, 5000);\nconst look = async () => {\n  const run = await ask();\n"
        "  if (run.status === 'done') clearInterval(timer);\n};\n",
        "const over = ['failed'];\nconst again = async (id) => {\n  const run = await ask(id);\n"
        "  if (over.indexOf(run.status) < 0) {\n    await sleep(9);\n    return again(id);\n  }\n};\n",
    ],
)
def test_a_status_asked_for_again_without_a_loop(source: str) -> None:
    assert lines(source, POLL, "typescript") == [2 if source.startswith("const over") else 1]


@pytest.mark.parametrize(
    "source",
    [
        "setInterval(() => refresh(), 1000);\n",
        "const timer = setInterval(() => { tick(); clearInterval(timer); }, 1000);\n",
        "setInterval(() => { tick(); }, 1000);\nfunction tick() {\n  paint();\n}\nfunction stop(run) {\n"
        "  if (run.status === 'done') clearInterval(timer);\n}\n",
        "const show = async (run) => {\n  if (run.status === 'done') await sleep(100);\n  return paint(run);\n};\n",
        "const check = async (id) => {\n  if (id.status === 'done') return check(id.next);\n};\n",
    ],
)
def test_timers_that_ask_for_no_status_again(source: str) -> None:
    assert lines(source, POLL, "typescript") == []


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("import { conversationsColName } from './config';\ndb.collection(conversationsColName).add({ title });\n", [2]),
        ("import { names } from './config';\ndb.collection(names.CHAT_MESSAGES_TABLE).add({ title });\n", [2]),
        ("db.collection(settings.usersCollection).add({ title });\n", []),
        ("db.collection(messages).add({ title });\n", []),
    ],
)
def test_tables_whose_name_is_a_setting(source: str, seen: list[int]) -> None:
    assert lines(source, TABLE, "typescript") == seen


def test_events_sent_to_a_listener_are_no_log() -> None:
    assert lines("await writeSseEvent(reply, 'session', { sessionId });\n", LOG, "typescript") == []
    assert lines("await store.writeEvent(reply, 'session', { sessionId });\n", LOG, "typescript") == [1]


def test_models_that_stand_in_for_each_other() -> None:
    source = (
        "for (const model of candidates) {\n  try {\n    const reply = await client.create({ model });\n    if (reply) return reply;\n"
        "  } catch (error) {\n    console.warn(model, error);\n  }\n}\n"
    )
    assert lines(source, RETRY, "typescript") == [1]
    assert lines(source.replace("if (reply) return reply;", "show(reply);"), RETRY, "typescript") == []
    assert lines(source.replace("model", "claim"), RETRY, "typescript") == []
    python = (
        "for provider in self.providers:\n    try:\n        return provider.ask(text)\n    except Failed as error:\n        log(error)\n"
    )
    assert lines(python, RETRY) == [1]
    pairs = python.replace("provider in self.providers", "i, (model, place) in enumerate(zip(models, places))")
    assert lines(pairs.replace("provider.ask(text)", "ask(model)"), RETRY) == [1]
    assert lines(pairs.replace("provider.ask(text)", "ask(place)"), RETRY) == []


def test_retries_without_a_loop() -> None:
    source = (
        "async fetchOnce(url, options, retries = 0) {\n  try { return await fetch(url); }\n"
        "  catch (e) { return this.fetchOnce(url, options, retries + 1); }\n}\n"
    )
    assert lines(source, RETRY, "typescript") == [3]
    assert lines("def ask(text, attempt=0):\n    return ask(text, attempt + 1)\n", RETRY) == [2]
    left = "  async answer<T>(options: Asked<T>): Promise<T> {\n    return this.answer({ prompt, numRetries: numRetries - 1 });\n  }\n"
    assert lines(left, RETRY, "typescript") == [2]
    assert lines("const next = show(page, attempts + 1);\n", RETRY, "typescript") == []
    assert lines("function page(n) {\n  return page(n + 1);\n}\n", RETRY, "typescript") == []


@pytest.mark.parametrize(
    ("source", "language"),
    [
        (
            "while (turn < maxTurns) {\n  const reply = await provider.complete(messages);\n  if (!reply.toolCalls?.length) break;\n"
            "  messages.push(...(await runAll(reply.toolCalls)));\n}\n",
            "typescript",
        ),
        (
            "for (let i = 0; i < 5; i++) {\n  const reply = await callModel(history);\n"
            "  if (reply.stop_reason !== 'tool_use') return reply;\n"
            "  history = [...history, answer(reply)];\n}\n",
            "javascript",
        ),
        (
            "for _ in range(8):\n    reply = llm.chat(messages)\n"
            "    if not reply.tool_calls:\n        break\n    messages.append(run(reply))\n",
            "python",
        ),
        (
            "while (true) {\n  const res = await bedrockConverse(id, { messages, toolConfig });\n"
            "  for (const { toolUse } of res.message.content) appendedItems.push(await run(toolUse));\n}\n",
            "typescript",
        ),
        (
            "while True:\n    reply = client.converse_stream(modelId=m, messages=messages)\n"
            "    if reply['stopReason'] != 'tool_use':\n        break\n    messages.append(run(reply.toolUse))\n",
            "python",
        ),
        (
            "while (spent < budget) {\n  const step = await generator.generateObject({ schema });\n"
            "  if (step.action === 'search') allKnowledge.push(await search(step));\n}\n",
            "typescript",
        ),
        (
            "while going:\n    said, tool_calls = action_model.call([start, *self.messages], TOOLS)\n"
            "    for call in tool_calls:\n        self.messages.append(run(call))\n",
            "python",
        ),
    ],
)
def test_loops_of_agents(source: str, language: str) -> None:
    assert lines(source, LOOP, language) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "for (const message of messages) {\n  if (message.tool_calls) items = [...items, await client.chat(message)];\n}\n",
        "while (true) {\n  const { value } = await reader.read();\n  if (value.tool_calls) messages.push(await client.chat(value));\n}\n",
        "while (more()) {\n  const note = await store.find(id);\n  if (note.action === 'open') allEvents.push(note);\n}\n",
        "while (queue.length) {\n  messages.push(await provider.complete(queue.pop()));\n}\n",
    ],
)
def test_loops_of_no_agent(source: str) -> None:
    assert lines(source, LOOP, "typescript") == []


def test_a_function_of_an_agent_that_calls_itself_with_what_the_tools_answered() -> None:
    source = (
        "class Desk {\n  async chat(messages: Message[]) {\n    const reply = await this.callModel(messages);\n"
        "    if (reply.toolCalls) {\n      messages.push(await run(reply.toolCalls));\n      await this.chat(messages);\n    }\n  }\n}\n"
    )
    assert lines(source, LOOP, "typescript") == [2]
    assert lines(source.replace("await this.chat(messages)", "await this.show(messages)"), LOOP, "typescript") == []
    assert lines(source.replace("toolCalls", "parts"), LOOP, "typescript") == []


def test_models_of_django_whose_base_is_ones_own() -> None:
    model = "class ChatConversation(BaseModel):\n    title = models.CharField(max_length=9)\n"
    assert lines(model, TABLE) == [1]
    assert lines(model.replace("models.CharField(max_length=9)", "str()"), TABLE) == []
    assert lines(model.replace("ChatConversation", "Invoice"), TABLE) == []


def test_state_tables() -> None:
    source = '''
        class ChatSession(Base):
            id = Column(Integer)
        class M(SQLModel, table=True):
            __tablename__ = "messages"
        class Conversation(BaseModel):
            id: int
        class Order(Base): ...
        SQL = """
        CREATE TABLE IF NOT EXISTS public.conversation_threads (
        )"""
        db["x"].collection("sessions")
        t = Table("orders", metadata)
        # class Session(Base)
    '''
    assert lines(source, TABLE) == [1, 3, 9, 11]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class Run(SQLModel, table=True):\n    session_id: str\n    messages: list[dict] | None = Field(sa_column=Column(JSON))\n", [1]),
        ("op.create_table('run', sa.Column('session_id', sa.String()), sa.Column('team_state', sa.JSON()))\n", [1]),
        ('db.execute("CREATE TABLE runs (thread_id TEXT, messages JSONB)")\n', [1]),
        ("class Run(SQLModel, table=True):\n    session_id: str\n    count: int\n", []),
        ("class Run(BaseModel):\n    session_id: str\n    messages: list[dict]\n", []),
        ("op.create_table('outbox', sa.Column('id', sa.String()), sa.Column('messages', sa.JSON()))\n", []),
    ],
)
def test_tables_of_other_names_that_hold_what_was_said(source: str, expected: list[int]) -> None:
    assert lines(source, TABLE) == expected


@pytest.mark.parametrize(
    "source",
    [
        "for attempt in range(30):\n    try:\n        found = client.get_agent_runtime(agentRuntimeId=a)\n"
        "        if found['status'] == 'READY':\n            return True\n"
        "        time.sleep(30)\n    except Exception:\n        time.sleep(30)\n",
        "for attempt in range(5):\n    try:\n        return bedrock.create_knowledge_base(name=n)\n"
        "    except Exception:\n        time.sleep(10)\n",
        "while job['status'] != 'COMPLETE':\n    time.sleep(5)\n    job = bedrock.get_ingestion_job(ingestionJobId=i)\n",
        "status = app.status().endpoint['status']\nwhile status not in end_status:\n    time.sleep(10)\n"
        "    answer = app.status()\n    status = answer.endpoint['status']\n",
        "while found['status'] not in ('ACTIVE', 'CREATE_FAILED'):\n    time.sleep(5)\n    found = control.describe(name=n)\n",
    ],
)
def test_waiting_until_a_resource_is_ready_is_no_decision_about_agent_work(source: str) -> None:
    assert lines(source, RETRY) == [] and lines(source, POLL) == []


def test_an_agent_made_and_called_again_in_a_loop_is_tried_again() -> None:
    source = (
        "for attempt in range(3):\n    try:\n        client.prepare_agent(agentId=a)\n        return client.invoke_agent(agentId=a)\n"
        "    except E:\n        time.sleep(1)\n"
    )
    assert lines(source, RETRY) == [1]


def test_a_loop_without_a_guard_that_counts_its_retries_tries_again() -> None:
    again = "while retry_count <= MAX_RETRIES:\n    answer = ask(query)\n    if good(answer):\n        break\n    retry_count += 1\n"
    assert lines(again, RETRY) == [1]
    assert lines("while row_count <= LIMIT:\n    row = read()\n    if row:\n        break\n    row_count += 1\n", RETRY) == []
    assert lines("while retries < 3:\n    print(retries)\n", RETRY) == []


@pytest.mark.parametrize(
    ("language", "source"),
    [
        (
            "python",
            "for attempt in range(TRIES):\n    done = run()\n    if done.returncode == 0:\n        return done\n    time.sleep(5)\n",
        ),
        ("python", "for _ in range(max_retries):\n    answer = ask()\n    if not answer:\n        continue\n    break\n"),
        (
            "typescript",
            "for (let attempt = 0; attempt < 3; attempt++) {\n  const got = await ask();\n  if (got) return;\n  await sleep(5);\n}\n",
        ),
    ],
)
def test_a_loop_without_a_guard_over_the_numbers_of_its_tries(language: str, source: str) -> None:
    assert lines(source, RETRY, language) == [1]


@pytest.mark.parametrize("name", ["ChatUser", "user_sessions", "ExternalChatAccount", "chat_members"])
def test_a_table_of_those_who_talk_is_no_conversation(name: str) -> None:
    assert lines(f"CREATE TABLE {name} (id int);\n", TABLE, "sql") == []


def test_a_counted_loop_without_a_guard_that_takes_one_thing_after_the_other_tries_nothing_again() -> None:
    assert lines("for row in range(9):\n    got = ask(row)\n    if got:\n        break\n    time.sleep(1)\n", RETRY) == []
    assert lines("for attempt in range(3):\n    ask()\n", RETRY) == []


def test_the_session_of_someone_who_signed_in_is_no_conversation() -> None:
    names = ("AuthSessionTable", "AgentSessionTable", "AuthChats")
    source = "".join(f'table = dynamodb.Table(self, "{name}")\n' for name in names)
    assert lines(source, TABLE) == [2, 3]


def test_a_history_of_conversations_is_what_was_said_and_no_log_of_steps() -> None:
    source = 'table = dynamodb.Table(self, "ConversationHistoryTable")\nlog = dynamodb.Table(self, "AgentRunHistory")\n'
    assert lines(source, TABLE) == [1]
    assert lines(source, LOG) == [2]


def test_decorated_classes_that_are_exported() -> None:
    source = '@Entity("turns")\nexport class ChatMessage {\n  @Column()\n  role: string;\n}\n@Injectable()\nexport class ChatService {}\n'
    assert lines(source, TABLE, "typescript") == [2]
    assert lines("@Schema({ timestamps: true })\nexport class Conversation {}\n", TABLE, "typescript") == [2]
    assert lines("@Entity({ name: 'chat_messages' })\nexport class Turn {}\n", TABLE, "typescript") == [2]


def test_the_table_of_web_visitors_is_no_conversation() -> None:
    visits = 'CREATE TABLE "Session" (\n "id" TEXT,\n "userId" TEXT,\n "ipAddress" TEXT,\n "userAgent" TEXT\n);\n'
    talks = 'CREATE TABLE "Session" (\n "id" TEXT,\n "agent" TEXT\n);\n'
    assert lines(visits + talks, TABLE, "sql") == [7]
    assert lines('const s = pgTable("session", { sessionToken: text("sessionToken"), id: text("id") });\n', TABLE, "typescript") == []
    signed = 'CREATE TABLE "Session" (\n "id" TEXT,\n "sessionToken" TEXT,\n "userId" INTEGER,\n "expires" TIMESTAMP(3)\n);\n'
    assert lines(signed + talks, TABLE, "sql") == [7]
    assert lines('const s = pgTable("session", { title: text("title"), id: text("id") });\n', TABLE, "typescript") == [1]
    assert lines("db.exec(`CREATE TABLE session (session_token TEXT, ip_address TEXT)`);\n", TABLE, "javascript") == []


def test_an_element_of_a_page_is_no_table() -> None:
    assert lines("customElements.define('desk-chat', DeskChat);\n", TABLE, "javascript") == []


def test_a_table_whose_columns_are_written_before_it() -> None:
    source = 'const columns = { id: uuid().primaryKey() };\nexport const talks = pgTable("conversations", columns, (table) => []);\n'
    assert lines(source, TABLE, "typescript") == [2]


def test_a_button_that_starts_a_conversation_again_is_no_helper() -> None:
    helper = rule("construct", name="retry_helper")
    assert lines("await this.chatModel.getConversation(message.id)?.retry();\n", helper, "typescript") == []
    assert lines("await this.desk.of(id).retry(() => agent.run(text));\n", helper, "typescript") == [1]


def test_state_tables_of_scripts_and_sql() -> None:
    source = 'export const messages = pgTable("messages", {});\nconst User = model("User", s);\n@Entity()\nclass Session {}\n'
    assert lines(source, TABLE, "typescript") == [1, 4]
    sql = b"-- CREATE TABLE sessions (\nCREATE TABLE orders (id int);\nCREATE TABLE chat_messages (\n id int);\n"
    assert lines(sql, TABLE, "sql") == [3]


@pytest.mark.parametrize(
    "call",
    [
        "this.logger.logEvent('checkout response', changes['response'].currentValue)",
        "logger.logEvent('end of the session', value)",
        "logger.logEvent(message)",
        "store.saveEvent(event)",
        "shop.recordPRReviewEvent(pr, review)",
        "analytics.logEvent('session_start', user)",
        "logEvent(analytics, 'task_created')",
        "firebase.analytics().logEvent('run_started')",
        "context.emit_event(process_event=CommonEvents.StepDone)",
        "auditor.writeAudit('login', user.name)",
        "recordAudit({ action: AuditAction.FORKED, resourceType: 'workflow', sessionId })",
        "instrumentation.recordEvents([runError])",
        "syncProtocol.writeSyncStep1(encoder, session.doc)",
        "doc.logTelemetryEvent(session, 'assistantSend', { run })",
        "doc.logAuditEvent(req, { action: 'document.run_query' })",
        "server.getAuditLogger().logEvent(doc, { action: 'run' })",
        "emitAppEvent('onboarding_step_completed', about)",
    ],
)
def test_events_of_other_work_are_no_log_of_agent_steps(call: str) -> None:
    assert lines(call + "\n", LOG, "typescript") == []


@pytest.mark.parametrize(
    "call",
    [
        "store.append_event(id, payload)",
        "eventStore.appendEventWithSequence(id, 'sent', payload)",
        "db.insertRunEvent(event)",
        "status.SaveReActStepsAsync(id, taken)",
        "store.recordStep(x)",
        "store.record_event(run_id, event)",
        "agentLog.writeEvent(event)",
        "store.saveEvent({ sessionId, type })",
        "writer.writeAudit(tool.name, input)",
        "recorder.recordTriagingEvent(workflow.id, result)",
    ],
)
def test_events_of_agent_work_are_a_log(call: str) -> None:
    assert lines(call + "\n", LOG, "typescript") == [1]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("export async function appendEvent(run, event) {\n  await db.query(`insert into ${table} values ($1)`, [run]);\n}", [1]),
        ("export async function recordStep(run) {\n  await client.send(new PutCommand({ Item: { run } }));\n}", [1]),
        (
            "class Log {\n  async appendEvent(run: string, event: Event): Promise<void> {\n    await this.redis.xadd(run, event);\n  }\n}",
            [2],
        ),
        ("export async function storeConversationEvent(x) {\n  await client.send(new CreateEventCommand(x));\n}", []),
        ("export function logServerEvent(event) {\n  setEvents((prev) => [...prev, event]);\n}", []),
        ("export async function recordCheckoutEvent(x) {\n  await db.execute(sql, [x]);\n}", []),
    ],
)
def test_a_function_that_writes_steps_down_is_an_event_log_where_it_is_defined(source: str, expected: list[int]) -> None:
    assert lines(source, LOG, "typescript") == expected


def test_callers_of_such_a_function_in_another_file_are_no_event_log() -> None:
    source = 'import { storeConversationEvent } from "./memory";\nawait storeConversationEvent(turn);'
    assert lines(source, LOG, "typescript", origins={"app/memory.ts:": ""}) == []
    assert lines(source.replace("./memory", "event-store"), LOG, "typescript") == [2]


def test_event_logs() -> None:
    source = """
        class AgentEvent(Base): id = Column(int)
        class Event(Base): ...
        store.append_event(run, step)
        cursor.execute("INSERT INTO agent_steps VALUES (?)", x)
        with open(path, "a") as f: f.write(json.dumps(step))
        with open(path, "w") as f: f.write(json.dumps(step))
        log_event
    """
    assert lines(source, LOG) == [1, 3, 4, 5]


@pytest.mark.parametrize(
    "call",
    [
        *("client.batches.retrieve(b.id)", "client.fine_tuning.jobs.retrieve(j.id)", "client.vector_stores.retrieve(v)"),
        *("redshift.describe_statement(Id=i)", "athena.get_query_execution(QueryExecutionId=q)", "a.send(GetQueryExecutionCommand(q))"),
    ],
)
def test_waits_for_things_that_are_no_agent_work_are_no_polls(call: str) -> None:
    source = f"while job.status != 'completed':\n    time.sleep(30)\n    job = {call}\n"
    assert lines(source, POLL) == []
    assert lines(source + "    run = client.beta.threads.runs.retrieve(run.id)\n", POLL) == [1]


def test_a_loop_that_reads_calls_from_the_text_of_an_answer() -> None:
    source = """
def use_tools(self, text):
    while True:
        parsed = self._parse_function_calls(text)
        if parsed["status"] == "DONE":
            return text
        self.current_prompt = f"{self.current_prompt}{text}{self._inject(parsed)}"
        text = self._complete(self.current_prompt)
"""
    assert lines(source, LOOP) == [2]
    steps = """
def solve(question):
    scratchpad = ""
    for _ in range(8):
        text = call_llm(question + scratchpad)
        if "Final Answer:" in text:
            return text
        action = ACTION.search(text)
        scratchpad += f"{text}\\nObservation: {run(action)}\\n"
"""
    assert lines(steps, LOOP) == [3]
    assert lines(steps.replace("Final Answer:", "done").replace("Observation:", "Next"), LOOP) == []


def test_a_class_of_a_family_that_no_database_stores_is_no_table() -> None:
    assert lines("class MistralChat(Base):\n    name = 'x'\n", TABLE) == []
    assert lines("class UserMessage(_MessageBase):\n    role: str\n", TABLE) == []
    assert lines("class UserMessage(Base):\n    role: Mapped[str]\n", TABLE) == [1]
    assert lines("class UserMessage(MessageBase, table=True):\n    role: str\n", TABLE) == [1]
    assert lines("class ChatSession(TimestampMixin, models.Model):\n    pass\n", TABLE) == [1]


@pytest.mark.parametrize(
    "source",
    [
        "customElements.define('desk-chat-widget', Widget);",
        "db.collection('memory_migrations');",
        "const q = `CREATE TABLE welcome_messages (id int)`;",
    ],
)
def test_what_only_bears_the_name_of_conversations_is_no_table_of_them(source: str) -> None:
    assert lines(source, TABLE, "typescript") == []


def test_models_of_peewee_whose_base_is_the_programs_own_are_tables() -> None:
    kept = "class Session(BaseModel):\n    command = peewee.TextField(null=True)\n\n\nclass Clip(BaseModel):\n    text = TextField()\n"
    assert lines("import peewee\n\n\n" + kept, TABLE) == [4]
    assert lines("from forms import BaseModel, peewee_like as peewee\n\n\n" + kept, TABLE) == []
