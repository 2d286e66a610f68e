"""A redacted study holds no path and no line of code, and is otherwise the same study."""

from __future__ import annotations

from typing import Any

import pytest

from lockin_audit.core.evidence import Skipped
from lockin_audit.core.lock_in_history import LockInConfig
from lockin_audit.core.report_config import ReportConfig
from lockin_audit.report.redaction import NAME, redact
from lockin_audit.report.study import Study
from tests.report.pictures import png
from tests.report.study_builder import make_audit, make_site, make_sites, make_study


def _everything(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [t for k, v in value.items() for t in (str(k), *_everything(v))]
    if isinstance(value, (list, tuple)):
        return [t for v in value for t in _everything(v)]
    return [value] if isinstance(value, str) else []


def _all(study: Study) -> str:
    return "\n".join(_everything(study.model_dump(mode="json")))


def test_no_path_no_code_and_no_name_of_the_repository_is_left() -> None:
    study = make_study()
    text = _all(redact(study))
    for site in study.audit.sites:
        assert site.file not in text and site.snippet not in text
    for path in ("assets/film.mp4", "data/huge.json", "requirements.txt", "services/", "northwind-claims"):
        assert path not in text
    assert redact(study).repository_name == NAME


def test_figures_verdicts_and_ids_stay() -> None:
    study = make_study(logo=png(9, 9))
    clean = redact(study)
    assert clean.cost == study.cost and clean.logo == study.logo and clean.digests == study.digests
    assert {s.id: (s.line, s.rule, s.what) for s in clean.audit.sites} == {s.id: (s.line, s.rule, s.what) for s in study.audit.sites}
    assert {q: (v.verdict, v.because) for q, v in clean.audit.questions.items()} == {
        q: (v.verdict, v.because) for q, v in study.audit.questions.items()
    }


def test_one_path_has_one_digest_everywhere_and_another_code_base_another() -> None:
    study = make_study()
    clean = redact(study)
    places = {s.id: s.file for s in clean.audit.sites}
    assert places["s00002"] in clean.audit.questions["retry"].summary
    assert places["s00002"].startswith("path-") and places["s00002"].endswith(".py")
    other = redact(make_study(audit=make_audit((*make_sites(), make_site(50, snippet="one more line")))))
    assert {s.file for s in other.audit.sites}.isdisjoint(places.values())
    assert redact(study) == clean


@pytest.mark.parametrize("path", ["my folder/a file (1).py", "Makefile", "x,y;z.py", "=cmd.py", "a'b\"c.ts", "weird:12.py"])
def test_odd_paths_are_found_in_sentences(path: str) -> None:
    audit = make_audit((make_site(0, file=path, snippet="x = 1"),))
    told = audit.questions["state"].model_copy(update={"summary": f"State lies with the vendor ({path}:7, 9; {path}:12) and {path}:3."})
    clean = redact(make_study(audit=audit.model_copy(update={"questions": {**audit.questions, "state": told}})))
    assert path not in clean.audit.questions["state"].summary
    assert clean.audit.questions["state"].summary.count("path-") == 3


def test_a_folder_named_like_a_word_does_not_tear_holes_into_sentences() -> None:
    audit = make_audit()
    scan = audit.scan.model_copy(
        update={"skipped": (Skipped(file="state", reason="a folder of state"), Skipped(file="docs", reason="docs"))}
    )
    clean = redact(make_study(audit=audit.model_copy(update={"scan": scan})))
    assert "state" in clean.audit.questions["state"].summary
    assert all(s.file.startswith("path-") for s in clean.audit.scan.skipped)


def test_files_that_the_config_names_are_paths_too() -> None:
    study = make_study()
    config = study.config.model_copy(
        update={"lock_in": LockInConfig(history=("audits/2025.json",)), "report": ReportConfig(logo="art/logo.png", client="Northwind")}
    )
    clean = redact(study.model_copy(update={"config": config}))
    assert "audits/2025.json" not in _all(clean) and "art/logo.png" not in _all(clean)
    assert clean.client == "Northwind"


def test_five_thousand_places_take_seconds_not_minutes() -> None:
    sites = tuple(make_site(n, file=f"src/a{n % 700}/b.py", snippet=f"client.call_{n}(x)") for n in range(5_000))
    assert len(redact(make_study(audit=make_audit(sites))).audit.sites) == 5_000
