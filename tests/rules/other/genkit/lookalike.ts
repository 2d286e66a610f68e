import { genkit } from "./genkit";
import { enableFirebaseTelemetry, shop } from "./shop";

enableFirebaseTelemetry(); // ok: other.genkit/vendor-monitoring
const ai = genkit({ model: shop.model("gemini-2.5-flash") }); // ok: other.genkit/model-id
ai.defineTool({ name: "status" }); // ok: other.genkit/tool
ai.defineFlow({ name: "claims" }); // ok: other.genkit/flow
ai.createSession(); // ok: other.genkit/session
