"""Tables of what was used up."""

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Usage(Base):
    # evidence: neutral.telemetry/usage-table
    __tablename__ = "usages"


class Call(Base):
    # evidence: neutral.telemetry/usage-table
    __tablename__ = "llm_calls"


class Invoice(Base):
    # ok: neutral.telemetry/usage-table
    __tablename__ = "invoices"


class Voucher(Base):
    # ok: neutral.telemetry/usage-table
    __tablename__ = "voucher_usages"
