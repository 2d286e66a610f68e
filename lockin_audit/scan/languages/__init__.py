"""One file at a time: which rules hold where.

An extractor per language turns the syntax tree into `FileFacts`; one matcher decides every rule on those facts, so that a further
language is one further extractor. Nothing here reads a disk, follows a name out of the repository, or runs what it reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.file_types import SCRIPTS
from lockin_audit.scan.languages import document, structured
from lockin_audit.scan.languages.choices import without_choices
from lockin_audit.scan.languages.facts import FileFacts, Lines, Spans
from lockin_audit.scan.languages.globs import matches
from lockin_audit.scan.languages.local_types import look_up_types, opened_in
from lockin_audit.scan.languages.modules import look_up_for
from lockin_audit.scan.model import Answers, Found, RepositoryContext, SourceFile

if TYPE_CHECKING:
    from lockin_audit.scan.languages.code import Code
    from lockin_audit.scan.languages.origins import LookUp

_TYPED = {
    "csharp": ("csharp", "CSharpCode"),
    "java": ("java", "JavaCode"),
    "kotlin": ("kotlin", "KotlinCode"),
    "go": ("golang", "GoCode"),
    "ruby": ("ruby", "RubyCode"),
    "php": ("php", "PhpCode"),
}
"""Languages in which classes stand by their names: module and class of the extractor."""
_GRAMMARS = frozenset(("python", "terraform", "yaml", "json", "notebook", "toml", "dotenv")) | SCRIPTS
"""Languages in which `text` rules hold only where the rule names files."""
SUPPORTED: frozenset[str] = _GRAMMARS | {*_TYPED, "bicep", "html"} | {"markdown", "text", "rst", "sql", "shell", "dockerfile"}
"""Languages `analyse` knows; a file of any other language is read for `text` rules only."""

_CODE = frozenset(("call", "symbol", "string", "attribute", "construct"))
_SETTINGS = frozenset(("key", "resource", "string"))
_KINDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((*SCRIPTS, *_TYPED, "python"), _CODE),
    **dict.fromkeys(("yaml", "json", "toml", "dotenv"), _SETTINGS),
    "terraform": frozenset(("resource", "string")),
    "bicep": _SETTINGS,
    "sql": frozenset(("construct",)),
}
"""Match kinds that can hold in a language; a file for which none is asked is not parsed."""

_SQL_COMMENT = re.compile(rb"--[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_BOM = b"\xef\xbb\xbf"


def analyse(source: SourceFile, rules: Sequence[Rule], context: RepositoryContext, answers: Answers | None = None) -> list[Found]:
    """Every place in a file where a rule holds, sorted by line and rule, each rule at most once per line.

    `imports` and `files` of a rule are decided here; `near` is left to the caller, who knows the other files.

    Args:
        source: the file.
        rules: what to look for.
        context: what is known of the repository.
        answers: filled with what was asked of other files and said of them.
    Raises:
        DataError: the file cannot be read as what it is (a broken notebook, YAML nested without end); the message says why.
    """
    found: dict[tuple[int, str], Found] = {}

    def keep(rule: Rule, line: int, end_line: int, hit: Found | None = None) -> None:
        key = (line, rule.id)
        confidence = hit.confidence if hit is not None else rule.confidence
        known = found.get(key)
        if known is None or confidence.rank > known.confidence.rank:
            found[key] = Found(rule, line, max(line, end_line), confidence)

    if source.language == "notebook":
        from lockin_audit.scan.languages import notebook

        parts = notebook.read(source.path, source.data)
        for hit in _analyse_code(parts.code, "python", source.path, rules, context, answers):
            keep(hit.rule, parts.code_lines[hit.line - 1], parts.code_lines[min(hit.end_line, len(parts.code_lines)) - 1], hit)
        wanted = document.applicable(rules, source.path, plain=True)
        for rule, line in document.hits(parts.prose, "markdown", Spans(()), wanted):
            place = parts.prose_lines[line - 1]
            keep(rule, place, place)
    else:
        language, code = source.language, source.data
        if language == "html":
            from lockin_audit.scan.languages import pages

            for rule, line in document.hits(code, language, Spans(()), document.applicable(rules, source.path, plain=True)):
                keep(rule, line, line)
            language, code = pages.script(source.path, code)
        for hit in _analyse_code(code, language, source.path, rules, context, answers):
            keep(hit.rule, hit.line, hit.end_line, hit)
    return without_choices([found[key] for key in sorted(found)], source.data, source.language)


def _analyse_code(
    data: bytes, language: str, path: str, rules: Sequence[Rule], context: RepositoryContext, answers: Answers | None
) -> list[Found]:
    kinds = _KINDS.get(language, frozenset())
    structural = [
        rule for rule in rules if any(match.kind in kinds for match in rule.match) and (not rule.files or matches(path, rule.files))
    ]
    wanted = document.applicable(rules, path, plain=language not in _GRAMMARS)
    if not structural and not wanted:
        return []
    facts = _facts(data, language, path, context, answers)
    lines = Lines(data)
    found = []
    if structural:
        from lockin_audit.scan.languages.matcher import found_in

        for rule, (start, end, confidence) in found_in(facts, structural, context.absent):
            found.append(Found(rule, lines.at(start), lines.at(max(start, end - 1)), confidence or rule.confidence))
    found += [Found(rule, line, line, rule.confidence) for rule, line in document.hits(data, language, facts.dead, wanted)]
    return found


def exports(source: SourceFile, context: RepositoryContext | None = None) -> Mapping[str, str]:
    """Client objects, factories and client attributes a module makes available: name (or `Class.attribute`) → origin.

    The origin is the qualified name of what was constructed (`openai.OpenAI`, `boto3:bedrock-agent-runtime`), or `~module:name` for
    what the module only hands on; with `=>` at its end it is what a function of the repository gives. Put it into
    `RepositoryContext.origins` under `path:name` unchanged. `context` tells which modules are the repository's own. Empty for files that
    are no code, and for broken ones.
    """
    if source.language != "python" and source.language not in SCRIPTS and source.language not in _TYPED:
        return {}
    from lockin_audit.scan.languages.exported import exported

    code = _code(_without_mark(source.data), source.language, source.path, context or RepositoryContext(), names_only=True)
    return exported(code.scopes, hands_on=source.language == "python" and source.path.endswith("__init__.py"))


def _without_mark(data: bytes) -> bytes:
    return b"   " + data[3:] if data.startswith(_BOM) else data


def look_up_of(path: str, language: str, context: RepositoryContext) -> LookUp:
    """How names of other files are followed from one file.

    Args:
        path: that file.
        language: its language.
        context: what is known of the repository.
    """
    if language in _TYPED:
        return look_up_types(path, language, context)
    return look_up_for(path, context, script=language in SCRIPTS or language == "html")


def _noting(look_up: LookUp, answers: Answers, *, typed: bool) -> LookUp:
    """The same, with each answer that other files may change noted. Where classes stand by their names any name may be one."""

    def ask(module: str, name: str) -> str | None:
        known = look_up(module, name)
        if name and (typed or known is not None):
            answers[module, name] = known
        return known

    return ask


def _code(
    data: bytes, language: str, path: str, context: RepositoryContext, answers: Answers | None = None, *, names_only: bool = False
) -> Code:
    """The extractor of a programming language; `names_only` where nothing is asked but what names stand for."""
    look_up = look_up_of(path, language, context)
    if answers is not None:
        look_up = _noting(look_up, answers, typed=language in _TYPED)
    if language == "python":
        from lockin_audit.scan.languages.python import PythonCode

        return PythonCode("python", data, look_up, names_only=names_only)
    if language in SCRIPTS:
        from lockin_audit.scan.languages.javascript import JavaScriptCode, TypeScriptCode

        if language in ("typescript", "tsx"):
            return TypeScriptCode(language, data, look_up, names_only=names_only)
        return JavaScriptCode("javascript", data, look_up, names_only=names_only)
    if path.endswith(".razor"):
        from lockin_audit.scan.languages import razor

        data = razor.code(data)
    module, name = _TYPED[language]
    extractor = getattr(import_module(f"lockin_audit.scan.languages.{module}"), name)
    opened = opened_in(path, context.usings) if language == "csharp" else ()
    made: Code = extractor(language, data, look_up, names_only=names_only, opened=opened)
    return made


@cache
def prepare(language: str) -> None:
    """Load what the closer look at files of a language needs, ahead of the first file."""
    if language == "python" or language in SCRIPTS or language in _TYPED:
        from lockin_audit.scan.languages.matcher import found_in

        list(found_in(_code(b"", language, "", RepositoryContext()).facts(), (), frozenset()))


def _facts(data: bytes, language: str, path: str, context: RepositoryContext, answers: Answers | None) -> FileFacts:
    data = _without_mark(data)
    if language == "python" or language in SCRIPTS or language in _TYPED:
        return _code(data, language, path, context, answers).facts()
    if language == "terraform":
        from lockin_audit.scan.languages import terraform

        return terraform.facts(data)
    if language == "bicep":
        from lockin_audit.scan.languages import bicep

        return bicep.facts(data)
    if language in ("yaml", "json"):
        return structured.facts(language, path, data)
    if language in ("toml", "dotenv"):
        from lockin_audit.scan.languages import settings

        return settings.toml(data) if language == "toml" else settings.dotenv(data)
    if language == "sql":
        comments = Spans(match.span() for match in _SQL_COMMENT.finditer(data))
        return FileFacts(data, dead=comments, opaque=comments)
    return FileFacts(data)
