"""`lockin-audit ask`: asks people what the code cannot show, in the terminal or through a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from lockin_audit.ask.answers import AnswersFile
    from lockin_audit.ask.questionnaire import Questionnaire
    from lockin_audit.cli.interview import Terminal
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
    workflow: Annotated[str, typer.Option("--workflow", help="Ask about one workflow of lockin.toml; default all of them at once.")] = "",
    plain: Annotated[
        bool, typer.Option("--plain", help="For screen readers and old terminals: no colour, no marks, one sentence per line.")
    ] = False,
) -> None:
    """Ask the questions of a questionnaire, one at a time, and keep the answers; saved at every answer.

    With a lockin.toml here that names a repository, each question shows the evidence found in it and a suggested answer.

    Several people answer in a file each; `assess --answers ada.toml --answers bo.toml` counts both and shows where they differ.

    Example: lockin-audit ask fit --workflow claims --answers ada.toml
    """
    from lockin_audit.ask.answers import AnswersFile, read_answers, respond, save_answers
    from lockin_audit.ask.questionnaire import load_questionnaires, questionnaire_named
    from lockin_audit.cli.terminal import emit, note
    from lockin_audit.core.errors import DataError
    from lockin_audit.core.write_file import write_file

    if workflow and (to_xlsx or from_xlsx):
        raise DataError("--workflow", "goes with questions in the terminal.", "A workbook asks about all workflows at once.")
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
        _status(chosen, file, answers, workflow)
    else:
        from lockin_audit.cli.interview import interview
        from lockin_audit.cli.terminal import run_date

        _check_workflow(workflow)
        terminal = _terminal(plain)
        terminal.line(f"Answers are saved in {answers} as you give them; leave at any time and run the same command to go on.")
        file = interview(chosen, file, lambda f: save_answers(answers, f), terminal, run_date(None), _audit(), workflow=workflow)
        given = sum(file.get(q.id, question.id, workflow) is not None for q in chosen for question in q.questions())
        asked = sum(len(list(q.questions())) for q in chosen)
        terminal.say("")
        terminal.line(f"{given} of {asked} questions are answered" + (f", in {answers}." if given else "."))
        note(f"Use them with: lockin-audit assess --answers {answers}")


def _terminal(plain: bool) -> Terminal:
    """Standard input and output, wrapped to the window; bold only where the terminal can do it and nobody objects."""
    import os
    import shutil
    import sys

    from lockin_audit.cli.interview import Terminal
    from lockin_audit.cli.terminal import emit

    window = sys.stdout.isatty()
    colour = window and not plain and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    width = min(shutil.get_terminal_size().columns - 1, 110) if window else 0
    return Terminal(emit, _line, width=max(width, 20) if window else 0, plain=plain, colour=colour)


def _check_workflow(workflow: str) -> None:
    """Refuse a workflow that the config here does not define."""
    from lockin_audit.assess.workflows import workflows_of
    from lockin_audit.cli.pipeline import config_path
    from lockin_audit.core.config import load_config
    from lockin_audit.core.errors import DataError

    known = [w.id for w in workflows_of(load_config(config_path(None), Path()).config.workflows)]
    if workflow and workflow not in known:
        raise DataError("--workflow", f"{workflow!r} is not defined.", f"Known from lockin.toml here: {', '.join(known)}.")


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


def _status(chosen: tuple[Questionnaire, ...], file: AnswersFile, path: Path, workflow: str = "") -> None:
    """Print which questions are answered and which are open."""
    from lockin_audit.cli.terminal import table
    from lockin_audit.core.text import visible

    for questionnaire in chosen:
        rows = []
        for question in questionnaire.questions():
            answer = file.get(questionnaire.id, question.id, workflow)
            choice = question.choice(answer.choice) if answer else None
            rows.append((question.id, question.text, choice.label if choice else "open", visible(answer.by, 60) if answer else ""))
        done = sum(row[2] != "open" for row in rows)
        table(f"{questionnaire.title} ({done} of {len(rows)} answered in {path})", ("question", "text", "answer", "by"), rows)
