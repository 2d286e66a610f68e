import { McpToolRegistrationService } from "@microsoft/agents-a365-tooling-extensions-claude";
import { Registry } from "./registry";

const service = new McpToolRegistrationService();
const registry = new Registry();
// evidence: other.agent365/tool-servers
await service.addToolServersToAgent(options, authorization, "agentic", turn, "");
// ok: other.agent365/tool-servers
await registry.addServers(options);
