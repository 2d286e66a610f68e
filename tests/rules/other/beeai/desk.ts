import { RequirementAgent } from "beeai-framework/agents/requirement/agent";
import { TokenMemory } from "beeai-framework/memory/tokenMemory";

const memory = new TokenMemory(); // evidence: other.beeai/memory
const agent = new RequirementAgent({ llm, memory, tools: [] }); // evidence: other.beeai/agent
await agent.run({ prompt: "sort the claims" }); // ok: other.beeai/agent
