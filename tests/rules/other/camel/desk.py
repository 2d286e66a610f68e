"""A claims desk over CAMEL."""

from camel.agents import ChatAgent
from camel.memories import ChatHistoryMemory
from camel.models import ModelFactory
from camel.societies import RolePlaying
from camel.toolkits import FunctionTool
from camel.types import ModelPlatformType, ModelType

from shop import ChatAgent as Yard

# evidence: other.camel/model-id
model = ModelFactory.create(model_platform=ModelPlatformType.OPENAI, model_type=ModelType.GPT_4O_MINI)
# ok: other.camel/model-id
chosen = ModelFactory.create(model_platform=ModelPlatformType.OPENAI, model_type=ModelType(settings.model))
# evidence: other.camel/tool
look = FunctionTool(look_up)
# ok: other.camel/tool
plain = look_up
# evidence: other.camel/agent
clerk = ChatAgent(system_message="You settle claims.", model=model, tools=[look])
# ok: other.camel/agent
yard = Yard(system_message="You settle claims.")
# evidence: other.camel/agent
pair = RolePlaying(assistant_role_name="clerk", user_role_name="client")
# evidence: other.camel/memory
clerk.memory = ChatHistoryMemory(context_creator=creator)
# ok: other.camel/memory
clerk.shelf = creator
