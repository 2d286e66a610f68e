import { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { BaseSaver } from "./bank";

// evidence: langchain.langgraph/checkpointer
export class ClaimsSaver extends BaseCheckpointSaver {
  constructor(private readonly folder: string) {
    super();
  }
}

// ok: langchain.langgraph/checkpointer
export class Penny extends BaseSaver {}
