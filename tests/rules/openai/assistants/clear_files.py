"""Clears the files that assistants were given."""

from openai import OpenAI

client = OpenAI()

# evidence: openai.assistants/assistant-file
for file in client.files.list():
    # evidence: openai.assistants/assistant-file
    client.files.delete(file.id)
# ok: openai.assistants/assistant-file
desk.files.list()
