import { z } from "zod";

export const Config = z.object({
  // evidence: anthropic.managed_agents/model-setting
  child: z.string().default("claude-sonnet-4-6"),
  // ok: anthropic.managed_agents/model-setting
  branch: z.string().default("claude-sonnet-branch"),
});
