import { toAsk, httpInject } from "@builderbot-plugins/openai-assistants";
import { toAsk as ask } from "./questions";

export async function answer(ctx, state) {
  // evidence: openai.assistants/wrapper-class
  const reply = await toAsk(ASSISTANT_ID, ctx.body, state);
  // ok: openai.assistants/wrapper-class
  const own = await ask(ctx.body);
  httpInject(server);
}
// evidence: openai.assistants/assistant-named
export const ASSISTANT_ID = process.env.REACT_APP_ASSISTANT_ID ?? "";
// ok: openai.assistants/assistant-named
export const SHOP_ASSISTANT = process.env.SHOP_ASSISTANT_EMAIL;
