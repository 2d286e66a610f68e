"""How sure the comparison is: simulated futures, what moves it, what is worth measuring first, and the scenarios."""

from __future__ import annotations

from typing import Final

from lockin_audit.finance.result import Regret, Simulation
from lockin_audit.report import numbers
from lockin_audit.report.comparison import compared
from lockin_audit.report.story import pictures
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, Picture, Span, strong, table, words
from lockin_audit.report.study import Study

SHOWN: Final = 8
"""Inputs and pairs listed; study.json and the workbook have all."""


def certainty(study: Study) -> list[Block]:
    """The simulation in words, its charts, what to measure, what the spread comes from, and which inputs move together."""
    simulation = study.cost.simulation
    blocks: list[Block] = [Heading(3, words("How sure that is"))]
    blocks.append(Paragraph(words(futures(study, simulation) if simulation else "Nothing was simulated, so no range can be given.")))
    blocks += [Picture(id) for id in pictures.CERTAINTY]
    if simulation is not None:
        blocks += [*_worth_measuring(study, simulation), *_sobol(study), *_together(study, simulation)]
    return blocks if simulation is not None or study.cost.tornado else []


def futures(study: Study, simulation: Simulation) -> str:
    """The simulated saving in sentences that need no statistics."""
    low, middle, high = (numbers.money(v, study.cost.currency) for v in (simulation.p10, simulation.p50, simulation.p90))
    pair = compared(study)
    cheaper = numbers.quoted(pair[1].label) if pair else "moving"
    if pair and (pair[0].kind, pair[1].kind) == ("owned", "managed"):
        cheaper = numbers.quoted(pair[0].label)
    return (
        f"The model was worked out for {simulation.draws:,} possible futures, each with other values for the uncertain inputs. "
        f"Eight in ten of them give a saving by moving between {low} and {high} (P10 and P90), half of them more than {middle} (P50). "
        f"{cheaper} is the cheaper in {numbers.share(simulation.probability_owned_cheaper)} of them. Knowing every input beforehand "
        f"would be worth {numbers.money(simulation.evpi, study.cost.currency)} at most: no study should cost more."
    )


def _worth_measuring(study: Study, simulation: Simulation) -> list[Block]:
    found = simulation.worth_measuring[:SHOWN]
    if not found:
        text = "No single input is worth measuring for the decision's sake: knowing it would not change what is cheaper on average."
        return [Heading(3, words("Worth measuring before deciding")), Paragraph(words(text))]
    rows = [(w.label, numbers.money(w.value, study.cost.currency)) for w in found]
    text = "What knowing one input exactly, before deciding, would be worth on average. A pilot that measures it should cost less."
    return [
        Heading(3, words("Worth measuring before deciding")),
        Paragraph(words(text)),
        *(Picture(id) for id in pictures.MEASURING),
        table(
            "Inputs worth measuring",
            ("Input", f"Worth knowing ({study.cost.currency})"),
            rows,
            right=(1,),
            widths=(8, 3),
            repeats=pictures.MEASURING[0],
        ),
    ]


def _sobol(study: Study) -> list[Block]:
    sobol = study.cost.sobol
    if sobol is None:
        return []
    rows = [
        (i.label, *(f"{max(0.0, v):.0%} ± {d:.0%}" for v, d in ((i.first, i.first_interval), (i.total, i.total_interval))))
        for i in sobol.indices[:SHOWN]
    ]
    text = (
        "How much of the spread of the saving each input is behind (Sobol indices): alone, and together with others. "
        f"{sobol.note} They rest on {sobol.evaluations:,} futures."
    )
    return [
        Heading(3, words("What the uncertainty comes from")),
        Paragraph(words(text)),
        *(Picture(id) for id in pictures.VARIANCE),
        table(
            "Inputs behind the spread",
            ("Input", "Alone", "With others"),
            rows,
            right=(1, 2),
            widths=(8, 2.5, 2.5),
            repeats=pictures.VARIANCE[0],
        ),
    ]


def _together(study: Study, simulation: Simulation) -> list[Block]:
    """Inputs drawn together, strongest first."""
    if not simulation.correlations:
        return []
    labels = {a.id: a.label for a in study.cost.assumptions}
    ranked = sorted(simulation.correlations, key=lambda c: (-abs(c.rho), c.first, c.second))
    told = [
        words(
            f"{labels.get(c.first, c.first)} and {labels.get(c.second, c.second)}: ",
            f"{'' if c.rho > 0 else numbers.MINUS}{abs(c.rho):.2f}",
        )
        for c in ranked[:SHOWN]
    ]
    more = f" {len(ranked) - SHOWN} weaker pairs are left out here." if len(ranked) > SHOWN else ""
    text = f"Inputs that rise and fall together in the simulation (1: always, 0: not at all); all others vary on their own.{more}"
    return [Heading(3, words("Inputs that move together")), Paragraph(words(text)), Listing(tuple(told))]


def scenarios(study: Study) -> list[Block]:
    """Each option in each scenario, with what choosing it could be regretted by."""
    regret = study.cost.regret
    if regret is None:
        return []
    ids, currency = list(regret.npv), study.cost.currency
    labels = {id: study.cost.options[id].label if id in study.cost.options else id for id in ids}
    named = regret.labels if len(regret.labels) == len(regret.scenarios) else regret.scenarios
    rows: list[tuple[str | Span, ...]] = []
    for n in range(len(regret.scenarios)):
        cells = [_cell(regret.npv[id][n], regret.regret[id][n], currency, alone=len(ids) == 1) for id in ids]
        rows.append((named[n], *cells))
    if regret.largest:
        rows.append(("Largest regret", *(strong(numbers.money_short(regret.largest.get(id), currency)) for id in ids)))
    head = ("Scenario", *(labels[id] for id in ids))
    intro = (
        f"What each option costs in present value if the scenario comes, in {currency}; in brackets its regret: what it costs more than "
        f"the best choice there.{_choice(regret, labels)}"
    )
    left = [f"{study.cost.options[id].label if id in study.cost.options else id}: {why}" for id, why in regret.left_out.items()]
    return [
        Heading(3, words("What if: the scenarios")),
        Paragraph(words(intro)),
        *(Picture(id) for id in pictures.SCENARIOS),
        table("Cost and regret by scenario", head, rows, right=range(1, len(head)), widths=(4, *(4,) * len(ids))),
        *([Paragraph(words(f"Left out: {'; '.join(left)}."), "key")] if left else []),
    ]


def _cell(npv: float, lost: float, currency: str, *, alone: bool) -> str:
    text = numbers.money_short(npv, currency)
    if alone:
        return text
    return f"{text} (best)" if round(lost) == 0 else f"{text} (+{numbers.money_short(lost, currency)})"


def _choice(regret: Regret, labels: dict[str, str]) -> str:
    if regret.minimax is None or regret.minimax not in labels:
        return ""
    text = f" The choice whose largest regret is smallest is {numbers.quoted(labels[regret.minimax])}"
    if regret.least_expected in (None, regret.minimax) or regret.least_expected not in labels:
        return f"{text}."
    return f"{text}; on average over the scenarios it is {numbers.quoted(labels[regret.least_expected])}."
