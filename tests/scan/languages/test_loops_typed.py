"""Loops of one's own over a model and its tools, as C#, Java, Kotlin and Go write them."""

from __future__ import annotations

import pytest
from asking import lines, rule

LOOP = rule("construct", name="agent_loop")

CSHARP = """
class Agent
{
    async Task<string> Ask(string text)
    {
        while (steps < _options.MaxSteps)
        {
            var answer = await _client.GetResponseAsync(_messages, _options);
            _messages.AddRange(answer.Messages);
            foreach (var call in answer.Contents.OfType<FunctionCallContent>())
            {
                _messages.Add(new ChatMessage(ChatRole.Tool, await Run(call)));
            }
        }
        return "";
    }
}
"""
PLAIN = """
class Agent
{
    string Ask(string text)
    {
        while (toolSteps < max)
        {
            var raw = _modelClient.Complete(prompt, 200);
            var parsed = Parser.Parse(raw);
            if (parsed.Kind == Kind.Tool)
            {
                Record(parsed.ToolName, RunTool(parsed.ToolName));
                continue;
            }
            return raw;
        }
        return "";
    }
}
"""
JAVA = """
class Agent {
    String ask(String text) {
        do {
            JsonNode toolCalls = answer.path("tool_calls");
            history.addAssistantMessage(content, toolCalls);
            answer = sendRequest(createRequestBody());
        } while (toolCalls.size() > 0 && round < maxIterations);
        return answer;
    }
}
"""
KOTLIN = """
class Agent {
    private fun runLoop() {
        while (true) {
            provider.streamTurn(context, items).collect { event -> toolCalls += event.toolCalls }
            store.appendItem(AssistantMessage(toolCalls))
            if (toolCalls.isEmpty()) break
        }
    }
}
"""


NODES = """
class Agent {
    String handle(ArrayNode messagesArray) {
        for (int i = 0; i < MAX_CALLS; i++) {
            JsonNode answer = llmClient.chatRaw(messagesArray, tools);
            for (JsonNode call : answer.get("tool_calls")) {
                messagesArray.add(executor.execute(call));
            }
        }
        return "";
    }
}
"""
ACTIONS = """
class Agent {
    void run() {
        while (true) {
            String answer = llm.generateResponse(messages);
            messages.add(new Message("assistant", answer));
            Action action = parseAction(answer);
            if (action.isLast()) break;
        }
    }
}
"""

GO = """
package agent

func (a *Agent) Execute(ctx context.Context) ([]Message, error) {
	for {
		answer, err := a.executeModelCall(ctx, agentMessages, tools)
		if err != nil {
			return nil, err
		}
		agentMessages = append(agentMessages, answer.Message)
		if len(answer.Message.ToolCalls) == 0 {
			return agentMessages, nil
		}
		a.executeToolCalls(ctx, answer.Message.ToolCalls, &agentMessages)
	}
}
"""
GO_STEPS = """
package agent

func (a *Agent) Run(ctx context.Context) error {
	for a.turn < a.limit {
		answer, err := a.provider.Chat(ctx, a.history)
		if err != nil {
			return err
		}
		a.history = append(a.history, answer)
		for _, call := range answer.ToolCalls {
			a.history = append(a.history, a.run(call))
		}
	}
	return nil
}
"""
GO_PROMPT = """
package agent

func (c *Client) Complete(ctx context.Context, prompt strings.Builder) error {
	for {
		prompt.WriteString(content)
		answer, err := c.client.CreateChatCompletion(ctx, request(prompt.String()))
		if err != nil || len(answer.Choices[0].Message.ToolCalls) == 0 {
			return err
		}
		content = run(answer.Choices[0].Message.ToolCalls)
	}
}
"""
GO_PLAIN = """
package shop

func (a *Shop) Run(ctx context.Context) error {
	for {
		order := a.queue.Next(ctx)
		a.history = append(a.history, order)
		if len(order.ToolCalls) == 0 {
			return nil
		}
	}
}
"""


@pytest.mark.parametrize(
    ("language", "source", "line"),
    [
        ("csharp", CSHARP, 5),
        ("csharp", PLAIN, 5),
        ("java", JAVA, 3),
        ("kotlin", KOTLIN, 3),
        ("java", NODES, 3),
        ("java", ACTIONS, 3),
        ("go", GO, 4),
        ("go", GO_STEPS, 4),
        ("go", GO_PROMPT, 4),
    ],
    ids=[
        "neutral client",
        "own parser",
        "plain address",
        "stream",
        "nodes of JSON",
        "actions of its own",
        "no head",
        "own provider",
        "one prompt",
    ],
)
def test_a_loop_over_a_model_and_its_tools(language: str, source: str, line: int) -> None:
    assert lines(source, LOOP, language) == [line]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        (
            "csharp",
            """
            class Desk
            {
                async Task Wait()
                {
                    while (run.Status == RunStatus.RequiresAction)
                    {
                        foreach (var call in run.RequiredActions) outputs.Add(RunTool(call.ToolCall));
                        run = await client.SubmitToolOutputsToRunAsync(run, outputs);
                    }
                }
            }
            """,
        ),
        ("java", "class A { void f() { while (open) { parts.add(reader.next()); toolCalls++; } } }\n"),
        ("java", "class A { void f() { while (open) { messages.add(parseAction(reader.next())); } } }\n"),
        ("kotlin", "fun f() { for (call in toolCalls) { history.add(runTool(call)) } }\n"),
        ("go", GO_PLAIN),
    ],
    ids=["a hosted run", "no model", "actions without a model", "the calls of one answer", "a queue in Go"],
)
def test_other_loops(language: str, source: str) -> None:
    assert lines(source, LOOP, language) == []
