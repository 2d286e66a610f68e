package claims;

import com.google.adk.sessions.InMemorySessionService;
import com.google.adk.sessions.VertexAiSessionService;

class Sessions {
  // evidence: google.agent_engine/session-store
  final VertexAiSessionService hosted = new VertexAiSessionService("acme", "europe-west1");
  // ok: google.agent_engine/session-store
  final InMemorySessionService own = new InMemorySessionService();
}
