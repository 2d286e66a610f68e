CREATE TABLE claims (
  id uuid PRIMARY KEY,
  -- ok: aws.bedrock_agentcore/session-column
  runtime_session_id_count integer,
  -- evidence: aws.bedrock_agentcore/session-column
  runtime_session_id text NOT NULL
);
