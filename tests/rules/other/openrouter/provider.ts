import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { createOpenRouter as createRouter } from "./router";

// evidence: other.openrouter/gateway
const openrouter = createOpenRouter({ apiKey });
// ok: other.openrouter/gateway
const router = createRouter({ path });
