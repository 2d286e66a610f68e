"""Drafts a specification from what a scan found, and shows what the code does beyond a specification.

Only what stands in the evidence is filled in, each field with its file and line; everything else stays open for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lockin_audit.assess.vocabulary import Vocabulary
from lockin_audit.assess.workflows import WHOLE
from lockin_audit.core.audit import Audit
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Ownership, Site
from lockin_audit.core.record import Record
from lockin_audit.core.spec import OPEN, DataItem, Found, ToolContract, WorkflowSpec, blank_spec

_TOOL = re.compile(r"""["']name["']\s*:\s*["']([A-Za-z_][\w.-]*)["']|\bdef\s+([a-z_]\w*)|(?<![\w.])([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?!\w)""")
_INSTRUCTION = re.compile(r"""(?:system|instructions?|prompt)\s*[=:]\s*[frb]*["']([^"'\n]{15,})["']""", re.IGNORECASE)
_PLACES = 6


class Beyond(Record):
    """One difference between a code base and its specification."""

    what: str
    """The difference in words."""
    places: tuple[str, ...] = ()
    """`file:line` of the code; empty where the code shows nothing."""


def extract(audit: Audit, workflow: str, words: Vocabulary) -> WorkflowSpec:
    """A draft for one workflow.

    Args:
        audit: evidence of the repository.
        workflow: its id in lockin.toml, or `repository` where none is defined.
        words: names that must not stand outside the mapping; a text that holds one is left to a person.
    Raises:
        DataError: there is no such workflow.
    """
    judged = next((w for w in audit.workflows if w.id == workflow), None)
    if judged is None:
        names = ", ".join(w.id for w in audit.workflows)
        raise DataError("workflow", f"{workflow!r} is not defined.", f"Known: {names}.")
    sites = [site for site in audit.sites if site.workflow == workflow]
    blank = blank_spec(workflow, judged.name if not list(words.found(judged.name)) else workflow)
    found: list[Found] = []
    tools = []
    for name, site in _tools(sites):
        if not list(words.found(name)):
            item = DataItem(name="input", meaning=f"{OPEN} What goes in?", type="record")
            tools.append(ToolContract(name=name, purpose=f"{OPEN} What does it do?", inputs=(item,)))
            found.append(Found(field=f"tool.{name}", file=site.file, line=site.line))
    task = []
    for site in sites:
        text = _INSTRUCTION.search(site.snippet) if site.dimension is Dimension.PROMPTS else None
        if text and text[1] not in task and not list(words.found(text[1])) and "…" not in text[1]:
            task.append(text[1])
            found.append(Found(field="task", file=site.file, line=site.line))
    return blank.model_copy(
        update={
            "task": " ".join(text.rstrip(".") + "." for text in task) or blank.task,
            "tools": tuple(tools),
            "mapping": _mapping(sites),
            "found": tuple(found),
        }
    )


def compare(spec: WorkflowSpec, audit: Audit) -> tuple[Beyond, ...]:
    """What the code of a workflow does beyond its specification, and what the specification asks for that the code does not show.

    Args:
        spec: its id names the workflow; where the config defines none, the whole repository is compared.
        audit: evidence of the repository.
    Raises:
        DataError: the config defines workflows, and none has the id of the specification.
    """
    ids = [w.id for w in audit.workflows]
    workflow = spec.id if spec.id in ids else WHOLE.id
    if workflow not in ids:
        raise DataError(f"specification {spec.id!r}", "names no workflow of the config.", f"Known: {', '.join(ids)}.")
    sites = [site for site in audit.sites if site.workflow == workflow]
    known = {tool.name.lower() for tool in spec.tools}
    used: dict[str, list[Site]] = {}
    for name, site in _tools(sites):
        used.setdefault(name, []).append(site)
    out = [
        Beyond(what=f"The code names the tool {name}; the specification does not.", places=_places(used[name]))
        for name in sorted(used)
        if name not in known
    ]
    out += [
        Beyond(what=f"The specification names the tool {t.name}; no place in the code shows it.")
        for t in spec.tools
        if t.name.lower() not in used
    ]
    for dimension in Dimension:
        held = [s for s in sites if s.dimension is dimension and s.ownership is Ownership.PLATFORM]
        if held and dimension.value not in spec.mapping:
            runtimes = ", ".join(sorted({s.runtime for s in held}))
            what = f"The code leaves {dimension.value} to a vendor ({runtimes}); the mapping does not say so."
            out.append(Beyond(what=what, places=_places(held)))
    return tuple(out)


def _tools(sites: Iterable[Site]) -> list[tuple[str, Site]]:
    """Names of tools in the lines of the evidence, each where it stands first, in small letters."""
    first: dict[str, Site] = {}
    for site in sites:
        if site.dimension is Dimension.TOOLS:
            for match in _TOOL.finditer(site.snippet):
                first.setdefault((match[1] or match[2] or match[3]).lower(), site)
    return sorted(first.items())


def _mapping(sites: Sequence[Site]) -> dict[str, str]:
    """Dimension → who holds it today and where."""
    out: dict[str, str] = {}
    for dimension in Dimension:
        held = [s for s in sites if s.dimension is dimension]
        parts = []
        for runtime in sorted({s.runtime for s in held}):
            parts.append(f"{runtime} ({', '.join(_places([s for s in held if s.runtime == runtime]))})")
        if parts:
            out[dimension.value] = "; ".join(parts)
    return out


def _places(sites: Iterable[Site]) -> tuple[str, ...]:
    places = list(dict.fromkeys(f"{s.file}:{s.line}" for s in sites))
    return tuple(places[:_PLACES]) if len(places) <= _PLACES else (*places[:_PLACES], f"and {len(places) - _PLACES} more")
