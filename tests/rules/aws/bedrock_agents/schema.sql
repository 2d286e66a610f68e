CREATE TABLE claims (
  id uuid PRIMARY KEY,
  -- ok: aws.bedrock_agents/session-column
  bedrock_session_id_count integer,
  -- evidence: aws.bedrock_agents/session-column
  bedrock_session_id text NOT NULL
);
