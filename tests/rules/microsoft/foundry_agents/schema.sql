CREATE TABLE claims (
  id uuid PRIMARY KEY,
  -- ok: microsoft.foundry_agents/thread-column
  foundry_conversation_id_count integer,
  -- evidence: microsoft.foundry_agents/thread-column
  foundry_conversation_id text NOT NULL
);
