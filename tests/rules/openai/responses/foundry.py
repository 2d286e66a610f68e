"""A client of Microsoft Foundry hands out OpenAI's own client class."""

from azure.ai.projects import AIProjectClient
from openai import OpenAI

project = AIProjectClient(endpoint=ENDPOINT, credential=credential)
client: OpenAI = project.get_openai_client()
# ok: openai.responses/conversation
talk = client.conversations.create()
# ok: openai.responses/own-loop, openai.responses/response-chain, openai.responses/hosted-tool
client.responses.create(input="Is hail covered?", tools=[{"type": "web_search"}], previous_response_id=last)
