-- evidence: other.snowflake_cortex/agent-statement
CREATE OR REPLACE AGENT claims.public.desk FROM SPECIFICATION $$
$$;
-- ok: other.snowflake_cortex/agent-statement, other.snowflake_cortex/event-table
CREATE TABLE agent (id INT);
-- evidence: other.snowflake_cortex/event-table
SELECT * FROM SNOWFLAKE.LOCAL.AI_OBSERVABILITY_EVENTS;
