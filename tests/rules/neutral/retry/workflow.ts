// A workflow of Step Functions, written out in a program beside the agent it asks.
import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from "@aws-sdk/client-bedrock-agentcore";

export const definition = {
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Retry: [
        {
          ErrorEquals: ["States.TaskFailed"],
          // evidence: neutral.retry/workflow-retry-in-code
          MaxAttempts: 2,
          // ok: neutral.retry/workflow-retry-in-code
          BackoffRate: 2,
        },
      ],
      End: true,
    },
  },
};

export const ask = (agentRuntimeArn: string) => new BedrockAgentCoreClient({}).send(new InvokeAgentRuntimeCommand({ agentRuntimeArn }));
