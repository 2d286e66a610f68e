"""A claims desk over DSPy."""

import dspy

from shop import Module, ReAct

# evidence: other.dspy/neutral-model, other.dspy/attempts
lm = dspy.LM("openai/gpt-4o-mini", num_retries=3)


# evidence: other.dspy/agent
class Desk(dspy.Module):
    def __init__(self):
        # evidence: other.dspy/agent, other.dspy/tool
        self.react = dspy.ReAct("claim -> answer", tools=[look])
        # ok: other.dspy/agent, other.dspy/tool
        self.yard = ReAct("claim -> answer", tools=[look])
        # evidence: other.dspy/history
        self.talk = dspy.History(messages=[])
        # ok: other.dspy/history
        self.parts = dspy.Example(claim="a")


# ok: other.dspy/agent
class Yard(Module):
    pass


# evidence: other.dspy/attempts
best = dspy.BestOfN(module=Desk(), N=3, reward_fn=good, threshold=1.0)
# ok: other.dspy/neutral-model, other.dspy/attempts
dspy.configure(lm=lm)
