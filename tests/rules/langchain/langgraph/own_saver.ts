import { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { BaseSaver } from "./bank";

// evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
export class ClaimsSaver extends BaseCheckpointSaver {
  constructor(private readonly folder: string) {
    super();
  }
}

// ok: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
export class Penny extends BaseSaver {}
