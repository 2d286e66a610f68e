"""`lockin-audit ask`: asks people what the code cannot show, in the terminal or through a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lockin_audit.ask.answers import Answer, AnswersFile
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

    if workflow and from_xlsx:
        raise DataError("--workflow", "does not go with --from-xlsx.", "The workbook says it row by row, in its column Workflow.")
    if to_xlsx and from_xlsx:
        raise DataError(
            "ask", "--to-xlsx and --from-xlsx cannot be given together.", "Take the answers in first, then write a new workbook."
        )
    chosen = tuple(questionnaire_named(id) for id in dict.fromkeys(questionnaire or ())) or load_questionnaires()
    file = read_answers(answers) if answers.exists() else AnswersFile()
    respond(file.answers, load_questionnaires(), where=str(answers))
    known = _check_workflow(workflow)
    if from_xlsx:
        from lockin_audit.report.ask_form_read import read_form

        taken = read_form(from_xlsx, chosen, known)
        file, replaced = merged(file, taken)
        if taken:
            save_answers(answers, file)
        emit(f"{_count(len(taken), 'answer')} taken from {from_xlsx}; {answers} now holds {len(file.answers)}.")
        if replaced:
            note(
                f"{_count(len(replaced), 'answer')} of somebody else replaced ({', '.join(replaced[:5])}"
                f"{' and more' if len(replaced) > 5 else ''}). To keep both and see where people differ, give each person "
                "an --answers file of their own."
            )
    elif to_xlsx:
        from lockin_audit.cli.terminal import run_date
        from lockin_audit.report.ask_form import form

        write_file(to_xlsx, form(chosen, file, _audit(), run_date(None), workflows=known, workflow=workflow))
        emit(f"wrote {to_xlsx}. Fill in the yellow cells, then: lockin-audit ask --from-xlsx {to_xlsx} --answers {answers}")
    elif non_interactive:
        _status(chosen, file, answers, workflow)
    else:
        from lockin_audit.cli.interview import interview
        from lockin_audit.cli.terminal import run_date

        terminal = _terminal(plain)
        terminal.line(f"Answers are saved in {answers} as you give them; leave at any time and run the same command to go on.")
        file = interview(chosen, file, lambda f: save_answers(answers, f), terminal, run_date(None), _audit(plain), workflow=workflow)
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
    from lockin_audit.cli.terminal import emit, emit_bold

    window = sys.stdout.isatty()
    colour = window and not plain and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    width = min(shutil.get_terminal_size().columns - 1, 110) if window else 0
    return Terminal(emit, _line, width=max(width, 20) if window else 0, plain=plain, bold=emit_bold if colour else None)


def merged(file: AnswersFile, taken: Sequence[Answer]) -> tuple[AnswersFile, list[str]]:
    """A file with answers from a workbook taken in, and the questions where somebody else's different answer gave way.

    An answer that was not changed keeps what a workbook does not show: that it overrules the scan, and the places it was given beside.
    """
    replaced = []
    for answer in taken:
        earlier = file.get(answer.questionnaire, answer.question, answer.workflow)
        if earlier is not None and earlier.choice == answer.choice:
            stands = earlier.overrule and bool(answer.evidence or answer.note)
            answer = answer.model_copy(update={"overrule": stands, "places": earlier.places})
        elif earlier is not None and earlier.by.strip() and earlier.by.strip() != answer.by.strip():
            replaced.append(answer.question)
        file = file.having(answer)
    return file, replaced


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _check_workflow(workflow: str) -> tuple[str, ...]:
    """The workflows that the config here defines, none where it defines none; refuse one that is not among them."""
    from lockin_audit.assess.workflows import workflows_of
    from lockin_audit.cli.pipeline import config_path
    from lockin_audit.core.config import load_config
    from lockin_audit.core.errors import DataError

    stated = load_config(config_path(None), Path()).config.workflows
    known = [w.id for w in workflows_of(stated)]
    if workflow and workflow not in known:
        raise DataError("--workflow", f"{workflow!r} is not defined.", f"Known from lockin.toml here: {', '.join(known)}.")
    return tuple(w.id for w in stated)


def _line(prompt: str) -> str | None:
    """One line from standard input; None at its end."""
    try:
        return input(prompt)
    except EOFError:
        return None


def _audit(plain: bool = False) -> Audit | None:
    """What the scan says about the repository that lockin.toml here names; None, with a remark, where there is none."""
    from lockin_audit.cli.pipeline import audit_repository, config_path
    from lockin_audit.cli.terminal import note
    from lockin_audit.core.config import load_config

    found = audit_repository(load_config(config_path(None), Path()), bar=not plain)
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
            unproved = questionnaire.proof and answer and choice and choice.risk == "low" and not answer.evidence.strip()
            said = choice.label + (" (no evidence yet: counts as not known)" if unproved else "") if choice else "open"
            rows.append((question.id, question.text, said, visible(answer.by, 60) if answer else ""))
        done = sum(row[2] != "open" for row in rows)
        table(f"{questionnaire.title} ({done} of {len(rows)} answered in {path})", ("question", "text", "answer", "by"), rows)
