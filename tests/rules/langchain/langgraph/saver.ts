import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { StateGraph } from "@langchain/langgraph";
import { FirestoreSaver } from "@desk/langgraphjs-checkpoint-firestore";

// evidence: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
const saver = PostgresSaver.fromConnString(process.env.DATABASE_URL);
// ok: langchain.langgraph/checkpointer, langchain.langgraph/checkpointed-graph
const pool = Pool.fromConnString(process.env.DATABASE_URL);
// evidence: langchain.langgraph/checkpointer
const kept = new FirestoreSaver({ firestore });
// ok: langchain.langgraph/checkpointer
const screen = new ScreenSaver({ firestore });
