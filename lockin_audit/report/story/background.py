"""What stands behind the result: vendors' statements, answers, evidence, what was read, limits, method, digests."""

from __future__ import annotations

from collections import Counter
from typing import Final

from lockin_audit.report import numbers
from lockin_audit.report.remarks import coverage, limits, method
from lockin_audit.report.story.blocks import Block, Heading, Listing, Paragraph, code, flag, link, listing, table, words
from lockin_audit.report.study import Study
from lockin_audit.report.words import DIMENSIONS

SITES: Final = 300
"""Places listed; `findings.sarif` and `study.json` have all of them."""
SKIPPED: Final = 50


def facts(study: Study) -> list[Block]:
    """What the vendors document about the runtimes found."""
    blocks: list[Block] = [Heading(2, words("What the vendors document"))]
    told = [runtime for runtime in study.runtimes if runtime.kind != "neutral" or runtime.facts]
    for runtime in told:
        about = f"{runtime.vendor}, {runtime.status}. {runtime.summary}"
        blocks += [Heading(3, words(runtime.name)), Paragraph(words(about))]
        rows = [
            words(
                f"{fact.question.capitalize()}: ",
                fact.statement,
                *((" ", flag("unverified")) if fact.evidence == "unverified" else ()),
                " (",
                link(fact.source.url, fact.source.title),
                f", checked {numbers.day(fact.source.checked_on, study.language)})",
            )
            for fact in runtime.facts
        ]
        blocks.append(Listing(tuple(rows)) if rows else Paragraph(words("No documented fact is on file.")))
    return blocks if told else [*blocks, Paragraph(words("No runtime was found."))]


def answers(study: Study) -> list[Block]:
    """What people answered; nothing where no one was asked."""
    if not study.answers:
        return []
    rows = [
        (a.text, a.label, ", ".join(p for p in (a.by, numbers.day(a.on, study.language) if a.on else "") if p), a.note)
        for a in study.answers
    ]
    head = ("Question", "Answer", "Who and when", "Note")
    return [Heading(2, words("What people answered")), table("Answers", head, rows, widths=(5, 4.5, 3, 4))]


def evidence(study: Study) -> list[Block]:
    """The first places with their code."""
    sites = study.audit.sites
    blocks: list[Block] = [Heading(2, words("Evidence"))]
    if not sites:
        return [*blocks, Paragraph(words("No place was found."))]
    rows = [
        (
            code(f"{s.file}:{s.line}"),
            s.runtime,
            DIMENSIONS[s.dimension],
            s.ownership.value,
            s.confidence.value,
            s.what,
            code(s.snippet),
        )
        for s in sites[:SITES]
    ]
    head = ("Place", "Runtime", "Part", "Held by", "Confidence", "What", "Code")
    blocks.append(table("Places in the code", head, rows, widths=(4, 3.8, 2.5, 1.6, 2.1, 5, 5.5), wide=True))
    if len(sites) > SITES:
        more = f"And {len(sites) - SITES:,} more places; report.html, findings.sarif and study.json have all of them."
        blocks.append(Paragraph(words(more)))
    return blocks


def coverage_and_method(study: Study) -> list[Block]:
    """What was read and left out, where the results end, how they came about, what they were made from."""
    skipped = study.audit.scan.skipped
    blocks: list[Block] = [Heading(2, words("What was read, and what was not")), Paragraph(words(coverage(study)))]
    if skipped:
        rows = [(code(s.file), s.reason) for s in skipped[:SKIPPED]]
        blocks.append(table("Not read", ("File or folder", "Reason"), rows))
    if len(skipped) > SKIPPED:
        why = Counter(s.reason for s in skipped[SKIPPED:])
        listed = ", ".join(f"{reason} ({number:,})" for reason, number in sorted(why.items()))
        blocks.append(Paragraph(words(f"And {len(skipped) - SKIPPED:,} more: ", listed, ".")))
    blocks += [Heading(2, words("Limits")), listing(limits(study)), Heading(2, words("Method")), listing(method(study))]
    made = f"Made by lockin-audit {study.tool_version}, as of {numbers.day(study.as_of, study.language)}, seed {study.seed}."
    digests = tuple(words(f"{key}: ", code(value)) for key, value in sorted(study.digests.items()))
    return [*blocks, Paragraph(words(made)), Listing(digests)]
