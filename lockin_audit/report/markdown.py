"""`report.md`: the story of the page as Markdown that no name, snippet or answer can break out of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from lockin_audit.core.evidence import QUESTION_TEXTS, QUESTIONS
from lockin_audit.core.text import visible
from lockin_audit.report import numbers
from lockin_audit.report.leaks import leak_finding, leak_rows
from lockin_audit.report.narrative import Narrative, narrate, placeholders, total_words, unpriced_words
from lockin_audit.report.remarks import coverage, limits, method
from lockin_audit.report.study import Study
from lockin_audit.report.words import BASES, DIMENSIONS, QUESTION_TITLES, TRIGGERS, VERDICTS

LONGEST: Final = 600
"""Characters of one text; longer ones end in an ellipsis."""
SITES: Final = 300
"""Places listed; `findings.sarif` and `study.json` have all of them."""
SKIPPED: Final = 50
_MARKS: Final = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START: Final = re.compile(r"^(\d*)([-+#=.)])")
_BACKTICKS: Final = re.compile(r"`+")
_URL: Final = re.compile(r"https?://[^\s<>()\[\]\"'`|\\]+\Z")


def report_markdown(study: Study) -> bytes:
    """The report as UTF-8 Markdown (tables as GitHub writes them)."""
    words = narrate(study)
    blocks = [
        *_first_page(words),
        *_questions(study),
        *_map(study),
        *_cost(study),
        *_rebuild(study),
        *_inputs(study),
        *_facts(study),
        *_answers(study),
        *_evidence(study),
        *_coverage(study),
    ]
    return ("\n\n".join(b for b in blocks if b) + "\n").encode("utf-8", "replace")


def escape(value: str) -> str:
    """A text as Markdown that stays text: marks escaped, markup and mentions as entities, one line, control characters spelled out."""
    text = visible(value, LONGEST).strip()
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&commat;").replace("://", "&colon;//")
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))


def code(value: str) -> str:
    """A text as code that nothing in it can end: fenced by more backticks than it holds, or with entities where it holds a pipe."""
    text = visible(value, LONGEST)
    if not text.strip():
        return ""
    if "|" in text:
        return "<code>" + "".join(f"&#{ord(c)};" if c in "&<>|`*_[]\\~$" else c for c in text) + "</code>"
    fence = "`" * (max(map(len, _BACKTICKS.findall(text)), default=0) + 1)
    pad = " " if "`" in (text[0], text[-1]) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def link(url: str, label: str = "") -> str:
    """A link where the address is a plain web address, else the text."""
    return f"[{escape(label or url)}](<{url}>)" if _URL.match(url) else escape(label or url)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[int] = ()) -> str:
    """A table; cells are Markdown already. `right` are the columns, from 0, that hold figures."""
    figures = set(right)
    lines = [f"| {' | '.join(head)} |", f"|{'|'.join(' ---: ' if i in figures else ' --- ' for i in range(len(head)))}|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _list(rows: Iterable[str], *, numbered: bool = False) -> str:
    return "\n".join(f"{f'{n}.' if numbered else '-'} {row}" for n, row in enumerate(rows, 1))


def _first_page(words: Narrative) -> list[str]:
    blocks = [f"# {escape(words.title)}", escape(words.subject)]
    if words.draft:
        blocks.append("> **Draft.** " + " ".join(escape(r) for r in words.draft))
    blocks += [f"**{escape(words.verdict)}**", "## Four numbers"]
    blocks.append(
        table(("Figure", "Value", "Note"), [(escape(n.label), f"**{escape(n.value)}**", escape(n.note)) for n in words.key_numbers])
    )
    blocks.append("## What to do with each workflow")
    rows = [(escape(w.name), f"**{escape(w.advice)}**", escape(w.criticality), " ".join(map(escape, w.reasons))) for w in words.workflows]
    blocks.append(table(("Workflow", "Advice", "Criticality", "Reasons"), rows) if rows else "No workflow is defined.")
    blocks += ["## What would change the cost comparison", _list(map(escape, words.flips), numbered=True)]
    return [*blocks, "## What to do next", _list(map(escape, words.actions), numbered=True)]


def _questions(study: Study) -> list[str]:
    sites = {s.id: s for s in study.audit.sites}
    blocks = ["## The four questions"]
    for question in QUESTIONS:
        verdict = study.audit.questions.get(question)
        blocks += [f"### {QUESTION_TITLES[question]}", f"*{escape(QUESTION_TEXTS[question])}*"]
        if verdict is None:
            blocks.append("This question was not judged.")
            continue
        blocks.append(f"**{VERDICTS[verdict.verdict]}.** {escape(verdict.summary)}")
        if verdict.contradiction:
            blocks.append(f"> **People and code disagree.** {escape(verdict.contradiction)}")
        places = [code(f"{sites[i].file}:{sites[i].line}") for i in verdict.because if i in sites]
        more = f" and {len(places) - 5} more" if len(places) > 5 else ""
        rests = f"Rests on {', '.join(places[:5])}{more}." if places else "Rests on absence or on answers; no place decides otherwise."
        blocks.append(f"{rests} Decided by rule {code(verdict.decided_by)}.")
    return blocks


def _map(study: Study) -> list[str]:
    rows = leak_rows(study)
    head = ("Workflow", *(DIMENSIONS[d] for d in DIMENSIONS))
    cells = [(escape(r.name), *(f"{c.letter} {c.count}" if c.letter else "–" for c in r.cells.values())) for r in rows]
    key = "P: the platform holds it. O: your own code does. M: both. –: nothing found. Numbers count places."
    return [
        "## Where the logic has gone",
        f"{escape(leak_finding(study))}.",
        table(head, cells) if rows else "No workflow and no evidence.",
        key,
    ]


def _cost(study: Study) -> list[str]:
    cost, options = study.cost, tuple(study.cost.options.values())
    blocks = ["## What each option costs"]
    if not options:
        return [*blocks, "No option was priced."]
    if unpriced_words(study):
        blocks.append(f"**{escape(unpriced_words(study))}**")
        blocks.append(_list(escape(f"{o.label}: {reason}") for o in options for reason in o.unpriced))
    figures = [
        (f"Total over {cost.horizon_months} months", [total_words(o, o.total, cost.currency) for o in options]),
        ("Present value", [total_words(o, o.npv, cost.currency) for o in options]),
        ("Per session", [numbers.money(None if o.unpriced else o.cost_per_session, cost.currency) for o in options]),
        ("Per accepted outcome", [numbers.money(None if o.unpriced else o.cost_per_outcome, cost.currency) for o in options]),
        ("Bill to leave at the end (memo, not in the totals)", [numbers.money(o.exit_liability, cost.currency) for o in options]),
    ]
    head = (f"Figure ({escape(cost.currency)})", *(escape(o.label) for o in options))
    blocks.append(table(head, [(label, *map(escape, values)) for label, values in figures], right=range(1, len(head))))
    if cost.simulation is not None:
        s = cost.simulation
        tail = f"{s.draws:,} futures, seed {s.seed}"
        p10, p50, p90 = (escape(numbers.money(v, cost.currency)) for v in (s.p10, s.p50, s.p90))
        chance = numbers.share(s.probability_owned_cheaper)
        blocks.append(f"Simulated saving by moving: P10 {p10}, P50 {p50}, P90 {p90}; moving is cheaper in {chance} of futures ({tail}).")
    if cost.regret is not None:
        scenarios = [escape(s) for s in cost.regret.scenarios]
        rows = []
        for option, lost in cost.regret.regret.items():
            label = cost.options[option].label if option in cost.options else option
            rows.append((escape(label), *(escape(numbers.money(v, cost.currency)) for v in lost)))
        blocks += ["Regret by scenario: what the option costs more than the best choice there, in present value."]
        blocks.append(table(("Option", *scenarios), rows, right=range(1, len(scenarios) + 1)))
    notes = [*cost.warnings, *(cost.comparison.notes if cost.comparison else ())]
    return [*blocks, _list(map(escape, notes))]


def _rebuild(study: Study) -> list[str]:
    blocks = ["## What would have to be rebuilt"]
    names = {w.id: w.name or w.id for w in study.audit.workflows}
    for trigger, total in (("leave_runtime", study.audit.leave_days), ("swap_model", study.audit.swap_days)):
        items = sorted((i for i in study.audit.rebuild if trigger in i.triggers), key=lambda i: (-i.days.likely, i.item))
        blocks.append(f"### When {TRIGGERS[trigger]}")
        if not items:
            blocks.append("Nothing found that would have to be rebuilt.")
            continue
        rows = [
            (
                escape(i.item),
                DIMENSIONS[i.dimension],
                escape(names.get(i.workflow, i.workflow) or "several"),
                f"{i.sites:,}",
                f"{round(i.days.low):,} to {round(i.days.high):,}",
                f"{round(i.days.likely):,}",
            )
            for i in items
        ]
        blocks.append(table(("Item", "Dimension", "Workflow", "Places", "Person-days", "Most likely"), rows, right=(3, 4, 5)))
        blocks.append(f"Sum: {escape(numbers.days(total))}.")
    return blocks


def _inputs(study: Study) -> list[str]:
    empty = {a.id for a in placeholders(study)}
    inputs = [
        (
            f"{escape(a.label)} {code(a.id)}",
            escape(numbers.with_unit(a.value, a.unit)),
            escape(numbers.span(a.low, a.high, a.unit)),
            "**placeholder**" if a.id in empty else BASES[a.basis],
            link(a.source) if a.source else "none",
        )
        for a in study.cost.assumptions
    ]
    prices = [
        (
            escape(f"{p.product}: {p.meter}"),
            escape(f"{p.unit_price} {p.currency} per {p.unit}"),
            numbers.day(p.effective_from),
            numbers.day(p.checked_on),
            f"{link(p.source, p.title)} ({'**unverified**' if p.confidence == 'unverified' else escape(p.confidence)})",
        )
        for p in study.cost.prices
    ]
    blocks = [
        "## Inputs and prices",
        table(("Input", "Value", "Low to high", "Basis", "Source"), inputs, right=(1, 2)) if inputs else "No input.",
    ]
    head = ("Meter", "Unit price", "In force since", "Checked on", "Source")
    return [*blocks, table(head, prices, right=(1,)) if prices else "No price row was used."]


def _facts(study: Study) -> list[str]:
    blocks = ["## What the vendors document"]
    for runtime in study.runtimes:
        blocks += [f"### {escape(runtime.name)}", escape(f"{runtime.vendor}, {runtime.status}. {runtime.summary}")]
        rows = []
        for fact in runtime.facts:
            mark = " **unverified**" if fact.evidence == "unverified" else ""
            origin = f"{link(fact.source.url, fact.source.title)}, checked {numbers.day(fact.source.checked_on)}"
            rows.append(f"{fact.question.capitalize()}: {escape(fact.statement)}{mark} ({origin})")
        blocks.append(_list(rows) or "No documented fact is on file.")
    return blocks if study.runtimes else [*blocks, "No runtime was found."]


def _answers(study: Study) -> list[str]:
    if not study.answers:
        return []
    rows = [
        (escape(a.text), escape(a.label), escape(", ".join(p for p in (a.by, a.on.isoformat() if a.on else "") if p)), escape(a.note))
        for a in study.answers
    ]
    return ["## What people answered", table(("Question", "Answer", "Who and when", "Note"), rows)]


def _evidence(study: Study) -> list[str]:
    sites = study.audit.sites
    if not sites:
        return ["## Evidence", "No place was found."]
    rows = [
        (
            code(f"{s.file}:{s.line}"),
            escape(s.runtime),
            DIMENSIONS[s.dimension],
            s.ownership.value,
            s.confidence.value,
            escape(s.what),
            code(s.snippet),
        )
        for s in sites[:SITES]
    ]
    blocks = ["## Evidence", table(("Place", "Runtime", "Dimension", "Held by", "Confidence", "What", "Code"), rows)]
    if len(sites) > SITES:
        blocks.append(f"And {len(sites) - SITES:,} more places; report.html, findings.sarif and study.json have all of them.")
    return blocks


def _coverage(study: Study) -> list[str]:
    skipped = study.audit.scan.skipped
    blocks = ["## What was read, and what was not", escape(coverage(study))]
    if skipped:
        blocks.append(table(("File or folder", "Reason"), [(code(s.file), escape(s.reason)) for s in skipped[:SKIPPED]]))
    if len(skipped) > SKIPPED:
        why = Counter(s.reason for s in skipped[SKIPPED:])
        blocks.append(f"And {len(skipped) - SKIPPED:,} more: {escape(', '.join(f'{r} ({n:,})' for r, n in sorted(why.items())))}.")
    blocks += ["## Limits", _list(map(escape, limits(study))), "## Method", _list(map(escape, method(study)))]
    made = escape(f"lockin-audit {study.tool_version}, as of {numbers.day(study.as_of)}, seed {study.seed}.")
    digests = [f"{escape(key)}: {code(value)}" for key, value in sorted(study.digests.items())]
    return [*blocks, f"Made by {made}", _list(digests)]
