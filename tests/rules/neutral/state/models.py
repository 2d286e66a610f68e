"""Tables of our own."""

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


# evidence: neutral.state/session-table
class ChatSession(Base):
    __tablename__ = "chat_sessions"


# ok: neutral.state/session-table
class Invoice(Base):
    __tablename__ = "invoices"
