"""The control-plane conflict: where the company's own instructions, rules or routing stand beside the runtime's own.

Found from evidence only: both sides have a place in the code of the same workflow. What is on each side comes from `plane` of the rules;
the company's instructions are also every prompt it gives to an agent, wherever that prompt is kept.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from lockin_audit.assess.answering.words import listed, name_of, places_text
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Conflict
from lockin_audit.core.data_files import PACKAGE, load
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.record import Record
from lockin_audit.core.runtime import Plane, Runtime

_NAMES: dict[Plane, str] = {"instructions": "your instructions", "guardrails": "your own rules", "routing": "your own routing"}


class _RuntimePlane(Record):
    plane: Plane
    beside: tuple[Plane, ...]
    does: str
    ask: str


class _File(Record):
    plane: tuple[_RuntimePlane, ...]


@cache
def runtime_planes() -> tuple[_RuntimePlane, ...]:
    """What a runtime may bring of its own, in the order of printing."""
    return load(PACKAGE / "assess" / "control_planes.toml", _File).plane


def conflicts(sites: Iterable[Site], control: Iterable[Site], runtimes: Sequence[Runtime]) -> tuple[Conflict, ...]:
    """One finding per workflow and part of control that a runtime brings beside the company's own.

    Args:
        sites: those that count, with their workflow set.
        control: evidence of control planes only (`Scan.control`), likewise.
        runtimes: all that are known.
    """
    planes = {rule.id: rule.plane for runtime in runtimes for rule in runtime.rules if rule.plane is not None}
    known = {runtime.id: runtime for runtime in runtimes}
    held: dict[tuple[str, Plane], list[Site]] = {}
    own: dict[tuple[str, Plane], list[Site]] = {}
    for site in (*sites, *control):
        plane = planes.get(site.rule)
        if plane is not None:
            (held if site.ownership is Ownership.PLATFORM else own).setdefault((site.workflow, plane), []).append(site)
        if site.dimension is Dimension.PROMPTS and plane is None:
            own.setdefault((site.workflow, "instructions"), []).append(site)
    found = []
    for workflow in sorted({workflow for workflow, _ in held}):
        for kind in runtime_planes():
            theirs = _ordered(held.get((workflow, kind.plane), ()))
            near = {plane: _near(own.get((workflow, plane), ()), theirs, workflow) for plane in kind.beside}
            beside = [plane for plane in kind.beside if near[plane]]
            if not theirs or not beside:
                continue
            ours = _ordered(site for plane in beside for site in near[plane])
            names = [f"{_NAMES[plane]} ({places_text(near[plane])})" for plane in beside]
            vendors = listed(list(dict.fromkeys(name_of(site.runtime, known) for site in theirs)))
            text = f"Two planes decide: {listed(names)}, and {vendors}, which {kind.does} ({places_text(theirs)})."
            found.append(Conflict(workflow=workflow, plane=kind.plane, text=text, ask=kind.ask, own=ours, runtime=theirs))
    return tuple(found)


def _near(sites: Iterable[Site], theirs: Sequence[Site], workflow: str) -> tuple[Site, ...]:
    """Those that belong together with the runtime's places: in a workflow that somebody named all of them; in a repository without
    workflows only those of the same file, or of folders that agree in their first two names, as two programs may share a repository."""
    if workflow not in ("", WHOLE.id):
        return _ordered(sites)
    folders = {_folder(site.file) for site in theirs}
    return _ordered(site for site in sites if any(_nested(_folder(site.file), folder) for folder in folders))


def _folder(file: str) -> tuple[str, ...]:
    return tuple(file.split("/")[:-1][:2])


def _nested(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other or (bool(one) and bool(other) and (one == other[: len(one)] or other == one[: len(other)]))


def _ordered(sites: Iterable[Site]) -> tuple[Site, ...]:
    return tuple(sorted(sites, key=lambda site: (site.file, site.line, site.rule)))
