"""What a flow keeps."""

from pydantic import BaseModel


# evidence: crewai.crewai/flow-state-class
class ClaimState(BaseModel):
    text: str = ""


# ok: crewai.crewai/flow-state-class
class Claim(BaseModel):
    text: str = ""
