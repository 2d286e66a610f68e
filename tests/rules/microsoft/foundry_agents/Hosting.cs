using Azure.AI.Projects;
using Microsoft.Agents.AI.Foundry.Hosting;
using Microsoft.Extensions.AI;

var builder = WebApplication.CreateBuilder(args);
// evidence: microsoft.foundry_agents/hosted-container
builder.Services.AddFoundryResponses(agent);
// ok: microsoft.foundry_agents/hosted-container
builder.Services.AddResponses(agent);
// evidence: microsoft.foundry_agents/framework-hosted-tool-class, microsoft.foundry_agents/framework-code-interpreter
AITool code = new HostedCodeInterpreterTool();
// ok: microsoft.foundry_agents/framework-hosted-tool-class, microsoft.foundry_agents/framework-code-interpreter
AITool own = AIFunctionFactory.Create(Sort);
// evidence: microsoft.foundry_agents/tool-settings
var chat = client.AsBuilder().UseFoundryTools(new { type = "code_interpreter" }).Build();
// evidence: microsoft.foundry_agents/hosted-container
await agent.RunAIAgentAsync(telemetrySourceName: "Agents");
// ok: microsoft.foundry_agents/hosted-container
await agent.RunAsync("Hello");
