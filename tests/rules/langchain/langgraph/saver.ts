import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { StateGraph } from "@langchain/langgraph";

// evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
const saver = PostgresSaver.fromConnString(process.env.DATABASE_URL);
// ok: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
const pool = Pool.fromConnString(process.env.DATABASE_URL);
