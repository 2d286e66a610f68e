var builder = DistributedApplication.CreateBuilder(args);
var project = builder.AddFoundry("foundry").AddProject("desk");
// ok: microsoft.foundry_agents/aspire-prompt-agent
var chat = project.AddModelDeployment("chat", FoundryModel.Local.Phi4);

// evidence: microsoft.foundry_agents/aspire-prompt-agent
var planner = project.AddPromptAgent(chat, "planner", instructions: "Plan the day.");

// evidence: microsoft.foundry_agents/aspire-hosted-agent
builder.AddProject<Projects.Desk>("desk")
    .WithReference(chat)
    .AsHostedAgent(project);

// ok: microsoft.foundry_agents/aspire-hosted-agent
builder.AddProject<Projects.Web>("web").PublishAsContainer();
