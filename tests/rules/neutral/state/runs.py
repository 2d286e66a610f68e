"""Runs of agents in tables."""

from openai import OpenAI
from sqlmodel import Field, SQLModel

client = OpenAI()


# evidence: neutral.state/run-table
class Run(SQLModel, table=True):
    id: int = Field(primary_key=True)
    result: str


# evidence: neutral.state/run-table
class DeskAgentRun(Base):
    __tablename__ = "desk_agent_runs"


# ok: neutral.state/run-table
class RunRequest(SQLModel):
    text: str


# ok: neutral.state/run-table
class DryRun(Report):
    text: str


def ask(lines):
    return client.chat.completions.create(model=MODEL, messages=lines, tools=TOOLS)
