import { Mistral } from "@mistralai/mistralai";

const client = new Mistral({ apiKey: process.env.MISTRAL_API_KEY });

export async function desk(question: string) {
  // evidence: other.mistral_agents/agent-definition
  const agent = await client.beta.agents.create({
    // evidence: other.mistral_agents/model-id
    model: "mistral-medium-latest",
    name: "claims",
    // evidence: other.mistral_agents/agent-prompt
    instructions: "Answer claims.",
    // evidence: other.mistral_agents/hosted-tool, other.mistral_agents/hosted-interpreter
    tools: [{ type: "code_interpreter" }],
  });
  // evidence: other.mistral_agents/conversation-run, other.mistral_agents/conversation-store
  const started = await client.beta.conversations.start({ agentId: agent.id, inputs: question });
  // evidence: other.mistral_agents/conversation-history
  const past = await client.beta.conversations.getHistory({ conversationId: started.conversationId });
  // ok: other.mistral_agents/conversation-run, other.mistral_agents/conversation-store
  const answer = await client.chat.complete({ model: process.env.MODEL ?? "", messages: [] });
  return [past, answer];
}
