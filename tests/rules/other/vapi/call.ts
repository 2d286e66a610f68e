import Vapi from "@vapi-ai/web";
import { VapiClient } from "@vapi-ai/server-sdk";

const vapi = new Vapi(token);
const client = new VapiClient({ token });
// evidence: other.vapi/messages
vapi.on("call-end", ended);
// ok: other.vapi/messages
vapi.on("ready", ended);
// evidence: other.vapi/call
await vapi.start(process.env.VAPI_ASSISTANT);
// evidence: other.vapi/call
await client.calls.create({ assistantId, customer });
// evidence: other.vapi/call
await fetch("https://api.vapi.ai/call/phone", { method: "POST", body });
// ok: other.vapi/call
await ledger.calls.create({ customer });
// evidence: other.vapi/assistant-model
export const interviewer = { model: { provider: "openai", model: "gpt-4o" } };
// ok: other.vapi/assistant-model
export const voice = { provider: "11labs", voiceId: "sarah" };
// evidence: other.vapi/messages
if (message.type === "end-of-call-report") keep(message);
