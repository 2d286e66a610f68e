import { createLetta } from "@letta-ai/vercel-ai-sdk-provider";

// evidence: other.letta/agent-run
const letta = createLetta({ token: process.env.LETTA_TOKEN });

export default letta.client;
