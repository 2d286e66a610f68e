"""Rows that point at conversations elsewhere."""

from sqlalchemy import Column, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Claim(Base):
    __tablename__ = "claims"

    # evidence: neutral.state/vendor-id-column
    sdk_session_id: Mapped[str | None] = mapped_column(String, nullable=True)
    # evidence: neutral.state/vendor-id-column
    openai_thread_id = Column(String)
    # ok: neutral.state/vendor-id-column
    web_session_id = Column(String)
