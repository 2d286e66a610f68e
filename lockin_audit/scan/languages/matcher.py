"""Which rules hold where in a file, decided on its facts alone: calls, symbols, strings and attributes of code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from lockin_audit.core.evidence import Confidence
from lockin_audit.core.runtime import (
    AttributeMatch,
    CallMatch,
    ConstructMatch,
    KeyMatch,
    Match,
    ResourceMatch,
    Rule,
    StringMatch,
    SymbolMatch,
    TextMatch,
)
from lockin_audit.scan.languages import constructs, declarations
from lockin_audit.scan.languages.facts import Argument, Call, FileFacts, Span, Spans
from lockin_audit.scan.languages.lookalikes import competing, within
from lockin_audit.scan.languages.origins import INHERITED, LOCAL, OWN

Hit = tuple[int, int, Confidence | None]
"""Start offset, end offset, and a confidence where it differs from the rule's."""


_KEPT_THERE = re.compile(
    r"(?:(?:fastapi|starlette)\b.*\.state"
    r"|(?:flask|quart)\.(?:g|(?:current_app|Flask\(\)|Quart\(\))(?:\.(?:config|extensions))?)"
    r"|sanic\b.*\.ctx|express\b.*\.locals|streamlit\.session_state)\.(?!(?:config|extensions|logger|state)\.)\w+\.\w"
    r"|chainlit\.user_session\.get\(\)\.\w"
)
"""A value an application keeps at its web framework and takes from there again: its own, not the framework's."""
_AFTER = 80
"""Bytes after a string that are looked at for what follows it."""
_METHOD_ELSEWHERE = re.compile(rf"{LOCAL}[\w.]+:[A-Z]\w*(?<!Logger)\.[a-z_]\w*")
"""A method called on an object of a class that stands in another module of the repository, unless that is a logger."""


