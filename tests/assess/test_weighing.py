"""Recommendations taken again with the cost of owning known."""

from __future__ import annotations

from lockin_audit.assess.weighing import weighed
from lockin_audit.core.config import Config
from tests.report.study_builder import make_study as built


def test_without_a_comparison_the_audit_stays_as_it_is() -> None:
    study = built()
    assert weighed(study.audit, study.config, (), None) is study.audit


def test_clearly_cheaper_owning_changes_the_advice_of_an_internal_workflow_and_nothing_else() -> None:
    study = built()
    config = Config.model_validate(
        {"team": {"engineers": 9, "on_call": True}, "workflow": [{"id": w.id, "criticality": ["internal"]} for w in study.audit.workflows]}
    )
    close, cheaper = (weighed(study.audit, config, (), share) for share in (0.5, 0.95))
    assert {w.recommendation for w in close.workflows} == {"managed"}
    assert {w.recommendation for w in cheaper.workflows} & {"own", "hybrid"}
    assert [w.questions for w in cheaper.workflows] == [w.questions for w in study.audit.workflows]
    assert cheaper.sites == study.audit.sites and cheaper.rebuild == study.audit.rebuild
