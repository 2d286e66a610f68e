import * as gcp from "@pulumi/gcp";

// evidence: other.dialogflow_cx/pulumi-agent
export const agent = new gcp.diagflow.CxAgent("claims", {});
// ok: other.dialogflow_cx/pulumi-agent
export const bucket = new gcp.storage.Bucket("files", {});
