"""Every chart, over ordinary and awkward studies: it draws, says its finding, gives the same bytes twice, and keeps text as text."""

from __future__ import annotations

import re
import struct
from functools import cache
from xml.etree import ElementTree

import pytest

from lockin_audit.core.config import Config, StudyConfig
from lockin_audit.core.evidence import Dimension
from lockin_audit.report.charts import chart_files, discover
from lockin_audit.report.charts.chart import Chart
from lockin_audit.report.charts.palette import DARK, LIGHT
from lockin_audit.report.charts.sketch import NARROW, PAGE, SLIDE, label, plain
from lockin_audit.report.study import Study
from tests.report.study_builder import HOSTILE, make_audit, make_cost, make_site, make_study

CHARTS = {chart.id: chart for chart in discover()}


def _long() -> Study:
    audit = make_audit()
    name = "A workflow whose name somebody wrote as a whole paragraph " * 20
    audit = audit.model_copy(update={"workflows": tuple(w.model_copy(update={"name": name}) for w in audit.workflows)})
    cost = make_cost()
    options = {k: o.model_copy(update={"label": name, "line_labels": dict.fromkeys(o.lines, name)}) for k, o in cost.options.items()}
    tornado = tuple(b.model_copy(update={"label": name, "unit": name}) for b in cost.tornado)
    return make_study(audit=audit, cost=cost.model_copy(update={"options": options, "tornado": tornado}))


def _hostile() -> Study:
    text = " ".join(HOSTILE)
    audit = make_audit()
    cost = make_cost()
    return make_study(
        config=Config(study=StudyConfig(title=text, client=text)),
        repository_name=text,
        audit=audit.model_copy(update={"workflows": tuple(w.model_copy(update={"name": text}) for w in audit.workflows)}),
        cost=cost.model_copy(update={"options": {k: o.model_copy(update={"label": text}) for k, o in cost.options.items()}}),
    )


def _many() -> Study:
    audit = make_audit(tuple(make_site(n, workflow=f"w{n % 40}", dimension=list(Dimension)[n % 11]) for n in range(2000)))
    first = audit.workflows[0]
    many = tuple(first.model_copy(update={"id": f"w{n}", "name": f"Workflow number {n}"}) for n in range(40))
    return make_study(audit=audit.model_copy(update={"workflows": many}))


def _one() -> Study:
    audit = make_audit()
    return make_study(audit=audit.model_copy(update={"workflows": audit.workflows[:1]}))


def _flat() -> Study:
    """Nothing costs anything and nothing varies."""
    cost = make_cost()
    options = {
        k: o.model_copy(update={"lines": {"tokens": (0.0,) * 36}, "monthly": (0.0,) * 36, "total": 0.0, "npv": 0.0})
        for k, o in cost.options.items()
    }
    assert cost.comparison is not None
    assert cost.simulation is not None
    comparison = cost.comparison.model_copy(
        update={
            "saving_npv": 0.0,
            "saving_total": 0.0,
            "payback_month": 1,
            "discounted_payback_month": 1,
            "sustained_payback_month": 1,
            "break_even_sessions": (),
        }
    )
    simulation = cost.simulation.model_copy(update={"band": {}, "histogram": ((0.0, 0.0, 10_000),), "p10": 0.0, "p50": 0.0, "p90": 0.0})
    tornado = tuple(b.model_copy(update={"low": 0.0, "high": 0.0}) for b in cost.tornado)
    return make_study(
        cost=cost.model_copy(update={"options": options, "comparison": comparison, "simulation": simulation, "tornado": tornado})
    )


def _negative() -> Study:
    """A credit makes one line negative, and moving never pays."""
    cost = make_cost()
    managed = cost.options["managed"]
    lines = managed.lines | {"credit": (-2_000.0,) * 36}
    assert cost.comparison is not None
    never = dict.fromkeys(("payback_month", "discounted_payback_month", "sustained_payback_month"))
    comparison = cost.comparison.model_copy(update={"saving_npv": -1e6, "saving_total": -1e6, "break_even_sessions": (), **never})
    option = managed.model_copy(
        update={"lines": lines, "monthly": tuple(m - 2_000.0 for m in managed.monthly), "total": managed.total - 72_000}
    )
    return make_study(cost=cost.model_copy(update={"options": {**cost.options, "managed": option}, "comparison": comparison}))


def _unpriced() -> Study:
    cost = make_cost(simulated=False)
    option = cost.options["managed"].model_copy(update={"unpriced": ("Credits: no price.",), "unpriced_lines": ("tokens",)})
    return make_study(
        cost=cost.model_copy(update={"options": {**cost.options, "managed": option}, "comparison": None, "tornado": (), "regret": None})
    )


