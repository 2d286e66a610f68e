"""The words of the report that not every reader knows."""

from __future__ import annotations

from typing import Final

from lockin_audit.report.story.blocks import Block, Heading, Listing, strong, words

MEANINGS: Final = {
    "Agent": "a program that lets a language model decide the next step of a piece of work and act on it with tools.",
    "API": "the interface through which one program calls another, here the company's code a vendor's service.",
    "Break-even volume": "the number of sessions a month at which two options cost the same.",
    "Checkpoint": "a saved state of a run, from which it can go on after a failure instead of starting again.",
    "Confidence": "how a place was established. High: traced to the vendor's own interface. Medium: by names and their surroundings. "
    "Low: by a name alone.",
    "Discount rate": "by how much a sum in a year counts for less than the same sum today.",
    "FTE": "full-time equivalent: the work of one person employed full time.",
    "Idempotent": "said of a step that may be done twice and still counts once; without it, starting a run again can pay or send twice.",
    "Internal rate of return": "the yearly interest at which a move would just pay; it exists only where saving follows spending once.",
    "Leakage": "how much of an agent's logic lies with the vendor: which of the four questions its platform decides.",
    "Managed runtime": "a vendor's service that runs agents: it decides the steps, keeps the conversation, tries again after failures.",
    "OpenTelemetry": "an open standard for telemetry that no single vendor controls.",
    "Orchestration": "deciding which step of an agent's work comes next, and keeping track of it.",
    "P10, P50, P90": "of all simulated futures, one in ten lies below P10, half below P50, nine in ten below P90. "
    "Eight in ten lie between P10 and P90.",
    "Payback": "the month in which the savings of a move have made up for its cost; discounted, with later months counted for less.",
    "Person-day": "one day of work of one engineer.",
    "Place": "a line of code, configuration or documentation that shows who decides or holds something for an agent.",
    "Placeholder": "a default figure that nobody has confirmed for this company.",
    "Platform": "the vendor's side: what it decides or holds, the company cannot take along when it leaves.",
    "Portable specification": "task, rules, limits and accountable people of an agent written down without naming a vendor.",
    "Present value (NPV)": "the worth today of sums paid later, at the discount rate.",
    "Prompt": "the instructions a model is given.",
    "Regret": "what a choice costs more than the best choice, once a scenario has come.",
    "Replay": "running a failed piece of work again from the middle.",
    "Retry": "trying a failed step again.",
    "Sandbox": "a closed-off computer in which code that an agent writes is run.",
    "Schema": "the names and kinds of the fields that data consist of; without it stored data cannot be read elsewhere.",
    "SDK": "a vendor's ready-made code for calling its service.",
    "Session": "one run of an agent from its start to its result.",
    "State": "what an agent has to remember between steps: conversation, progress, files.",
    "Telemetry": "records of what an agent did, when, why and at what cost: traces, figures, logs.",
    "Token": "the unit in which models are billed: about three quarters of an English word.",
    "Value of perfect information (EVPI)": "what knowing every uncertain input before deciding would be worth on average.",
    "Workflow": "a piece of the company's work that agents do, with its owner, its users and its volume.",
}
"""Word → what it means here, by the alphabet."""


def glossary() -> list[Block]:
    """The words, each with its meaning."""
    items = tuple(words(strong(f"{word}:"), " ", meaning) for word, meaning in MEANINGS.items())
    return [Heading(2, words("Words used in this report")), Listing(items)]
