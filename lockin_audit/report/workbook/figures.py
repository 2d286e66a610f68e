"""What the engine says every cell of figures comes to, taken from the model once for the whole workbook."""

from __future__ import annotations

from lockin_audit.finance.evaluate import evaluate_floats
from lockin_audit.finance.model import Model
from lockin_audit.finance.scenario import choose, study_scenarios
from lockin_audit.report.study import Study
from lockin_audit.report.workbook.layout import Change, Figures


def figures_of(study: Study, model: Model) -> Figures:
    """Inputs under every scenario, and every line under the one the study chose.

    Raises:
        DataError: the study's scenario is not defined.
    """
    base = {a.id: a.value for a in model.assumptions}
    scenarios = study_scenarios(study.config, model)
    chosen = scenarios.index(choose(scenarios, study.cost.scenario))
    changes = tuple(
        Change(number, id, id not in scenario.set, scenario.set[id] if id in scenario.set else scenario.multiply[id])
        for number, scenario in enumerate(scenarios, 1)
        for id in base
        if id in scenario.set or scenario.multiply.get(id, 1.0) != 1.0
    )
    by_scenario = tuple({id: scenario.live(id, value) for id, value in base.items()} for scenario in scenarios)
    found = evaluate_floats(model, by_scenario[chosen])
    lines = {line.id: found[line.id] if line.over == "month" else found[line.id][0] for line in model.lines}
    return Figures(base, by_scenario, lines, tuple((s.id, s.label) for s in scenarios), chosen, changes)
