"""What a study covers: its workflows and the ways to run them, from the config, else from what the audit found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lockin_audit.core.audit import Audit
from lockin_audit.core.config import Config, OptionConfig
from lockin_audit.core.errors import DataError
from lockin_audit.finance.model import ModelOption

PLATFORMS: Mapping[str, str] = {
    "anthropic.managed_agents": "Claude Managed Agents",
    "microsoft.copilot_studio": "Microsoft Copilot Studio",
}
"""Managed products the model has lines for, with their names."""
DEFAULT_PRODUCT = "anthropic.managed_agents"
_WORDS = """people market finance calendar routing volume price saving scenario
    month years discount sessions engineer_day wage_index token_price_index service_price_index"""
RESERVED = frozenset(_WORDS.split())
"""Words that mean something in the model; no workflow or option may bear them."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The workflows and options of a study."""

    workflows: Mapping[str, str]
    """Workflow id → name."""
    options: tuple[ModelOption, ...]
    compared: tuple[str, str] | None
    """Options compared, from and to."""

    def current(self, option: ModelOption) -> ModelOption | None:
        """Where an owned option's agents run until it is in service: the managed option it is compared with, else the first like it."""
        managed = [o for o in self.options if o.kind == "managed" and set(option.workflows) == set(o.workflows)]
        compared = [o for o in managed if self.compared and o.id == self.compared[0]]
        return next(iter(compared or managed), None)


def study_scope(config: Config, audit: Audit | None = None) -> Scope:
    """The scope of a study.

    Raises:
        DataError: an unknown product, or an id that the model itself uses.
    """
    workflows = {w.id: w.name or w.id for w in config.workflows}
    if not workflows and audit is not None:
        workflows = {w.id: w.name or w.id for w in audit.workflows}
    workflows = workflows or {"repository": "The whole repository"}
    configured = config.options or (
        OptionConfig(id="managed", kind="managed", product=_found(audit)),
        OptionConfig(id="owned", kind="owned", label="Own the orchestration"),
    )
    options = tuple(_option(option, config, tuple(workflows)) for option in configured)
    for id in (*workflows, *(o.id for o in options)):
        if id in RESERVED or (id in workflows and any(o.id == id for o in options)):
            raise DataError(
                "config", f"{id!r} cannot be the id of a workflow or option: the cost model uses that word.", "Choose another id."
            )
    return Scope(workflows, options, _compared(config, options))


def _found(audit: Audit | None) -> str:
    runtimes = audit.scan.runtimes if audit else ()
    return next((r for r in runtimes if r in PLATFORMS), DEFAULT_PRODUCT)


def _option(option: OptionConfig, config: Config, workflows: tuple[str, ...]) -> ModelOption:
    product = option.product or (DEFAULT_PRODUCT if option.kind == "managed" else "")
    if option.kind == "managed" and product not in PLATFORMS:
        raise DataError(
            f"option {option.id!r}: product",
            f"{product!r} is not a managed product the cost model knows.",
            f"Known: {', '.join(PLATFORMS)}.",
        )
    if option.kind == "owned" and product:
        raise DataError(
            f"option {option.id!r}: product", "an owned option has no managed product.", "Remove the key, or set kind to managed."
        )
    label = option.label or (PLATFORMS[product] if product else "Own the orchestration")
    return ModelOption(option.id, option.kind, label, product, option.model or config.cost.model, option.workflows or workflows)


def _compared(config: Config, options: tuple[ModelOption, ...]) -> tuple[str, str] | None:
    first = {kind: next((o.id for o in options if o.kind == kind), "") for kind in ("managed", "owned")}
    before, after = config.compare.from_ or first["managed"], config.compare.to or first["owned"]
    if not before or not after or before == after:
        return None
    known = {o.id for o in options}
    for end in (before, after):
        if end not in known:
            raise DataError("[compare]", f"names option {end!r}, which is not defined.", f"Known: {', '.join(sorted(known))}.")
    return before, after
