"""An agent that decides by what the model writes."""

from google import genai

client = genai.Client()


def route(text):
    # evidence: google.gemini/own-agent-call, google.gemini/asked
    answer = client.models.generate_content(model=MODEL, contents=[text])
    # ok: google.gemini/own-agent-call
    pages.generate_content(text)
    return answer
