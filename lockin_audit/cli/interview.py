"""One question at a time in the terminal: answer, skip, back, why, quit. The caller saves at every answer."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lockin_audit.ask.answers import Answer, AnswersFile
from lockin_audit.ask.prefill import cited, places, seen, suggested, told
from lockin_audit.ask.questionnaire import Choice, Question, Questionnaire, Section
from lockin_audit.core.audit import Audit
from lockin_audit.core.text import visible

KEYS = "number = answer, Enter = keep or accept, s = skip, b = back, w = why do you ask, q = quit"
PLAIN_KEYS = "Type a number to answer, Enter to keep or accept, s to skip, b to go back, w to hear why we ask, q to quit."


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where the conversation takes place."""

    say: Callable[[str], None]
    """Prints a line."""
    ask: Callable[[str], str | None]
    """Reads a line; None at the end of the input."""
    width: int = 0
    """Columns to wrap at; 0: lines stay whole."""
    plain: bool = False
    """For screen readers: no indents, brackets or marks, each line a sentence of its own."""
    bold: Callable[[str], None] | None = None
    """Prints a line that stands out; None: where the terminal cannot do that, or somebody objects."""

    def line(self, text: str, indent: int = 0) -> None:
        """Print a paragraph, wrapped to the window; its further lines keep the indent."""
        indent = 0 if self.plain else indent
        if not self.width:
            self.say(" " * indent + text)
            return
        margin = " " * (indent if self.width > 40 else min(indent, 2))
        for part in textwrap.wrap(text, max(self.width, 20), initial_indent=margin, subsequent_indent=margin) or [""]:
            self.say(part)

    def heading(self, text: str) -> None:
        """Print a line that stands out where the terminal can do that."""
        if self.bold is None:
            self.line(text)
            return
        for part in textwrap.wrap(text, max(self.width, 20)) if self.width else [text]:
            self.bold(part)


def interview(
    questionnaires: Sequence[Questionnaire],
    file: AnswersFile,
    save: Callable[[AnswersFile], None],
    terminal: Terminal,
    today: date,
    audit: Audit | None = None,
    *,
    workflow: str = "",
) -> AnswersFile:
    """Ask what is open first, then stop; saved after every answer, so that leaving at any moment loses nothing.

    Args:
        questionnaires: what to ask, in order.
        file: answers given earlier.
        save: called with all answers after each one.
        terminal: where to ask.
        today: the date the answers carry.
        audit: what the scan found, for evidence and suggestions; None: nothing was scanned.
        workflow: id of the workflow asked about; empty: all of them.
    """
    steps = [(q, section, question) for q in questionnaires for section in q.sections for question in section.questions]
    who = next((a.by for a in reversed(file.answers) if a.by), "")
    reply = terminal.ask(f"Your name, for the record (Enter = {who or 'leave it out'}): ")
    if reply is None:
        return file
    who = reply.strip() or who
    verdicts, sites = seen(audit, workflow)
    at = next((n for n, (q, _, question) in enumerate(steps) if file.get(q.id, question.id, workflow) is None), 0)
    begun = ""
    last: tuple[str, ...] = ()
    while at < len(steps):
        questionnaire, section, question = steps[at]
        if questionnaire.id != begun:
            begun = questionnaire.id
            terminal.say("")
            terminal.heading(questionnaire.title)
            terminal.line(questionnaire.introduction)
        earlier = file.get(questionnaire.id, question.id, workflow)
        guess = suggested(section, question, verdicts, sites)
        given = sum(file.get(q.id, asked.id, workflow) is not None for q, _, asked in steps)
        where = f"Question {at + 1} of {len(steps)}, {given} answered." if terminal.plain else f"[{at + 1} of {len(steps)}]"
        found = told(places(section, question, sites))
        again, last = found == last, found
        repeated = ("The same places as for the question before.",) if found and again else found
        _show(terminal, where, section, question, earlier, guess, repeated)
        move, choice = _choose(terminal, question, earlier, guess)
        if move == "quit":
            return file
        if move == "back":
            at = max(0, at - 1)
            continue
        if choice is not None and move != "keep":
            answer = Answer(
                questionnaire=questionnaire.id,
                question=question.id,
                choice=choice.id,
                by=who,
                on=today,
                workflow=workflow,
                places=cited(places(section, question, sites)),
            )
            file = _take(terminal, file, save, answer, earlier, choice, proof=questionnaire.proof)
            if guess is not None and choice.shown is not None and guess.id != choice.id:
                terminal.line(f'The code suggests "{guess.label}". Both are kept, and the report names the files.', 2)
        at += 1
    return file


