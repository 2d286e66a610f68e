"""An agent over xAI's library: conversation, documents and some tools lie at xAI, others here."""

from xai_sdk import Client
from xai_sdk.chat import tool_result, user
from xai_sdk.telemetry import Telemetry
from xai_sdk.tools import code_execution, web_search

from shop import Client as Yard
from shop.results import tool_result as shelf_result
from shop.telemetry import Telemetry as Gauge
from shop.tools import code_execution as press, web_search as look

# evidence: other.xai/own-traces
Telemetry().setup_otlp_exporter()
# ok: other.xai/own-traces
Gauge().setup()
# evidence: other.xai/model-id
MODEL = "grok-4.5"
# ok: other.xai/model-id
PICTURES = "grok-imagine-image"

client = Client()
yard = Yard()


def answer(question, earlier, run):
    chat = client.chat.create(
        model=MODEL,
        tools=[
            # evidence: other.xai/hosted-tool
            web_search(),
            # ok: other.xai/hosted-tool
            look(),
            # evidence: other.xai/code-execution, other.xai/hosted-tool
            code_execution(),
            # ok: other.xai/code-execution
            press(),
        ],
    )
    # evidence: other.xai/stored-conversation
    chat = client.chat.create(model=MODEL, store_messages=True)
    # evidence: other.xai/stored-conversation
    chat = client.chat.create(model=MODEL, previous_response_id=earlier)
    # ok: other.xai/stored-conversation
    chat = client.chat.create(model=MODEL, store_messages=False)
    chat.append(user(question))
    response = chat.sample()
    for call in response.tool_calls:
        # evidence: other.xai/own-loop
        chat.append(tool_result(run(call)))
        # ok: other.xai/own-loop
        shelf_result(call)
    # evidence: other.xai/shortened-conversation
    chat.compact()
    # ok: other.xai/shortened-conversation
    yard.compact()
    # evidence: other.xai/tool-usage
    print(response.server_side_tool_usage)
    # ok: other.xai/tool-usage
    print(response.usage)
    return response


def look_back(client: Client, number):
    # evidence: other.xai/collection
    client.collections.create("claims")
    # evidence: other.xai/collection
    client.files.upload("terms.pdf")
    # ok: other.xai/collection
    yard.collections.create("claims")
    # evidence: other.xai/stored-answer
    first = client.chat.get_stored_completion(number)
    # ok: other.xai/stored-answer
    second = yard.chat.get_stored_completion(number)
    return first, second
