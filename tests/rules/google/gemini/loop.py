"""An agent loop of its own on Gemini."""

from google import genai
from google.genai import types

client = genai.Client()
# evidence: google.gemini/model-id
MODEL = "gemini-2.5-pro"
# ok: google.gemini/model-id
VECTORS = "gemini-embedding-001"


def run(contents, declarations):
    # evidence: google.gemini/own-loop, google.gemini/asked
    answer = client.models.generate_content(
        model=MODEL,
        contents=contents,
        config=types.GenerateContentConfig(
            # evidence: google.gemini/hosted-tool
            tools=[
                # evidence: google.gemini/hosted-tool
                types.Tool(google_search=types.GoogleSearch()),
                # evidence: google.gemini/hosted-tool, google.gemini/code-execution
                types.Tool(code_execution=types.ToolCodeExecution()),
            ]
        ),
    )
    # ok: google.gemini/own-loop, google.gemini/hosted-tool, google.gemini/code-execution
    # evidence: google.gemini/asked
    title = client.models.generate_content(model=MODEL, contents=contents)
    # evidence: google.gemini/usage-fields
    cost = answer.usage_metadata.total_token_count
    # ok: google.gemini/usage-fields
    size = answer.usage_report.total
    # evidence: google.gemini/own-history
    chat = client.chats.create(model=MODEL)
    # ok: google.gemini/own-history
    room = slack.chats.open(name="x")
    # evidence: google.gemini/stored-content
    document = client.files.upload(file="policy.pdf")
    # ok: google.gemini/stored-content
    copy = bucket.files.push(file="policy.pdf")
    return answer, title, cost, size, chat, room, document, copy


def search(question):
    # evidence: google.gemini/own-loop, google.gemini/asked
    return client.models.generate_content(
        model=MODEL,
        contents=question,
        # evidence: google.gemini/hosted-tool
        config={"tools": [{"google_search": {}}], "temperature": 0},
    )


def plain(question):
    # ok: google.gemini/hosted-tool
    # evidence: google.gemini/asked
    return client.models.generate_content(model=MODEL, contents=question, config={"temperature": 0})


def point(client):
    return types.GenerateContentConfig(
        # evidence: google.gemini/hosted-tool
        tools=[types.Tool(computer_use=types.ComputerUse(environment="ENVIRONMENT_BROWSER"))],
    )


def take_up(client, handle):
    # evidence: google.gemini/model-id
    model = "gemini-live-2.5-flash-native-audio"
    # evidence: google.gemini/session-handle
    config = types.LiveConnectConfig(session_resumption=types.SessionResumptionConfig(handle=handle))
    # ok: google.gemini/session-handle
    return client.aio.live.connect(model=model, config=config)


def offered(schema):
    # evidence: google.gemini/hosted-tool
    tool = types.Tool(function_declarations=[schema])
    # ok: google.gemini/hosted-tool
    plain = types.Tool()
    return tool, plain


def counted(client):
    # ok: google.gemini/asked
    return client.models.count_tokens(model=MODEL, contents="x")
