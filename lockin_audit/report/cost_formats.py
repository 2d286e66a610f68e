"""A cost study as data: the JSON document of the command-line contract, and CSV of every month."""

from __future__ import annotations

import csv
import io
from typing import Any

from lockin_audit.finance.result import CostStudy, OptionResult
from lockin_audit.report.audit_csv import inert

SCHEMA = "lockin-audit/cost/1"


def cost_document(study: CostStudy) -> dict[str, Any]:
    """The study as `cost --format json` prints it; what is not known is null, with the reason in `notes`, `unpriced` or `warnings`."""
    return {
        "schema": SCHEMA,
        "as_of": study.as_of.isoformat(),
        "currency": study.currency,
        "horizon_months": study.horizon_months,
        "scenario": study.scenario,
        "discounting": study.discounting,
        "assumptions": [
            {
                "id": a.id,
                "value": a.value,
                "low": a.low,
                "high": a.high,
                "unit": a.unit,
                "basis": a.basis,
                "source": a.source,
                "label": a.label,
                "distribution": a.distribution,
                "probability": a.probability,
                "dated": a.dated.isoformat() if a.dated else None,
            }
            for a in study.assumptions
        ],
        "options": {id: _option(o) for id, o in study.options.items()},
        "comparison": _comparison(study),
        "tornado": [
            {"id": b.id, "low": b.low, "high": b.high, "input_low": b.input_low, "input_high": b.input_high} for b in study.tornado
        ],
        "simulation": _simulation(study),
        "regret": {
            "scenarios": list(study.regret.scenarios) if study.regret else [],
            "options": {id: list(row) for id, row in study.regret.regret.items()} if study.regret else {},
            "npv": {id: list(row) for id, row in study.regret.npv.items()} if study.regret else {},
            "largest": dict(study.regret.largest) if study.regret else {},
            "expected": dict(study.regret.expected) if study.regret else {},
            "weights": list(study.regret.weights) if study.regret else [],
            "minimax": study.regret.minimax if study.regret else None,
            "least_expected": study.regret.least_expected if study.regret else None,
            "left_out": dict(study.regret.left_out) if study.regret else {},
        },
        "prices": [p.model_dump(mode="json") for p in study.prices],
        "warnings": list(study.warnings),
        "board": study.board.model_dump(mode="json") if study.board else None,
        "price_book": study.price_book,
        "token_prices": study.token_prices,
        "sobol": study.sobol.model_dump(mode="json") if study.sobol else None,
        "structure": study.structure.model_dump(mode="json", by_alias=True) if study.structure else None,
    }


def _option(o: OptionResult) -> dict[str, Any]:
    """One option; with a price missing its totals are null and `priced_total` is the sum of the rest."""
    whole = not o.unpriced
    return {
        "label": o.label,
        "total": o.total if whole else None,
        "npv": o.npv if whole else None,
        "monthly": [x if whole else None for x in o.monthly],
        "lines": {key: [None if key in o.unpriced_lines else x for x in row] for key, row in o.lines.items()},
        "cost_per_session": o.cost_per_session if whole else None,
        "cost_per_outcome": o.cost_per_outcome if whole else None,
        "exit_liability": o.exit_liability,
        "kind": o.kind,
        "line_labels": dict(o.line_labels),
        "priced_total": o.total,
        "unpriced": list(o.unpriced),
        "annual_equivalent": o.annual_equivalent if whole else None,
        "exit_cost_by_month": list(o.exit_cost_by_month),
        "volatility": o.volatility.model_dump(mode="json") if o.volatility and whole else None,
        "workflows": {id: w.model_dump(mode="json") for id, w in o.workflows.items()} if whole else {},
    }


def _comparison(study: CostStudy) -> dict[str, Any]:
    c = study.comparison
    return {
        "from": c.from_ if c else None,
        "to": c.to if c else None,
        "saving_npv": c.saving_npv if c else None,
        "saving_total": c.saving_total if c else None,
        "payback_month": c.payback_month if c else None,
        "discounted_payback_month": c.discounted_payback_month if c else None,
        "sustained_payback_month": c.sustained_payback_month if c else None,
        "irr_annual": c.irr_annual if c else None,
        "break_even_sessions": list(c.break_even_sessions) if c else None,
        "notes": list(c.notes) if c else [NO_COMPARISON],
    }


NO_COMPARISON = "No comparison: there are not two options to compare, or one of them has a line without a price."


def _simulation(study: CostStudy) -> dict[str, Any]:
    s = study.simulation
    return {
        "draws": s.draws if s else 0,
        "seed": s.seed if s else None,
        "saving_npv": {"p10": s.p10 if s else None, "p50": s.p50 if s else None, "p90": s.p90 if s else None},
        "mean": s.mean if s else None,
        "probability_owned_cheaper": s.probability_owned_cheaper if s else None,
        "standard_error": s.standard_error if s else None,
        "probability_by_month": list(s.probability_by_month) if s else [],
        "evpi": s.evpi if s else None,
        "mean_standard_error": s.mean_standard_error if s else None,
        "quantile_standard_errors": dict(s.quantile_standard_errors) if s else {},
        "worth_measuring": [w.model_dump(mode="json") for w in s.worth_measuring] if s else [],
        "correlations": [c.model_dump(mode="json") for c in s.correlations] if s else [],
    }


def cost_csv(study: CostStudy) -> str:
    """One row per option, line and month; texts are inert in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("option", "line", "label", "month", study.currency))
    for option in study.options.values():
        for key, row in option.lines.items():
            for month, amount in enumerate(row, 1):
                writer.writerow((option.id, key, inert(option.line_labels.get(key, key)), month, repr(amount)))
    return out.getvalue()
