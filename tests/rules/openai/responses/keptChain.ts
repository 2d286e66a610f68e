export interface Turn {
  // evidence: openai.responses/kept-id-script
  previousResponseId: string | null;
  // ok: openai.responses/kept-id-script
  previousMessageId: string | null;
  // ok: openai.responses/kept-id-script
  previous_response_id: string;
}

export async function send(messages: Message[], turn: Turn) {
  return fetch("/api/turn", {
    method: "POST",
    body: JSON.stringify({
      messages,
      // evidence: openai.responses/kept-id-script
      previous_response_id: turn.previousResponseId,
      // ok: openai.responses/kept-id-script
      previous_message_id: turn.previousMessageId,
    }),
  });
}
