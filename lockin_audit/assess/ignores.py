"""Places left out on purpose: by a comment in the code, or by an entry of the config that has a reason and a last day.

Nothing disappears silently: every place left out is kept with its reason, an entry past its day is said and hides nothing, and so are
comments without a reason and entries that match nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lockin_audit.assess.workflows import matches
from lockin_audit.core.audit import Ignored
from lockin_audit.core.config import IgnoreConfig
from lockin_audit.core.evidence import IgnoreComment, Site

FORM = "lockin-audit: ignore[RULE] reason"
"""How a comment is written; `[RULE]` and `until YYYY-MM-DD` may be left out."""


def named_by(pattern: str, rule: str) -> bool:
    """Whether a rule id is meant by `RULE`, `RUNTIME/*` or, when empty, by everything."""
    return not pattern or pattern == rule or (pattern.endswith("/*") and rule.startswith(pattern[:-1]))


def without_ignored(
    sites: Sequence[Site], comments: Sequence[IgnoreComment], entries: Sequence[IgnoreConfig], today: date | None
) -> tuple[tuple[Site, ...], tuple[Ignored, ...], tuple[str, ...]]:
    """The places that count, those left out, and what a reader must know of the rest.

    Args:
        sites: what was found.
        comments: of the audited code.
        entries: `[[audit.ignore]]` of the config.
        today: day of the run; None: nothing has expired.
    """
    told: dict[str, None] = {}
    live: dict[tuple[str, int], list[tuple[IgnoreComment, date | None]]] = {}
    for comment in comments:
        where = f"{comment.file}:{comment.line}"
        ends, fault = _day(comment.until)
        if fault:
            told[f"The comment for {where} is not followed: {comment.until!r} is not a date; write until 2027-03-31."] = None
        elif not comment.reason:
            told[f"The comment for {where} gives no reason, so it hides nothing; write `{FORM}`."] = None
        elif ends is not None and today is not None and ends < today:
            told[f"The comment for {where} ended on {ends.isoformat()} and hides nothing any more ({comment.reason})."] = None
        else:
            live.setdefault((comment.file, comment.line), []).append((comment, ends))
    current = []
    for entry in entries:
        if today is not None and entry.expires < today:
            hidden = sum(_meant(entry, site) for site in sites)
            told[
                f"[audit.ignore] for {entry.name} ended on {entry.expires.isoformat()}; "
                f"{_places(hidden)} it speaks of {'counts' if hidden == 1 else 'count'} again ({entry.reason})."
            ] = None
        else:
            current.append(entry)
    kept: list[Site] = []
    left: list[Ignored] = []
    used: set[int] = set()
    for site in sites:
        found = _by_comment(site, live) or _by_entry(site, current, used)
        if found is None:
            kept.append(site)
        else:
            left.append(found)
    for number, entry in enumerate(current):
        if number not in used:
            told[f"[audit.ignore] for {entry.name} matches no place; remove it ({entry.reason})."] = None
    return tuple(kept), tuple(left), tuple(told)


def _by_comment(site: Site, live: dict[tuple[str, int], list[tuple[IgnoreComment, date | None]]]) -> Ignored | None:
    for comment, ends in live.get((site.file, site.line), ()):
        if not comment.rules or any(named_by(rule, site.rule) for rule in comment.rules):
            return Ignored(site=site, reason=comment.reason, by=f"comment at {site.file}:{site.line}", expires=ends)
    return None


def _by_entry(site: Site, entries: Sequence[IgnoreConfig], used: set[int]) -> Ignored | None:
    found = None
    for number, entry in enumerate(entries):
        if _meant(entry, site):
            used.add(number)
            found = found or Ignored(site=site, reason=entry.reason, by=f"[audit.ignore] for {entry.name}", expires=entry.expires)
    return found


def _meant(entry: IgnoreConfig, site: Site) -> bool:
    return (
        (not entry.site or entry.site == site.id)
        and named_by(entry.rule, site.rule)
        and (not entry.paths or matches(site.file, entry.paths))
    )


def _day(text: str) -> tuple[date | None, bool]:
    """The day, and whether the text is none although there is one."""
    if not text:
        return None, False
    try:
        return date.fromisoformat(text), False
    except ValueError:
        return None, True


def _places(number: int) -> str:
    return f"{number} place{'' if number == 1 else 's'}"
