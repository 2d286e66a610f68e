export function tools(store: string, search: boolean) {
  const list = [];
  // evidence: openai.responses/tool-settings, openai.responses/document-search
  list.push({ type: "file_search", vector_store_ids: [store] });
  // evidence: openai.responses/tool-settings
  if (search) list.push({ type: "web_search" });
  // evidence: openai.responses/tool-settings, openai.responses/container-setting
  list.push({ type: "code_interpreter", container: { type: "auto" } });
  // ok: openai.responses/tool-settings, openai.responses/container-setting
  list.push({ type: "calendar_search" });
  return list;
}
