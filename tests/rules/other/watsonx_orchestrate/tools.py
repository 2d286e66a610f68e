"""Tools and a flow of the service."""

from ibm_watsonx_orchestrate.agent_builder.connections import ExpectedCredentials
from ibm_watsonx_orchestrate.agent_builder.tools import tool
from ibm_watsonx_orchestrate.flow_builder.flows import flow
from desk import tool as own


# evidence: other.watsonx_orchestrate/tool
@tool(
    # evidence: other.watsonx_orchestrate/connection
    expected_credentials=[ExpectedCredentials(app_id="crm")],
)
def policy(number: str) -> str:
    return number


# ok: other.watsonx_orchestrate/tool, other.watsonx_orchestrate/flow, other.watsonx_orchestrate/connection
@own
def amount(number: str) -> int:
    return 0


# evidence: other.watsonx_orchestrate/flow
@flow(name="claims")
def claims(build):
    # evidence: other.watsonx_orchestrate/run-address
    url = "https://api.eu.watson-orchestrate.cloud.ibm.com/instances/1/v1/orchestrate/runs"
    # ok: other.watsonx_orchestrate/run-address
    return url, "https://claims.example/v1/runs"
