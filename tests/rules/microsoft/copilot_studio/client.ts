import { ConnectionSettings, CopilotStudioClient } from "@microsoft/agents-copilotstudio-client";
import { useRef } from "react";
import { CopilotClient } from "@github/copilot-sdk";

// evidence: microsoft.copilot_studio/agent-client
const client = new CopilotStudioClient(new ConnectionSettings(), token);
// evidence: microsoft.copilot_studio/conversation, microsoft.copilot_studio/conversation-untraced, microsoft.copilot_studio/agent-asked
await client.startConversationAsync(true);
// ok: microsoft.copilot_studio/agent-client
const other = new CopilotClient();
// evidence: microsoft.copilot_studio/agent-address
const schema = process.env.COPILOTSTUDIOAGENT__SCHEMANAME;
const clientRef = useRef<CopilotStudioClient | null>(null);
// evidence: microsoft.copilot_studio/conversation-untraced
const activity = await clientRef.current.startConversationAsync(true);
