CREATE TABLE claims (
  id uuid PRIMARY KEY,
  -- ok: openai.assistants/thread-column
  thread_id_count integer,
  -- evidence: openai.assistants/thread-column
  openai_thread_id text NOT NULL
);
