from agents.realtime import RealtimeAgent, RealtimeRunner
from studio import RealtimeRunner as Tape

# evidence: openai.agents_sdk/agent
desk = RealtimeAgent(name="claims", instructions="Be kind.")
# evidence: openai.agents_sdk/run
runner = RealtimeRunner(
    starting_agent=desk,
    # evidence: openai.agents_sdk/voice-model
    config={"model_settings": {"model_name": "gpt-realtime", "voice": "ash"}},
)
# ok: openai.agents_sdk/run, openai.agents_sdk/voice-model
tape = Tape(config={"model_settings": {"model_name": "reel"}})
