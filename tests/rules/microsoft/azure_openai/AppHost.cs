var builder = DistributedApplication.CreateBuilder(args);
var openai = builder.AddAzureOpenAI("openai");
// evidence: microsoft.azure_openai/aspire-model, microsoft.azure_openai/model-id
openai.AddDeployment("chat", "gpt-4o-mini", "2024-07-18");
// ok: microsoft.azure_openai/aspire-model
openai.AddDeployment("vectors", "text-embedding-3-small", "1");
var foundry = builder.AddAzureAIFoundry("foundry");
// evidence: microsoft.azure_openai/aspire-model
foundry.AddDeployment("desk", AIFoundryModel.OpenAI.Gpt5Mini);
foundry.AddDeployment("small", AIFoundryModel.Local.Phi4);
