"""Models that are listed for choice, and those a text is only compared with: such names decide nothing.

A list of prices, of context sizes or of what a menu offers names every model there is; the one that is asked stands elsewhere. A list over
several makers is an owner's registry and ties nobody to one of them. Of a list over one maker the first name stands for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lockin_audit.core.evidence import Dimension, Ownership
from lockin_audit.scan.model import Found

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

_TEXT = rb"""["'`][\w./:@ -]{1,80}["'`]"""
_ASKS = (
    rb"startsWith|startswith|starts_with|StartsWith|endsWith|endswith|EndsWith"
    rb"|includes|indexOf|contains|Contains|HasPrefix|equalsIgnoreCase"
)
_COMPARED = re.compile(
    rb"\b(?:%b)\(\s*%b\s*[,)]|%b\s+(?:not\s+)?in\s+[A-Za-z_]|[!=]==?\s*%b|%b\s*[!=]==?|\bcase\s+%b|\bplaceholder[\"']?\s*[:=]\s*\{?\s*%b"
    % (_ASKS, *[_TEXT] * 6)
)
"""A text in quotation marks that another is held against, or that only shows what a field of a form may hold."""
_KEY = re.compile(rb"(?:^|[{,])\s*" + _QUOTED.pattern + rb"\s*:(?!:)", re.IGNORECASE)
"""A model under which a table keeps something: what is looked up, and not what is asked."""
_PICTURE = re.compile(rb"""["'`][\w./@-]{1,120}\.(?:png|svg|jpe?g|webp|gif|ico)["'`]""")
_ANY_TEXT = re.compile(rb"""["'`][\w./:@$-][^"'`\n]{0,200}["'`]""")
_REMARK = re.compile(rb"(?:^|\s)(?://|#)\s.*")
"""What a line of code says beside itself: models it names there are asked by nobody."""


def without_choices(found: Sequence[Found], data: bytes, language: str) -> list[Found]:
    """Leaves out the places of models that are listed for choice, only compared with, or names of pictures.

    Args:
        found: all places of one file, sorted by line.
        data: the file.
        language: its language.
    """
    models = [hit for hit in found if hit.rule.dimension is Dimension.MODEL and hit.rule.ownership is Ownership.PLATFORM]
    if not models:
        return list(found)
    lines = data.split(b"\n")
    several, single = _lists(lines, language)
    first: dict[str, int] = {}
    left_out: set[int] = set()
    for hit in models:
        compared = language not in _SETTINGS and _decides_nothing(lines, hit.line)
        repeated = not compared and hit.line in single and first.setdefault(hit.rule.id, hit.line) != hit.line
        if hit.line in several or compared or repeated:
            left_out.add(id(hit))
    return [hit for hit in found if id(hit) not in left_out]


def _lists(lines: Sequence[bytes], language: str) -> tuple[set[int], set[int]]:
    """Lines of lists over several makers, and those of lists over one."""
    form = _PLAIN if language in _SETTINGS else _QUOTED
    named: list[tuple[int, str, bytes]] = []
    for number, line in enumerate(lines, start=1):
        read = line[:2_000] if language in _SETTINGS else _REMARK.sub(b"", line[:2_000])
        for match in form.finditer(read):
            maker = next(name for name, text in match.groupdict().items() if text is not None and name != "mark")
            named.append((number, maker, match[maker].lower()))
    gap = _FAR if len({name for _, _, name in named}) >= _MANY else _CLOSE
    at_once = _MAKERS_OF_A_LIST if language not in _SETTINGS and language != "json" else len(_MAKERS) + 1
    several: set[int] = set()
    single: set[int] = set()
    run: list[tuple[int, str, bytes]] = []
    for place in [*named, None]:
        if place is not None and (not run or place[0] - run[-1][0] <= gap):
            run.append(place)
            continue
        models, makers = {name for _, _, name in run}, {maker for _, maker, _ in run}
        if len(makers) >= at_once or (len(makers) > 1 and len(models) >= _LIST):
            several.update(range(run[0][0], run[-1][0] + 1))
        elif len(models) >= _LIST:
            single.update(range(run[0][0], run[-1][0] + 1))
        run = [place] if place is not None else []
    return several, single


def _decides_nothing(lines: Sequence[bytes], number: int) -> bool:
    """Whether a line names models only to compare with them, or pictures of theirs."""
    line = lines[number - 1] if 1 <= number <= len(lines) else b""
    rest, cut = _COMPARED.subn(b"", line)
    rest, pictures = _PICTURE.subn(b"", rest)
    rest, keys = _KEY.subn(b"", rest)
    return cut + pictures + keys > 0 and not _QUOTED.search(rest) and (not cut or not _ANY_TEXT.search(rest))
