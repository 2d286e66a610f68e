"""No rule is dropped unread: what the tests before parsing ask for stands in every file of the fixtures in which a rule holds."""

from __future__ import annotations

from lockin_audit.core.runtime import ConstructMatch
from lockin_audit.scan.languages import analyse
from lockin_audit.scan.languages.signs import Signs
from lockin_audit.scan.lexical import Words
from lockin_audit.scan.necessary import Requirement
from tests.rules.test_rules import FIXTURES, candidates, context, pack_id, packs, source


def test_what_a_rule_asks_for_stands_wherever_it_holds() -> None:
    requirements = {rule.id: Requirement(rule) for runtime in packs().values() for rule in runtime.rules}
    neutral = tuple(rule for runtime in packs().values() if runtime.kind == "neutral" for rule in runtime.rules)
    dropped = []
    for path in FIXTURES:
        file = source(path)
        own = packs()[pack_id(path)]
        asked = candidates(own.rules if own.kind == "neutral" else (*own.rules, *neutral), file.data)
        found = {hit.rule.id for hit in analyse(file, asked, context(own.id))}
        own_rules = {rule.id: rule for rule in asked}
        words = Words(file.data, file.language, file.path)
        dropped += [f"{path.name}: {name}" for name in sorted(found) if not requirements[name].met(words)]
        shapes = {rule.id: [match.name for match in rule.match if isinstance(match, ConstructMatch)] for rule in asked}
        dropped += [
            f"{path.name}: {name}"
            for name in sorted(found)
            if len(shapes[name]) == len(own_rules[name].match) and not any(Signs(file.data).possible(shape) for shape in shapes[name])
        ]
    assert not dropped
