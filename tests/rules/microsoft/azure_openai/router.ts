import { AzureOpenAI } from "openai";

// evidence: microsoft.azure_openai/model-router
const deployment = process.env.AZURE_OPENAI_DEPLOYMENT ?? "model-router";
// evidence: microsoft.azure_openai/model-router
const routed = new AzureOpenAI({ apiVersion: "2024-10-21", deployment: "model-router" });
// ok: microsoft.azure_openai/model-router
const plugin = { name: "model-router" };

export { deployment, routed, plugin };
