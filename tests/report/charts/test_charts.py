"""Every chart, over ordinary and awkward studies: it draws, says its finding, gives the same bytes twice, and keeps text as text."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Callable
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lockin_audit.core.audit import Criticality, Days, Recommendation
from lockin_audit.core.config import Config, StudyConfig
from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.core.swap_plan import PlanStage, Range, SwapPlan
from lockin_audit.finance.result import BreakEvenMap, SobolIndex, SobolStudy, WorthMeasuring
from lockin_audit.report.charts import chart_files, discover
from lockin_audit.report.charts.area import spread, ticks
from lockin_audit.report.charts.chart import Chart
from lockin_audit.report.charts.cost_bridge import steps
from lockin_audit.report.charts.ink import Letters
from lockin_audit.report.charts.palette import DARK, LIGHT
from lockin_audit.report.charts.sketch import LEAF, NARROW, PAGE, SLIDE, Layout, Sketch, label, plain
from lockin_audit.report.story import pictures
from lockin_audit.report.study import Study
from tests.report.study_builder import HOSTILE, make_assumptions, make_audit, make_cost, make_site, make_study

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


def _full(workflows: int = 20, options: int = 5) -> Study:
    """Everything a chart can draw, in euros: many workflows, several options, Sobol indices, a map of the break-even, a plan."""
    sites = tuple(
        make_site(
            n,
            workflow=f"w{n % workflows}",
            dimension=list(Dimension)[n % 11],
            ownership=Ownership.OWNED if n % 4 == 0 else Ownership.PLATFORM,
            runtime=("anthropic.managed_agents", "openai.assistants", "aws.bedrock_agents")[n % 3],
        )
        for n in range(workflows * 7)
    )
    audit, cost = make_audit(sites), make_cost()
    tags: tuple[tuple[Criticality, ...], ...] = (("customer-facing",), ("internal",), ("prototype",), (), ("revenue-generating",))
    advice: tuple[Recommendation, ...] = ("own", "hybrid", "managed", "managed_portable", "unknown")
    first = audit.workflows[0]
    many = tuple(
        first.model_copy(
            update={
                "id": f"w{n}",
                "name": f"Workflow {n} with a name of some length",
                "criticality": tags[n % 5],
                "recommendation": advice[n % 5],
                "questions": {q: v.model_copy(update={"verdict": "platform" if n % 3 else "mixed"}) for q, v in first.questions.items()},
            }
        )
        for n in range(workflows)
    )
    base = cost.options["managed"]
    more = {f"o{n}": base.model_copy(update={"id": f"o{n}", "label": f"Another platform, number {n}"}) for n in range(options - 2)}
    curve = {
        k: o.model_copy(update={"exit_cost_by_month": tuple(40_000.0 + 300 * n * m for m in range(36))})
        for n, (k, o) in enumerate((cost.options | more).items())
    }
    assert cost.simulation is not None and cost.regret is not None
    bars = cost.tornado
    worth = tuple(WorthMeasuring(id=b.id, label=b.label, value=40_000.0 / (n + 1)) for n, b in enumerate(bars))
    indices = tuple(
        SobolIndex(id=b.id, label=b.label, first=0.4 - 0.07 * n, first_interval=0.03, total=0.5 - 0.07 * n, total_interval=0.05)
        for n, b in enumerate(bars)
    )
    names = (
        "base",
        "low_volume",
        "high_volume",
        "price_up_50",
        "new_meter",
        "model_leap",
        "vendor_exit",
        "engineers_leave",
        "currency",
        "storm",
    )
    regret = {o: tuple(float((n * 7 + m * 13) % 5) * 90_000 for m in range(len(names))) for n, o in enumerate(curve)}
    prices, volumes = tuple(2.0 ** ((n - 12) / 6) for n in range(25)), tuple(30_000 * 10 ** ((n - 16) / 16) for n in range(33))
    grid = BreakEvenMap(
        prices=prices,
        sessions=volumes,
        saving=tuple(tuple(p * v * 7 - 190_000 for v in volumes) for p in prices),
        crossings=tuple((190_000 / 7 / p,) if volumes[0] < 190_000 / 7 / p < volumes[-1] else () for p in prices),
        sessions_today=30_000,
        moved=("price.x",),
    )
    stage = PlanStage(
        id="a", title="Take over the record: session state and its schema", owner="engineer", why="First.", items=2, sites=4,
        workflows=("w0",),
        days=Days(low=2, likely=4, high=8), from_week=0.0, to_week=0.8, cost=Range(low=1_000, likely=2_000, high=4_000),
    )  # fmt: skip
    stages = tuple(stage.model_copy(update={"id": str(n), "from_week": 0.8 * n, "to_week": 0.8 * (n + 1)}) for n in range(7))
    plan = SwapPlan(
        trigger="leave_runtime", engineers=2, day_cost=900, stages=stages, days=Days(low=14, likely=28, high=56),
        weeks=Range(low=2.8, likely=5.6, high=11.2), cost=Range(low=7_000, likely=14_000, high=28_000),
    )  # fmt: skip
    update = {
        "currency": "EUR",
        "options": curve,
        "simulation": cost.simulation.model_copy(update={"worth_measuring": worth}),
        "sobol": SobolStudy(samples=1024, evaluations=9_216, seed=1, indices=indices, note="made up"),
        "regret": cost.regret.model_copy(update={"scenarios": names, "labels": names, "regret": regret, "npv": regret}),
        "break_even": grid,
    }
    return make_study(audit=audit.model_copy(update={"workflows": many}), cost=cost.model_copy(update=update), plan=plan)


def _unpriced() -> Study:
    cost = make_cost(simulated=False)
    option = cost.options["managed"].model_copy(update={"unpriced": ("Credits: no price.",), "unpriced_lines": ("tokens",)})
    return make_study(
        cost=cost.model_copy(update={"options": {**cost.options, "managed": option}, "comparison": None, "tornado": (), "regret": None})
    )


STUDIES: dict[str, Callable[[], Study]] = {
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
    "everything": _full,
    "everything, once": lambda: _full(1, 2),
}


@cache
def _study(case: str) -> Study:
    return STUDIES[case]()


@pytest.mark.parametrize("case", STUDIES)
@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_every_chart_draws_every_study_and_says_what_it_shows(chart: Chart, case: str) -> None:
    study = _study(case)
    for layout in (SLIDE, NARROW) if case in ("long names", "hostile", "negative", "everything", "everything, once") else (SLIDE,):
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


def _texts(chart: Chart, study: Study, layout: Layout) -> tuple[Sketch, list[tuple[float, float, float, float, str]]]:
    """The sheet, and of every level text its left, top, right and bottom in inches."""
    sketch = Sketch("light", layout, chart.title(study), chart.subtitle(study), "Source")
    chart.draw(study, sketch)
    found = []
    for mark in (m for m in (*sketch.marks, *sketch.frame()) if isinstance(m, Letters) and m.text.strip() and not m.angle):
        em = mark.size / 72
        long = sketch.width_of(mark.text, mark.size, bold=mark.bold)
        found.append((mark.x, mark.y - 0.7 * em, mark.x + long, mark.y + 0.05 * em, mark.text))
    return sketch, found


@pytest.mark.parametrize("layout", [SLIDE, LEAF, NARROW], ids=lambda layout: layout.name)
@pytest.mark.parametrize("case", ["everything", "everything, once", "plain", "forty workflows"])
@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_no_text_covers_another_or_leaves_the_sheet(chart: Chart, case: str, layout: Layout) -> None:
    study = _study(case)
    if chart.missing(study):
        return
    sketch, texts = _texts(chart, study, layout)
    for left, top, right, bottom, text in texts:
        assert min(left, top) >= -0.01 and right <= sketch.width + 0.01 and bottom <= sketch.height + 0.01, text
    for n, (left, top, right, bottom, text) in enumerate(texts):
        for other in texts[n + 1 :]:
            apart = right <= other[0] + 0.01 or other[2] <= left + 0.01 or bottom <= other[1] + 0.01 or other[3] <= top + 0.01
            assert apart, f"{text!r} and {other[4]!r}"


def test_the_bridge_adds_up_to_the_saving() -> None:
    for case in ("plain", "negative", "everything"):
        study = _study(case)
        assert study.cost.comparison is not None
        pair = [study.cost.options[o] for o in ("managed", "owned")]
        assert math.fsum(s.change for s in steps(study)) == pytest.approx(pair[1].total - pair[0].total, abs=5)


def test_every_chart_stands_in_the_story() -> None:
    assert sorted(CHARTS) == sorted(pictures.ALL)


def test_slides_are_sixteen_to_nine_and_both_sizes_are_written() -> None:
    files = chart_files(_study("everything"))
    assert {f"charts/{folder}{id}.{form}" for id in CHARTS for folder in ("", "page/") for form in ("png", "svg")} == set(files)
    width, height = struct.unpack(">II", files["charts/regret.png"][16:24])
    assert width * 9 == pytest.approx(height * 16, rel=0.002)


def test_a_curve_nobody_measured_is_called_assumed() -> None:
    study = _study("everything")
    chart = CHARTS["lock-in-curve"]
    assert chart.title(study).endswith("by an assumed curve") and "not a measurement" in chart.description(study)
    inputs = [
        a.model_copy(update={"id": f"managed.{key}", "basis": "measured"})
        for a, key in zip(make_assumptions(), ("lockin_ceiling", "lockin_months"), strict=False)
    ]
    fitted = study.model_copy(update={"cost": study.cost.model_copy(update={"assumptions": tuple(inputs)})})
    assert "assumed" not in chart.title(fitted)


def test_titles_of_the_further_charts_state_the_finding() -> None:
    study = _study("everything")
    titles = {id: chart.title(study) for id, chart in CHARTS.items()}
    assert titles["criticality-leakage"] == "8 of 20 workflows are critical and have much with the platform"
    assert titles["worth-measuring"] == "Measure “Claims: sessions per month” first: knowing it before deciding is worth €40k"
    assert titles["variance-shares"] == "“Claims: sessions per month” is behind 50% of the uncertainty of the saving"
    assert titles["break-even"].startswith(
        "At today's volume and prices “Own orchestration” is cheaper; “Claude Managed Agents” becomes so below"
    )
    assert titles["cost-bridge"].startswith("“Own orchestration” costs €194k less over 36 months: −€323k for Tokens and +€156k for ")
    assert titles["swap-plan"].startswith("Leaving the runtime takes 2 engineers 2.8 to 11.2 weeks, most likely 5.6")
    assert "leak-map" in titles and "35 of 140 places lead to" in titles["leak-map"]


def test_places_for_labels_keep_their_distance_and_their_order() -> None:
    assert spread([1.0, 1.0, 1.1], 0.5, 0.0, 5.0) == [1.0, 1.5, 2.0]
    assert spread([4.9, 5.0], 0.5, 0.0, 5.0) == [4.5, 5.0]
    assert spread([1.0, 1.0, 1.0], 1.0, 0.0, 1.0) == [0.0, 0.5, 1.0]


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(2, 12))
def test_ticks_are_round_few_and_inside(low: float, span: float, most: int) -> None:
    found = ticks(low, low + span, most)
    slack = 1e-6 * max(abs(low), span)
    assert len(found) <= most + 1
    assert all(low - slack <= value <= low + span + slack for value in found)


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
    assert (
        CHARTS["leak-heat-map"].title(study)
        == "The platform holds 10 places in 7 of the 11 parts of an agent, most of them in Claims triage"
    )
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
