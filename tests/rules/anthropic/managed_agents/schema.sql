CREATE TABLE claims (
  id uuid PRIMARY KEY,
  -- ok: anthropic.managed_agents/session-column
  claude_session_id_count integer,
  -- evidence: anthropic.managed_agents/session-column
  claude_session_id text NOT NULL
);
