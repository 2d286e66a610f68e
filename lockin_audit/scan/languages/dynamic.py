"""What the extractors of Ruby and PHP share: variables that nothing declares, classes named without import."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Guard
from lockin_audit.scan.languages.expression import chain, chains, text
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed import TypedCode

if TYPE_CHECKING:
    from tree_sitter import Node

VARIABLES = frozenset(("variable_name", "identifier", "constant", "global_variable"))
MEMBERS = frozenset(("instance_variable", "class_variable"))
_REFUSED = re.compile(
    r"(?:status|code)\w*(?:\(\))?\W{1,12}(?:429|5\d\d)\b|\b(?:tooManyRequests|serverError|too_many_requests\?|server_error\?)|\b(?:is|should|can)_?Retr",
    re.IGNORECASE,
)
"""The test of an answer that says to come again later."""


class DynamicCode(TypedCode):
    """One file of a language in which an assignment is the declaration."""

    @override
    def bind(self, scopes: Scopes) -> None:
        scopes.bare_constants = True
        super().bind(scopes)

    @override
    def _assign(self, target: Node | None, value: Node | None, node: Node, scopes: Scopes) -> None:
        if target is None:
            return
        binding = Binding(node.end_byte - 1, "value", chains(self.worth(value), self.syntax), node=value)
        if target.type in VARIABLES:
            scopes.bind(scopes.at(node.start_byte), text(target), binding)
            return
        made = chain(target, self.syntax)
        member = text(target).lstrip("@") if target.type in MEMBERS else made[1] if len(made) == 2 and made[0] in ("this", "self") else ""
        if member and binding.chains:
            if scopes.owner(scopes.at(node.start_byte)) is None:
                scopes.bind(0, text(target), binding)
            else:
                scopes.bind_attribute(node.start_byte, member.lstrip("$"), binding)

    def worth(self, value: Node | None) -> Node | None:
        """The expression that gives an assigned value; by default the value itself."""
        return value

    def refusals(self) -> Iterable[Guard]:
        """What is done after an answer that says to come again later, as the handler of what stands before the test."""
        for node in self.found.get("branch", ()):
            condition, block = node.child_by_field_name("condition"), node.parent
            then = node.child_by_field_name("body") or node.child_by_field_name("consequence")
            if condition is not None and then is not None and block is not None and _REFUSED.search(text(condition)):
                handler = (then.start_byte, then.end_byte)
                yield Guard((node.start_byte, node.end_byte), (block.start_byte, node.start_byte), (handler,))
