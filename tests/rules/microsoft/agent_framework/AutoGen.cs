using AutoGen.Core;
using AutoGen.OpenAI;

// evidence: microsoft.agent_framework/agent
var writer = new OpenAIChatAgent(client, "writer", systemMessage: "Write.");
// evidence: microsoft.agent_framework/agent
var group = new GroupChat(members: [writer]);
// ok: microsoft.agent_framework/agent
var person = new Person("clerk");
