var builder = DistributedApplication.CreateBuilder(args);
var openai = builder.AddOpenAI("openai");
// evidence: openai.chat/aspire-model
var chat = openai.AddModel("chat", "gpt-4o-mini");
// ok: openai.chat/aspire-model
var vectors = openai.AddModel("vectors", "text-embedding-3-small");
// evidence: openai.chat/aspire-model
var github = builder.AddGitHubModel("github", GitHubModel.OpenAI.OpenAIGpt5Mini);
