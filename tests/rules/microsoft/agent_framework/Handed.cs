using Azure.AI.Projects;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

// evidence: microsoft.agent_framework/agent
var specialist = client.AsAIAgent(model: model, instructions: "You answer questions on claims.");
// evidence: microsoft.agent_framework/agent
var desk = client.AsAIAgent(
    model: model,
    instructions: "You hand questions on.",
    // evidence: microsoft.agent_framework/tool
    tools: [specialist.AsAIFunction(new AIFunctionFactoryOptions { Name = "Claims" })]);
// ok: microsoft.agent_framework/tool
var plain = specialist.AsText();