class Matcher:
    """Asks the facts of one file; indexes are made once and shared by all rules."""

    def __init__(self, facts: FileFacts, absent: frozenset[str] = frozenset()) -> None:
        self.facts = facts
        self._absent = absent
        self.modules = {item.module for item in facts.imports if not item.module.startswith(".")}
        self.modules |= {
            f"{item.module}.{item.name}" for item in facts.imports if item.name not in ("", "*") and not item.module.startswith(".")
        }
        self._calls: dict[str, list[Call]] | None = None
        self._values: dict[str, list[Span]] | None = None
        self._reads: Sequence[tuple[str, int, int]] | None = None

    def imports(self, modules: Sequence[str]) -> bool:
        """Whether the file imports one of these modules or something inside one."""
        return any(within(module, wanted) for wanted in modules for module in self.modules)

    def hits(self, match: Match) -> Iterator[Hit]:
        """Places where one alternative of a rule holds."""
        if isinstance(match, CallMatch):
            yield from self._call_hits(match)
        elif isinstance(match, SymbolMatch):
            yield from self._symbol_hits(match)
        elif isinstance(match, StringMatch):
            yield from self._string_hits(match)
        elif isinstance(match, AttributeMatch):
            yield from self._attribute_hits(match)
        elif isinstance(match, ResourceMatch):
            yield from declarations.resource_hits(self.facts, match)
        elif isinstance(match, KeyMatch):
            yield from declarations.key_hits(self.facts, match)
        elif isinstance(match, ConstructMatch):
            yield from constructs.hits(self.facts, match)

    def _call_index(self) -> dict[str, list[Call]]:
        """Calls by the last name of their path, as written and, for a bare name, as resolved."""
        if self._calls is None:
            self._calls = {}
            for call in self.facts.calls:
                names = {call.written.rpartition(".")[2]}
                if "." not in call.written and "(" not in call.written:
                    names |= {path.rpartition(".")[2] for path in call.resolve()}
                for name in names:
                    self._calls.setdefault(name, []).append(call)
        return self._calls

    def _call_hits(self, match: CallMatch) -> Iterator[Hit]:
        index = self._call_index()
        for path in match.path:
            for call in index.get(path.rpartition(".")[2], ()):
                resolved = call.resolve()
                if not _ends(call.written, path) and not any(_ends(name, path) for name in resolved):
                    continue
                traced, confidence = self._receiver(match, path, call, resolved)
                if traced:
                    yield from _argument_hits(match, call, confidence)

    def _receiver(self, match: CallMatch, path: str, call: Call, resolved: tuple[str, ...]) -> tuple[bool, Confidence | None]:
        """Whether the receiver fits, and the confidence when that differs from the rule's."""
        resolved = tuple(_settled(name, match.receiver) for name in resolved)
        known = [name for name in resolved if not name.startswith((OWN, LOCAL))]
        if known:
            if not any(_ends(name, path) or _ends(call.written, path) for name in known):
                return (False, None)
            return (not match.receiver or any(_comes_from(name, match.receiver) for name in known), None)
        if resolved and all(name.startswith(OWN) for name in resolved):
            return (False, None)
        if resolved and "." not in call.written and "(" not in call.written:
            return (False, None)  # a function of another module of the repository
        if resolved and all(_METHOD_ELSEWHERE.fullmatch(name) for name in resolved):
            return (False, None)  # a method of a class of another module, of which nothing points to a vendor
        if not match.receiver:
            return (True, None)
        if match.unresolved is None:
            return (False, None)
        if match.vendors and match.vendors <= self._absent:
            return (False, None)
        wanted = [origin.split(":")[0] for origin in match.receiver if not origin.startswith("!")]
        if not self.imports(wanted) and competing(self.modules):
            return (False, None)
        return (True, match.unresolved)

    def _symbol_hits(self, match: SymbolMatch) -> Iterator[Hit]:
        relevant = [
            item
            for item in self.facts.imports
            if any(within(item.module, module) or within(module, item.module) for module in match.module)
        ]
        if not relevant:
            return
        if "import" in match.use:
            for item in relevant:
                inside = [module for module in match.module if within(item.module, module)]
                if inside and item.end and (item.name in match.name or any(_names(item.module, module, match.name) for module in inside)):
                    yield (item.start, item.end, None)
        kinds = set(match.use) - {"import"}
        if not kinds:
            return
        whole = _symbol(match.module, match.name, "")
        part = _symbol(match.module, match.name, "any")
        for use in self.facts.uses(relevant, frozenset(part for name in match.name for part in name.split("."))):
            if ("any" in kinds and part.match(use.chain)) or (use.kind in kinds and whole.fullmatch(use.chain)):
                yield (use.start, use.end, None)

    def _string_hits(self, match: StringMatch) -> Iterator[Hit]:
        if self._values is None:
            self._values = {}
            chosen = self.facts.catalogues.holds
            for literal in self.facts.literals:
                if chosen(literal.start):
                    continue
                self._values.setdefault(literal.value, []).append((literal.start, literal.end))
            for entry in self.facts.entries:
                if entry.value is not None and not chosen(entry.start):
                    self._values.setdefault(entry.value, []).append((entry.start, entry.key_end or entry.end))
        spans = [span for value in match.equals for span in self._values.get(value, ())]
        if match.pattern:
            fits = _pattern(match.pattern, re.DOTALL).fullmatch
            spans += [span for value, held in self._values.items() if fits(value) for span in held]
        taken = self._handed_to(match.outside) if match.outside and spans else None
        follows = _pattern(match.unless_followed).match if match.unless_followed else None
        for start, end in spans:
            if follows is not None and follows(self.facts.data[end : end + _AFTER].decode("utf-8", "replace")):
                continue
            if taken is None or not (taken[0].holds(start) or self.facts.data[start:end] in taken[1]):
                yield (start, end, None)

    def _handed_to(self, names: Sequence[str]) -> tuple[Spans, set[bytes]]:
        """Where calls of these names stand, and the source of the constants handed to them."""
        index = self._call_index()
        calls = [call for name in names for call in index.get(name, ())]
        constants = {text.encode() for call in calls for argument in call.arguments() for text in argument.texts[1:]}
        return (Spans((call.start, call.end) for call in calls), constants)

    def _attribute_hits(self, match: AttributeMatch) -> Iterator[Hit]:
        if not self.facts.is_code:
            return
        for path in match.path:
            if any(segment.encode() not in self.facts.data for segment in path.split(".")):
                continue
            for found in _attribute(path).finditer(self.facts.data):
                if not self.facts.opaque.holds(found.start()):
                    yield (found.start(), found.end(), None)
        reads = self.facts.reads() if self._reads is None else self._reads
        self._reads = reads
        for chain, start, end in reads:
            if any(_ends(chain, path) for path in match.path):
                yield (start, end, None)


