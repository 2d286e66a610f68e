import { genkit } from "genkit/beta";
import { googleAI } from "@genkit-ai/google-genai";
import { enableFirebaseTelemetry } from "@genkit-ai/firebase";

enableFirebaseTelemetry(); // evidence: other.genkit/vendor-monitoring
// evidence: other.genkit/model-id
const ai = genkit({ plugins: [googleAI()], model: googleAI.model("gemini-2.5-flash") });
const status = ai.defineTool({ name: "status" }, async () => "open"); // evidence: other.genkit/tool
// evidence: other.genkit/flow
export const claims = ai.defineFlow({ name: "claims" }, async (text) => {
  const { text: answer } = await ai.generate({ prompt: text, tools: [status] }); // evidence: other.genkit/flow
  return answer;
});
const session = ai.createSession({ store: new ClaimStore() }); // evidence: other.genkit/session
