"""Models of the library, and a tool built on its class."""

from llama_index.core.program.function_program import get_function_tool
from llama_index.core.tools import FunctionTool
from llama_index.llms.openai import OpenAI

from shop import OpenAI as Yard


# evidence: other.llamaindex_workflows/tool
class Policy(FunctionTool):
    covered = True


# evidence: other.llamaindex_workflows/tool
handed = get_function_tool(Claim)
# evidence: other.llamaindex_workflows/model-id
llm = OpenAI(model="gpt-4o", temperature=0.4)
# ok: other.llamaindex_workflows/model-id
chosen = OpenAI(model=settings.model)
# ok: other.llamaindex_workflows/model-id
yard = Yard(model="gpt-4o")
