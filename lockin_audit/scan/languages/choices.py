"""Models that are listed for choice, those a text is only compared with, and what only describes a vendor's formats: such names decide
nothing.

A list of prices, of context sizes or of what a menu offers names every model there is; the one that is asked stands elsewhere. A list over
several makers is an owner's registry and ties nobody to one of them. Of a list over one maker the first name stands for all. A schema that
only says what a vendor's answer looks like, and a table of titles for a vendor's names, hand nothing over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.scan.file_types import SCRIPTS
from lockin_audit.scan.model import Found

_Named = tuple[int, str, bytes]
"""Line, maker and model."""
_MAKERS = (
    ("anthropic", rb"claude-[\w.@:-]+"),
    ("openai", rb"(?:ft:)?gpt-?[345o][\w.:-]*|chatgpt-[\w.-]+|codex-[\w.-]+|o[134](?:-[a-z0-9-]+)?"),
    ("google", rb"gemini-[\w.:-]+|gemma[\w.:-]+|models/gemini-[\w.-]+"),
    ("meta", rb"(?:meta-)?llama-?v?[234][\w.:-]*"),
    ("mistral", rb"(?:mistral|mixtral|ministral|magistral|codestral|devstral|pixtral)-[\w.:-]+"),
    ("deepseek", rb"deepseek-[\w.:-]+"),
    ("qwen", rb"(?:qwen|qwq)-?\d?[\w.:]*-[\w.:-]+"),
    ("xai", rb"grok-[\w.:-]+"),
    ("cohere", rb"(?:command|c4ai)-[\w.:-]+"),
    ("amazon", rb"amazon\.[\w.:-]+|(?:nova|titan)-[\w.:-]+"),
    ("ai21", rb"(?:jamba|j2)-[\w.:-]+"),
    ("moonshot", rb"(?:kimi|moonshot)-[\w.:-]+"),
    ("zhipu", rb"glm-?[\d][\w.:-]*"),
    ("microsoft", rb"phi-?[34][\w.:-]*"),
    ("perplexity", rb"sonar(?:-[\w.:-]+)?"),
    ("minimax", rb"(?:minimax|abab)-[\w.:-]+"),
)
_NAME = rb"(?:[\w@-]{1,40}[/.:]){0,5}?(?:" + b"|".join(rb"(?P<%s>%s)" % (maker.encode(), form) for maker, form in _MAKERS) + rb")"
_QUOTED = re.compile(rb"""(?P<mark>["'`])""" + _NAME + rb"""\\?(?P=mark)""", re.IGNORECASE)
_PLAIN = re.compile(rb"""(?<![\w./@:-])["'`]?""" + _NAME + rb"""["'`]?(?=[\s,\]}]|$)""", re.IGNORECASE)
_SETTINGS = frozenset(("yaml", "toml", "dotenv", "text", "ini"))
"""Languages in which a name needs no quotation marks."""

_MANY = 10
"""Different models that make a file a catalogue: an application asks a few."""
_FAR, _CLOSE = 60, 4
"""Lines between two names of one list, in a catalogue and in any other file."""
_LIST = 6
"""Different models that make a list."""
_MAKERS_OF_A_LIST = 3
"""Different makers that make one in code, however short: in a file of settings each may be somebody's choice."""

_DESCRIBED = re.compile(
    rb"""(?i)\b(?:context_?(?:length|window|size)|(?:max|input|output)_?(?:output|input|context|completion)_?(?:tokens?|length)s?"""
    rb"""|max_?tokens?_?allowed|(?:input|output|cached?|prompt|completion)_?(?:price|cost)\w*|pricing|cost_?per\w*|knowledge_?cut_?off"""
    rb"""|supports?_?(?:vision|tools?|images?|reasoning|streaming|functions?|function_calling)|display_?name|label)["'`]?\s*[:=](?!=|\s*[A-Z]\w*\b[^,\n]*=)"""
)
"""A fact that a catalogue gives of each of its models: how much it reads, what it costs, what it is called on the screen."""
_ENTRY, _BEFORE = 5, 2
"""Lines after a model's name, and before it, within which a catalogue says something of it."""
_ENTERED = re.compile(
    rb"\b(\w{0,30}[mM]odel(?:Info|Spec|Card|Entry|Meta(?:data)?|Def(?:inition)?|Desc(?:ription)?|Option|Record|Details))\(\s*(?:\w+\s*=\s*)?$"
)
"""What enters a model into a register."""
_LISTED = re.compile(rb"^\s*-\s+(id|value)\s*:\s*[\"']?$")
"""What enters one into a register of YAML."""
_QUOTED_KEY = re.compile(rb"""^\s*"\w+"\s*:\s*"[^"\n]*",?\s*$""")
"""A line as JSON has it."""
_HOLDS = re.compile(rb"\s*[\])}]+\s*\)?\s*\.\s*(?:includes|indexOf|has|some|contains)\(")
_IN = re.compile(rb"\bin\s*[\[({]\s*$")
"""How a list ends, or begins, that is only asked whether it holds something."""
_GAP = 2
"""Lines between two members of a list that stand on lines of their own."""

_TEXT = rb"""["'`][\w./:@ -]{1,80}["'`]"""
_ASKS = (
    rb"startsWith|startswith|starts_with|StartsWith|endsWith|endswith|EndsWith"
    rb"|includes|indexOf|contains|Contains|HasPrefix|equalsIgnoreCase"
)
_COMPARED = re.compile(
    rb"\b(?:%b)\(\s*%b\s*[,)]|%b\s+(?:not\s+)?in\s+[A-Za-z_]|[!=]==?\s*%b|%b\s*[!=]==?|\bcase\s+%b|\[[^\]\n]{1,400}\]\s*\.\s*(?:includes|indexOf)\(|\bplaceholder[\"']?\s*[:=]\s*\{?\s*%b"
    % (_ASKS, *[_TEXT] * 6)
)
"""A text in quotation marks that another is held against, or that only shows what a field of a form may hold."""
_KEY = re.compile(rb"(?:^|[{,])\s*" + _QUOTED.pattern + rb"\s*:(?!:)", re.IGNORECASE)
"""A model under which a table keeps something: what is looked up, and not what is asked."""
_COUNTS = rb"\b(?:encoding_?(?:name_)?[fF]or_?[mM]odel|from_tiktoken_encoder)\(\s*"
_COUNTED = re.compile(_COUNTS + rb"(?:model(?:_name)?\s*=\s*)?" + _TEXT)
_COUNTING = re.compile(_COUNTS + rb"$")
"""What counts the tokens of a text for a model asks none; its brackets may end on a later line."""
_PICTURE = re.compile(rb"""["'`][\w./@-]{1,120}\.(?:png|svg|jpe?g|webp|gif|ico)["'`]""")
_ANY_TEXT = re.compile(rb"""["'`][\w./:@$-][^"'`\n]{0,200}["'`]""")
_SCHEMA = re.compile(rb"""\bz\.(?:literal|enum)\(\s*(?:%b\s*\)|\[[^\]\n]*\]?)|\bLiteral\[[^\]\n]*\]?""" % _TEXT)
"""What only says which texts may stand at a place: a schema of zod, a `Literal` of Python."""
_TITLE = re.compile(rb"""^\s*["'`](?:\w+_20\d{6}|\w+\.[\w.]+)["'`]\s*:\s*["'`][A-Z][^"'`\n]*["'`],?\s*$""")
"""What the screen calls a tool or an event that bears a vendor's name."""
_REMARK = re.compile(rb"(?:^|\s)(?://|#)\s.*")
"""What a line of code says beside itself: models it names there are asked by nobody."""


def without_choices(found: Sequence[Found], data: bytes, language: str) -> list[Found]:
    """Leaves out the places of models that are listed for choice, only compared with, or names of pictures, and vendors' names that only
    a schema or a table of titles holds.

    Args:
        found: all places of one file, sorted by line.
        data: the file.
        language: its language.
    """
    lines = data.split(b"\n") if found else []
    known = [hit for hit in found if language in _SETTINGS or not _only_describes(hit, lines)]
    models = [hit for hit in known if hit.rule.dimension is Dimension.MODEL and hit.rule.ownership is Ownership.PLATFORM]
    if not models:
        return known
    several, single = _lists(lines, language)
    compared = {id(hit) for hit in models if language not in _SETTINGS and _decides_nothing(lines, hit.line)}
    if language in SCRIPTS:
        compared |= {id(hit) for hit in models if _is_told(lines, hit.line)}
    left_out = compared | {id(hit) for hit in models if hit.line in several}
    named = {hit.rule.id for hit in models if hit.line not in single and id(hit) not in left_out}
    for hit in models:
        if hit.line in single and id(hit) not in left_out:
            if hit.rule.id in named:
                left_out.add(id(hit))
            named.add(hit.rule.id)
    return [hit for hit in known if id(hit) not in left_out]


def _only_describes(hit: Found, lines: Sequence[bytes]) -> bool:
    """Whether the line of a vendor's name only says which names there are, or what the screen calls one."""
    if hit.rule.ownership is not Ownership.PLATFORM or any(match.kind != "string" for match in hit.rule.match):
        return False
    line = lines[hit.line - 1][:2_000] if 1 <= hit.line <= len(lines) else b""
    if hit.rule.dimension is not Dimension.MODEL and _TITLE.search(line):
        return True
    rest, cut = _SCHEMA.subn(b"", line)
    return cut > 0 and not _ANY_TEXT.search(rest)


def _lists(lines: Sequence[bytes], language: str) -> tuple[set[int], set[int]]:
    """Lines of lists over several makers, and those of lists over one."""
    form = _PLAIN if language in _SETTINGS else _QUOTED
    named: list[_Named] = []
    members: list[_Named] = []
    entered: dict[bytes, set[int]] = {}
    for number, line in enumerate(lines, start=1):
        read = line[:2_000] if language in _SETTINGS else _REMARK.sub(b"", line[:2_000])
        for match in form.finditer(read):
            maker = next(name for name, text in match.groupdict().items() if text is not None and name != "mark")
            named.append((number, maker, match[maker].lower()))
            if (entry := (_LISTED if language in _SETTINGS else _ENTERED).search(read[: match.start()])) is not None:
                entered.setdefault(entry[1], set()).add(number)
        if named and named[-1][0] == number and b"," in read and not form.sub(b"", read).strip(b" \t\r,[](){}-"):
            members += [place for place in named if place[0] == number]
    gap = _FAR if len({name for _, _, name in named}) >= _MANY else _CLOSE
    at_once = _MAKERS_OF_A_LIST if language not in _SETTINGS and language != "json" else len(_MAKERS) + 1
    several: set[int] = set()
    single: set[int] = set()
    for run in _runs(named, gap):
        models, makers = {name for _, _, name in run}, {maker for _, maker, _ in run}
        if len(makers) >= at_once or (len(makers) > 1 and len(models) >= _LIST):
            several.update(range(run[0][0], run[-1][0] + 1))
        elif len(models) >= _LIST:
            single.update(range(run[0][0], run[-1][0] + 1))
    for run in _runs(members, _GAP):
        if _is_asked_of(lines, run[0][0], run[-1][0]):
            several.update(number for number, _, _ in run)
        elif len(run) > 1:
            single.update(number for number, _, _ in run)
    for entries in entered.values():
        if len(entries) > 1:
            single |= entries
    at = {number for number, _, _ in named}
    described = [place for place in named if _is_described(lines, place[0], at)]
    models, makers = {name for _, _, name in described}, {maker for _, maker, _ in described}
    if len(makers) > 1 and len(models) > _MAKERS_OF_A_LIST - 1:
        several.update(number for number, _, _ in described)
    elif len(makers) == 1 and len(models) > 1:
        single.update(number for number, _, _ in described)
    return several, single


def _runs(places: Sequence[_Named], gap: int) -> Iterator[list[_Named]]:
    """Places that follow each other within so many lines, together."""
    run: list[_Named] = []
    for place in places:
        if run and place[0] - run[-1][0] > gap:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_told(lines: Sequence[bytes], number: int) -> bool:
    """Whether a line is JSON within a longer text of a script: what a model is told, or a page shows, as an example."""
    if not _QUOTED_KEY.match(lines[number - 1][:2_000]):
        return False
    return sum(line.count(b"`") - line.count(b"\\`") for line in lines[: number - 1]) % 2 == 1


def _is_asked_of(lines: Sequence[bytes], first: int, last: int) -> bool:
    """Whether the list that these lines make up is only asked whether it holds something."""
    ahead = lines[first - 2][-200:] if first > 1 else b""
    behind = next((line for line in lines[last : last + _GAP] if line.strip()), b"")
    return _HOLDS.match(behind[:200]) is not None or _IN.search(ahead) is not None


def _is_described(lines: Sequence[bytes], number: int, named: Set[int]) -> bool:
    """Whether a fact of a catalogue stands beside the model of a line, nearer than the next model."""
    after = range(number, min(number + _ENTRY, len(lines)) + 1)
    before = range(number - 1, max(number - _BEFORE, 1) - 1, -1)
    return any(
        _DESCRIBED.search(lines[line - 1][:2_000])
        for side in (after, before)
        for line in takewhile(lambda it: it == number or it not in named, side)
    )


def _decides_nothing(lines: Sequence[bytes], number: int) -> bool:
    """Whether a line names models only to compare with them or to count tokens, or pictures of theirs."""
    line = lines[number - 1] if 1 <= number <= len(lines) else b""
    if number > 1 and _COUNTING.search(lines[number - 2][-200:]):
        return True
    rest, counted = _COUNTED.subn(b"", line)
    rest, cut = _COMPARED.subn(b"", rest)
    rest, pictures = _PICTURE.subn(b"", rest)
    rest, keys = _KEY.subn(b"", rest)
    return counted + cut + pictures + keys > 0 and not _QUOTED.search(rest) and (not cut or not _ANY_TEXT.search(rest))
