using Azure.AI.Projects;
using Azure.AI.Projects.Agents;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Foundry;

var agents = new AgentAdministrationClient(endpoint: new Uri(address), tokenProvider: credential);
// evidence: microsoft.foundry_agents/hosted-container
var definition = new HostedAgentDefinition(cpu: "1", memory: "2Gi");
// evidence: microsoft.foundry_agents/hosted-container
var version = agents.CreateAgentVersionFromCode(agentName: "desk", filePath: "./desk", metadata: new(definition));
// ok: microsoft.foundry_agents/hosted-container
var other = new OwnAgentDefinition(cpu: "1", memory: "2Gi");

// evidence: microsoft.foundry_agents/evaluation
var evals = new FoundryEvals(project, model, FoundryEvals.Relevance);
// ok: microsoft.foundry_agents/evaluation
var local = new LocalEvaluator(EvalChecks.KeywordCheck("claims"));
