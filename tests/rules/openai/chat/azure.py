"""The same models, one of them at Azure."""

from langchain_openai import AzureChatOpenAI, ChatOpenAI

# evidence: openai.chat/model-kept
AZURE_MODEL = "gpt-4o-mini"
# evidence: openai.chat/model-id, openai.chat/model-kept
PLAIN_MODEL = "gpt-4.1-mini"

# ok: openai.chat/model-id, openai.chat/model-in-call
# evidence: openai.chat/model-kept
azure = AzureChatOpenAI(model="gpt-4o", temperature=0)
# ok: openai.chat/model-id
other = AzureChatOpenAI(model=AZURE_MODEL)
# evidence: openai.chat/model-id, openai.chat/model-in-call, openai.chat/model-kept
plain = ChatOpenAI(model="gpt-4o")
# evidence: openai.chat/model-in-call
named = ChatOpenAI(model=PLAIN_MODEL)
