"""What the evidence suggests a person will answer, and which places in the code to look at before answering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lockin_audit.ask.questionnaire import Choice, Question, Section
from lockin_audit.core.audit import Audit, Verdict, VerdictValue
from lockin_audit.core.evidence import Confidence, Ownership, Site
from lockin_audit.core.evidence import Question as Topic


def suggested(section: Section, question: Question, verdicts: Mapping[Topic, Verdict], sites: Iterable[Site] = ()) -> Choice | None:
    """The choice that says what the scan found; None where the scan cannot know.

    A deciding question takes the verdict of its section. Another one takes what the places found for it show, where a choice says
    what that would look like; what people intend, test or sign is not in the code.
    """
    value: VerdictValue | None = None
    if question.decides:
        value = verdicts[section.about].verdict if section.about is not None and section.about in verdicts else None
    elif any(choice.shown_by for choice in question.choices):
        value = shown(section, question, sites)
    return next((c for c in question.choices if value is not None and c.shown == value), None)


def shown(section: Section, question: Question, sites: Iterable[Site]) -> VerdictValue | None:
    """Who holds the thing a question is about, as far as places of at least medium confidence show it; None where there is none."""
    owners = {site.ownership for site in bearing(section, question, sites)}
    if not owners:
        return None
    return "mixed" if len(owners) > 1 else "platform" if Ownership.PLATFORM in owners else "owned"


def bearing(section: Section, question: Question, sites: Iterable[Site]) -> tuple[Site, ...]:
    """The places of at least medium confidence that bear on a question."""
    wanted = _dimensions(section, question)
    return tuple(s for s in sites if s.dimension.value in wanted and s.confidence.rank >= Confidence.MEDIUM.rank)


def seen(audit: Audit | None, workflow: str) -> tuple[Mapping[Topic, Verdict], tuple[Site, ...]]:
    """Verdicts and places that bear on one workflow, or on all of them where none is named; nothing where nothing was scanned."""
    if audit is None:
        return {}, ()
    judged = next((w for w in audit.workflows if w.id == workflow), None)
    if judged is None:
        return audit.questions, audit.sites
    return judged.questions, tuple(site for site in audit.sites if site.workflow == workflow)


def cited(sites: Iterable[Site]) -> tuple[str, ...]:
    """Places as an answer keeps them: the id, which stays when lines move, then file and line for people."""
    return tuple(f"{site.id} {site.file}:{site.line}" for site in sites)


def _dimensions(section: Section, question: Question) -> set[str]:
    return set(question.dimensions) or ({section.about} if section.about else set())


def told(sites: Iterable[Site]) -> tuple[str, ...]:
    """Places as lines for people: who holds it, what was found, and where, one line for all places that show the same."""
    groups: dict[tuple[str, str], dict[str, list[int]]] = {}
    for site in sites:
        held = "With the vendor" if site.ownership is Ownership.PLATFORM else "Yours"
        lines = groups.setdefault((held, site.what.rstrip(".")), {}).setdefault(site.file, [])
        if site.line not in lines:
            lines.append(site.line)
    return tuple(
        f"{held}: {what} ({'; '.join(f'{file}:{_numbers(lines)}' for file, lines in files.items())})."
        for (held, what), files in groups.items()
    )


def _numbers(lines: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(lines)))


def places(section: Section, question: Question, sites: Iterable[Site], limit: int = 6) -> tuple[Site, ...]:
    """Up to `limit` places in the code that bear on a question, vendor-held and surest ones first; one of each finding before repeats."""
    wanted = _dimensions(section, question)
    found = [site for site in sites if site.dimension.value in wanted]
    found.sort(key=lambda s: (s.ownership.value != "platform", -s.confidence.rank, s.file, s.line, s.rule))
    first = {(s.ownership, s.what): s.id for s in reversed(found)}
    chosen = sorted(found, key=lambda s: first[s.ownership, s.what] != s.id)[:limit]
    return tuple(s for s in found if s in chosen)
