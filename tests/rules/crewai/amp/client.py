"""Calls of a crew that the vendor hosts."""

import requests
from crewai import Agent, Crew
from crewai_tools import CrewaiPlatformTools, InvokeCrewAIAutomationTool, SerperDevTool

# evidence: crewai.amp/hosted-crew-call
URL = "https://claims-desk-1a2b.crewai.com"
# ok: crewai.amp/hosted-crew-call
DOCS = "https://docs.crewai.com/en/introduction"
# evidence: crewai.amp/hosted-crew-call
desk = InvokeCrewAIAutomationTool(crew_api_url=URL, crew_bearer_token=token)
# ok: crewai.amp/platform-tool
search = SerperDevTool()
# evidence: crewai.amp/platform-tool
tools = CrewaiPlatformTools(apps=["gmail"])
# evidence: crewai.amp/platform-tool
agent = Agent(role="reader", apps=["gmail", "slack"])
# evidence: crewai.amp/tracing-argument
crew = Crew(agents=[agent], tasks=[], tracing=True)
# ok: crewai.amp/tracing-argument
quiet = Crew(agents=[agent], tasks=[], tracing=False)

# evidence: crewai.amp/webhook
body = {"inputs": {}, "crewWebhookUrl": "https://claims.example/hook"}
# ok: crewai.amp/webhook
other = {"webhookUrl": "https://claims.example/hook"}
started = requests.post(f"{URL}/kickoff", json=body, timeout=30).json()
# evidence: crewai.amp/run-id
kickoff_id = started["kickoff_id"]
# evidence: crewai.amp/hosted-crew-call
status = requests.get(f"{URL}/status/{kickoff_id}", timeout=30).json()
# ok: crewai.amp/run-id
run = status["state"]
# evidence: crewai.amp/resume-call
requests.post(f"{URL}/resume", json={"execution_id": run, "human_feedback": "pay"}, timeout=30)
# ok: crewai.amp/resume-call
requests.post(f"{URL}/inputs", timeout=30)
