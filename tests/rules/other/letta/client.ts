import Letta from "@letta-ai/letta-client";

// ok: other.letta/agent-run-by-client
export default new Letta({ token: "t" });
