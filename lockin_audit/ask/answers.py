"""Answers of people: a TOML file that is saved whole at every answer, and the answers joined with what was asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from lockin_audit.ask.effects import Effects
from lockin_audit.ask.questionnaire import DONT_KNOW, Choice, Question, Questionnaire, Section, load_questionnaires
from lockin_audit.core.data_files import load
from lockin_audit.core.errors import DataError
from lockin_audit.core.record import Record
from lockin_audit.core.write_file import write_file


class Answer(Record):
    """One answer as a person gave it."""

    questionnaire: str
    """Id of the questionnaire."""
    question: str
    """Id of the question, `<section>.<topic>`."""
    choice: str
    """Id of the choice."""
    by: str = ""
    """Who answered."""
    on: date | None = None
    """When."""
    note: str = ""
    """What the person wants to add."""
    evidence: str = ""
    """What shows that the answer is right: a document, a ticket, a file."""
    workflow: str = ""
    """Id of the workflow it is about; empty: all of them."""
    places: tuple[str, ...] = ()
    """Places in the code that stood beside the question, `<id of the site> <file>:<line>`; written by `ask`, so that an answer whose
    places are gone can be told."""
    overrule: bool = False
    """Whether the answer shall stand against the scan; then `evidence` or `note` must say why."""

    @model_validator(mode="after")
    def _grounded(self) -> Self:
        if self.overrule and not (self.evidence.strip() or self.note.strip()):
            raise ValueError(f"the answer to {self.question!r} overrules the scan but gives neither evidence nor a note")
        return self

    @property
    def id(self) -> str:
        """Id under which verdicts name it."""
        return f"answer:{self.questionnaire}/{self.question}" + (f"@{self.workflow}" if self.workflow else "")


class AnswersFile(Record):
    """A whole answers file."""

    answers: tuple[Answer, ...] = Field(default=(), alias="answer")

    @model_validator(mode="after")
    def _once(self) -> Self:
        seen: set[tuple[str, str, str]] = set()
        for answer in self.answers:
            key = (answer.questionnaire, answer.question, answer.workflow)
            if key in seen:
                raise ValueError(f"{answer.question!r} is answered twice for one workflow; keep one (a second person uses a second file)")
            seen.add(key)
        return self

    def get(self, questionnaire: str, question: str, workflow: str = "") -> Answer | None:
        """The answer to one question, or None."""
        key = (questionnaire, question, workflow)
        return next((a for a in self.answers if (a.questionnaire, a.question, a.workflow) == key), None)

    def having(self, answer: Answer) -> AnswersFile:
        """This file with one answer added or replaced; the order of first answering stays."""
        key = (answer.questionnaire, answer.question, answer.workflow)
        kept = [answer if (a.questionnaire, a.question, a.workflow) == key else a for a in self.answers]
        return AnswersFile(answers=tuple(kept if answer in kept else [*kept, answer]))


class Response(Record):
    """An answer together with what was asked."""

    answer: Answer
    section: Section
    question: Question
    choice: Choice
    proof: bool = False
    """Whether a favourable answer counts only with evidence."""

    @property
    def is_open(self) -> bool:
        """Whether the answer is favourable, must be proved, and names nothing that proves it: it then counts as not known."""
        return self.proof and self.choice.risk == "low" and not self.answer.evidence.strip()

    @property
    def effects(self) -> Effects:
        """What the answer changes; one that is open changes what not knowing would."""
        if not self.is_open:
            return self.choice.effects
        unknown = self.question.choice(DONT_KNOW)
        return unknown.effects if unknown else Effects()


def read_answers(path: Path) -> AnswersFile:
    """Read one answers file.

    Raises:
        DataError: it cannot be read or holds something wrong.
    """
    return load(path, AnswersFile)


def load_answers(paths: Sequence[Path], questionnaires: Sequence[Questionnaire] | None = None) -> tuple[Response, ...]:
    """The answers of several files (one per respondent), joined with their questions.

    Raises:
        DataError: a file is broken or answers something that was not asked.
    """
    known = tuple(questionnaires) if questionnaires is not None else load_questionnaires() if paths else ()
    return tuple(response for path in paths for response in respond(read_answers(path).answers, known, where=str(path)))


def respond(answers: Iterable[Answer], questionnaires: Sequence[Questionnaire], *, where: str = "answers") -> tuple[Response, ...]:
    """Join answers with their questions.

    Raises:
        DataError: an answer names a questionnaire, question or choice that does not exist.
    """
    by_id = {q.id: q for q in questionnaires}
    out: list[Response] = []
    for number, answer in enumerate(answers, start=1):
        place = f"{where}: answer: entry {number}"
        questionnaire = by_id.get(answer.questionnaire)
        if questionnaire is None:
            raise DataError(f"{place}: questionnaire", f"{answer.questionnaire!r} is not known.", f"Known: {', '.join(sorted(by_id))}.")
        question = questionnaire.question(answer.question)
        if question is None:
            names = ", ".join(q.id for q in questionnaire.questions())
            raise DataError(f"{place}: question", f"{answer.question!r} is not in {questionnaire.id}.", f"Known: {names}.")
        choice = question.choice(answer.choice)
        if choice is None:
            names = ", ".join(c.id for c in question.choices)
            raise DataError(f"{place}: choice", f"{answer.choice!r} is no choice of {question.id}.", f"Choose one of: {names}.")
        section = questionnaire.section_of(question)
        out.append(Response(answer=answer, section=section, question=question, choice=choice, proof=questionnaire.proof))
    return tuple(out)


def answers_text(file: AnswersFile) -> str:
    """An answers file as TOML."""
    blocks = ["# Answers to lockin-audit questionnaires. Written by `lockin-audit ask`; may be edited by hand.\n"]
    for answer in file.answers:
        lines = ["[[answer]]"]
        for key, value in answer.model_dump(exclude_defaults=True).items():
            if isinstance(value, bool):
                lines.append(f"{key} = {str(value).lower()}")
            elif isinstance(value, date):
                lines.append(f"{key} = {value.isoformat()}")
            elif isinstance(value, tuple):
                lines.append(f"{key} = [{', '.join(toml_text(one) for one in value)}]")
            else:
                lines.append(f"{key} = {toml_text(value)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def toml_text(value: str) -> str:
    """A string as a TOML basic string (JSON escapes are TOML escapes; TOML also wants DEL escaped)."""
    clean = value.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007F")


def save_answers(path: Path, file: AnswersFile) -> None:
    """Write an answers file whole or not at all.

    Raises:
        ScopeError: the place cannot be written.
    """
    write_file(path, answers_text(file))
