import openai
from azure.monitor.events.extension import track_event

from ours import track_event as note

client = openai.OpenAI()


# evidence: neutral.telemetry/application-insights
def track_event_if_configured(name, data):
    # evidence: neutral.telemetry/application-insights
    track_event(name, data)
    # ok: neutral.telemetry/application-insights
    note(name, data)
