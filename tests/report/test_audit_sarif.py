"""SARIF within the standard and within what GitHub documents that it takes; what does not fit is counted in a sentence."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import jsonschema
import pytest

from lockin_audit.assess.audit import assess
from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import Skipped
from lockin_audit.report import audit_sarif as sarif
from tests.assess.evidence_builder import NEUTRAL, RUNTIMES, place, scan_of
from tests.report.sarif_form import FORM

HOSTILE = ("a b#c%.py", "ünï/x.py", "1:2.py", "q?x=1&y.py", "\\x1b[31m.py", "<img src=x>.md")


def audit(*more, skipped: int = 0, **config: object) -> Audit:  # type: ignore[no-untyped-def]
    sites = (place("orchestration"), place("retry", "owned", NEUTRAL, line=3), *(place("tools", file=name) for name in HOSTILE), *more)
    left = tuple(Skipped(file=f"s{n}.bin", reason="binary") for n in range(skipped))
    return assess(scan_of(*sites).model_copy(update={"skipped": left}), Config.model_validate(config), RUNTIMES)


def many(number: int, confidence: str = "medium"):  # type: ignore[no-untyped-def]
    return tuple(place("state", file=f"d/f{n}.py", line=n + 1, confidence=confidence) for n in range(number))


def notes(log: dict) -> list[str]:  # type: ignore[type-arg]
    return [note["message"]["text"] for note in log["runs"][0]["invocations"][0]["toolExecutionNotifications"]]


LOGS = {
    "empty": lambda: sarif.audit_sarif(assess(scan_of(), Config(), RUNTIMES)),
    "hostile": lambda: sarif.audit_sarif(audit(skipped=150)),
    "baseline": lambda: sarif.audit_sarif(audit(), frozenset({place("orchestration").id})),
    "ignored": lambda: sarif.audit_sarif(
        audit(audit={"ignore": {"rule": "acme.managed/*", "paths": ["app"], "reason": "moves", "expires": "2099-01-01"}})
    ),
}


@pytest.mark.parametrize("name", sorted(LOGS))
def test_every_log_has_the_form_of_the_standard(name: str) -> None:
    log = json.loads(LOGS[name]())
    jsonschema.Draft202012Validator(FORM).validate(log)
    run = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize("name", sorted(LOGS))
def test_every_log_obeys_the_official_schema(name: str) -> None:
    named = os.environ.get("SARIF_SCHEMA")
    if not named:
        pytest.skip("SARIF_SCHEMA names no copy of the official schema (see sarif_form)")
    jsonschema.Draft4Validator(json.loads(Path(named).read_text())).validate(json.loads(LOGS[name]()))


def test_the_hand_written_form_is_strict() -> None:
    log = json.loads(LOGS["hostile"]())
    for spoil in (
        lambda r: r["results"][0].pop("ruleId"),
        lambda r: r["results"][0].update(level="fatal"),
        lambda r: r["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
        lambda r: r["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"].update(uri="/abs"),
        lambda r: r["tool"]["driver"]["rules"][0].update(invented=1),
    ):
        broken = json.loads(json.dumps(log))
        spoil(broken["runs"][0])
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(FORM).validate(broken)


def test_results_beyond_the_limit_are_left_out_least_sure_first_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULT_LIMIT", 40)
    monkeypatch.setattr(sarif, "SHOWN_LIMIT", 30)
    log = json.loads(sarif.audit_sarif(audit(*many(50))))
    results = log["runs"][0]["results"]
    assert len(results) == 40 and sum(r["properties"]["confidence"] == "high" for r in results) == 1 + len(HOSTILE)
    assert any(text.startswith("17 of 57 places are left out, the least sure first") for text in notes(log))
    assert any("shows 30 of these 40 results" in text for text in notes(log))


def test_a_log_that_would_be_too_large_is_cut_until_it_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "SIZE_LIMIT", 6_000)
    text = sarif.audit_sarif(audit(*many(400)))
    assert len(gzip.compress(text.encode(), mtime=0)) <= 6_000
    log = json.loads(text)
    assert 0 < len(log["runs"][0]["results"]) < 400 and any("left out" in note for note in notes(log))


def test_the_largest_log_is_one_that_github_takes() -> None:
    text = sarif.audit_sarif(audit().model_copy(update={"sites": many(25_100)}))
    log = json.loads(text)
    assert len(log["runs"][0]["results"]) == 25_000 and len(gzip.compress(text.encode(), mtime=0)) <= 10_000_000
    assert any("100 of 25100 places are left out" in note for note in notes(log))


def test_places_left_out_on_purpose_are_no_results_and_are_counted() -> None:
    log = json.loads(LOGS["ignored"]())
    assert not any("agent.py" in json.dumps(r["locations"]) for r in log["runs"][0]["results"])
    assert any("left out on purpose" in note for note in notes(log))


def test_fingerprints_do_not_depend_on_the_line() -> None:
    first, moved = (json.loads(sarif.audit_sarif(assess(scan_of(site), Config(), RUNTIMES))) for site in (
        place("state", line=3), place("state", line=3).model_copy(update={"line": 9, "end_line": 9})
    ))  # fmt: skip
    assert first["runs"][0]["results"][0]["partialFingerprints"] == moved["runs"][0]["results"][0]["partialFingerprints"]
