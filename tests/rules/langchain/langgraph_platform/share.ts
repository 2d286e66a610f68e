import { Client } from "langsmith";

export async function share(traces: Client, runId: string) {
  // evidence: langchain.langgraph_platform/trace-reading
  return traces.shareRun(runId);
}

export function keep(album: Album, runId: string) {
  // ok: langchain.langgraph_platform/trace-reading
  return album.shareRuns(runId);
}
