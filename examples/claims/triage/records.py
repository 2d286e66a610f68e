"""The one table Northmoor keeps: which vendor session worked on which claim."""

import os

import psycopg

SCHEMA = """
create table if not exists triage_sessions (
    claim_id text primary key,
    vendor_session_id text not null,
    started_at timestamptz not null default now()
)
"""


def remember_session(claim_id: str, session_id: str) -> None:
    """Note the vendor's session id beside the claim."""
    with psycopg.connect(os.environ["CLAIMS_DATABASE"]) as connection:
        connection.execute(
            "insert into triage_sessions (claim_id, vendor_session_id) values (%s, %s)"
            " on conflict (claim_id) do update set vendor_session_id = excluded.vendor_session_id",
            (claim_id, session_id),
        )


def session_of(claim_id: str) -> str:
    """The vendor session that worked on a claim."""
    with psycopg.connect(os.environ["CLAIMS_DATABASE"]) as connection:
        row = connection.execute("select vendor_session_id from triage_sessions where claim_id = %s", (claim_id,)).fetchone()
    if row is None:
        raise LookupError(f"claim {claim_id} was never triaged")
    return str(row[0])
