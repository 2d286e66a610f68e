"""The same paths at other vendors, and frameworks that pass the history on."""

from langchain_openai import ChatOpenAI
from mistralai import Mistral

client = Mistral()
# ok: openai.responses/response-chain
answer = client.responses.create(model="mistral-large", inputs="Is hail covered?", previous_response_id="r1")
# ok: openai.responses/conversation
talk = client.beta.conversations.create(agent_id="a1")
# evidence: openai.responses/wrapped-history
chat = ChatOpenAI(model=MODEL, use_previous_response_id=True)
# ok: openai.responses/wrapped-history
plain = ChatOpenAI(model=MODEL, use_previous_response_id=False)
