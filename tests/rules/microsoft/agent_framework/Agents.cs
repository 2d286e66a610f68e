using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;

// evidence: microsoft.agent_framework/agent
var agent = new ChatClientAgent(client, "Answer.");
// evidence: microsoft.agent_framework/graph
var graph = new WorkflowBuilder(agent).AddEdge(agent, other).Build();
// ok: microsoft.agent_framework/agent
var person = new Person("clerk");
// evidence: microsoft.agent_framework/session
var session = await agent.CreateSessionAsync();
// ok: microsoft.agent_framework/session
var login = await signIn.CreateSessionAsync();
