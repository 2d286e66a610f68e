"""The list of questionnaires says how many questions there are and what their answers change; the JSON holds all of it."""

from __future__ import annotations

import json

import pytest

from lockin_audit.ask.questionnaire import load_questionnaires
from lockin_audit.cli.questionnaires import Format, questionnaires


def test_the_table_tells_what_each_answer_changes(capsys: pytest.CaptureFixture[str]) -> None:
    questionnaires()
    shown = capsys.readouterr().out
    rows = {line.split()[0]: line for line in shown.splitlines() if line.strip()}
    assert (
        "the verdict" in rows["retry.who"] and "how critical it is" in rows["exposure.who"] and "who could run it" in rows["capacity.team"]
    )
    total = sum(len(list(q.questions())) for q in load_questionnaires())
    assert f"{len(load_questionnaires())} questionnaires, {total} questions." in shown


def test_the_json_is_the_questionnaires(capsys: pytest.CaptureFixture[str]) -> None:
    questionnaires(format=Format.JSON)
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "lockin-audit/questionnaires/1"
    assert [q["id"] for q in document["questionnaires"]] == [q.id for q in load_questionnaires()]
    assert [q["id"] for q in document["questionnaires"] if q["proof"]] == ["procurement"]
