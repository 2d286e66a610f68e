"""Runs whose traces get a name by the settings of the run."""

from agents import Agent, RunConfig

# evidence: openai.agents_sdk/agent
claims = Agent(name="claims")
# evidence: openai.agents_sdk/vendor-traces
named = RunConfig(workflow_name="claims", trace_include_sensitive_data=False)
# ok: openai.agents_sdk/vendor-traces
silent = RunConfig(tracing_disabled=True)
