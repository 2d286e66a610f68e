"""`lockin-audit ask`: asks people what the code cannot show, in the terminal or through a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.ask.answers import AnswersFile
    from lockin_audit.ask.questionnaire import Questionnaire
    from lockin_audit.core.audit import Audit


def ask(
    questionnaire: Annotated[
        list[str] | None, typer.Argument(help="Questionnaires to ask; default all.", metavar="[QUESTIONNAIRE]...")
    ] = None,
    answers: Annotated[Path, typer.Option("--answers", help="File the answers are kept in.")] = Path("answers.toml"),
    to_xlsx: Annotated[Path | None, typer.Option("--to-xlsx", help="Write a workbook to fill in, with what is answered so far.")] = None,
    from_xlsx: Annotated[Path | None, typer.Option("--from-xlsx", help="Take in a workbook that was filled in.")] = None,
    non_interactive: Annotated[
        bool, typer.Option("--non-interactive", help="Ask nothing: check the answers and list what is open.")
    ] = False,
) -> None:
    """Ask the questions of a questionnaire, one at a time, and keep the answers; saved at every answer.

    With a lockin.toml here that names a repository, each question shows the evidence found in it and a suggested answer.

    Example: lockin-audit ask four_questions --answers answers.toml
    """
    from lockin_audit.ask.answers import AnswersFile, read_answers, respond, save_answers
    from lockin_audit.ask.questionnaire import load_questionnaires, questionnaire_named
    from lockin_audit.cli.terminal import emit, note
    from lockin_audit.core.errors import DataError
    from lockin_audit.core.write_file import write_file

    if to_xlsx and from_xlsx:
        raise DataError(
            "ask", "--to-xlsx and --from-xlsx cannot be given together.", "Take the answers in first, then write a new workbook."
        )
    chosen = tuple(questionnaire_named(id) for id in dict.fromkeys(questionnaire or ())) or load_questionnaires()
    file = read_answers(answers) if answers.exists() else AnswersFile()
    respond(file.answers, load_questionnaires(), where=str(answers))
    if from_xlsx:
        from lockin_audit.report.ask_form import read_form

        taken = read_form(from_xlsx, chosen)
        for answer in taken:
            earlier = file.get(answer.questionnaire, answer.question)
            stands = earlier is not None and earlier.overrule and earlier.choice == answer.choice and bool(answer.evidence or answer.note)
            file = file.having(answer.model_copy(update={"overrule": stands}))
        save_answers(answers, file)
        emit(f"{len(taken)} answer{'' if len(taken) == 1 else 's'} taken from {from_xlsx}; {answers} now holds {len(file.answers)}.")
    elif to_xlsx:
        from lockin_audit.cli.terminal import run_date
        from lockin_audit.report.ask_form import form

        write_file(to_xlsx, form(chosen, file, _audit(), run_date(None)))
        emit(f"wrote {to_xlsx}. Fill in the yellow cells, then: lockin-audit ask --from-xlsx {to_xlsx} --answers {answers}")
    elif non_interactive:
        _status(chosen, file, answers)
    else:
        from lockin_audit.cli.interview import Terminal, interview
        from lockin_audit.cli.terminal import run_date

        emit(f"Answers are saved in {answers} as you give them; leave at any time and run the same command to go on.")
        file = interview(chosen, file, lambda f: save_answers(answers, f), Terminal(emit, _line), run_date(None), _audit())
        given = sum(file.get(q.id, question.id) is not None for q in chosen for question in q.questions())
        emit(
            f"\n{given} of {sum(len(list(q.questions())) for q in chosen)} questions are answered" + (f", in {answers}." if given else ".")
        )
        note(f"Use them with: lockin-audit assess --answers {answers}")


def _line(prompt: str) -> str | None:
    """One line from standard input; None at its end."""
    try:
        return input(prompt)
    except EOFError:
        return None


def _audit() -> Audit | None:
    """What the scan says about the repository that lockin.toml here names; None, with a remark, where there is none."""
    from lockin_audit.cli.pipeline import audit_repository, config_path
    from lockin_audit.cli.terminal import note
    from lockin_audit.core.config import load_config

    found = audit_repository(load_config(config_path(None), Path()))
    if found is None:
        note("No repository is named by a lockin.toml here, so no evidence is shown beside the questions.")
    return found


def _status(chosen: tuple[Questionnaire, ...], file: AnswersFile, path: Path) -> None:
    """Print which questions are answered and which are open."""
    from lockin_audit.cli.terminal import table
    from lockin_audit.core.text import visible

    for questionnaire in chosen:
        rows = []
        for question in questionnaire.questions():
            answer = file.get(questionnaire.id, question.id)
            choice = question.choice(answer.choice) if answer else None
            rows.append((question.id, question.text, choice.label if choice else "open", visible(answer.by, 60) if answer else ""))
        done = sum(row[2] != "open" for row in rows)
        table(f"{questionnaire.title} ({done} of {len(rows)} answered in {path})", ("question", "text", "answer", "by"), rows)
