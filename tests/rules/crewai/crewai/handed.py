"""A flow that hands results from step to step and keeps nothing."""

from crewai.flow.flow import Flow, listen, start


# evidence: crewai.crewai/flow
# ok: crewai.crewai/flow-state
class DeskFlow(Flow):
    @start()
    def read(self):
        return "read"

    @listen(read)
    def check(self, text):
        # evidence: crewai.crewai/crew
        checked = YardCrew().crew().kickoff(inputs={"text": text})
        # ok: crewai.crewai/crew
        sent = Yard().kickoff(inputs={"text": text})
        return checked, sent
