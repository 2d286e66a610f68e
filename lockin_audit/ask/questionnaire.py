"""Questionnaires: sections of questions, each choice with what it means and what to do about it. One TOML file each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, Self

from pydantic import Field, model_validator

from lockin_audit.ask.effects import Effects
from lockin_audit.core.audit import VerdictValue
from lockin_audit.core.data_files import data_dir, load
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Question as Topic
from lockin_audit.core.record import Record

Risk = Literal["high", "medium", "low", "unknown"]
Shown = Literal["platform", "mixed", "owned"]
DONT_KNOW = "dont-know"
"""Id of the choice that every question offers."""


class Reference(Record):
    """What a question rests on: a page, a law, a standard, or the essays behind this tool."""

    title: str
    url: str = Field(default="", pattern=r"^(https://.+)?$")
    """Address of the page that was read; empty for the essays and for the text of a law that was read through commentary."""
    checked_on: date
    """Day on which it was last read."""
    note: str = ""
    """What to be careful about: `check status`, `commentary, not legal advice`."""

    @property
    def words(self) -> str:
        """Title, address, day and caution on one line."""
        address = f", {self.url}" if self.url else ""
        return f"{self.title}{address} (read {self.checked_on.isoformat()}{'; ' + self.note if self.note else ''})"


class Choice(Record):
    """One answer a person can give."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    label: str
    """The answer in the person's words."""
    verdict: VerdictValue | None = None
    """What it says about the question of the audit; None where the choice settles nothing."""
    risk: Risk
    """How much the choice exposes the business; `unknown` is not low."""
    rationale: str
    """Why the choice carries that risk."""
    mitigation: str = ""
    """What to do about it; required for high and medium."""
    shown_by: Shown | None = None
    """The scan suggests this choice when the places it found for the question are the vendor's, one's own, or both; and a different
    answer contradicts them. Not for deciding questions, where the verdict says so."""
    effects: Effects = Effects()
    """What the choice changes beside a verdict."""

    @property
    def shown(self) -> VerdictValue | None:
        """What the code would show if the choice is right; None where the code cannot show it."""
        return self.verdict if self.verdict is not None else self.shown_by

    @model_validator(mode="after")
    def _mended(self) -> Self:
        if self.risk in ("high", "medium") and not self.mitigation:
            raise ValueError(f"choice {self.id!r} carries {self.risk} risk and names no mitigation")
        if self.effects.action is not None and (not self.mitigation or self.risk == "low"):
            raise ValueError(f"choice {self.id!r} adds an action, which needs a mitigation and a risk that is not low")
        return self


class Question(Record):
    """One thing to ask."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$")
    """`<section>.<topic>`."""
    text: str
    explanation: str
    """What the question means, for someone who never opens code."""
    why: str
    """Why we ask, shown on request."""
    evidence: str
    """What would show that the answer is right."""
    decides: bool = False
    """True for the one question of a section whose choices carry the verdict."""
    dimensions: tuple[str, ...] = ()
    """Dimensions whose places in the code are shown beside the question; empty: those of the section."""
    reference: Reference
    """What the question rests on."""
    choices: tuple[Choice, ...] = Field(alias="choice", min_length=3)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        ids = [c.id for c in self.choices]
        if len(set(ids)) != len(ids):
            raise ValueError(f"question {self.id!r} has two choices with one id")
        if DONT_KNOW not in ids:
            raise ValueError(f"question {self.id!r} does not offer {DONT_KNOW!r}")
        for choice in self.choices:
            if choice.shown_by is not None and (self.decides or not self.dimensions):
                raise ValueError(f"question {self.id!r}: shown_by needs a question with dimensions that does not decide")
            if choice.verdict is not None and not self.decides:
                raise ValueError(f"question {self.id!r}: choice {choice.id!r} carries a verdict, but the question does not decide")
        return self

    def choice(self, id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((c for c in self.choices if c.id == id), None)


class Section(Record):
    """Questions about one topic."""

    id: str = Field(pattern=r"^[a-z]+$")
    title: str
    about: Topic | None = None
    """The question of the audit that the section is about; None: about the workflow as such."""
    questions: tuple[Question, ...] = Field(alias="question", min_length=1)

    @model_validator(mode="after")
    def _named(self) -> Self:
        for question in self.questions:
            if not question.id.startswith(self.id + "."):
                raise ValueError(f"question {question.id!r} stands in section {self.id!r}; its id must begin with {self.id}.")
        deciding = [q.id for q in self.questions if q.decides]
        if self.about is None and deciding:
            raise ValueError(f"section {self.id!r} is about no question of the audit, yet {deciding[0]!r} decides")
        if len(deciding) > 1:
            raise ValueError(f"section {self.id!r} has two deciding questions: {', '.join(deciding)}")
        return self


class Questionnaire(Record):
    """One questionnaire."""

    id: str = Field(pattern=r"^[a-z]+(_[a-z]+)*$")
    """Equals the name of its file."""
    title: str
    introduction: str
    proof: bool = False
    """Whether a favourable (low-risk) answer counts only with evidence; without it, it counts as not known."""
    sections: tuple[Section, ...] = Field(alias="section", min_length=1)

    @model_validator(mode="after")
    def _unique(self) -> Self:
        seen: set[str] = set()
        for question in self.questions():
            if question.id in seen:
                raise ValueError(f"question {question.id!r} stands twice")
            seen.add(question.id)
        return self

    def questions(self) -> Iterator[Question]:
        """All questions in order."""
        for section in self.sections:
            yield from section.questions

    def question(self, id: str) -> Question | None:
        """The question with this id, or None."""
        return next((q for q in self.questions() if q.id == id), None)

    def section_of(self, question: Question) -> Section:
        """The section a question stands in."""
        return next(s for s in self.sections if question in s.questions)


@cache
def load_questionnaires() -> tuple[Questionnaire, ...]:
    """All shipped questionnaires, sorted by id.

    Raises:
        DataError: a file is broken or its id is not its name.
    """
    found = []
    for path in sorted(data_dir("questionnaires").glob("*.toml")):
        questionnaire = load(path, Questionnaire, name=path.name)
        if questionnaire.id != path.stem:
            raise DataError(path.name, f"holds questionnaire {questionnaire.id!r}.", f"Name the file {questionnaire.id}.toml.")
        found.append(questionnaire)
    return tuple(found)


def questionnaire_named(id: str) -> Questionnaire:
    """The questionnaire with this id.

    Raises:
        DataError: there is none.
    """
    known = load_questionnaires()
    for questionnaire in known:
        if questionnaire.id == id:
            return questionnaire
    raise DataError("questionnaire", f"{id!r} is not known.", f"Choose one of: {', '.join(q.id for q in known)}.")
