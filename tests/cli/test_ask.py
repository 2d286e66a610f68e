"""`ask` in the terminal and through a workbook: nothing given is lost, and going on begins where one stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lockin_audit.ask.answers import Answer, AnswersFile, read_answers, save_answers
from lockin_audit.ask.questionnaire import questionnaire_named
from lockin_audit.assess.audit import assess
from lockin_audit.cli.ask import ask
from lockin_audit.cli.interview import Terminal, interview
from lockin_audit.core.config import Config, WorkflowConfig
from lockin_audit.core.errors import DataError
from tests.assess.evidence_builder import NEUTRAL, RUNTIMES, place, scan_of

FOUR = questionnaire_named("four_questions")
COUNT = len(list(FOUR.questions()))
TODAY = date(2026, 11, 21)


class Person:
    """Types the given lines and remembers what was said."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.heard, self.saved = list(lines), [], []  # type: ignore[var-annotated]

    def ask(self, prompt: str) -> str | None:
        self.heard.append(prompt)
        return self.lines.pop(0) if self.lines else None

    def meet(self, file: AnswersFile | None = None, audit=None) -> AnswersFile:  # type: ignore[no-untyped-def]
        return interview([FOUR], file or AnswersFile(), self.saved.append, Terminal(self.heard.append, self.ask), TODAY, audit)

    @property
    def text(self) -> str:
        return "\n".join(self.heard)


def test_every_answer_is_saved_as_it_is_given() -> None:
    person = Person("Ada", "1", "runbook 7", "no", "")
    file = person.meet()
    assert [(a.question, a.choice, a.by, a.evidence, a.on) for a in file.answers] == [
        ("retry.who", "vendor", "Ada", "runbook 7", TODAY),
        ("retry.limits", "no", "Ada", "", TODAY),
    ]
    assert [len(saved.answers) for saved in person.saved] == [1, 1, 2]


def test_skip_back_why_and_nonsense() -> None:
    person = Person("", "s", "b", "w", "77", "maybe", "2", "", "q")
    file = person.meet()
    assert [(a.question, a.choice) for a in file.answers] == [("retry.who", "both")]
    assert FOUR.sections[0].questions[0].why in person.text
    assert "'77' is no choice" in person.text and "'maybe' is no choice" in person.text


def test_going_on_begins_at_the_first_open_question_and_keeps_the_name() -> None:
    file = Person("Ada", "1", "").meet()
    person = Person("", "1", "", "b", "b", "", "q")
    again = person.meet(file)
    assert "[2 of 15]" in person.text and "your answer" in person.text
    assert [(a.question, a.by) for a in again.answers] == [("retry.who", "Ada"), ("retry.limits", "Ada")]


def test_evidence_is_shown_and_enter_accepts_the_suggestion() -> None:
    audit = assess(scan_of(place("orchestration"), place("retry", file="x.py", line=7)), Config(), RUNTIMES)
    person = Person("Ada", "", "")
    file = person.meet(audit=audit)
    assert "x.py:7" in person.text and "suggested by the scan" in person.text
    assert file.answers[0].choice == "vendor"


def test_a_whole_interview_ends() -> None:
    person = Person("Ada", *(["1", ""] * COUNT))
    assert len(person.meet().answers) == COUNT


def test_one_workflow_is_asked_about_with_its_own_evidence() -> None:
    config = Config(workflows=(WorkflowConfig(id="a", paths=("a/**",)), WorkflowConfig(id="b", paths=("b/**",))))
    sites = [place(d, file=f"a/{d}.py") for d in ("orchestration", "retry")]
    audit = assess(scan_of(*sites, place("retry", "owned", NEUTRAL, file="b/y.py")), config, RUNTIMES)
    person = Person("Ada", "3", "")
    file = interview([FOUR], AnswersFile(), person.saved.append, Terminal(person.heard.append, person.ask), TODAY, audit, workflow="a")
    assert "a/retry.py:1" in person.text and "b/y.py" not in person.text
    assert [(a.workflow, a.choice) for a in file.answers] == [("a", "ours")]
    assert 'The code suggests "The vendor' in person.text


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LOCKIN_AUDIT_CONFIG", raising=False)
    return tmp_path


def test_the_command_keeps_what_was_answered_when_the_input_ends(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["Ada", "1", "a ticket"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines, None) or (_ for _ in ()).throw(EOFError))
    ask(questionnaire=["four_questions"], answers=Path("answers.toml"))
    assert [a.choice for a in read_answers(here / "answers.toml").answers] == ["vendor"]


def test_an_interrupt_loses_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["Ada", "1"])

    def typed(prompt: str) -> str:
        for line in lines:
            return line
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", typed)
    with pytest.raises(KeyboardInterrupt):
        ask(questionnaire=None, answers=Path("answers.toml"))
    assert len(read_answers(here / "answers.toml").answers) == 1


def test_a_workbook_goes_out_and_comes_back(here: Path) -> None:
    ask(answers=Path("a.toml"), to_xlsx=Path("form.xlsx"))
    book = load_workbook(here / "form.xlsx")
    book["four_questions"]["F7"] = "The vendor's runtime decides"
    book["four_questions"]["I7"] = "Ada"
    book.save(here / "form.xlsx")
    ask(answers=Path("a.toml"), from_xlsx=Path("form.xlsx"))
    assert [(a.question, a.choice, a.by) for a in read_answers(here / "a.toml").answers] == [("retry.who", "vendor", "Ada")]


