"""`report.md`: golden text, and nothing in it can break out of its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.config import Config, StudyConfig
from lockin_audit.report.markdown import code, link, report_markdown
from lockin_audit.report.markdown_text import escape
from tests.report.study_builder import HOSTILE, bare_study, make_audit, make_site, make_study

GOLDEN = Path(__file__).parents[1] / "golden" / "report.md"


def test_the_report_reads_as_expected(request: pytest.FixtureRequest) -> None:
    text = report_markdown(make_study()).decode()
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_same_study_gives_the_same_bytes() -> None:
    assert report_markdown(make_study()) == report_markdown(make_study())


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 40_000])
def test_hostile_text_stays_text(text: str) -> None:
    audit = make_audit((make_site(0, file=text, snippet=text, what=text), make_site(1)))
    audit = audit.model_copy(update={"workflows": tuple(w.model_copy(update={"name": text}) for w in audit.workflows)})
    study = make_study(config=Config(study=StudyConfig(title=text, client=text)), audit=audit, repository_name=text)
    page = report_markdown(study).decode()
    outside = re.sub(r"(`+)(?:(?!\1).)+\1", "", page)
    assert "<script" not in outside and "<img" not in outside and "</svg>" not in outside
    assert "\x1b" not in page and "\u202e" not in page
    assert not re.search(r"(?<!\\)\]\(javascript", outside)
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in page.splitlines() if line.startswith("| ") and "Place" not in line]
    assert set(widths) <= {3, 4, 5, 6, 7, 8, 13}
    assert max(map(len, page.splitlines())) < 10_000


def test_rows_of_a_table_have_the_columns_of_its_head() -> None:
    for block in report_markdown(make_study()).decode().split("\n\n"):
        if block.startswith("| "):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}) == 1


@given(st.text(max_size=60))
def test_escaped_text_has_no_live_mark_and_no_line_break(text: str) -> None:
    found = escape(text)
    assert not re.search(r"@(?!<!-- -->)|#(?!<!-- -->)(?=\d)", found)
    found = found.replace("<!-- -->", "")
    assert "\n" not in found and "<" not in found and ">" not in found
    assert not re.search(r"(?<!\\)(?:\\\\)*[|`*_\[\]~$]", found.replace("\\\\", ""))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines", "two lines"),
        ("see #12 in C#", "see #<!-- -->12 in C#"),
        ("  1. one", r"  1\. one"),
        ("owner/repo#3 and GH-4", "owner/repo#<!-- -->3 and GH<!-- -->-4"),
        ("www.example.com", "www&#46;example.com"),
        ("@team at https://example.com", "@<!-- -->team at https&colon;//example.com"),
    ],
)
def test_what_would_begin_a_list_or_become_a_reference_is_escaped(text: str, shown: str) -> None:
    assert escape(text) == shown
    assert escape("- x", inside=True) == "- x"


@given(st.text(alphabet="`| a\\<", max_size=20))
def test_code_cannot_be_ended_from_inside(text: str) -> None:
    found = code(text)
    if found.startswith("`"):
        fence = re.match(r"`+", found)[0]  # type: ignore[index]
        assert found.endswith(fence)
        assert fence not in re.findall(r"`+", found[len(fence) : -len(fence)])
    assert "|" not in found


def test_only_web_addresses_become_links() -> None:
    assert link("https://example.com/a", "A") == "[A](<https://example.com/a>)"
    assert link("javascript:alert(1)") == "javascript:alert(1)"
    assert "](" not in link("https://example.com/ x>y)", "A")


def test_awkward_studies_have_a_report() -> None:
    page = report_markdown(bare_study()).decode()
    assert "No option was priced." in page and "No place was found." in page
    many = make_audit(tuple(make_site(n) for n in range(400)))
    assert "And 100 more places" in report_markdown(make_study(audit=many)).decode()
