from microsoft.teams.ai import ChatPrompt, ListMemory
from microsoft.teams.openai import OpenAICompletionsAIModel

# evidence: other.teams_ai/model-id
model = OpenAICompletionsAIModel(model="gpt-4o")
# evidence: other.teams_ai/memory
memory = ListMemory()
# evidence: other.teams_ai/prompt-loop
prompt = ChatPrompt(model)
