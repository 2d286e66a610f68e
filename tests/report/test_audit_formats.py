"""The forms of an audit: the JSON contract key by key, tables, CSV, Markdown, SARIF; hostile text stays text in each."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import unquote

import jsonschema
import pytest

from lockin_audit import __version__
from lockin_audit.assess.audit import assess
from lockin_audit.core.config import Config
from lockin_audit.core.evidence import Skipped
from lockin_audit.report.audit_csv import COLUMNS, audit_csv, inert
from lockin_audit.report.audit_formats import AuditDocument, audit_json
from lockin_audit.report.audit_markdown import audit_markdown
from lockin_audit.report.audit_sarif import audit_sarif
from lockin_audit.report.audit_tables import audit_grids
from lockin_audit.report.markdown_text import escape
from tests.assess.evidence_builder import NEUTRAL, RUNTIMES, answer, place, responses, scan_of

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tx",
    "a|b",
    "<img src=x onerror=alert(1)>",
    "@someone",
    "`x`",
    "](https://evil.example)",
    "  =1+1",
]
SITES = (
    place("orchestration", file="app/a.py", line=3),
    place("state", file="app/a.py", line=1, confidence="medium"),
    place("retry", "owned", NEUTRAL, file="app/b.py", line=2),
    *(
        place("tools", file=f"h/{number} x#%é.py", line=number + 1, snippet=text, what=text, rule=f"acme.managed/h{number}")
        for number, text in enumerate(HOSTILE)
    ),
)
SCAN = scan_of(*SITES).model_copy(update={"skipped": (Skipped(file="big.bin", reason="binary"),), "commit": "abc"})
AUDIT = assess(SCAN, Config(), RUNTIMES, responses(answer("state.where", "ours")))
NEW = frozenset({SITES[0].id})
SITE_KEYS = [
    *("id", "rule", "file", "line", "end_line", "runtime", "dimension", "ownership"),
    *("confidence", "what", "why", "instead", "snippet", "workflow", "detail"),
]


def test_json_has_the_keys_of_the_contract_in_order() -> None:
    document = json.loads(audit_json(AUDIT, "repo"))
    assert list(document) == [
        "schema",
        "tool_version",
        "target",
        "runtimes",
        "questions",
        "sites",
        "workflows",
        "rebuild",
        "skipped",
        "stats",
        "rebuild_lists",
        "conflicts",
        "notices",
        "ignored",
        "remarks",
        "contradictions",
        "disagreements",
        "actions",
        "preparations",
    ]
    assert document["schema"] == "lockin-audit/audit/1" and document["tool_version"] == __version__
    assert document["target"] == {"path": "repo", "commit": "abc"}
    assert list(document["questions"]) == ["retry", "state", "replay", "telemetry"]
    assert all(list(v) == ["verdict", "summary", "decided_by", "because", "parts", "rests_on"] for v in document["questions"].values())
    assert all(
        list(site) == SITE_KEYS
        for site in document["sites"]
    )  # fmt: skip
    assert [(s["file"], s["line"], s["rule"]) for s in document["sites"]] == sorted((s.file, s.line, s.rule) for s in SITES)
    assert list(document["workflows"][0]) == ["id", "paths", "criticality", "questions", "recommendation", "reasons"]
    assert all(list(i) == ["item", "runtime", "dimension", "sites", "points", "days", "lists", "workflow"] for i in document["rebuild"])
    sums = document["rebuild_lists"]
    for event in ("leave_runtime", "swap_model"):
        assert sums[event]["points"] == pytest.approx(sum(i["points"] for i in document["rebuild"] if event in i["lists"]))
    assert sums["effort"]["overridden"] is False and "effort.toml" in sums["effort"]["words"]
    assert all(list(i["days"]) == ["low", "likely", "high"] for i in document["rebuild"])
    assert document["skipped"] == [{"file": "big.bin", "reason": "binary"}]
    assert list(document["stats"]) == ["files", "bytes", "candidates", "seconds"]


def test_json_obeys_its_own_schema_and_shows_contradictions() -> None:
    document = json.loads(audit_json(AUDIT))
    jsonschema.Draft202012Validator(AuditDocument.model_json_schema(mode="serialization")).validate(document)
    assert "CONTRADICTION" in document["questions"]["state"]["summary"]


def test_two_renderings_are_equal_bytes() -> None:
    for render in (audit_json, audit_csv, audit_markdown, audit_sarif):
        assert render(AUDIT) == render(AUDIT)


def test_csv_holds_every_place_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(audit_csv(AUDIT), newline="")))
    assert rows[0] == list(COLUMNS) and len(rows) == 1 + len(SITES)
    cells = [cell for row in rows[1:] for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@")) or cell.startswith(("\t", "\r"))]
    marked = list(csv.DictReader(io.StringIO(audit_csv(AUDIT, NEW), newline="")))
    assert [row["id"] for row in marked if row["new"] == "yes"] == [SITES[0].id]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx", " =1"])
def test_dangerous_cells_get_an_apostrophe(text: str) -> None:
    assert inert(text) == "'" + text
    assert inert("a=1") == "a=1"


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_text_as_it_is(text: str) -> None:
    shown = escape(text)
    assert not re.search(r"@(?!<!-- -->)", shown)
    assert not re.search(r"(?<!\\)[|`\[\]]|[<>]|https?://", shown.replace("<!-- -->", ""))


def test_the_fold_of_a_workflow_is_named_as_the_config_names_it() -> None:
    config = Config.model_validate({"workflow": [{"id": f"claims_{n}", "paths": [f"{n}/**"]} for n in "ab"]})
    text = audit_markdown(assess(scan_of(place("orchestration", file="a/x.py")), config, RUNTIMES))
    assert "<summary>The four answers for claims_a</summary>" in text  # an HTML block shows a backslash


def test_markdown_fits_a_comment_however_much_was_found() -> None:
    many = tuple(place("state", file=f"f{number}.py", what="w" * 300) for number in range(3000))
    text = audit_markdown(assess(scan_of(place("orchestration"), *many), Config(), RUNTIMES), NEW)
    assert len(text) <= 60_000 and "more are in" in text and "3001 places with a vendor" in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_markdown_with_many_workflows_tells_what_it_leaves_out_and_closes_every_fold() -> None:
    folders = [f"w{number}" for number in range(60)]
    config = Config.model_validate({"workflow": [{"id": f, "paths": [f"{f}/**"]} for f in folders]})
    sites = [place(d, file=f"{f}/a.py", what="x" * 150) for f in folders for d in ("orchestration", "retry", "state", "tools")]
    text = audit_markdown(assess(scan_of(*sites), config, RUNTIMES))
    assert len(text) <= 60_000 and text.count("<details>") == text.count("</details>") > 1
    assert re.search(r"The answers for \d+ more workflows are in", text)
    short = audit_markdown(assess(scan_of(*sites), config, RUNTIMES), limit=9_000)
    assert len(short) <= 9_000 and short.count("<details>") == short.count("</details>")


def test_markdown_says_what_people_are_asked_to_do_and_where_they_differ() -> None:
    given = responses(answer("retry.who", "ours"), answer("retry.limits", "no"), answer("retry.limits", "yes", by="Bo"))
    text = audit_markdown(assess(scan_of(place("orchestration"), place("retry")), Config(), RUNTIMES, given))
    assert "### What can be prepared now" in text and "### What the answers call for" in text
    assert "### Where answers and code differ" in text and "app/agent.py:1" in text
    assert "### Where the people asked differ" in text and "Bo: " in text


def test_markdown_marks_what_is_new_and_puts_it_first() -> None:
    text = audit_markdown(AUDIT, NEW)
    rows = [line for line in text.splitlines() if line.startswith("| NEW")]
    assert len(rows) == 1 and "app/a.py:3" in rows[0]
    assert "1 of the vendor's places are new" in text


def test_tables_name_places_and_hold_every_contradiction() -> None:
    grids = {grid.title.split(" ")[0]: grid for grid in audit_grids(AUDIT, NEW)}
    assert list(grids) == ["The", "Announced", "Workflows", "Places", "To", "How", "Not"]
    assert all(len(row) == len(grid.columns) for grid in grids.values() for row in grid.rows)
    assert any("CONTRADICTION" in row[2] for row in grids["The"].rows)
    assert [row[0] for row in grids["Places"].rows].count("new") == 1


def test_more_places_than_one_reads_are_told_by_kind_with_the_new_ones_before() -> None:
    many = [place("state", file=f"app/m{number}.py", line=1) for number in range(90)]
    audit = assess(scan_of(*many, *SITES), Config(), RUNTIMES)
    new = frozenset({many[3].id})
    grids = {grid.title.partition(" (")[0]: grid for grid in audit_grids(audit, new)}
    assert "Places" not in grids and "csv" in next(grid.title for title, grid in grids.items() if title == "Places by kind")
    assert [row[0] for row in grids["New places: 1"].rows] == ["app/m3.py:1"]
    rows = grids["Places by kind"].rows
    assert sum(int(row[3]) for row in rows) == len(audit.sites) and rows[0][3:5] == ("91", "91")
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), key=("vendor", "you").index)


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(audit_sarif(AUDIT, NEW))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == sorted({s.rule for s in SITES if s.ownership == "platform"})
    assert all(r["help"]["text"] and r["shortDescription"]["text"] and r["fullDescription"]["text"] for r in rules)
    assert len(run["results"]) == sum(s.ownership == "platform" for s in SITES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error") and result["message"]["text"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri) and not uri.startswith("/")
        assert unquote(uri) in {s.file for s in SITES}
        region = location["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert result["partialFingerprints"]["lockinAuditSite/v1"]
    assert [r["baselineState"] for r in run["results"]].count("new") == 1
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "big.bin: not read: binary"


def test_sarif_without_findings_is_whole() -> None:
    log = json.loads(audit_sarif(assess(scan_of(), Config(), RUNTIMES)))
    assert log["runs"][0]["results"] == [] and log["runs"][0]["tool"]["driver"]["rules"] == []
