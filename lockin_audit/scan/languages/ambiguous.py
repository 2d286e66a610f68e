"""How much work the ambiguities of a Kotlin file make, told without parsing it.

In Kotlin `a < b` may begin type arguments or compare. The parser (tree-sitter-kotlin) keeps both readings until the expression ends and
compares all that was read since at every such sign, so that 25 kilobytes of `a<b>(c) + a<b>(c) + …` keep it busy for seconds, and
longer ones for far longer, in few steps. The work grows with the number of such signs times the length of the expression.
"""

from __future__ import annotations

import re

MOST_WORK = 10_000_000
"""Signs times tokens of the code they stand in, summed: about a second for the parser. Half a megabyte of ordinary source comes to a
twentieth of it; a single list of about 800 calls with type arguments, which the parser would read quickly, exceeds it all the same."""

_HIDDEN = re.compile(
    rb'"""(?:(?!""").)*+(?:"""|\Z)'
    rb"""|"(?:\\.|\$\{(?:[^{}"'\n]|'\\?[^\n]'|"[^"\n$]*+")*+\}|[^"\\\n])*+\""""
    rb"|'(?:\\u\w{4}|\\.|[^'\\\n])'|`[^`\n]*+`|//[^\n]*+|/\*(?:(?!\*/).)*+(?:\*/|\Z)",
    re.DOTALL,
)
"""Texts, quoted names and comments."""
_TOKEN = re.compile(
    rb"(?P<start>(?:^|(?<=[;{]))[ \t]*+(?:(?:private|public|internal|protected|override|open|abstract|sealed|data|enum|suspend|inline"
    rb"|operator|lateinit|const|companion)[ \t]+)*+(?:fun|va[lr]|class|object|interface|import|typealias)\b)"
    rb"|(?P<less><)|(?P<opens>[({\[])|(?P<closes>[)}\]])|(?P<word>\w++)|[^\w\s]",
    re.MULTILINE,
)
_ENDS = frozenset((b">", b"?", b'"', b";"))
"""Signs an expression or a declaration can end with."""
_BEFORE_VALUE = frozenset((b"return", b"throw", b"val", b"var", b"class", b"object", b"interface", b"else", b"as", b"is", b"in"))
"""Words with another word behind them that are no left side of an infix call."""


def work(data: bytes) -> int:
    """An upper estimate of the work; only a file that could exceed `MOST_WORK` is looked at closely.

    A declaration that begins a line of a block ends the expression before it, unless that waits for its right side. What stands in brackets
    counts for what stands around them too.
    """
    rough = data.count(b"<") * (len(data) // 2)
    if rough <= MOST_WORK:
        return rough
    total = 0
    open_parts = [(b"{", 0, 0)]
    bracket, signs, tokens = open_parts.pop()
    ended, operand = True, False
    for match in _TOKEN.finditer(_HIDDEN.sub(_blank, data)):
        kind = match.lastgroup
        tokens += 1
        if kind == "less":
            signs += 1
        elif kind == "opens":
            open_parts.append((bracket, signs, tokens))
            bracket, signs, tokens = match[0], 0, 0
        elif kind == "closes" and open_parts:
            total += signs * tokens
            inner = tokens
            bracket, signs, tokens = open_parts.pop()
            tokens += inner
        elif kind == "start" and bracket == b"{" and ended:
            total += signs * tokens
            signs = tokens = 0
        if kind == "word":  # behind an operand it may be an infix function, which waits for its right side
            ended = not operand
            operand = match[0] not in _BEFORE_VALUE
        else:
            ended = kind in ("opens", "closes") or match[0] in _ENDS
            operand = kind == "closes" or match[0] in (b'"', b">")
    return total + signs * tokens + sum(s * t for _, s, t in open_parts)


def _blank(match: re.Match[bytes]) -> bytes:
    """What stands for a text, a name or a comment: of a text the code in it (`"${…}"`) is kept, and all that has no end."""
    text = match[0]
    if match.end() == len(match.string) and (text[:2] == b"/*" or text[:3] == b'"""'):
        return text
    if text[:1] == b"/":
        return b" "
    first = text.find(b"${") if text[:1] == b'"' else -1
    return b'""' if first < 0 else b'"' + text[first : text.rfind(b"}") + 1] + b'"'
