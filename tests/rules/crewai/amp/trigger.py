"""A crew that an event of the platform starts."""


def run(crew, event):
    # evidence: crewai.amp/trigger-payload
    crew.kickoff({"crewai_trigger_payload": event})
    # ok: crewai.amp/trigger-payload
    crew.kickoff({"payload": event})
