import { Agent } from "@strands-agents/sdk";
import { OpenAIModel } from "@strands-agents/sdk/openai";

// evidence: aws.strands/provider-model
const model = new OpenAIModel({ modelId: "accounts/desk/models/gpt-oss-20b", maxTokens: 900 });
// ok: aws.strands/provider-model
const chosen = new OpenAIModel({ modelId: process.env.MODEL });
// evidence: aws.strands/agent
const agent = new Agent({ model });
