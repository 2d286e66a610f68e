"""The cost section: options side by side, charts with their data, scenarios, and every input and price with its source."""

from __future__ import annotations

from lockin_audit.core.report_config import Language
from lockin_audit.core.runtime import Fact
from lockin_audit.finance.result import OptionResult, PriceUsed
from lockin_audit.report import numbers
from lockin_audit.report.charts import discover
from lockin_audit.report.charts.chart import Chart
from lockin_audit.report.charts.sketch import NARROW, PAGE
from lockin_audit.report.narrative import placeholders, total_words, unpriced_words
from lockin_audit.report.page.first_page import figure
from lockin_audit.report.page.inline_svg import inline_svg
from lockin_audit.report.page.markup import Html, join, link, name, table, tag
from lockin_audit.report.study import Study
from lockin_audit.report.words import BASES

NOT_IN_PAGE = frozenset({"leak-heat-map"})
"""Charts the page shows in another form: the heat map is a table whose cells lead to the evidence."""
OWNERSHIP = "ownership-by-question"
"""Stands with the questions, not with the money."""


def chart_figure(chart: Chart, study: Study) -> Html:
    """A chart as figure, drawn once for wide screens and once for phones; a sentence where there is nothing to draw."""
    reason = chart.missing(study)
    if reason:
        return tag("p", name(f"{reason}."), class_="notice", id_=f"chart-{chart.id}")
    title, words, data = chart.title(study), chart.description(study), chart.table(study)
    drawings = [
        inline_svg(
            chart.render(study, layout=layout),
            id=f"{chart.id}-{layout.name}",
            title=title,
            description=words,
            class_=f"chart {layout.name}",
        )
        for layout in (PAGE, NARROW)
    ]
    numbers_table = table(
        [name(h) for h in data.head],
        [[name(c) for c in row] for row in data.rows],
        caption=title,
        numbers=range(1, len(data.head)),
    )
    return figure(title, chart.subtitle(study), join(drawings), numbers_table, id_=f"chart-{chart.id}")


def cost_section(study: Study) -> Html:
    """What each option costs, and how sure that is."""
    figures = [chart_figure(c, study) for c in discover() if c.id not in NOT_IN_PAGE and c.id != OWNERSHIP]
    comparison = study.cost.comparison
    notes = [tag("li", name(n)) for n in (*study.cost.warnings, *(comparison.notes if comparison else ()))]
    gaps = [tag("li", name(f"{o.label}: {reason}")) for o in study.cost.options.values() for reason in o.unpriced]
    return tag(
        "section",
        tag("h2", "What each option costs"),
        tag("div", tag("p", tag("strong", name(unpriced_words(study)))), tag("ul", gaps), class_="notice") if gaps else None,
        _options(study) if study.cost.options else tag("p", "No option was priced."),
        figures,
        _regret(study),
        join(tag("h3", "Remarks on the cost model"), tag("ul", notes)) if notes else None,
        id_="cost",
    )


def _options(study: Study) -> Html:
    options, currency = tuple(study.cost.options.values()), study.cost.currency

    rows: list[list[str | Html]] = [
        [f"Total over {study.cost.horizon_months} months", *(total_words(o, o.total, currency) for o in options)],
        ["Present value", *(total_words(o, o.npv, currency) for o in options)],
        ["Per session", *(_unit(o, o.cost_per_session, currency) for o in options)],
        ["Per accepted outcome", *(_unit(o, o.cost_per_outcome, currency) for o in options)],
        ["Bill to leave at the end (memo, not in the totals)", *(numbers.money(o.exit_liability, currency) for o in options)],
    ]
    head = [f"Figure ({currency})", *(_heading(o) for o in options)]
    return table(head, rows, caption="Options side by side", numbers=range(1, len(options) + 1))


def _heading(option: OptionResult) -> Html:
    return join(name(option.label), f" ({option.kind}{', incomplete' if option.unpriced else ''})")


def _unit(option: OptionResult, value: float | None, currency: str) -> str:
    return "no volume given" if value is None else "unknown" if option.unpriced else numbers.money(value, currency)


def _regret(study: Study) -> Html | None:
    regret = study.cost.regret
    if regret is None:
        return None
    labels = {o: study.cost.options[o].label if o in study.cost.options else o for o in regret.npv}
    rows: list[list[str | Html]] = []
    for option, label in labels.items():
        cells = [
            f"{numbers.money_short(npv, study.cost.currency)} (regret {numbers.money_short(lost, study.cost.currency)})"
            for npv, lost in zip(regret.npv[option], regret.regret[option], strict=True)
        ]
        rows.append([name(label), *cells])
    words = tag(
        "p",
        "Present value of each option in each scenario; regret is what it costs more than the best choice in that scenario.",
        class_="meta",
    )
    head = [name(h) for h in ("Option", *regret.scenarios)]
    return join(tag("h3", "Scenarios"), words, table(head, rows, caption="Cost and regret by scenario", numbers=range(1, len(head))))


def inputs_section(study: Study) -> Html:
    """Every assumption with range, basis and source; every price row used."""
    empty = {a.id for a in placeholders(study)}
    rows = [
        [
            join(name(a.label), tag("code", a.id)),
            numbers.with_unit(a.value, a.unit),
            numbers.span(a.low, a.high, a.unit),
            tag("span", "placeholder", class_="badge warn") if a.id in empty else BASES[a.basis],
            link(a.source) if a.source else "none",
        ]
        for a in study.cost.assumptions
    ]
    prices = [_price(p, study.language) for p in study.cost.prices]
    return tag(
        "section",
        tag("h2", "Inputs and prices"),
        tag(
            "p",
            "Every number the cost model rests on. A placeholder is a default nobody has confirmed; replace it in lockin.toml.",
            class_="meta",
        ),
        table(
            ("Input", "Value", "Low to high", "Basis", "Source"), rows, caption="Inputs of the cost model", numbers=(1, 2), class_="inputs"
        ),
        tag("h3", "Prices used"),
        table(("Meter", "Unit price", "In force since", "Checked on", "Source"), prices, caption="Prices used", numbers=(1,))
        if prices
        else tag("p", "No price row was used."),
        id_="inputs",
    )


def _price(price: PriceUsed, language: Language) -> list[str | Html]:
    unverified = price.confidence == "unverified"
    return [
        join(name(f"{price.product}: {price.meter}")),
        f"{price.unit_price} {price.currency} per {price.unit}",
        tag("span", numbers.day(price.effective_from, language), class_="keep"),
        tag("span", numbers.day(price.checked_on, language), class_="keep"),
        join(
            link(price.source, price.title or price.source),
            " ",
            tag("span", price.confidence, class_="badge warn" if unverified else "meta"),
        ),
    ]


def fact_item(fact: Fact, language: Language) -> Html:
    """One documented vendor fact with its source and date."""
    mark = tag("span", "unverified", class_="badge warn") if fact.evidence == "unverified" else None
    origin = tag(
        "span", link(fact.source.url, fact.source.title), f", checked {numbers.day(fact.source.checked_on, language)}", class_="meta"
    )
    return tag("li", tag("b", fact.question.capitalize(), ": "), name(fact.statement), " ", mark, " ", origin)
