"""Regret table as a picture: what each option costs more than the best choice in each scenario."""

from __future__ import annotations

from lockin_audit.finance.result import Regret
from lockin_audit.report import numbers
from lockin_audit.report.charts.chart import Chart, DataTable, named
from lockin_audit.report.charts.sketch import Sketch, label
from lockin_audit.report.study import Study

COLUMNS = 5
"""Options drawn; the table has them all."""
_TWO_LINES = 0.31
"""Inches of a row that holds a name of two lines."""
_SHADES = ((0.0, "owned-1"), (0.2, "platform-1"), (0.6, "platform-2"), (2.0, "platform-3"))
"""Upper ends, as shares of the largest regret in the table, and their fill."""


def _options(study: Study, regret: Regret) -> list[str]:
    found = [o for o in study.cost.options if o in regret.regret]
    comparison = study.cost.comparison
    first = [o for o in ((comparison.from_, comparison.to) if comparison else ()) if o in found]
    return [*first, *(o for o in found if o not in first)][:COLUMNS]


def _names(regret: Regret) -> tuple[str, ...]:
    return regret.labels if len(regret.labels) == len(regret.scenarios) else regret.scenarios


def _draw(study: Study, sketch: Sketch) -> None:
    regret = study.cost.regret
    assert regret is not None
    options, names, currency, narrow = _options(study, regret), _names(regret), study.cost.currency, sketch.narrow
    head, row_height = (0.5, 0.5) if narrow else (0.5, 0.36)
    count = len(names) + 2
    shown, height = sketch.rows(count, row_height, least=0.22, beside=head + 0.12)
    order = sorted(range(len(names)), key=lambda n: (-max(regret.regret[o][n] for o in options), n))[: max(shown - 2, 1)]
    left = 0.25 if narrow else min(4.2, sketch.width * 0.44)
    step = (sketch.width - left - 0.25) / len(options)
    top = sketch.top + head
    size = 6.8 if narrow and len(options) > 2 else 8.5
    for column, option in enumerate(options):
        lines = sketch.wrap(label(study.cost.options[option].label, option), step - 0.12, 8.5, bold=True, lines=2)
        sketch.block(left + (column + 0.5) * step, top - 0.06, lines, 8.5, level="bottom", bold=True, align="center")
    largest = max((v for o in options for v in regret.regret[o]), default=0.0)
    rows = [(names[n], regret.scenarios[n], [regret.regret[o][n] for o in options], False) for n in sorted(order)]
    for title, summed in (("Largest regret", regret.largest), ("Mean regret", regret.expected)):
        if all(o in summed for o in options):
            rows.append((title, title, [summed[o] for o in options], True))
    for number, (name, id, values, summary) in enumerate(rows):
        y = top + number * height + (0.08 if summary else 0.0)
        room, two = (sketch.width if narrow else left) - 0.4, not narrow and height >= _TWO_LINES
        lines = sketch.wrap(label(name, id), room, 8.5, bold=summary, lines=2 if two else 1)
        cell = (y + height * 0.42, height * 0.56) if narrow else (y + 0.02, height - 0.04)
        middle = y + (height * 0.22 if narrow else height / 2)
        sketch.block(0.25, middle, lines, 8.5 if len(lines) == 1 else 8, level="middle", bold=summary)
        for column, value in enumerate(values):
            x = left + column * step
            fill = next(role for end, role in _SHADES if value <= end * largest + 0.5) if not summary else "none"
            sketch.rect(x + 0.02, cell[0], step - 0.04, cell[1], fill, stroke="ink" if summary else "")
            best = value < 0.5 and not summary
            words = "✓ best" if best else numbers.money_short(value, currency) if value >= 0.5 else "none"
            sketch.write(x + step / 2, cell[0] + cell[1] / 2, words, size, bold=best or summary, align="center")


def _missing(study: Study) -> str:
    regret = study.cost.regret
    if regret is None or len(regret.regret) < 2 or not regret.scenarios:
        return "Regret by scenario is not shown: there are not two options that can be set side by side"
    return ""


def _title(study: Study) -> str:
    regret = study.cost.regret
    if regret is None or _missing(study):
        return _missing(study)
    options, currency = study.cost.options, study.cost.currency
    most = {o: max(row) for o, row in regret.regret.items()}
    least = min(most, key=lambda o: (most[o], o))
    name = named(options[least].label if least in options else least)
    if most[least] < 0.5:
        return f"{name} is the best choice in every one of the {len(regret.scenarios)} scenarios"
    others = max(most[o] for o in most if o != least)
    mine, theirs = numbers.money_short(most[least], currency), numbers.money_short(others, currency)
    return f"{name} is never more than {mine} from the best choice; the worst case of another option is {theirs}"


def _table(study: Study) -> DataTable:
    regret, currency = study.cost.regret, study.cost.currency
    assert regret is not None
    ids = list(regret.regret)
    names = [study.cost.options[o].label if o in study.cost.options else o for o in ids]
    rows = [(name, *(numbers.money(regret.regret[o][n], currency) for o in ids)) for n, name in enumerate(_names(regret))]
    for title, values in (("Largest regret", regret.largest), ("Mean regret", regret.expected)):
        if all(o in values for o in ids):
            rows.append((title, *(numbers.money(values[o], currency) for o in ids)))
    return DataTable(("Scenario", *names), tuple(rows))


def _describe(study: Study) -> str:
    if _missing(study):
        return _missing(study)
    table = _table(study)
    return " ".join(f"{r[0]}: {', '.join(f'{h} {v}' for h, v in zip(table.head[1:], r[1:], strict=True))}." for r in table.rows)


CHART = Chart(
    id="regret",
    order=75,
    title=_title,
    subtitle=lambda study: (
        f"Regret in {study.cost.currency}, present value: what an option costs more than the best choice in the same scenario"
    ),
    description=_describe,
    table=_table,
    draw=_draw,
    missing=_missing,
)
