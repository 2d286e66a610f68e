"""Every table of the report as rows of raw figures: the first row is the head, one thing a row, ids beside labels."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from lockin_audit.core.evidence import QUESTIONS
from lockin_audit.report.leaks import leak_rows
from lockin_audit.report.narrative import narrate
from lockin_audit.report.study import Study

Cell = str | float | int | bool | date | None
Rows = list[list[Cell]]


def tables(study: Study) -> dict[str, Rows]:
    """Table name → rows with their head; a table about something the study does not have holds its head alone."""
    return {**_audit(study), **_answers(study), **_inputs(study), **_money(study), **_uncertainty(study)}


def _audit(study: Study) -> dict[str, Rows]:
    audit = study.audit
    columns = ("id", "file", "line", "end_line", "workflow", "runtime", "dimension", "ownership", "confidence", "rule", "what", "why")
    sites: Rows = [[*columns, "instead", "snippet"]]
    for site in audit.sites:
        values = site.model_dump(mode="json")
        sites.append([values[c] for c in (*columns, "instead", "snippet")])
    verdicts: Rows = [["workflow", "question", "verdict", "decided_by", "places", "summary", "contradiction"]]
    for workflow, found in (("", audit.questions), *((w.id, w.questions) for w in audit.workflows)):
        for question in QUESTIONS:
            if question in found:
                v = found[question]
                verdicts.append([workflow or "all", question, v.verdict, v.decided_by, len(v.because), v.summary, v.contradiction])
    workflows: Rows = [["id", "name", "criticality", "recommendation", "decided_by", "reasons"]]
    workflows += [[w.id, w.name, ", ".join(w.criticality), w.recommendation, w.decided_by, " ".join(w.reasons)] for w in audit.workflows]
    rebuild: Rows = [["list", "item", "runtime", "dimension", "workflow", "places", "points", "days_low", "days_likely", "days_high"]]
    for trigger in ("leave_runtime", "swap_model"):
        for i in audit.rebuild:
            if trigger in i.triggers:
                days = (i.days.low, i.days.likely, i.days.high)
                rebuild.append([trigger, i.item, i.runtime, i.dimension.value, i.workflow, i.sites, i.points, *days])
    leaks: Rows = [["workflow", "name", "dimension", "held_by", "platform_places", "owned_places"]]
    for row in leak_rows(study):
        for dimension, cell in row.cells.items():
            held = {"P": "platform", "M": "mixed", "O": "owned", "": "nothing found"}[cell.letter]
            leaks.append([row.id or "none", row.name, dimension.value, held, cell.platform, cell.owned])
    facts: Rows = [["runtime", "name", "vendor", "question", "statement", "evidence", "source", "checked_on"]]
    for r in study.runtimes:
        facts += [[r.id, r.name, r.vendor, f.question, f.statement, f.evidence, f.source.url, f.source.checked_on] for f in r.facts]
    models: Rows = [["model", "runtime", "places"]]
    models += [[m.name, m.runtime, len(m.site_ids)] for m in study.models]
    skipped: Rows = [["file", "reason"]]
    skipped += [[s.file, s.reason] for s in audit.scan.skipped]
    return {
        "sites": sites,
        "verdicts": verdicts,
        "workflows": workflows,
        "rebuild": rebuild,
        "heat_map": leaks,
        "vendor_facts": facts,
        "models": models,
        "skipped": skipped,
    }


def _answers(study: Study) -> dict[str, Rows]:
    audit = study.audit
    answers: Rows = [["questionnaire", "question", "text", "choice", "answer", "by", "on", "note"]]
    answers += [[a.questionnaire, a.question, a.text, a.choice, a.label, a.by, a.on, a.note] for a in study.answers]
    actions: Rows = [["from", "what", "about", "owner", "days", "risk", "workflow"]]
    actions += [["answers", a.what, a.about, a.owner, a.days, a.risk, a.workflow] for a in audit.actions]
    actions += [["study", step, "", "", None, "", ""] for step in narrate(study).actions]
    preparations: Rows = [["id", "what", "owner", "days_low", "days_likely", "days_high", "removes_days", "removed_per_day", "gives"]]
    preparations += [
        [p.id, p.what, p.owner, p.days.low, p.days.likely, p.days.high, p.removes, p.per_day, p.gives] for p in audit.preparations
    ]
    disagreements: Rows = [["question", "text", "workflow", "said"]]
    disagreements += [[d.question, d.text, d.workflow, " ".join(d.said)] for d in audit.disagreements]
    return {"answers": answers, "actions": actions, "preparations": preparations, "disagreements": disagreements}


def _inputs(study: Study) -> dict[str, Rows]:
    assumptions: Rows = [["id", "label", "value", "low", "high", "unit", "basis", "placeholder", "source"]]
    assumptions += [[a.id, a.label, a.value, a.low, a.high, a.unit, a.basis, a.is_placeholder, a.source] for a in study.cost.assumptions]
    prices: Rows = [
        [
            "assumption",
            "product",
            "meter",
            "unit",
            "unit_price",
            "currency",
            "effective_from",
            "checked_on",
            "confidence",
            "source",
            "title",
        ]
    ]
    for p in study.cost.prices:
        row: list[Cell] = [p.assumption, p.product, p.meter, p.unit, float(p.unit_price), p.currency]
        prices.append([*row, p.effective_from, p.checked_on, p.confidence, p.source, p.title])
    return {"assumptions": assumptions, "prices": prices}


def _money(study: Study) -> dict[str, Rows]:
    cost = study.cost
    options: Rows = [
        ["option", "label", "kind", "currency", "total", "present_value", "per_session", "per_outcome", "exit_bill", "unpriced"]
    ]
    lines: Rows = [["option", "line", "label", "month", "amount", "currency"]]
    cumulative: Rows = [["option", "month", "cost", "cumulative_cost", "currency"]]
    for o in cost.options.values():
        figures = (o.total, o.npv, o.cost_per_session, o.cost_per_outcome, o.exit_liability)
        options.append([o.id, o.label, o.kind, cost.currency, *figures, " ".join(o.unpriced)])
        for key, months in o.lines.items():
            lines += [[o.id, key, o.line_labels.get(key, key), month, amount, cost.currency] for month, amount in enumerate(months, 1)]
        pairs = zip(o.monthly, accumulate(o.monthly), strict=True)
        cumulative += [[o.id, month, amount, total, cost.currency] for month, (amount, total) in enumerate(pairs, 1)]
    return {"options": options, "lines_by_month": lines, "cost_by_month": cumulative}


def _uncertainty(study: Study) -> dict[str, Rows]:
    cost = study.cost
    tornado: Rows = [["id", "label", "unit", "input_low", "input_high", "saving_at_low", "saving_at_high", "currency"]]
    tornado += [[b.id, b.label, b.unit, b.input_low, b.input_high, b.low, b.high, cost.currency] for b in cost.tornado]
    scenarios: Rows = [["scenario", "option", "present_value", "regret", "currency"]]
    if cost.regret is not None:
        for option, values in cost.regret.npv.items():
            rows = zip(cost.regret.scenarios, values, cost.regret.regret[option], strict=True)
            scenarios += [[scenario, option, npv, lost, cost.currency] for scenario, npv, lost in rows]
    distribution: Rows = [["saving_from", "saving_to", "futures"]]
    worth: Rows = [["id", "label", "value", "currency"]]
    if cost.simulation is not None:
        distribution += [list(bin) for bin in cost.simulation.histogram]
        worth += [[w.id, w.label, w.value, cost.currency] for w in cost.simulation.worth_measuring]
    board: Rows = [["option", "month", "means_leaving", "measure", "value"]]
    if cost.board is not None:
        for id, answer in cost.board.options.items():
            measures: dict[str, Cell] = {f"switching_cost_{k}": v for k, v in sorted(answer.switching_cost.items())}
            measures |= {f"weeks_{k}": v for k, v in sorted(answer.weeks.items())}
            measures |= {"expected_switching_cost": answer.expected_switching_cost, "option_value": answer.option_value}
            if answer.rebuild is not None:
                measures |= {"rebuild_items": answer.rebuild.items, "rebuild_days_likely": answer.rebuild.days_likely}
            board += [[id, cost.board.month, answer.leaves, name, value] for name, value in measures.items()]
    return {
        "tornado": tornado,
        "scenarios": scenarios,
        "saving_distribution": distribution,
        "worth_measuring": worth,
        "board_question": board,
    }
