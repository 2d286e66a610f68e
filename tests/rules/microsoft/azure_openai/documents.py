"""Hosted search of documents on Azure."""

from openai import AzureOpenAI
from shelf import Shelf

client = AzureOpenAI(azure_endpoint="https://desk.openai.azure.com", api_version="preview")
shelf = Shelf()
# evidence: microsoft.azure_openai/vector-store
store = client.vector_stores.create(name="manuals")
# ok: microsoft.azure_openai/vector-store
row = shelf.vector_stores.create(name="manuals")
answer = client.responses.create(
    model=MODEL,
    input="Is hail covered?",
    # evidence: microsoft.azure_openai/response-tool
    tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
)
# ok: microsoft.azure_openai/response-tool
plain = client.responses.create(model=MODEL, input="Is hail covered?", tools=[])
# evidence: microsoft.azure_openai/own-loop
run = client.responses.create(model=MODEL, input="Is hail covered?", tools=functions)
# ok: microsoft.azure_openai/own-loop
# evidence: microsoft.azure_openai/response-tool
client.responses.create(model=MODEL, input="Is hail covered?", tools=[{"type": "mcp", "server_url": URL}])