def test_a_spoilt_workbook_changes_nothing(here: Path) -> None:
    ask(answers=Path("a.toml"), to_xlsx=Path("form.xlsx"))
    book = load_workbook(here / "form.xlsx")
    book["four_questions"]["F7"] = "The vendor's runtime decides"
    book["four_questions"]["F8"] = "Perhaps"
    book.save(here / "form.xlsx")
    with pytest.raises(DataError, match="four_questions!F8"):
        ask(answers=Path("a.toml"), from_xlsx=Path("form.xlsx"))
    assert not (here / "a.toml").exists()


def test_non_interactive_lists_what_is_open(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.toml").write_text('[[answer]]\nquestionnaire = "four_questions"\nquestion = "retry.who"\nchoice = "ours"\n')
    ask(answers=Path("a.toml"), non_interactive=True)
    shown = capsys.readouterr().out
    assert f"1 of {COUNT} answered" in shown and shown.count("open") >= COUNT - 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"questionnaire": ["nothing"]}, "not known"),
        ({"to_xlsx": Path("a.xlsx"), "from_xlsx": Path("a.xlsx")}, "together"),
        ({"from_xlsx": Path("none.xlsx")}, "cannot be read"),
        ({"workflow": "claims"}, "'claims' is not defined"),
        ({"workflow": "claims", "to_xlsx": Path("a.xlsx")}, "'claims' is not defined"),
        ({"workflow": "claims", "from_xlsx": Path("a.xlsx")}, "row by row"),
    ],
)
def test_faults_are_one_sentence(here: Path, more: dict[str, object], words: str) -> None:
    with pytest.raises(DataError, match=words):
        ask(answers=Path("a.toml"), **more)  # type: ignore[arg-type]


def test_a_workbook_about_one_workflow_leaves_the_answers_about_all(here: Path) -> None:
    (here / "lockin.toml").write_text('[[workflow]]\nid = "triage"\npaths = ["**"]\n')
    general = Answer(questionnaire="four_questions", question="retry.who", choice="ours", by="Ada", places=("1 a.py:1",))
    save_answers(here / "a.toml", AnswersFile(answers=(general,)))
    ask(questionnaire=["four_questions"], answers=Path("a.toml"), to_xlsx=Path("form.xlsx"), workflow="triage")
    book = load_workbook(here / "form.xlsx")
    book["four_questions"]["F7"] = "The vendor's runtime decides"
    book.save(here / "form.xlsx")
    ask(answers=Path("a.toml"), from_xlsx=Path("form.xlsx"))
    got = read_answers(here / "a.toml").answers
    assert got[0] == general and [(a.workflow, a.choice) for a in got] == [("", "ours"), ("triage", "vendor")]


def test_an_answer_of_somebody_else_that_gives_way_is_said(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_answers(
        here / "a.toml", AnswersFile(answers=(Answer(questionnaire="harness", question="harness.skills", choice="skills", by="Ada"),))
    )
    ask(questionnaire=["harness"], answers=Path("a.toml"), to_xlsx=Path("form.xlsx"))
    book = load_workbook(here / "form.xlsx")
    row = next(c.row for c in book["harness"]["L"] if c.value == "harness.skills")
    book["harness"][f"F{row}"], book["harness"][f"I{row}"] = "private", "Bo"
    book.save(here / "form.xlsx")
    ask(answers=Path("a.toml"), from_xlsx=Path("form.xlsx"))
    assert "1 answer of somebody else replaced (harness.skills)" in capsys.readouterr().err


def test_an_empty_workbook_writes_no_answers_file(here: Path) -> None:
    ask(questionnaire=["harness"], answers=Path("a.toml"), to_xlsx=Path("form.xlsx"))
    ask(answers=Path("a.toml"), from_xlsx=Path("form.xlsx"))
    assert not (here / "a.toml").exists()


def test_an_answer_keeps_the_places_it_was_given_beside() -> None:
    audit = assess(scan_of(place("orchestration"), place("retry", file="x.py", line=7)), Config(), RUNTIMES)
    (kept, *_) = Person("Ada", "1", "").meet(audit=audit).answers
    assert kept.places == tuple(f"{site.id} x.py:7" for site in audit.sites if site.file == "x.py")


def test_a_favourable_answer_on_the_contract_asks_for_proof() -> None:
    person = Person("Ada", "1", "", "1", "clause 12")
    procurement = questionnaire_named("procurement")
    interview([procurement], AnswersFile(), person.saved.append, Terminal(person.heard.append, person.ask), TODAY)
    assert person.text.count("Without evidence this counts as not known") == 1


def test_the_same_answer_given_again_takes_the_evidence_that_was_missing() -> None:
    file = Person("Ada", "1", "").meet()
    person = Person("Bo", "b", "1", "runbook 7", "q")
    again = person.meet(file)
    assert [(a.question, a.choice, a.by, a.evidence) for a in again.answers] == [("retry.who", "vendor", "Bo", "runbook 7")]
    kept = Person("", "b", "1", "", "q")
    assert kept.meet(again).answers[0].evidence == "runbook 7" and "keep 'runbook 7'" in kept.text


def test_places_that_show_the_same_are_told_once() -> None:
    sites = [place("retry", file="x.py", line=line, what="It retries.") for line in (7, 9)]
    audit = assess(scan_of(place("orchestration"), *sites), Config(), RUNTIMES)
    person = Person("Ada", "s", "q")
    person.meet(audit=audit)
    assert "With the vendor: It retries (x.py:7, 9)." in person.text
    assert "The same places as for the question before." in person.text
