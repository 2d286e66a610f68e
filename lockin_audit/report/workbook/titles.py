"""The sheets, in reading order: what was found, what goes in, how it is worked out, what comes out, whether it holds."""

from __future__ import annotations

COVER = "Cover"
DECISION = "Decision"
QUESTIONS = "Four questions"
HEAT_MAP = "Heat map"
EVIDENCE = "Evidence"
REBUILD = "Rebuild list"
SWAP = "If we had to swap"
QUESTIONNAIRES = "Questionnaires"
INPUTS = "Inputs"
PRICES = "Prices"
CALC = "Calc"
MODEL_MAP = "Model map"
OPTIONS = "Options"
BREAK_EVEN = "Break-even"
CHARTS = "Charts"
SCENARIOS = "Scenarios"
SIMULATION = "Simulation"
TORNADO = "Tornado"
CASES = "Cases"
CHECKS = "Checks"
CHANGES = "Change log"

SHEETS: dict[str, str] = {
    COVER: "What this workbook is for, what it leaves out, what it rests on, and what the colours mean.",
    DECISION: "The answer in one sentence, the numbers behind it, what would change it, and what to do.",
    QUESTIONS: "Who decides on retries, where state lives, what replay takes, what monitoring depends on.",
    HEAT_MAP: "Where business logic has moved to the platform, by workflow and part of the agent.",
    EVIDENCE: "Every place in the code the answers rest on, with file and line.",
    REBUILD: "What a team would rebuild to leave the runtime or to swap the model, with person-days.",
    SWAP: "The board's question: in what order, by whom, in how many weeks, at what cost; and what to prepare now.",
    QUESTIONNAIRES: "What people answered, who and when, where they differ, and what the answers call for.",
    INPUTS: "Every number the model rests on, with range, unit, basis and source. Change the blue cells.",
    PRICES: "The price rows the model used, with the date from which they hold and where they were read.",
    CALC: "The model, month by month: one row for each line, one formula for each row.",
    MODEL_MAP: "The same lines in words, so that nobody has to read formulas.",
    OPTIONS: "Every way to run the agents side by side: totals, years, cost lines, workflows.",
    BREAK_EVEN: "The volume at which both options cost the same.",
    CHARTS: "Cumulative cost, cost by line, and what moves the result.",
    SCENARIOS: "What each named scenario changes, what it costs, and how much each choice could be regretted.",
    SIMULATION: "How sure the result is when every uncertain input varies at once.",
    TORNADO: "How far each input alone moves the saving between its low and its high.",
    CASES: "The strongest inputs at their low and their high again, worked out live from the cost lines of Calc.",
    CHECKS: "Whether the workbook adds up.",
    CHANGES: "What was changed by hand since the workbook was written; fill it in.",
}
"""Title → one sentence for the contents page."""

_FOUND, _INPUT, _LIVE, _VALUES = "found in the code", "input", "live: follows the inputs", "values of one run, with a live state"
KINDS: dict[str, str] = {
    COVER: "about this workbook",
    DECISION: "result, live with words as written",
    QUESTIONS: _FOUND,
    HEAT_MAP: f"{_FOUND}; counts are live",
    EVIDENCE: _FOUND,
    REBUILD: f"{_FOUND}; sums are live",
    SWAP: "result: live weeks and costs, simulated ranges",
    QUESTIONNAIRES: "said by people",
    INPUTS: _INPUT,
    PRICES: "source of inputs",
    CALC: f"working, {_LIVE}",
    MODEL_MAP: "working, in words",
    OPTIONS: f"result, {_LIVE}",
    BREAK_EVEN: "result, live; crossings searched are values",
    CHARTS: f"result, {_LIVE}",
    SCENARIOS: "input and result: costs are values, regret is live",
    SIMULATION: f"result, {_VALUES}",
    TORNADO: f"result, {_VALUES}",
    CASES: f"result, {_LIVE}",
    CHECKS: f"check, {_LIVE}",
    CHANGES: "for you to fill in",
}
"""Title → whether it is input, working or result, and whether it is live."""
