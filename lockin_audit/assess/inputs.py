"""What people answered, where the config is silent: criticality, capacity and assumptions. What the config says goes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lockin_audit.assess.workflows import workflows_of
from lockin_audit.core.audit import Criticality
from lockin_audit.core.config import AssumptionConfig, Config, TeamConfig, WorkflowConfig

if TYPE_CHECKING:
    from lockin_audit.ask.answers import Response
    from lockin_audit.ask.effects import AssumptionEffect


def answered_config(config: Config, answers: Sequence[Response]) -> Config:
    """The config with its gaps filled from answers.

    A workflow without a word on criticality gets what was answered about it; of several people the more critical answer counts,
    because the tags add up. Of the team the smaller figure counts, and one person who denies a rota. An assumption gets the mean
    of the values answered, and a range that spans all of them. A config without workflows stays without; the
    repository then counts as one workflow (`answered_workflow`).
    """
    if not answers:
        return config
    workflows = tuple(_with_criticality(w, answers) for w in config.workflows)
    ids = [w.id for w in workflows_of(config.workflows)]
    assumptions = dict(config.assumptions)
    for id, given in sorted(_assumptions(config, ids, answers).items()):
        if id not in assumptions:
            assumptions[id] = _joined(given)
    return config.model_copy(update={"workflows": workflows, "team": answered_team(config.team, answers), "assumptions": assumptions})


def answered_workflow(workflow: WorkflowConfig, answers: Sequence[Response]) -> WorkflowConfig:
    """One workflow with its criticality from answers, where its config says nothing of it."""
    return _with_criticality(workflow, answers)


def about(answers: Iterable[Response], workflow: str) -> tuple[Response, ...]:
    """The answers that count for a workflow: the general ones, each replaced by the same person's answer about it."""
    chosen: dict[tuple[str, str, str], Response] = {}
    for response in sorted(answers, key=lambda r: r.answer.workflow != ""):
        answer = response.answer
        if answer.workflow in ("", workflow):
            chosen[(answer.questionnaire, answer.question, answer.by)] = response
    return tuple(chosen.values())


def answered_team(team: TeamConfig, answers: Sequence[Response]) -> TeamConfig:
    """The team with engineers and rota from answers, where the config says nothing of them."""
    engineers = [r.effects.engineers for r in answers if r.effects.engineers is not None]
    rota = [r.effects.on_call for r in answers if r.effects.on_call is not None]
    return team.model_copy(
        update={
            "engineers": team.engineers if team.engineers is not None or not engineers else min(engineers),
            "on_call": team.on_call if team.on_call is not None or not rota else all(rota),
        }
    )


def _with_criticality(workflow: WorkflowConfig, answers: Sequence[Response]) -> WorkflowConfig:
    if workflow.criticality or workflow.prototype:
        return workflow
    tags: dict[Criticality, None] = {}
    for response in about(answers, workflow.id):
        tags |= dict.fromkeys(response.effects.criticality)
    return workflow.model_copy(update={"criticality": tuple(tags)})


def _assumptions(
    config: Config, workflows: Sequence[str], answers: Sequence[Response]
) -> dict[str, list[tuple[AssumptionEffect, Response]]]:
    """Assumption id as the study knows it → what was answered for it."""
    options: dict[str, str] = {o.id: o.kind for o in config.options if o.kind != "hybrid"}
    options |= {f"{o.id}.{part}": part for o in config.options if o.kind == "hybrid" for part in ("managed", "owned")}
    options = options or {"managed": "managed", "owned": "owned"}
    out: dict[str, list[tuple[AssumptionEffect, Response]]] = {}
    general = about(answers, "")
    for effect, response in ((e, r) for r in general for e in r.effects.assumptions if not e.id.startswith("w.")):
        owners = [id for id, kind in options.items() if kind == effect.option] if effect.option else [""]
        for owner in owners:
            out.setdefault(f"{owner}.{effect.id[2:]}" if owner else effect.id, []).append((effect, response))
    for workflow in workflows:
        for response in about(answers, workflow):
            for effect in response.effects.assumptions:
                if effect.id.startswith("w."):
                    out.setdefault(f"{workflow}.{effect.id[2:]}", []).append((effect, response))
    return out


def _joined(given: Sequence[tuple[AssumptionEffect, Response]]) -> AssumptionConfig:
    """Several answers as one assumption: the mean of the values, the span of the ranges."""
    said = dict.fromkeys(f'{r.answer.by.strip() or "someone"} answered "{r.choice.label.rstrip(".")}" to {r.question.id}' for _, r in given)
    value = sum(e.value for e, _ in given) / len(given)
    low, high = min(e.low for e, _ in given), max(e.high for e, _ in given)
    return AssumptionConfig(value=value, low=low, high=high, basis="answered", source="; ".join(said) + ".")
