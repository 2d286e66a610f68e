import * as gcp from "@pulumi/gcp";
import { AiReasoningEngine } from "@pulumi/gcp/vertex";

// evidence: google.agent_engine/infrastructure
export const desk = new gcp.vertex.AiReasoningEngine("desk", { displayName: "claims", region: "europe-west1" });
// evidence: google.agent_engine/infrastructure
export const second = new AiReasoningEngine("second", { displayName: "claims", region: "europe-west1" });
// ok: google.agent_engine/infrastructure
export const files = new gcp.storage.Bucket("files", { location: "EU" });

// evidence: google.agent_engine/infrastructure
export const quiz = new gcp.vertex.AiReasoningEngine("quiz", {
  spec: {
    // evidence: google.agent_engine/package-specification
    sourceCodeSpec: {
      // evidence: google.agent_engine/declared-agent
      agentConfigSource: {
        adkConfig: {
          jsonConfig: JSON.stringify({
            name: "quiz",
            // evidence: google.agent_engine/declared-model
            model: "gemini-2.5-flash",
            // ok: google.agent_engine/declared-model
            description: "Asks questions",
          }),
        },
      },
    },
  },
});
// evidence: google.agent_engine/infrastructure
export const own = new gcp.vertex.AiReasoningEngine("own", {
  // ok: google.agent_engine/declared-agent, google.agent_engine/package-specification
  spec: { deploymentSpec: { minInstances: 0 } },
});
