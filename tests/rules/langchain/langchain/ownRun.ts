import { ChatGroq } from "@langchain/groq";
import { desk } from "./desk";

// evidence: langchain.langchain/provider-model
const model = new ChatGroq({ model: "llama-3.3-70b-versatile", temperature: 0 });
// ok: langchain.langchain/provider-model
const chosen = new ChatGroq({ model: process.env.MODEL });

export async function answer(messages: unknown[]) {
  // evidence: langchain.langchain/own-tool-run, langchain.langchain/bound-tools
  const bound = model.bindTools(desk.tools);
  while (true) {
    const reply = await bound.invoke(messages);
    if (!reply.tool_calls?.length) return reply;
    for (const toolCall of reply.tool_calls) {
      messages.push(await desk.run(toolCall.name, toolCall.args));
    }
  }
}

// ok: langchain.langchain/own-tool-run, langchain.langchain/bound-tools
desk.bind(model);