STUDIES = {
    "plain": make_study,
    "no sites": lambda: make_study(audit=make_audit(())),
    "no workflows": lambda: make_study(audit=make_audit(()).model_copy(update={"workflows": ()})),
    "one workflow": _one,
    "no simulation": lambda: make_study(cost=make_cost(simulated=False)),
    "no options": lambda: make_study(
        cost=make_cost(simulated=False).model_copy(
            update={"options": {}, "comparison": None, "tornado": (), "regret": None, "prices": (), "assumptions": ()}
        )
    ),
    "unpriced": _unpriced,
    "flat": _flat,
    "negative": _negative,
    "long names": _long,
    "hostile": _hostile,
    "forty workflows": _many,
}


@cache
def _study(case: str) -> Study:
    return STUDIES[case]()


@pytest.mark.parametrize("case", STUDIES)
@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_every_chart_draws_every_study_and_says_what_it_shows(chart: Chart, case: str) -> None:
    study = _study(case)
    for layout in (SLIDE, NARROW) if case in ("long names", "hostile", "negative") else (SLIDE,):
        ElementTree.fromstring(chart.render(study, layout=layout))
    if not chart.missing(study):
        assert chart.title(study).strip() and chart.description(study).strip()
        table = chart.table(study)
        assert table.rows
        assert all(len(row) == len(table.head) for row in table.rows)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_bytes_are_the_same_twice_and_hold_no_date_or_program(chart: Chart) -> None:
    study = make_study()
    for form in ("png", "svg"):
        once, again = chart.render(study, form=form), chart.render(study, form=form)
        assert once == again
        assert b"<dc:date>" not in once and b"<!--" not in once and b"DOCTYPE" not in once


@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_a_png_has_twice_the_pixels_of_its_place_and_no_text_chunk(chart: Chart) -> None:
    data = chart.render(make_study(), form="png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, _ = struct.unpack(">II", data[16:24])
    assert width == pytest.approx(SLIDE.width * 96 * 2, abs=2)
    assert b"tEXt" not in data and b"tIME" not in data


def test_settings_of_the_reader_do_not_change_a_chart() -> None:
    import matplotlib

    chart, study = CHARTS["tornado"], make_study()
    before = chart.render(study)
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "red", "text.parse_math": True, "svg.fonttype": "none"}):
        assert chart.render(study) == before
        assert matplotlib.rcParams["font.size"] == 30


def test_a_study_without_a_simulation_has_no_distribution_file() -> None:
    files = chart_files(make_study(cost=make_cost(simulated=False)))
    assert "charts/saving-distribution.png" not in files
    assert {"charts/leak-heat-map.png", "charts/leak-heat-map.svg", "charts/cumulative-cost.png", "charts/tornado.svg"} <= set(files)


def test_titles_state_the_finding() -> None:
    study = make_study()
    assert CHARTS["leak-heat-map"].title(study) == "The platform holds 10 places in 7 of 11 dimensions, most of them in Claims triage"
    assert CHARTS["ownership-by-question"].title(study) == "The platform alone decides 2 of the four questions: state and replay"
    assert CHARTS["cumulative-cost"].title(study) == "“Own orchestration” has paid for itself by month 19 and costs $194k less by month 36"
    assert CHARTS["saving-distribution"].title(study) == "“Own orchestration” is the cheaper option in 85% of 10,000 simulated futures"
    assert CHARTS["tornado"].title(study) == "“Claims: sessions per month” moves the saving most; 3 of 7 inputs can reverse it alone"
    assert CHARTS["cost-by-line"].title(_unpriced()) == "The total of “Claude Managed Agents” is unknown: some lines have no price"
    assert "does not earn back its cost within 36 months" in CHARTS["cumulative-cost"].title(_negative())


def test_an_unpriced_line_is_never_a_number() -> None:
    rows = {row[0]: row for row in CHARTS["cost-by-line"].table(_unpriced()).rows}
    assert rows["Tokens"][1] == "not priced"
    assert rows["Total"][1].startswith("unknown")


@pytest.mark.parametrize("layout", [SLIDE, PAGE, NARROW], ids=lambda layout: layout.name)
def test_the_page_prints_titles_itself(layout: object) -> None:
    assert SLIDE.titled and not PAGE.titled and not NARROW.titled


def test_names_the_font_cannot_draw_fall_back_to_the_id() -> None:
    assert label("理赔分流", "claims") == "claims"
    assert label("Réclamations", "claims") == "Réclamations"
    assert plain("a\x1b[31mb\u202ec\n d") == "a[31mbc d"


def test_both_palettes_have_the_same_roles_and_readable_text() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert set(LIGHT) == set(DARK)
    grounds = re.compile(r"paper|none|(platform|owned|mixed)-[123]")
    for palette in (LIGHT, DARK):
        for role in (r for r in palette if grounds.fullmatch(r)):
            light, dark = sorted((luminance(palette["ink"]), luminance(palette[role])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, role
        light, dark = sorted((luminance(palette["muted"]), luminance(palette["paper"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
