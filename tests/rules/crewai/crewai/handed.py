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
        return text
