import { Agent, AfterToolCallEvent } from "@strands-agents/sdk";

// evidence: aws.strands/agent
const agent = new Agent({ name: "desk", tools });

agent.addHook(AfterToolCallEvent, (event) => {
  if (event.error && tries < 3) {
    // evidence: aws.strands/hook-retry
    event.retry = true;
  }
  // ok: aws.strands/hook-retry
  if (event.retry === true) tell();
});
