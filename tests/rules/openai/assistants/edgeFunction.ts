import { serve } from "https://deno.land/std@0.168.0/http/server.ts";
import OpenAI from "https://deno.land/x/openai@v4.24.0/mod.ts";
import { createClient } from "https://esm.sh/@supabase/supabase-js@2";

const openai = new OpenAI({ apiKey: Deno.env.get("OPENAI_API_KEY") });
const rows = createClient(Deno.env.get("URL")!, Deno.env.get("KEY")!);

serve(async () => {
  const conversation = await openai.beta.threads.create(); // evidence: openai.assistants/thread-for-runs, openai.assistants/thread-store
  const board = await rows.beta.threads.create();
  return new Response(JSON.stringify({ id: conversation.id, board: board.id }));
});
