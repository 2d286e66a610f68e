import { LlamaCloudIndex } from "llamaindex/cloud/LlamaCloudIndex";
import { LlamaCloudIndex as Shelf } from "./shelf";

// evidence: other.llamaindex_workflows/cloud-index
export const index = new LlamaCloudIndex({ name, projectName });
// ok: other.llamaindex_workflows/cloud-index
export const shelf = new Shelf({ name });
