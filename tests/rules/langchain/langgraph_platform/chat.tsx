import { useLangGraphRuntime } from "@assistant-ui/react-langgraph";
import { useStream } from "@langchain/langgraph-sdk/react";
import { useQuery } from "@tanstack/react-query";
import { createClient } from "./server";

export function Chat({ id, url }) {
  // evidence: langchain.langgraph_platform/remote-graph
  const stream = useStream({
    apiUrl: url,
    assistantId: "claims",
    // evidence: langchain.langgraph_platform/thread
    threadId: id,
  });
  // ok: langchain.langgraph_platform/remote-graph, langchain.langgraph_platform/thread
  const query = useQuery({ threadId: id });
  const client = createClient();
  // evidence: langchain.langgraph_platform/thread
  client.threads.search({ limit: 10 });
  // evidence: langchain.langgraph_platform/checkpoint-access
  stream.submit(undefined, { checkpoint: id });
  // ok: langchain.langgraph_platform/checkpoint-access
  stream.submit({ messages: [] });
  for (const chunk of query) {
    // evidence: langchain.langgraph_platform/stream-event
    if (chunk.event === "messages/partial") show(chunk);
    // ok: langchain.langgraph_platform/stream-event
    if (chunk.event === "messages/new") show(chunk);
  }
  // evidence: langchain.langgraph_platform/raw-run, langchain.langgraph_platform/raw-thread
  return fetch(`${url}/threads/${id}/runs/stream`);
}
// ok: langchain.langgraph_platform/raw-run
export const runs = (url: string, id: string) => fetch(`${url}/threads/${id}/runs`);

export function Provider({ load, send }) {
  // evidence: langchain.langgraph_platform/thread
  const runtime = useLangGraphRuntime({ load, stream: send });
  // ok: langchain.langgraph_platform/thread
  return useLocalRuntime(runtime);
}
