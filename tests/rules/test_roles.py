"""A rule that by its id or sentence finds something an answer tells apart says so in `role`, which is all that an answer reads."""

from __future__ import annotations

import re

import pytest

from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.core.runtime import ROLES, Role, Rule
from lockin_audit.scan.runtimes import load_runtimes

_RULES = {rule.id: rule for runtime in load_runtimes() for rule in runtime.rules}
_SPEAKS: tuple[tuple[Role, Dimension | None, Ownership | None, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "limit",
        Dimension.RETRY,
        Ownership.OWNED,
        re.compile(r"deadline|timer$|timeout|time-limit|stop-condition|-limits?$"),
        re.compile(r"^A (time )?limit\b|^A timer\b"),
    ),
    (
        "history",
        Dimension.REPLAY,
        Ownership.PLATFORM,
        re.compile(r"histor|checkpoint|-events$|event-(list|log)"),
        re.compile(r"\b(read|fetched) back\b|\bread again\b|\blooked up\b"),
    ),
    (
        "shape",
        Dimension.STATE,
        Ownership.OWNED,
        re.compile(r"state-(schema|class|type|shape)$"),
        re.compile(r"^The (schema|shape|fields)\b"),
    ),
    (
        "kept_id",
        Dimension.STATE,
        None,
        re.compile(r"-(column|row)$"),
        re.compile(r"(table|column|row|record|model)\b.* of your own.* (id of|ties its)\b"),
    ),
    ("permission", None, None, re.compile(r"permission"), re.compile(r"\b[Pp]ermission\b.*\bis granted|\bgrants permission")),
    (
        "documents",
        Dimension.STATE,
        Ownership.PLATFORM,
        re.compile(r"knowledge|vector-store|document|(^|-)files?$|corpus|search-index|cloud-index"),
        re.compile(
            r"^(?!.*\b(threads?|conversations?|sessions?|memory|memories)\b)"
            r"(.*\b(vector stores?|knowledge bases?|documents)\b|(A )?files? (is|are|for)\b)",
            re.I,
        ),
    ),
)
_OTHERWISE: dict[str, str] = {
    "anthropic.managed_agents/session-files": "what a session made, and nothing given to it",
    "crewai.crewai/attempt-limit": "attempts as well as time",
    "neutral.retry/queue-limit": "how often work is tried again",
    "neutral.retry/worker-limits": "attempts as well as time",
    "neutral.state/session-row": "holds no id of a vendor's",
}
"""Rules whose id or sentence speaks so and that were looked at: why the role does not hold."""


def _unsaid(rule: Rule) -> list[Role]:
    """Roles of which the id or the sentence of a rule speaks, where it has none."""
    name = rule.id.rpartition("/")[2]
    return [
        role
        for role, dimension, ownership, ids, sentences in _SPEAKS
        if dimension in (None, rule.dimension)
        and ownership in (None, rule.ownership)
        and rule.role is None
        and (ids.search(name) or sentences.search(rule.what))
    ]


def test_a_rule_that_speaks_of_a_role_has_it() -> None:
    problems = [
        f'{rule.id}: its id or sentence speaks of {role!r} ({ROLES[role]}). Write role = "{role}" in the rule; '
        "if that does not hold, say why in _OTHERWISE of this test."
        for rule in _RULES.values()
        if rule.id not in _OTHERWISE
        for role in _unsaid(rule)
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("rule", sorted(_OTHERWISE))
def test_what_was_looked_at_still_speaks_so(rule: str) -> None:
    assert rule in _RULES and _unsaid(_RULES[rule]), f"{rule} needs no entry in _OTHERWISE any more; remove it"


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_is_that_of_shipped_rules(role: Role) -> None:
    assert any(rule.role == role for rule in _RULES.values())
