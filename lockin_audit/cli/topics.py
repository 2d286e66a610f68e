"""What `explain` can tell: one text per id, made from the data files and never kept beside them."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lockin_audit.core.errors import DataError
from lockin_audit.core.vocabulary import QUESTION_TEXTS

if TYPE_CHECKING:
    from lockin_audit.ask.questionnaire import Question, Questionnaire
    from lockin_audit.assess.questions import AnswerRule, DecisionRule
    from lockin_audit.assess.recommendation import RecommendationRule
    from lockin_audit.core.runtime import Fact, Rule, Runtime
    from lockin_audit.finance.slots import Template
    from lockin_audit.prices.book import PriceBook

Topic = Callable[[], str]
HEADINGS = {
    "retry": "Who retries",
    "state": "Where state lives, and how long",
    "replay": "What can be replayed",
    "telemetry": "What can be observed, in which format",
    "export": "Getting data out",
    "lifecycle": "Notice, status and retirement",
}


def text_of(id: str, packs: Sequence[Path] = ()) -> str:
    """What is known of one id.

    Args:
        id: of a runtime, rule, decision rule, question, product or assumption.
        packs: folders of further runtime files.
    Raises:
        DataError: nothing has that id; the sentence names the nearest ones.
    """
    topics: dict[str, Topic] = {}
    for name, topic in _topics(tuple(packs)):
        if name == id:
            return topic()
        topics[name] = topic
    found = _of_any_workflow(id, topics)
    if found is not None:
        return found()
    near = difflib.get_close_matches(id, topics, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`lockin-audit runtimes`, `prices` and `questionnaires` list what there is."
    raise DataError("explain", f"nothing has the id {id!r}.", hint)


def _topics(packs: tuple[Path, ...]) -> Iterator[tuple[str, Topic]]:
    """Everything with an id, kind by kind: a kind's files are read only when the ones before did not have what is looked for.

    A runtime comes before the product of the same id, and its text names that product.
    """
    for name, text in QUESTION_TEXTS.items():
        yield name, lambda name=name, text=text: _question(name, text)  # type: ignore[misc]
    from lockin_audit.cli.pipeline import known_runtimes

    for runtime in known_runtimes(packs):
        for rule in runtime.rules:
            yield rule.id, lambda rule=rule, runtime=runtime: _rule(rule, runtime, packs)  # type: ignore[misc]
        yield runtime.id, lambda runtime=runtime: _runtime(runtime)  # type: ignore[misc]
    from lockin_audit.assess.questions import answer_rules, decision_rules

    decisions: tuple[DecisionRule | AnswerRule, ...] = (*decision_rules(), *answer_rules())
    for decision in decisions:
        yield decision.id, lambda decision=decision: _decision(decision)  # type: ignore[misc]
    from lockin_audit.assess.recommendation import recommendation_table

    for row in recommendation_table().rule:
        yield row.id, lambda row=row: _recommendation(row)  # type: ignore[misc]
    from lockin_audit.finance.slots import shipped

    inputs: dict[str, list[Template]] = {}
    for template in shipped().assumptions:
        inputs.setdefault(template.id, []).append(template)
    for input_id, templates in inputs.items():
        yield input_id, lambda templates=templates: _assumption(templates)  # type: ignore[misc]
    from lockin_audit.ask.questionnaire import load_questionnaires

    for questionnaire in load_questionnaires():
        for question in questionnaire.questions():
            yield question.id, lambda question=question, of=questionnaire: _asked(question, of)  # type: ignore[misc]
    from lockin_audit.prices.book import load_book

    book = load_book()
    for product in book.products():
        yield product, lambda product=product: _product(book, product)  # type: ignore[misc]


def _of_any_workflow(id: str, topics: dict[str, Topic]) -> Topic | None:
    """An assumption of a workflow or an option (`triage.active_hours`), found under its template (`w.active_hours`)."""
    last = id.rpartition(".")[2]
    return topics.get(f"w.{last}") or topics.get(f"o.{last}")


def _wrap(text: str, indent: str = "") -> str:
    hanging = indent + "  " if text.startswith("- ") else indent
    return textwrap.fill(" ".join(text.split()), 100, initial_indent=indent, subsequent_indent=hanging, break_long_words=False)


def _runtime(runtime: Runtime) -> str:
    kind = runtime.kind.replace("_", " ")
    lines = [f"{runtime.name} ({runtime.id})", f"{runtime.vendor}, {kind}; {runtime.status}", "", _wrap(runtime.summary)]
    for question, heading in HEADINGS.items():
        facts = [f for f in runtime.facts if f.question == question]
        if facts:
            lines += ["", heading]
            for fact in facts:
                lines += _fact(fact)
        elif runtime.kind == "managed_runtime" and question in QUESTION_TEXTS:
            lines += ["", heading, "  Not documented where we looked: ask the vendor."]
    if runtime.swap_targets:
        lines += ["", f"Teams that leave go to: {', '.join(runtime.swap_targets)}"]
    lines += ["", f"Found by {len(runtime.rules)} rules:"] if runtime.rules else []
    lines += [f"  {r.id}  ({r.dimension}, {r.ownership})" for r in runtime.rules]
    if runtime.price_product is not None and _is_priced(runtime.price_product):
        lines += ["", f"Prices: lockin-audit prices {runtime.price_product}"]
    return "\n".join(lines)


def _is_priced(product: str) -> bool:
    from lockin_audit.prices.book import load_book

    return product in load_book(vendors=[product.split(".")[0]]).products()


def _fact(fact: Fact) -> list[str]:
    from lockin_audit.core.runtime import GROUNDS

    return [_wrap(f"- {fact.statement}", "  "), f"    {GROUNDS[fact.evidence]}, read {fact.source.checked_on}: {fact.source.url}"]


def _rule(rule: Rule, runtime: Runtime, packs: Sequence[Path]) -> str:
    from lockin_audit.core.runtime import ROLES

    place = f"{runtime.name}: {rule.dimension}, {rule.ownership}; confidence when traced: {rule.confidence}"
    parts = [rule.id, place, "", _wrap(rule.what)]
    role = f"{rule.role}: {ROLES[rule.role]}" if rule.role is not None else ""
    for heading, text in (
        ("Role in the answers", role),
        ("Why it matters", rule.why),
        ("Instead", rule.instead),
        ("What the rule cannot see", rule.limits),
    ):
        if text:
            parts += ["", heading, _wrap(text, "  ")]
    facts = [f for f in runtime.facts if f.question == rule.dimension]
    facts = facts or [f for f in runtime.facts if f.question in ("export", "lifecycle")]
    if facts:
        parts += ["", f"What is documented of {runtime.name}"]
        for fact in facts:
            parts += _fact(fact)
    return "\n".join(parts + _tested(rule, packs))


def _tested(rule: Rule, packs: Sequence[Path], most: int = 6) -> list[str]:
    """The fixture lines the rule is tested on."""
    from lockin_audit.scan.fixtures import shown_for

    shown = shown_for(rule.id, packs)
    if not shown:
        return ["", "Tested on", "  No fixture lines are at hand for this rule."]
    parts = []
    for mark, heading in (
        ("evidence", "Must be found on these lines of its fixtures"),
        ("ok", "Must not be found on these"),
        ("missed", "Known to be missed on these"),
    ):
        lines = [one for one in shown if one.mark == mark]
        if lines:
            parts += ["", heading, *(f"  {one.place}  {one.text}" for one in lines[:most])]
            parts += [f"  and {len(lines) - most} more"] if len(lines) > most else []
    return parts


def _decision(rule: DecisionRule | AnswerRule) -> str:
    from lockin_audit.assess.questions import DecisionRule

    verdict = f"Verdict: {rule.verdict}" if isinstance(rule, DecisionRule) else f"Counts: {rule.take}"
    return f"{rule.id} (how evidence becomes a verdict)\n\n{_wrap(rule.sentence)}\n\n{verdict}"


def _recommendation(rule: RecommendationRule) -> str:
    conditions = (("criticality", rule.criticality), ("leakage", rule.leakage), ("team", rule.capacity))
    return "\n".join(
        [
            f"{rule.id} (how a workflow gets its recommendation)",
            "",
            "Holds for " + "; ".join(name + " " + " or ".join(values) for name, values in conditions) + ".",
            f"Recommendation: {rule.recommendation}",
            "",
            _wrap(rule.reason),
            "",
            "What would change it",
            _wrap(rule.change, "  "),
        ]
    )


def _question(name: str, text: str) -> str:
    from lockin_audit.assess.questions import decision_rules

    rules = [r for r in decision_rules() if name in r.questions]
    return "\n".join([text, "", f"Decided by one of {len(rules)} rules:", *(_wrap(f"- {r.id}: {r.sentence}", "  ") for r in rules)])


def _asked(question: Question, of: Questionnaire) -> str:
    lines = [f"{question.id} (questionnaire {of.id})", "", _wrap(question.text), "", _wrap(question.explanation), ""]
    lines += [f"Why we ask: {question.why}", f"Evidence wanted: {question.evidence}"]
    lines += [f"Rests on: {question.reference.words}", ""]
    for choice in question.choices:
        lines.append(_wrap(f"- {choice.label} ({choice.risk} risk): {choice.rationale}", "  "))
    return "\n".join(lines)


def _product(book: PriceBook, id: str) -> str:
    product = book.product(id)
    lines = [f"{product.name} ({product.id}), {product.vendor}", "", _wrap(product.summary), "", "Counts:"]
    lines += [f"  {m.id}: {m.label}, per {m.unit}" for m in book.meters(id)]
    return "\n".join([*lines, "", f"lockin-audit prices {id} lists every price with its date and source."])


def _assumption(templates: Sequence[Template]) -> str:
    """One input, which may have a default for each kind of option."""
    lines = [f"{templates[0].id}: {templates[0].label}"]
    for one in templates:
        of = f" for a{'n owned' if one.kind == 'owned' else ' managed'} option" if one.kind else ""
        spread = f"from {one.low:g} (1 in 10 lower) to {one.high:g} (1 in 10 higher)"
        lines += ["", f"Default{of}: {one.value:g} {one.unit}, {spread}; {one.basis}.", _wrap(one.source)]
    return "\n".join(
        [
            *lines,
            "",
            "Set it under [assumptions] in lockin.toml, or for one run with --set ID=VALUE. An id that begins with w. stands for",
            "each workflow (triage.sessions_per_month), one with o. for each option (owned.build_months).",
        ]
    )
