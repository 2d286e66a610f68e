export function Links({ thread }: { thread: string }) {
  // evidence: langchain.langgraph_platform/console-runbook
  const studio = "https://smith.langchain.com/studio/thread";
  // ok: langchain.langgraph_platform/console-runbook
  const docs = "https://docs.smith.langchain.com/studio";
  return <a href={`${studio}?threadId=${thread}`}>Open, or read {docs}</a>;
}
