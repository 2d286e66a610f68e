import React, { useState } from "react";
import { AssistantStream } from "openai/lib/AssistantStream";

export function Chat() {
  const [thread, setThread] = useState("");
  const start = async () => {
    const data = await (await fetch("/api/threads", { method: "POST" })).json();
    // evidence: openai.assistants/thread-id
    setThread(data.threadId);
    // ok: openai.assistants/thread-id
    setThread(data.title);
  };
  const read = (stream: AssistantStream) => {
    stream.on("event", (event) => {
      // evidence: openai.assistants/run-events
      if (event.event === "thread.run.requires_action") act(event);
      // evidence: openai.assistants/run-events, openai.assistants/terminal-event
      if (event.event === "thread.run.completed") setThread(thread);
      // ok: openai.assistants/run-events, openai.assistants/terminal-event
      if (event.event === "thread.message.delta") show(event);
    });
  };
  return <button onClick={start}>{read.name}</button>;
}
