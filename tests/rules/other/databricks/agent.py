"""Agents on Databricks."""

from databricks import agents
from databricks.sdk import WorkspaceClient
from databricks_langchain import CheckpointSaver, UCFunctionToolkit
from mlflow.pyfunc import PythonModel, ResponsesAgent

# evidence: other.databricks/endpoint-model
MODEL = "databricks-claude-sonnet-4-6"
# evidence: other.databricks/endpoint-model
ROUTED = "databricks/databricks-meta-llama-3-3-70b-instruct"
# ok: other.databricks/endpoint-model
OWN = "claims-model"
workspace = WorkspaceClient()


# evidence: other.databricks/own-agent
class Claims(ResponsesAgent):
    pass


# ok: other.databricks/own-agent
class Score(PythonModel):
    pass


# evidence: other.databricks/checkpoint
saver = CheckpointSaver(workspace_client=workspace)
# ok: other.databricks/checkpoint
disk = DiskSaver()
# evidence: other.databricks/vendor-tool
tools = UCFunctionToolkit(function_names=["main.claims.*"])
# ok: other.databricks/vendor-tool
own = Toolkit()
# evidence: other.databricks/serving
agents.deploy("main.claims.agent", 1)
# ok: other.databricks/serving
shop.deploy("main", 1)
# evidence: other.databricks/ready-made-agent
workspace.genie.start_conversation_and_wait("space", "How many claims?")
# ok: other.databricks/ready-made-agent
workspace.jobs.run_now(1)
# evidence: other.databricks/log-table
QUERY = "SELECT * FROM main.claims.agent_payload_request_logs"
# ok: other.databricks/log-table
OTHER = "SELECT * FROM main.claims.requests"
