"""Rows, documents and types for what was said."""

from pydantic import BaseModel
from supabase import create_client

client = create_client(url, key)


# evidence: neutral.state/conversation-type
class ConversationState(BaseModel):
    lines: list[str]


# evidence: neutral.state/conversation-type
ConversationHistory = dict[str, list[str]]


# evidence: neutral.state/conversation-type
# evidence: neutral.state/session-class
class MemoryManager:
    lines: list[str]


# ok: neutral.state/conversation-type
class ConversationResponse(BaseModel):
    text: str


def keep(db, text: str) -> None:
    line = Row(text=text)
    # evidence: neutral.state/session-record
    db.add(ChatMessage(text=text))
    # evidence: neutral.state/session-record
    db.add(user_message)
    # ok: neutral.state/session-record
    db.add(invoice)
    # evidence: neutral.state/session-insert
    db.execute("INSERT INTO chat_messages (text) VALUES (?)", (text,))
    # evidence: neutral.state/session-insert
    run("insert into log (key, session_id, agent_id, response) values (%s, %s, %s, %s)")
    # ok: neutral.state/session-insert
    run("insert into visits (key, session_id, page) values (%s, %s, %s)")
    # ok: neutral.state/session-insert
    db.execute("INSERT INTO invoices (text) VALUES (?)", (text,))
    # evidence: neutral.state/session-collection
    mongo_db["conversations"].insert_one({"text": text})
    # evidence: neutral.state/session-collection
    self.messages.insert_one({"text": text})
    # evidence: neutral.state/session-collection
    self.jobs.insert_one({"text": text})
    # ok: neutral.state/session-collection
    mongo_db["invoices"].insert_one({"text": text})
    # evidence: neutral.state/session-supabase
    client.table("messages").insert({"text": text}).execute()
    # evidence: neutral.state/session-supabase
    client.table(self.messages_table).insert({"text": text}).execute()
    # ok: neutral.state/session-supabase
    client.table("invoices").insert({"text": text}).execute()
