"""The shape of a model without its values: enough, with the assumptions of a cost study, to make the model again."""

from __future__ import annotations

from lockin_audit.core.config import CompareConfig, Config, OptionConfig, StudyConfig, WorkflowConfig
from lockin_audit.core.lock_in_history import LockInConfig
from lockin_audit.finance.model import Model


def structure_of(config: Config, model: Model) -> Config:
    """The config that makes the same model of the same assumptions without an audit.

    Names of people and clients, values, scenarios and prices are left out: the values are among the assumptions.
    """
    stated = {o.id: o for o in config.options}
    options = []
    for option in model.options:
        own = stated.get(option.id) or OptionConfig(id=option.id, kind=option.kind)
        resolved = {"label": option.label, "product": option.product or own.product, "model": option.model or own.model}
        options.append(own.model_copy(update=resolved))
    before, after = model.compared or ("", "")
    return config.model_copy(
        update={
            "study": StudyConfig(),
            "workflows": tuple(WorkflowConfig(id=id, name=name) for id, name in model.workflows.items()),
            "options": tuple(options),
            "compare": CompareConfig.model_validate({"from": before, "to": after}),
            "assumptions": {},
            "scenarios": (),
            "correlations": (),
            "lock_in": LockInConfig(),
            "prices": (),
            "exchange_rates": (),
        }
    )
