"""Asks a model that Snowflake serves."""

import os

# evidence: other.snowflake_cortex/model-id
MODEL = os.environ.get("CORTEX_MODEL", "claude-sonnet-4-6")
# ok: other.snowflake_cortex/model-id
STATEMENT = "SELECT SNOWFLAKE.CORTEX.COMPLETE(%s, PARSE_JSON(%s))"
