"""An agent of one's own: the answers are typed by OpenAI's library."""

from openai.types.chat import ChatCompletionMessage
from pydantic import BaseModel


class Agent(BaseModel):
    # evidence: openai.chat/model-id, openai.chat/model-kept
    model: str = "gpt-4o"
    # ok: openai.chat/model-id
    voice: str = "gpt-4o-transcribe"
    last: ChatCompletionMessage | None = None