def found_in(facts: FileFacts, rules: Sequence[Rule], absent: frozenset[str] = frozenset()) -> Iterator[tuple[Rule, Hit]]:
    """Every hit of every rule but those of `text` matches.

    Args:
        facts: of the file.
        rules: what to look for.
        absent: vendors' modules that the repository imports nowhere.
    """
    matcher = Matcher(facts, absent)
    for rule in rules:
        if (rule.imports and not matcher.imports(rule.imports)) or (rule.without_imports and matcher.imports(rule.without_imports)):
            continue
        for match in rule.match:
            if not isinstance(match, TextMatch):
                for hit in matcher.hits(match):
                    yield (rule, hit)


def _ends(name: str, path: str) -> bool:
    """Whether a dotted name ends in a path, at a dot."""
    return name.endswith(path) and (len(name) == len(path) or name[-len(path) - 1] in "./:")


def _settled(name: str, receivers: Sequence[str]) -> str:
    """A method of a class of the repository: its own. An attribute perhaps inherited from a base class: the base's where that is one of
    the receivers or where its own method is called; else unknown, for subclasses also keep attributes their base knows nothing of. What an
    application keeps at its web framework: unknown."""
    if name.startswith(LOCAL + "@") and name.count(".") < 2:
        return OWN + name
    if _KEPT_THERE.match(name) and not any(within(name, origin.lstrip("!")) for origin in receivers):
        return LOCAL + name
    if not name.startswith(INHERITED):
        return name
    inherited = name[len(INHERITED) :]
    if _comes_from(inherited, receivers) or inherited.partition("()")[2].count(".") < 2:
        return inherited
    return LOCAL + inherited


def _comes_from(name: str, receivers: Sequence[str]) -> bool:
    excluded = any(within(name, origin[1:]) for origin in receivers if origin.startswith("!"))
    return not excluded and any(within(name, origin) for origin in receivers if not origin.startswith("!"))


def _argument_hits(match: CallMatch, call: Call, confidence: Confidence | None) -> Iterator[Hit]:
    if not (match.argument or match.value or match.with_arguments or match.without_arguments):
        yield (call.start, call.end, confidence)
        return
    given = call.arguments()
    names = {argument.name for argument in given}
    if match.with_arguments and not names.intersection(match.with_arguments):
        return
    if names.intersection(match.without_arguments):
        return
    fits = _texts_fit(match.value, match.settled)
    if match.argument:
        for argument in given:
            if argument.name == match.argument and fits(argument):
                yield (argument.start, argument.end, confidence)
    elif not match.value or any(fits(argument) for argument in given):
        yield (call.start, call.end, confidence)


def _texts_fit(value: str, settled: bool = False) -> Callable[[Argument], bool]:
    if not value:
        return lambda argument: True
    search = _pattern(value).search
    if settled:
        return lambda argument: any(search(text) for text in argument.texts[1:] or argument.texts)
    return lambda argument: any(search(text) for text in argument.texts)


def _names(name: str, module: str, wanted: Sequence[str]) -> bool:
    """Whether an imported module is itself one of the names: `import temporalio.workflow` for `workflow` of `temporalio`."""
    rest = name[len(module) + 1 :]
    return bool(rest) and rest in wanted


@cache
def _pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(source, flags)


@cache
def _symbol(modules: tuple[str, ...], names: tuple[str, ...], use: str) -> re.Pattern[str]:
    module = "|".join(re.escape(item) for item in modules)
    name = "|".join(re.escape(item) for item in names)
    return re.compile(rf"(?:{module})(?:[./][^()]*)?\.(?:{name})" + (r"(?![\w$])" if use else ""))


@cache
def _attribute(path: str) -> re.Pattern[bytes]:
    """A read of an attribute path; `x["name"]` and `x.get("name")` count as `x.name`."""
    first, *rest = path.split(".")
    word = re.escape(first)
    key = r"""\[\s*["']{0}["']\s*\]"""
    get = r"""\??\.get\(\s*["']{0}["'][^()\n]{{0,80}}\)"""
    start = rf"(?:\??\.\s*{word}(?![\w$])|{key.format(word)}|{get.format(word)}"
    pattern = start + (rf"|(?<![\w$.]){word}(?![\w$]))" if rest else ")")
    for segment in rest:
        word = re.escape(segment)
        pattern += rf"!?\s*(?:\??\.\s*{word}(?![\w$])|(?:\?\.)?{key.format(word)}|{get.format(word)})"
    return re.compile((pattern + r"(?!\s*\()(?!\s*=[^=>])").encode())
