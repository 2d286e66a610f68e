"""An audit as Markdown that fits into a pull-request comment."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Collection, Sequence

from lockin_audit.assess.actions import days_text
from lockin_audit.core.audit import Audit, Verdict
from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS, Ownership, Site
from lockin_audit.report.audit_formats import NOTHING, nothing_found, told_in_parts
from lockin_audit.report.audit_tables import item_days
from lockin_audit.report.markdown_text import escape, table
from lockin_audit.report.rebuild_words import two_events
from lockin_audit.report.words import RECOMMENDATIONS

LIMIT = 60_000
"""Characters; a comment on GitHub holds 65,536."""
_KEPT_LONGEST = 40
"""Places that are listed even where the answers of some workflows have to go."""


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [table(columns, [[escape(cell, inside=True) for cell in row] for row in rows])]


def audit_markdown(audit: Audit, new: Collection[str] | None = None, limit: int = LIMIT) -> str:
    """The audit as Markdown of at most `limit` characters; what does not fit is counted.

    Args:
        audit: what was found and concluded.
        new: ids of sites an earlier audit did not have; they come first and are marked. None: nothing to compare with.
        limit: characters, at least a few thousand.
    """
    platform = [s for s in audit.sites if s.ownership is Ownership.PLATFORM]
    platform.sort(key=lambda s: (new is not None and s.id not in new, s.file, s.line, s.rule, s.id))
    shown, told, length = len(platform), len(audit.workflows), 2_000
    text = _text(audit, platform, shown, new, told, length)
    while len(text) > limit and (shown or told or length > 100):
        if shown > _KEPT_LONGEST:
            shown //= 2
        elif told:
            told //= 2
        elif shown:
            shown //= 2
        else:
            length //= 2
        text = _text(audit, platform, shown, new, told, length)
    if len(text) <= limit:
        return text
    note = "\n\nThe rest does not fit here; `lockin-audit audit --format json` holds all of it.\n"
    kept = text[: limit - len(note) - 20].rsplit("\n", 1)[0]
    return kept + ("\n\n</details>" if kept.count("<details>") > kept.count("</details>") else "") + note


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _text(audit: Audit, platform: Sequence[Site], shown: int, new: Collection[str] | None, told: int, length: int) -> str:
    """The whole comment with at most `shown` places, the answers of at most `told` workflows, and passages of at most `length`."""
    stats = audit.scan.stats
    lines = ["## Lock-in audit", ""]
    counted = f"{len(platform)} places with a vendor, {len(audit.sites) - len(platform)} your own, in {stats.files} files read."
    if new is not None:
        counted += f" {sum(s.id in new for s in platform)} of the vendor's places are new since the baseline."
    lines += [counted, ""]
    if audit.notices:
        lines += ["**Announced by vendors:**", "", *(f"- {escape(_short(notice, length))}" for notice in audit.notices), ""]
    if nothing_found(audit):
        lines += [escape(NOTHING.format(files=stats.files)), ""]
    for question in QUESTIONS if not nothing_found(audit) else ():
        verdict = audit.questions[question]
        lines += [
            f"### {escape(QUESTION_TEXTS[question], inside=True)}",
            "",
            f"**{verdict.verdict}.** {escape(_short(verdict.lead or verdict.summary, length), inside=True)}",
            "",
        ]
        lines += [*_parts(verdict, length, documented=True), ""]
    lines += _cut_note(audit, length)
    if audit.workflows:
        lines += ["", "### Workflows", ""]
        lines += _table(
            ("Workflow", *QUESTIONS, "Recommendation", "Because"),
            [
                (w.id, *(w.questions[q].verdict for q in QUESTIONS), RECOMMENDATIONS[w.recommendation], _short(w.reasons[0], length))
                for w in audit.workflows
            ],
        )
        if len(audit.workflows) > 1:
            lines += _by_workflow(audit, told, length)
    if audit.conflicts:
        lines += ["", "### Where two planes decide", ""]
        for conflict in audit.conflicts[: 20 if shown else 4]:
            where = f"{conflict.workflow}: " if len(audit.workflows) > 1 and conflict.workflow else ""
            lines.append(f"- {escape(where + _short(conflict.text, length))} **To settle:** {escape(conflict.ask, inside=True)}")
    lines += _rebuild(audit, 40 if shown else 10)
    lines += _people(audit, 12 if shown else 3, length)
    if platform:
        lines += ["", "<details><summary>Places with a vendor</summary>", ""]
        lines += _table(
            ("Place", "Dimension", "What"),
            [
                (f"{'NEW ' if new is not None and s.id in new else ''}{s.file}:{s.line}", s.dimension.value, _short(s.what, length))
                for s in platform[:shown]
            ],
        )
        if shown < len(platform):
            lines += ["", f"{len(platform) - shown} more are in `lockin-audit audit --format json`."]
        lines += ["", "</details>"]
    lines += _left_out(audit, 40 if shown else 5, length)
    if audit.scan.skipped:
        lines += ["", f"{len(audit.scan.skipped)} files or folders were not read; the JSON output lists them with reasons."]
    return "\n".join(lines) + "\n"


def _lead(verdict: Verdict, length: int) -> str:
    return escape(_short(verdict.lead or verdict.summary, length))


def _parts(verdict: Verdict, length: int, *, documented: bool) -> list[str]:
    """The parts of an answer as a list, each cut at `length` characters."""
    shown = told_in_parts(verdict, documented=documented)[1:]
    lines = []
    for heading, text, items in shown:
        lines.append(f"- **{escape(heading, inside=True)}**: {escape(_short(text, length), inside=True)}".rstrip())
        lines += [f"  - {escape(_short(item, length), inside=True)}" for item in items]
    return lines


def _by_workflow(audit: Audit, told: int, length: int) -> list[str]:
    """The answers of at most `told` workflows, folded, those with most places with a vendor first."""
    lines: list[str] = []
    held = Counter(site.workflow for site in audit.sites if site.ownership is Ownership.PLATFORM)
    ranked = sorted(audit.workflows, key=lambda w: -held[w.id])[:told]
    for workflow in (w for w in audit.workflows if w in ranked):
        lines += ["", f"<details><summary>The four answers for {html.escape(workflow.id)}</summary>", ""]
        for question in QUESTIONS:
            verdict = workflow.questions[question]
            lines += [f"**{question}: {verdict.verdict}.** {_lead(verdict, length)}", ""]
            lines += [*_parts(verdict, length, documented=False), ""]
        lines.append("</details>")
    if told < len(audit.workflows):
        left = len(audit.workflows) - told
        lines += ["", f"The answers for {left} more workflow{'s' if left > 1 else ''} are in `lockin-audit audit --format json`."]
    return lines


def _cut_note(audit: Audit, length: int) -> list[str]:
    """A sentence on answers that do not fit, where there are any."""
    verdicts = [*audit.questions.values(), *(v for w in audit.workflows for v in w.questions.values())]
    cut = sum(len(text) > length for verdict in verdicts for _, opening, items in told_in_parts(verdict) for text in (opening, *items))
    return [f"{cut} passages of the answers are cut short here; `lockin-audit audit --format json` holds them whole.", ""] if cut else []


def _rebuild(audit: Audit, limit: int) -> list[str]:
    """The two lists with their sums and calibration."""
    if not audit.rebuild:
        return []
    lines = ["", "### To rebuild", ""]
    lines += [two_events(audit), ""]
    marks = {"leave_runtime": "leave", "swap_model": "swap"}
    lines += _table(
        ("Item", "List", "Places", "Points", "Days (low to high)"),
        [
            (i.item, " and ".join(marks[t] for t in i.triggers), str(i.sites), f"{i.points:g}", item_days(i.days))
            for i in audit.rebuild[:limit]
        ],
    )
    if len(audit.rebuild) > limit:
        lines += ["", f"{len(audit.rebuild) - limit} more items are in `lockin-audit audit --format json`; the sums hold them all."]
    return lines + (["", escape(audit.effort.words)] if audit.effort is not None else [])


def _left_out(audit: Audit, limit: int, length: int) -> list[str]:
    """What was left out on purpose, and what must be known of it."""
    lines: list[str] = []
    if audit.ignored:
        lines += ["", f"### Left out on purpose: {len(audit.ignored)}", ""]
        lines += _table(
            ("Place", "Rule", "Reason", "Until"),
            [
                (f"{i.site.file}:{i.site.line}", i.site.rule, _short(i.reason, length), i.expires.isoformat() if i.expires else "no end")
                for i in audit.ignored[:limit]
            ],
        )
        if len(audit.ignored) > limit:
            lines += ["", f"{len(audit.ignored) - limit} more are in `lockin-audit audit --format json`."]
    if audit.remarks:
        lines += ["", *(f"- {escape(_short(remark, length))}" for remark in audit.remarks[:limit])]
    return lines


def _people(audit: Audit, limit: int, length: int) -> list[str]:
    """What can be prepared, what the answers call for, and where people, or people and code, differ."""
    lines: list[str] = []
    if audit.preparations:
        lines += ["", "### What can be prepared now, most lock-in removed per day of work first", ""]
        lines += ["Days and shares are judgement written down, not measured; the first team that does it should correct them.", ""]
        lines += _table(
            ("Prepare", "Who", "Days (low to high)", "Days of rebuilding removed"),
            [(_short(p.what, length), p.owner, item_days(p.days), f"{p.removes:g}" if p.removes else "buys time or control")
             for p in audit.preparations[:limit]],
        )  # fmt: skip
    if audit.actions:
        lines += ["", "### What the answers call for", "", "The effort is judgement, to the nearest half day.", ""]
        lines += _table(
            ("Asked", "Do", "Who", "Effort", "Risk", "Workflow"),
            [
                (_short(a.about, length), _short(a.what, length), a.owner, days_text(a.days), a.risk, a.workflow or "all")
                for a in audit.actions[:limit]
            ],
        )
        if len(audit.actions) > limit:
            lines += ["", f"{len(audit.actions) - limit} more follow from the answers."]
    if audit.contradictions:
        lines += ["", "### Where answers and code differ", ""]
        lines += [f"- {escape(_short(sentence, length))}" for sentence in audit.contradictions[:limit]]
    if audit.disagreements:
        lines += ["", "### Where the people asked differ", ""]
        for one in audit.disagreements[:limit]:
            lines.append("- " + escape(_short(f"{one.text} {'; '.join(one.said)}", length)))
    return lines
