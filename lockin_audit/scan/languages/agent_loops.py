"""Loops of one's own in which a model is asked again and again and the tools it wishes for are run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lockin_audit.scan.languages.facts import FileFacts
from lockin_audit.scan.languages.intervals import FUNCTION, body_end

_WISHES = re.compile(
    rb"\b(?:tool_?[cC]alls?|toolCallRequests|tool_?[uU]ses?|tool_?[iI]nvocations|function_?[cC]alls?|stop_?[rR]eason|finish_?[rR]eason"
    rb"|[tT]ask (?:is |has been )?(?:complete|completed|finished|done)|TASK_(?:COMPLETED?|DONE|FINISHED)"
    rb"|\w{0,30}function_calls|\w{0,30}tool_calls|callTool|call_tool|[fF]inal [aA]nswer|[oO]bservations?|action_input|Action Input"
    rb"|[fF]eedback|[cC]ritiques?|(?:process|execute|parse|run)_commands?"
    rb"|\w{0,30}ToolCalls?|ToolUse\w{0,20}|ToolName|ToolExecutionRequest\w{0,10}|FunctionCall\w{0,20}|RunTool\w{0,10}|ExecuteTool\w{0,10}|(?:parse|execute|Parse|Execute)_?[aA]ctions?)\b"
    rb"|\b\w{1,30}\.action\s*===?\s*[\"']|\bswitch\s*\(\s*\w{1,30}\.(?:action|intent)\s*\)"
)
_ASKS = re.compile(
    rb"\.inference\s*\(|\b_?(?:chat|complete|completions?\.create|create_?[cC]ompletion|create_?[mM]essage|messages\.create|responses\.create|generate\w{0,20}"
    rb"|a?invoke|(?:\w{0,20}C|c)onverse(?:_?[sS]tream)?(?:Command)?|streamTurn|(?:send|make)_?[rR]equest|(?:GetResponse|GetStreamingResponse|Complete|CompleteChat|GetChatMessageContents?|Converse|InvokeModel)(?:Streaming)?(?:Async)?"
    rb"|(?:[cC]all|[aA]sk|[qQ]uery|[rR]un|[pP]rompt|[rR]equest|[iI]nvoke|[eE]xecute)_?(?:[lL]{2}[mM]|[mM]odel|AI|[aA]i|[cC]laude|[oO]pen[aA][iI]|[gG]emini"
    rb"|[aA]nthropic|[pP]rovider)\w{0,20}|\w{0,40}(?:LLM|Llm)\w{0,20}|\w{0,30}(?:_orchestrator|_sub_?agent)|(?:[a-z]{1,20}_)?(?:llm\w{0,20}|LLM|model|provider|client|ai|backend)\.(?:chat|send|stream|call|run|complete|create)\w{0,20}"
    rb"|(?:Create)?ChatCompletion\w{0,10}|(?:Completions|Messages|Responses)\.New\w{0,10}|\.Chat(?:Stream|WithTools)?|(?:\.|Stream)?Generate(?:Content\w{0,10}|Text|Stream|Response|WithTools)"
    rb"|(?:[lL]{2}[mM]|[mM]odel|[pP]rovider|[cC]lient|[bB]ackend)\.(?:Chat|Send|Stream|Call|Run|Complete|Generate|Ask|Query|Prompt|Prefill)\w{0,20})\s*\("
)
_KEEPS = re.compile(
    rb"\b\w{0,30}(?:[mM]essages|[hH]istory|[cC]ontents|[cC]onversation|[iI]nputs?|(?:[iI]nput|[aA]ppended|[nN]ew|[cC]hat|[mM]essage|[cC]ontext)_?[iI]tems|[tT]urns|[tT]ranscript)(?:Array|List|Node|Builder|With\w{1,16})?\b"
    rb"\s*(?:\.\s*(?:push|append|extend|concat|unshift|(?:add|Add|append|Append)\w{0,30})\b|\+?=(?!=)|\[:\]\s*=)"
    rb"|\b(?:\w{0,30}_)?(?:prompt|scratchpad)\s*(?:\+=|=\s*\(?\s*f?[\"']{1,3}\{?(?:self\.)?\w{0,30}(?:prompt|scratchpad)|=\s*(?:self\.)?\w{0,30}(?:prompt|scratchpad)\s*\+)"
    rb"|\b\w{0,30}(?:exchanges|task_results|sub_?tasks|observations)\.append\b"
    rb"|\b\w{0,20}(?:feedback|critique|observations?)\s*\+?=(?!=)"
    rb"|\b(?:\w{0,30}(?:[cC]ontext|[kK]nowledge|[oO]bservations|[eE]vents))\.push\s*\("
    rb"|\b\w{0,30}[pP]rompt\.(?:WriteString|[aA]ppend\w{0,10})\s*\("
    rb"|\b(?:Record|\w{0,30}[sS]tore\.(?:add|append|save|record)\w{0,30})\s*\("
)
_HANDED = re.compile(rb"[rR]equired_?[aA]ction|requires_action|[sS]ubmit_?[tT]ool_?[oO]utputs|RunStatus\.|[rR]eturnControl")
"""The loop is a vendor's: it only asks for the results of tools."""
_READS_A_STREAM = re.compile(rb"\breader\.read\s*\(|\bgetReader\s*\(|\.readline\s*\(|\biter_lines\s*\(")
_OVER = re.compile(rb"\s(?:of|in)\s")
_NUMBERS = re.compile(rb"\brange\s*\(|\bcount\s*\(|\b(?:max|MAX)_?\w")


_LONGEST = 16_000
"""Bytes of a function's body that are read."""


def may_loop(data: bytes) -> bool:
    """Whether a file may hold such a loop."""
    return _WISHES.search(data) is not None and _ASKS.search(data) is not None


def hits(facts: FileFacts) -> Iterator[tuple[int, int]]:
    """The outermost loops that ask a model, read its wishes for tools and keep the conversation, and functions that do so and call
    themselves with what the tools answered."""
    yield from _loops(facts)
    if may_loop(facts.data):
        yield from _recursions(facts)


def _recursions(facts: FileFacts) -> Iterator[tuple[int, int]]:
    code = facts.code
    for found in FUNCTION.finditer(code):
        end = body_end(code, found.end(), _LONGEST)
        name = re.escape(found[1] or found[2] or found[3])
        again = re.compile(rb"(?:\breturn\s+|\bawait\s+|\byield\s*\*\s*)(?:await\s+)?(?:this\.)?" + name + rb"\s*\(")
        body = facts.live[found.end() : end]
        if again.search(code, found.end(), end) is not None and _of_agent(body) and _HANDED.search(body) is None:
            yield (found.start(), found.end())


def _of_agent(code: bytes) -> bool:
    return all(sign.search(code) is not None for sign in (_WISHES, _ASKS, _KEEPS))


def _loops(facts: FileFacts) -> Iterator[tuple[int, int]]:
    last = -1
    for loop in sorted(facts.loops(), key=lambda loop: (loop.span[0], -loop.span[1])):
        if loop.span[0] < last:
            continue
        head = facts.data[loop.head[0] : loop.head[1]]
        if not loop.conditional and _OVER.search(head) is not None and _NUMBERS.search(head) is None:
            continue
        code = facts.live[loop.span[0] : loop.span[1]]
        if _of_agent(code) and not any(sign.search(code) is not None for sign in (_READS_A_STREAM, _HANDED)):
            last = loop.span[1]
            yield loop.span
