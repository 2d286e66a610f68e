-- evidence: neutral.state/session-table
CREATE TABLE IF NOT EXISTS conversations (id TEXT PRIMARY KEY);
-- ok: neutral.state/session-table
CREATE TABLE invoices (id TEXT PRIMARY KEY);
