"""A flow that keeps what it knows without a type."""

from crewai.flow.flow import Flow, start


# evidence: crewai.crewai/flow, crewai.crewai/flow-state
class DeskFlow(Flow):
    @start()
    def read(self):
        self.state["claim"] = "read"
