"""Tools described apart from the call."""

LOOKUP = {
    "name": "lookup",
    # evidence: anthropic.messages/tool-schema-handed
    "input_schema": {"type": "object", "properties": {}},
}
OTHER = {
    "name": "other",
    # ok: anthropic.messages/tool-schema-handed
    "inputSchema": {"type": "object", "properties": {}},
}


class Lookup:
    # evidence: anthropic.messages/tool-class
    input_schema = {"type": "object", "properties": {}}
    # ok: anthropic.messages/tool-class
    output_schema = {"type": "object", "properties": {}}


# evidence: anthropic.messages/usage-report
REPORT = "https://api.anthropic.com/v1/organizations/usage_report/messages?bucket_width=1d"
# ok: anthropic.messages/usage-report
PAGE = "https://claims.example/v1/organizations/members"
