"""What a code base does beyond its specification, and what the specification promises that the code does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from lockin_audit.assess.spec_failure import attempts_in, limits_of, seconds_in
from lockin_audit.assess.spec_places import places
from lockin_audit.assess.spec_tools import contract_name, declared_or_named
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Audit
from lockin_audit.core.declared import Declared, DeclaredTool
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.record import Record
from lockin_audit.core.spec import ToolContract, WorkflowSpec, gaps, is_open


class Beyond(Record):
    """One difference between a code base and its specification."""

    what: str
    """The difference in words."""
    places: tuple[str, ...] = ()
    """`file:line` of the code; empty where the code shows nothing."""
    side: Literal["code", "specification"] = "code"
    """Who goes further: the code does more than is written, or the specification promises what the code does not show."""


def compare(spec: WorkflowSpec, audit: Audit, declared: Declared | None = None) -> tuple[Beyond, ...]:
    """Every difference, the code's first.

    Args:
        spec: its id names the workflow; where the config defines none, the whole repository is compared.
        audit: evidence of the repository.
        declared: what the files of the workflow declare; None: only the evidence of the scan is used.
    Raises:
        DataError: the config defines workflows, and none has the id of the specification.
    """
    workflow = workflow_of_spec(spec, audit)
    sites = [site for site in audit.sites if site.workflow == workflow]
    seen = declared or Declared()
    tools = declared_or_named(sites, seen)
    mapped = " ".join(f"{key} {value}" for key, value in spec.mapping.items()).lower()
    out = [*_tools(spec, tools, mapped), *_state(spec, sites), *_failure(spec, sites), *_telemetry(spec, sites, seen, mapped)]
    out += _control(spec, seen)
    for dimension in Dimension:
        held = [s for s in sites if s.dimension is dimension and s.ownership is Ownership.PLATFORM]
        if held and dimension.value not in spec.mapping:
            runtimes = ", ".join(sorted({s.runtime for s in held}))
            what = f"The code leaves {dimension.value} to a vendor ({runtimes}); the mapping does not say so."
            out.append(Beyond(what=what, places=places(held)))
    return tuple(sorted(out, key=lambda difference: difference.side == "specification"))


def workflow_of_spec(spec: WorkflowSpec, audit: Audit) -> str:
    """Id of the workflow that a specification is about.

    Raises:
        DataError: the config defines workflows, and none has its id.
    """
    ids = [w.id for w in audit.workflows]
    workflow = spec.id if spec.id in ids else WHOLE.id
    if workflow not in ids:
        raise DataError(f"specification {spec.id!r}", "names no workflow of the config.", f"Known: {', '.join(ids)}.")
    return workflow


def _tools(spec: WorkflowSpec, tools: Sequence[DeclaredTool], mapped: str) -> Iterable[Beyond]:
    known = {tool.name.lower(): tool for tool in spec.tools}
    used: set[str] = set()
    for tool in sorted(tools, key=lambda t: (t.name.lower(), t.file, t.line)):
        place = f"{tool.file}:{tool.line}"
        name = contract_name(tool.name).lower()
        renamed = next((n for n in known if f"tool {n} {tool.name.lower()} (" in mapped), name)
        contract = known.get(renamed)
        if contract is None:
            yield Beyond(what=f"The code names the tool {tool.name}; the specification does not.", places=(place,))
            continue
        used.add(contract.name.lower())
        yield from _inputs(contract, tool)
    for contract in spec.tools:
        if contract.name.lower() not in used:
            what = f"The specification names the tool {contract.name}; no place in the code shows it."
            yield Beyond(what=what, side="specification")


def _inputs(contract: ToolContract, tool: DeclaredTool) -> Iterable[Beyond]:
    """Inputs of one side only, and those that one side calls required; a contract or code that names none is not compared."""
    said = {item.name.lower(): item for item in contract.inputs if not (item.name == "input" and is_open(item.meaning))}
    if not said or not tool.inputs:
        return
    for given in tool.inputs:
        item = said.pop(given.item.name.lower(), None)
        place = f"{given.file}:{given.line}"
        if item is None and not any(name.startswith("field_") for name in said):
            yield Beyond(what=f"The tool {tool.name} takes {given.item.name} in the code; its contract does not.", places=(place,))
        elif item is not None and item.type != given.item.type:
            what = f"The tool {tool.name} takes {given.item.name} as {given.item.type} in the code; its contract says {item.type}."
            yield Beyond(what=what, places=(place,))
        elif item is not None and item.required != given.item.required:
            one, other = ("needs", "may be left out") if given.item.required else ("can do without", "is required")
            yield Beyond(what=f"The tool {tool.name} {one} {given.item.name} in the code; in its contract it {other}.", places=(place,))
    for name in said:
        if not name.startswith("field_"):
            what = f"The contract of {contract.name} asks for {said[name].name}; the code does not take it."
            yield Beyond(what=what, places=(f"{tool.file}:{tool.line}",), side="specification")


def _state(spec: WorkflowSpec, sites: Sequence[Site]) -> Iterable[Beyond]:
    told = " ".join(text for text in spec.state if not is_open(text)).lower()
    own = [s for s in sites if s.dimension is Dimension.STATE and s.ownership is Ownership.OWNED]
    for name in sorted({name for site in own for name in site.detail.names}):
        if not _names(told, name):
            at = [s for s in own if name in s.detail.names]
            yield Beyond(what=f"The code keeps state in {name}; the specification does not name it.", places=places(at))
    if told and not any(s.dimension is Dimension.STATE for s in sites):
        yield Beyond(what="The specification names state to remember; no place in the code keeps any.", side="specification")


def _failure(spec: WorkflowSpec, sites: Sequence[Site]) -> Iterable[Beyond]:
    limits = limits_of(sites)
    policy = spec.failure
    tries = [(count, limit) for limit in limits if (count := attempts_in(limit.text)) is not None]
    times = [(most, limit) for limit in limits if (most := seconds_in(limit.text, limit.file)) is not None]
    for count, limit in tries:
        if policy.attempts is not None and count != policy.attempts:
            what = f"The code tries {count} times ({limit.text}); the specification says {policy.attempts}."
            yield Beyond(what=what, places=(f"{limit.file}:{limit.line}",))
    for seconds, limit in times:
        if policy.timeout_seconds is not None and seconds > policy.timeout_seconds:
            what = f"The code waits up to {seconds:g} seconds ({limit.text}); the specification allows {policy.timeout_seconds:g}."
            yield Beyond(what=what, places=(f"{limit.file}:{limit.line}",))
    if limits and policy.attempts is None and f"{limits[0].file}:{limits[0].line}" not in policy.then and is_open(policy.then):
        told = "; ".join(limit.text for limit in limits[:4])
        yield Beyond(
            what=f"The code has a retry policy of its own ({told}); the specification has none.",
            places=tuple(dict.fromkeys(f"{limit.file}:{limit.line}" for limit in limits[:6])),
        )
    if policy.attempts is not None and policy.attempts > 1 and not any(s.dimension is Dimension.RETRY for s in sites):
        what = f"The specification asks for {policy.attempts} attempts; no place in the code tries again."
        yield Beyond(what=what, side="specification")


def _telemetry(spec: WorkflowSpec, sites: Sequence[Site], declared: Declared, mapped: str) -> Iterable[Beyond]:
    told = " ".join(spec.telemetry).lower()
    for text in declared.texts:
        if text.kind == "metric" and not _names(told, text.agent):
            yield Beyond(what=f"The code counts {text.agent}; the specification does not name it.", places=(f"{text.file}:{text.line}",))
    read = [s for s in sites if s.dimension is Dimension.TELEMETRY and s.ownership is Ownership.PLATFORM]
    for name in sorted({name for site in read for name in site.detail.names}):
        if name.lower() not in mapped and not _names(told, name):
            at = [s for s in read if name in s.detail.names]
            yield Beyond(what=f"The code reads the runtime's field {name}; neither telemetry nor mapping name it.", places=places(at))
    shown = any(s.dimension is Dimension.TELEMETRY for s in sites) or any(t.kind == "metric" for t in declared.texts)
    if any(not is_open(text) for text in spec.telemetry) and not shown:
        yield Beyond(what="The specification names telemetry to emit; no place in the code records any.", side="specification")


def _control(spec: WorkflowSpec, declared: Declared) -> Iterable[Beyond]:
    """What a finished specification forbids or leaves to people, where no code or configuration sees to it."""
    finished = bool(spec.guardrails) and not any(is_open(text) for text in spec.guardrails)
    if declared.files and finished and not any(text.kind == "guardrail" for text in declared.texts):
        number = len(spec.guardrails)
        plural = "s" if number > 1 else ""
        what = f"The specification names {number} guardrail{plural}; no check in code or configuration was found, only words."
        yield Beyond(what=what, side="specification")
    person = not is_open(spec.human_in_the_loop) and not gaps(spec.human_in_the_loop)
    if declared.files and person and not any(text.kind == "approval" for text in declared.texts):
        yield Beyond(what="The specification has a person decide; no place in the code asks for approval.", side="specification")


def _names(text: str, name: str) -> bool:
    """Whether a text names something as a word of its own."""
    return bool(name) and re.search(rf"(?<![\w.]){re.escape(name.lower())}(?![\w])", text) is not None
