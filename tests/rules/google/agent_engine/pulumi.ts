import * as gcp from "@pulumi/gcp";
import { AiReasoningEngine } from "@pulumi/gcp/vertex";

// evidence: google.agent_engine/infrastructure
export const desk = new gcp.vertex.AiReasoningEngine("desk", { displayName: "claims", region: "europe-west1" });
// evidence: google.agent_engine/infrastructure
export const second = new AiReasoningEngine("second", { displayName: "claims", region: "europe-west1" });
// ok: google.agent_engine/infrastructure
export const files = new gcp.storage.Bucket("files", { location: "EU" });
