import { http } from "./http";

export async function open(user: string) {
  // evidence: google.agent_engine/session-request
  return http.post(":query", { class_method: "async_create_session", input: { user_id: user } });
}

export async function ask(user: string, session: string, message: string) {
  // ok: google.agent_engine/session-request
  return http.post(":streamQuery", { class_method: "async_stream_query", input: { user_id: user, session_id: session, message } });
}
