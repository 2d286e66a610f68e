import { Agent } from "@mastra/core/agent";
import { createTool } from "@mastra/core/tools";
import { createStep, createWorkflow } from "@mastra/core/workflows";
import { CloudExporter } from "@mastra/observability";
import { OtelExporter } from "@mastra/otel-exporter";
import { PostgresStore } from "@mastra/pg";
import { openai } from "@ai-sdk/openai";
import { Agent as HttpAgent } from "node:https";

// evidence: other.mastra/agent
export const triage = new Agent({
  name: "triage",
  // evidence: other.mastra/model-id
  model: openai("gpt-4o"),
  // evidence: other.mastra/retry-rule
  maxRetries: 3,
});
// ok: other.mastra/agent, other.mastra/model-id
const proxy = new HttpAgent({ model: "none" });
// evidence: other.mastra/tool
export const policy = createTool({ id: "policy" });
// ok: other.mastra/tool
const saw = createDrill({ id: "policy" });
// evidence: other.mastra/workflow
export const claims = createWorkflow({ id: "claims" });
// ok: other.mastra/workflow, other.mastra/retry-rule
const step = createStep({ id: "read" });
// evidence: other.mastra/storage
const storage = new PostgresStore({ connectionString: url });
// ok: other.mastra/storage
const shop = new BookStore({ connectionString: url });
// evidence: other.mastra/resume
await run.resume({ step: "approve", resumeData: {} });
// ok: other.mastra/resume
await video.resume();
// evidence: other.mastra/exporter
const otel = new OtelExporter({});
// ok: other.mastra/exporter, other.mastra/platform-exporter
const csv = new CsvExporter({});
// evidence: other.mastra/platform-exporter
const cloud = new CloudExporter({});
