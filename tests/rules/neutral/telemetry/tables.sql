-- evidence: neutral.telemetry/usage-table
CREATE TABLE IF NOT EXISTS token_usage (id TEXT PRIMARY KEY);
-- evidence: neutral.telemetry/usage-table
create table public.agent_traces (id text primary key);
-- ok: neutral.telemetry/usage-table
CREATE TABLE tracestate (id TEXT PRIMARY KEY);
