"""One question at a time in the terminal: answer, skip, back, why, quit. The caller saves at every answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.prefill import places, suggested
from lockin_audit.ask.questionnaire import Choice, Question, Questionnaire, Section
from lockin_audit.core.audit import Audit, Verdict
from lockin_audit.core.evidence import Question as Topic
from lockin_audit.core.evidence import Site

KEYS = "number = answer, Enter = keep or accept, s = skip, b = back, w = why do you ask, q = quit"


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the conversation takes place."""

    say: Callable[[str], None]
    """Prints a line."""
    ask: Callable[[str], str | None]
    """Reads a line; None at the end of the input."""


def interview(
    questionnaires: Sequence[Questionnaire],
    file: AnswersFile,
    save: Callable[[AnswersFile], None],
    terminal: Terminal,
    today: date,
    audit: Audit | None = None,
) -> AnswersFile:
    """Ask what is open first, then stop; saved after every answer, so that leaving at any moment loses nothing.

    Args:
        questionnaires: what to ask, in order.
        file: answers given earlier.
        save: called with all answers after each one.
        terminal: where to ask.
        today: the date the answers carry.
        audit: what the scan found, for evidence and suggestions; None: nothing was scanned.
    """
    steps = [(q, section, question) for q in questionnaires for section in q.sections for question in section.questions]
    who = next((a.by for a in reversed(file.answers) if a.by), "")
    reply = terminal.ask(f"Your name, for the record (Enter = {who or 'leave it out'}): ")
    if reply is None:
        return file
    who = reply.strip() or who
    verdicts: Mapping[Topic, Verdict] = audit.questions if audit else {}
    sites = audit.sites if audit else ()
    at = next((n for n, (q, _, question) in enumerate(steps) if file.get(q.id, question.id) is None), 0)
    while at < len(steps):
        questionnaire, section, question = steps[at]
        earlier = file.get(questionnaire.id, question.id)
        guess = suggested(section, question, verdicts, sites)
        _show(terminal, f"{at + 1} of {len(steps)}", section, question, earlier, guess, places(section, question, sites))
        move, choice = _choose(terminal, question, earlier, guess)
        if move == "quit":
            return file
        if move == "back":
            at = max(0, at - 1)
            continue
        if choice is not None and (earlier is None or choice.id != earlier.choice):
            answer = Answer(questionnaire=questionnaire.id, question=question.id, choice=choice.id, by=who, on=today)
            file = file.having(answer)
            save(file)
            shown = (terminal.ask("What shows it? A document, file or ticket (Enter = nothing to add): ") or "").strip()
            if shown:
                file = file.having(answer.model_copy(update={"evidence": shown}))
                save(file)
            if choice.mitigation:
                terminal.say(f"  {choice.rationale} What to do: {choice.mitigation}")
        at += 1
    return file


def _show(
    terminal: Terminal,
    place: str,
    section: Section,
    question: Question,
    earlier: Answer | None,
    guess: Choice | None,
    found: Sequence[Site],
) -> None:
    """Print one question with its choices and evidence."""
    terminal.say("")
    terminal.say(f"[{place}] {section.title}")
    terminal.say(question.text)
    terminal.say(f"  {question.explanation}")
    if found:
        terminal.say("  In the code:")
        for site in found:
            terminal.say(f"    {site.file}:{site.line}  {site.what}")
    for number, choice in enumerate(question.choices, start=1):
        marks = [
            word
            for word, here in (("your answer", earlier and earlier.choice == choice.id), ("suggested by the scan", guess == choice))
            if here
        ]
        terminal.say(f"  {number}  {choice.label}" + (f"  [{', '.join(marks)}]" if marks else ""))


def _choose(terminal: Terminal, question: Question, earlier: Answer | None, guess: Choice | None) -> tuple[str, Choice | None]:
    """One valid reply: `next`, `back` or `quit`, with the choice made."""
    while True:
        reply = terminal.ask(f"({KEYS}) > ")
        if reply is None:
            return "quit", None
        word = reply.strip().lower()
        if word in ("q", "quit"):
            return "quit", None
        if word in ("b", "back"):
            return "back", None
        if word in ("s", "skip"):
            return "next", None
        if word in ("w", "why"):
            terminal.say(f"  {question.why} What would show it: {question.evidence}")
            terminal.say(f"  {question.reference.words}")
            continue
        if not word and (earlier or guess):
            return "next", question.choice(earlier.choice) if earlier else guess
        if word.isascii() and word.isdigit() and 1 <= int(word[:3]) <= len(question.choices):
            return "next", question.choices[int(word[:3]) - 1]
        chosen = question.choice(word)
        if chosen is not None:
            return "next", chosen
        terminal.say(f"  {reply.strip()[:40]!r} is no choice; type a number from 1 to {len(question.choices)}, or s, b, w, q.")
