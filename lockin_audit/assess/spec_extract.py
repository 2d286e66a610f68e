"""Drafts a specification from what a repository declares and what its scan found.

Only what stands in the code is filled in, each field with its file and line; everything else stays open for a person, in words that say
what is missing. Names of vendors go into the mapping; where one stood in a text, the text keeps a marked gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lockin_audit.assess.spec_failure import failure_of
from lockin_audit.assess.spec_names import without_names
from lockin_audit.assess.spec_places import mapping_of, state_of, telemetry_of
from lockin_audit.assess.spec_sentences import sentences
from lockin_audit.assess.spec_tools import contracts, declared_or_named, is_read
from lockin_audit.assess.vocabulary import Vocabulary
from lockin_audit.core.audit import Audit
from lockin_audit.core.declared import Declared, DeclaredText, Place
from lockin_audit.core.errors import DataError
from lockin_audit.core.evidence import Dimension, Site
from lockin_audit.core.spec import GAP, OPEN, DataItem, Found, WorkflowSpec, blank_spec

MOST_TASK = 1_500
"""Characters of one instruction that a draft holds; the rest stands in the file."""
MOST_ALL = 6_000
"""Characters of the whole task."""
MOST_RULES = 20
"""Sentences of one kind that a draft holds."""
_INSTRUCTION = re.compile(r"""(?:system|instructions?|prompt)\s*[=:(]\s*[frb$@]*["']([^"'\n]{15,})["']""", re.IGNORECASE)
_PUT_IN = re.compile(r"(?<![{$\w])\{{1,2}\s*([a-z_][a-z0-9_.]{1,40})\s*\}{1,2}(?!\})")
_LAST = {
    "guardrails": f"{OPEN} The sentences above are words in an instruction. What enforces each of them, and what is missing?",
    "escalation": f"{OPEN} To whom exactly does it hand over, and within what time?",
    "criteria": f"{OPEN} Is this all it decides by? Amounts, dates, documents; words that two people would apply alike.",
}


def extract(
    audit: Audit, workflow: str, words: Vocabulary, declared: Declared | None = None, said: Mapping[str, tuple[str, Place]] | None = None
) -> WorkflowSpec:
    """A draft for one workflow.

    Args:
        audit: evidence of the repository.
        workflow: its id in lockin.toml, or `repository` where none is defined.
        words: names that must not stand outside the mapping.
        declared: what the files of the workflow declare; None: only the evidence of the scan is used.
        said: fields that the config fills (`name`, `outcome`): the text and its place.
    Raises:
        DataError: there is no such workflow.
    """
    judged = next((w for w in audit.workflows if w.id == workflow), None)
    if judged is None:
        names = ", ".join(w.id for w in audit.workflows)
        raise DataError("workflow", f"{workflow!r} is not defined.", f"Known: {names}.")
    sites = [site for site in audit.sites if site.workflow == workflow]
    draft = _Draft(words)
    blank = blank_spec(workflow, workflow)
    seen = declared or Declared()
    seen = seen.model_copy(update={"texts": (*seen.texts, *_from_lines(sites, seen))})
    update: dict[str, object] = {"name": f"{OPEN} What is this workflow called?", "outcome": blank.outcome}
    for key, (text, place) in (said or {}).items():
        if text.strip() and (clean := draft.clean(text, place)):
            update[key] = clean
            draft.note(key, place)
    steering = [t for t in seen.texts if t.kind in ("instruction", "goal", "task")]
    update["task"] = _task(draft, steering) or blank.task
    for key in ("guardrails", "escalation", "criteria"):
        update[key] = _rules(draft, key, seen) or getattr(blank, key)
    approvals = [t for t in seen.texts if t.kind == "approval"]
    if approvals:
        asked = [draft.clean(t.text, t) for t in approvals[:6]]
        update["human_in_the_loop"] = " ".join(dict.fromkeys(a for a in asked if a)) + f" [{OPEN} who is asked, and with how much time?]"
        for approval in approvals[:6]:
            draft.note("human_in_the_loop", approval)
    update["inputs"] = _inputs(draft, steering) or blank.inputs
    update["outputs"] = _results(draft, seen) or blank.outputs
    known = declared_or_named(sites, seen)
    tools, found, renamed = contracts(known, draft.clean)
    update["tools"] = tools
    draft.found += found
    state, found = state_of(sites, draft.clean)
    update["state"] = state or blank.state
    draft.found += found
    telemetry, found = telemetry_of(sites, seen, draft.clean)
    update["telemetry"] = telemetry or blank.telemetry
    draft.found += found
    update["failure"], found = failure_of(sites)
    draft.found += found
    templates = [f"{t.file}:{t.line}" for t in seen.texts if t.kind == "template"]
    own_form = {"prompt template": f"in the runtime's own form ({', '.join(templates[:6])})"} if templates else {}
    update["mapping"] = mapping_of(sites) | own_form | renamed | draft.mapping()
    update["found"] = tuple(dict.fromkeys(draft.found))
    return WorkflowSpec.model_validate({field: getattr(blank, field) for field in WorkflowSpec.model_fields} | update)


def _from_lines(sites: Sequence[Site], seen: Declared) -> Iterator[DeclaredText]:
    """Instructions in single lines of evidence, for languages that are not read for declarations."""
    for site in sites:
        if site.dimension is Dimension.PROMPTS and not is_read(site.file, seen):
            said = _INSTRUCTION.search(site.snippet)
            if said is not None and "…" not in said[1]:
                yield DeclaredText(kind="instruction", text=said[1], file=site.file, line=site.line, by_line=True)


class _Draft:
    """Places noted and names taken out while a draft is made."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._taken: dict[str, list[str]] = {}
        self.found: list[Found] = []

    def clean(self, text: str, place: Place) -> str:
        """The text without names; what was taken out goes to the mapping."""
        out, taken = without_names(text, self._words)
        for word in taken:
            where = self._taken.setdefault(word, [])
            if f"{place.file}:{place.line}" not in where:
                where.append(f"{place.file}:{place.line}")
        return out

    def note(self, field: str, place: Place) -> None:
        self.found.append(Found(field=field, file=place.file, line=place.line))

    def mapping(self) -> dict[str, str]:
        """The names taken out, with their places."""
        if not self._taken:
            return {}
        return {"names taken out": "; ".join(f"{word} ({', '.join(where[:3])})" for word, where in sorted(self._taken.items()))}


def _task(draft: _Draft, steering: Sequence[DeclaredText], cut: int = MOST_TASK) -> str:
    parts: list[str] = []
    left = MOST_ALL
    for number, text in enumerate(steering):
        clean = draft.clean(text.text, text)
        if not clean:
            continue
        if left < 200:
            place = steering[number]
            parts.append(f"[{OPEN} {len(steering) - number} more texts are left out here; the first stands in {place.file}:{place.line}.]")
            break
        room = min(cut, left)
        if len(clean) > room or text.cut:
            start = clean[:room].rpartition(" ")[0] or clean[:room]
            clean = f"{start} [...] [{OPEN} shortened; the whole text stands in {text.file}:{text.line}.]"
        agent = draft.clean(text.agent, text) if text.agent else ""
        parts.append(f"{agent}: {clean}" if agent and GAP not in agent else clean)
        left -= len(clean)
        draft.note("task", text)
    return "\n\n".join(parts)


def _rules(draft: _Draft, key: str, seen: Declared) -> tuple[str, ...]:
    """Sentences of one kind from the instructions, and what code or configuration enforces."""
    out: list[str] = []
    enforced = {"guardrails": "guardrail", "escalation": "handover"}.get(key)
    for text in seen.texts:
        if text.kind == enforced and (clean := draft.clean(text.text, text)):
            out.append(f"{clean.rstrip('.')}. (A check in the code or configuration.)" if key == "guardrails" else clean)
            draft.note(f"{key} {len(out)}", text)
    told = False
    for text in seen.texts:
        if text.kind not in ("instruction", "goal", "task"):
            continue
        for kind, sentence, line in sentences(text):
            if kind == key and len(out) < MOST_RULES:
                clean = draft.clean(sentence, Place(file=text.file, line=line))
                if clean and clean not in out:
                    out.append(clean)
                    draft.note(f"{key} {len(out)}", Place(file=text.file, line=line))
                    told = True
    return (*out, _LAST[key]) if told else tuple(out)


def _inputs(draft: _Draft, steering: Sequence[DeclaredText]) -> tuple[DataItem, ...]:
    """What the instructions have put in when they run: `{topic}`."""
    items: dict[str, DataItem] = {}
    for text in steering:
        for match in _PUT_IN.finditer(text.text):
            name = match[1].rpartition(".")[2]
            place = Place(file=text.file, line=text.line_at(match.start()))
            if name not in items and name != "value" and draft.clean(name, place) == name and len(items) < 40:
                items[name] = DataItem(name=name, meaning=f"{OPEN} What is it, and where does it come from? An instruction has it put in.")
                draft.note(f"input {name}", place)
    return tuple(items.values())


def _results(draft: _Draft, seen: Declared) -> tuple[DataItem, ...]:
    items: dict[str, DataItem] = {}
    for text in seen.texts:
        if text.kind == "result" and (clean := draft.clean(" ".join(text.text.split())[:500], text)):
            name = draft.clean(text.agent, text) or "result"
            name = name if name not in items and GAP not in name else f"result_{len(items) + 1}"
            items[name] = DataItem(name=name, meaning=clean)
            draft.note(f"output {name}", text)
    return tuple(items.values())
