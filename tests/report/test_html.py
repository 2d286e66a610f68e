"""`report.html`: well formed, self-contained, under its own policy, and nothing in it can break out of its place."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from lockin_audit.core.config import Config, StudyConfig
from lockin_audit.core.evidence import Dimension
from lockin_audit.report.html import policy, report_html
from lockin_audit.report.page.evidence import site_anchor
from lockin_audit.report.page.markup import Html, link, tag, text
from lockin_audit.report.study import Answered, Study
from tests.report.study_builder import HOSTILE, bare_study, make_audit, make_cost, make_runtime, make_site, make_study

VOID = {"meta", "br", "input", "hr", "img", "link"}


class Page(HTMLParser):
    """Reads a page and complains about what is not well formed."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.tags: Counter[str] = Counter()
        self.shown: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.targets.append((value or "")[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.shown.append(data)


@pytest.fixture(scope="module")
def source() -> str:
    return report_html(make_study()).decode()


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_the_page_is_well_formed_and_every_internal_link_leads_somewhere(page: Page) -> None:
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert set(page.targets) - set(page.ids) == set()


def test_nothing_is_loaded_from_anywhere(page: Page, source: str) -> None:
    loading = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest"}
    assert [a for a in page.attributes if a[1] in loading] == []
    assert [a for a in page.attributes if a[1] in ("href", "xlink:href") and a[0] not in ("a", "use")] == []
    assert all(value.startswith("#") for tag, name, value in page.attributes if tag == "use" and name == "href")
    style = "".join(re.findall(r"<style>(.*?)</style>", source, re.DOTALL))
    assert "@import" not in style and "url(" not in style
    assert page.tags["link"] == page.tags["img"] == page.tags["iframe"] == 0


def test_the_policy_allows_exactly_the_style_sheet_and_the_script_of_the_page(source: str) -> None:
    style, script = (re.search(rf"<{t}>(.*?)</{t}>", source, re.DOTALL)[1] for t in ("style", "script"))  # type: ignore[index]
    declared = re.search(r'Content-Security-Policy" content="([^"]+)"', source)
    assert declared and declared[1] == policy(style, script)
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in declared[1]
    assert "unsafe" not in declared[1] and declared[1].startswith("default-src 'none'")


def test_there_is_no_inline_style_or_handler_and_the_script_builds_no_markup(page: Page, source: str) -> None:
    assert [a for a in page.attributes if a[1] == "style" or a[1].startswith("on")] == []
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest"):
        assert forbidden not in source


def test_people_with_keyboard_or_screen_reader_find_their_way(page: Page) -> None:
    assert page.tags["main"] == page.tags["nav"] == page.tags["header"] == page.tags["footer"] == page.tags["h1"] == 1
    assert ("a", "class", "skip") in page.attributes
    assert ("html", "lang", "en-GB") in page.attributes
    pictures = [v for t, n, v in page.attributes if t == "svg" and n == "aria-labelledby"]
    assert len(pictures) == page.tags["svg"] >= 10
    assert all(set(p.split()) <= set(page.ids) for p in pictures)
    assert page.tags["title"] == page.tags["desc"] + 1
    assert page.tags["table"] == page.tags["caption"]


def test_the_story_is_there_in_order(page: Page) -> None:
    shown = " ".join(page.shown)
    order = [
        "Agent orchestration assessment",
        "Own the orchestration of Claims triage",
        "Saving by moving",
        "What would change the cost comparison",
        "What to do next",
        "The four questions",
        "Where the logic has gone",
        "What each option costs",
        "What would have to be rebuilt",
        "Inputs and prices",
        "What the vendors document",
        "Evidence",
        "What was read, and what was not",
        "Limits",
        "Method",
    ]
    places = [shown.index(words, shown.index("Northwind Claims (example) · ")) for words in order]
    assert places == sorted(places)
    assert "unverified" in shown and "Draft." in shown


def test_every_site_has_an_address_and_the_map_leads_to_the_evidence(page: Page) -> None:
    study = make_study()
    assert {site_anchor(s.id) for s in study.audit.sites} <= set(page.ids)
    assert ("a", "data-dimension", "prompts") in page.attributes


def test_the_same_study_gives_the_same_bytes(source: str) -> None:
    assert report_html(make_study()).decode() == source


def hostile_study(word: str) -> Study:
    audit = make_audit((make_site(0, file=word, snippet=word, what=word, rule="anthropic.managed_agents/x"), make_site(1)))
    audit = audit.model_copy(
        update={
            "sites": tuple(s.model_copy(update={"id": word or "x", "workflow": word}) if s.id == "s00000" else s for s in audit.sites),
            "workflows": tuple(
                w.model_copy(update={"name": word, "id": word if n else w.id, "reasons": (word,)}) for n, w in enumerate(audit.workflows)
            ),
            "rebuild": tuple(i.model_copy(update={"item": word}) for i in audit.rebuild),
        }
    )
    cost = make_cost()
    cost = cost.model_copy(
        update={
            "assumptions": tuple(a.model_copy(update={"label": word, "source": word, "unit": word}) for a in cost.assumptions),
            "prices": tuple(p.model_copy(update={"source": word, "title": word}) for p in cost.prices),
            "options": {
                k: o.model_copy(update={"label": word, "line_labels": dict.fromkeys(o.lines, word)}) for k, o in cost.options.items()
            },
            "warnings": (word,),
        }
    )
    answer = Answered(questionnaire="q", question="state", text=word, choice="c", label=word, by=word, note=word)
    config = Config(study=StudyConfig(title=word, client=word, author=word))
    return make_study(
        config=config, repository_name=word, audit=audit, cost=cost, answers=(answer,), runtimes=(make_runtime(name=word, summary=word),)
    )


@pytest.mark.parametrize("word", [" ".join(HOSTILE), "javascript:alert(1)", "x" * 40_000], ids=["marks", "address", "long"])
def test_hostile_text_stays_text(word: str, page: Page) -> None:
    source = report_html(hostile_study(word)).decode()
    found = Page(source)
    assert found.tags["script"] == 1 and found.tags["img"] == 0 and found.tags["b"] <= page.tags["b"] + 20
    assert [a for a in found.attributes if a[1].startswith("on")] == []
    assert [v for _, n, v in found.attributes if n == "href" and not v.startswith(("#", "https://"))] == []
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", source)
    assert [i for i, n in Counter(found.ids).items() if n > 1] == []
    if word.startswith("<script>"):
        assert "<script>alert(1)</script>" in " ".join(found.shown)


def test_awkward_studies_have_a_page() -> None:
    audit = make_audit(()).model_copy(update={"workflows": (), "questions": {}})
    found = Page(report_html(bare_study(audit=audit, config_is_default=True)).decode())
    shown = " ".join(found.shown)
    assert "No place was found." in shown and "This question was not judged." in shown and "No option was priced." in shown
    assert set(found.targets) <= set(found.ids)


def test_five_thousand_places_stay_small_and_each_keeps_its_address() -> None:
    dimensions = list(Dimension)
    sites = tuple(
        make_site(n, rule=f"anthropic.managed_agents/rule-{n % 60}", what=f"Finding {n % 60}.", dimension=dimensions[n % 11])
        for n in range(5000)
    )
    source = report_html(make_study(audit=make_audit(sites))).decode()
    assert len(source) < 4_000_000
    assert source.count('<tr id="site-') == 5000


def test_markup_escapes_everything_that_is_not_html() -> None:
    assert tag("p", "<b>", Html("<i>ok</i>"), None, ["&", None], class_="a", hidden=True, title='"') == (
        '<p class="a" hidden title="&quot;">&lt;b&gt;<i>ok</i>&amp;</p>'
    )
    assert text("a\x00\u202e") == "a\\x00\\u202e"
    assert link("javascript:alert(1)") == "javascript:alert(1)"


def test_an_address_ends_at_a_blank() -> None:
    assert 'href="https://example.com/a"' in str(link("https://example.com/a (Prices since May)"))
    assert "(Prices since May)</a>" in str(link("https://example.com/a (Prices since May)"))
    assert "href" not in str(link("javascript:alert(1)"))