def _take(
    terminal: Terminal,
    file: AnswersFile,
    save: Callable[[AnswersFile], None],
    answer: Answer,
    earlier: Answer | None,
    choice: Choice,
    *,
    proof: bool,
) -> AnswersFile:
    """Save an answer, ask what shows it, save that too, and say what follows from the choice.

    Args:
        terminal: where to ask.
        file: answers so far.
        save: called with all answers after each one.
        answer: the answer as it was chosen just now.
        earlier: the one it takes the place of; the same choice keeps its evidence, note and claim.
        choice: what was chosen.
        proof: whether an answer without evidence counts as open.
    """
    if earlier is not None and earlier.choice == choice.id:
        answer = answer.model_copy(update={"evidence": earlier.evidence, "note": earlier.note, "overrule": earlier.overrule})
    file = file.having(answer)
    save(file)
    default = f"Enter = keep {visible(answer.evidence, 60)!r}" if answer.evidence else "Enter = nothing to add"
    shown = (terminal.ask(f"What shows it? A document, file or ticket ({default}): ") or "").strip()
    if shown:
        file = file.having(answer.model_copy(update={"evidence": shown}))
        save(file)
    if proof and choice.risk == "low" and not (shown or answer.evidence):
        terminal.line("Without evidence this counts as not known; answer again once you have it.", 2)
    terminal.line(choice.rationale + (f" What to do: {choice.mitigation}" if choice.mitigation else ""), 2)
    return file


def _show(
    terminal: Terminal,
    place: str,
    section: Section,
    question: Question,
    earlier: Answer | None,
    guess: Choice | None,
    found: Sequence[str],
) -> None:
    """Print one question with its choices and evidence."""
    terminal.say("")
    terminal.heading(f"{place} {section.title}")
    terminal.heading(question.text)
    terminal.line(question.explanation, 2)
    if found:
        terminal.line("In the code:", 2)
        for line in found:
            terminal.line(line, 4)
    for number, choice in enumerate(question.choices, start=1):
        marks = [
            word
            for word, here in (("your answer", earlier and earlier.choice == choice.id), ("suggested by the scan", guess == choice))
            if here
        ]
        if terminal.plain:
            terminal.line(f"{number}: {choice.label}." + (f" This is {' and '.join(marks)}." if marks else ""))
        else:
            terminal.line(f"{number}  {choice.label}" + (f"  [{', '.join(marks)}]" if marks else ""), 2)


def _choose(terminal: Terminal, question: Question, earlier: Answer | None, guess: Choice | None) -> tuple[str, Choice | None]:
    """One valid reply: `next` (answered or skipped), `keep`, `back` or `quit`, with the choice made."""
    while True:
        terminal.line(PLAIN_KEYS if terminal.plain else f"({KEYS})")
        reply = terminal.ask("> ")
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
            terminal.line(f"{question.why} What would show it: {question.evidence}", 2)
            terminal.line(f"It rests on: {question.reference.words}.", 2)
            continue
        if not word and (earlier or guess):
            return ("keep", question.choice(earlier.choice)) if earlier else ("next", guess)
        if word.isascii() and word.isdigit() and 1 <= int(word[:3]) <= len(question.choices):
            return "next", question.choices[int(word[:3]) - 1]
        chosen = question.choice(word)
        if chosen is not None:
            return "next", chosen
        terminal.line(f"{reply.strip()[:40]!r} is no choice; type a number from 1 to {len(question.choices)}, or s, b, w, q.", 2)
