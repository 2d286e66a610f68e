package claims;

import com.google.genai.Client;
import com.google.genai.interactions.models.interactions.CreateAgentInteractionParams;
import com.google.genai.interactions.models.interactions.Interaction;

class Research {
  private final Client client = new Client();

  Interaction go(String question, String earlier) {
    // evidence: other.google_interactions/agent-run
    CreateAgentInteractionParams first = CreateAgentInteractionParams.builder()
        // evidence: other.google_interactions/model-id, other.google_interactions/agent-name
        .agent("deep-research-pro-preview-12-2025")
        .input(question)
        .build();
    client.interactions.create(first);
    // evidence: other.google_interactions/agent-run
    var next = CreateAgentInteractionParams.builder();
    // evidence: other.google_interactions/stored-conversation
    next.previousInteractionId(earlier);
    // evidence: other.google_interactions/background-run, other.google_interactions/agent-run
    var later = CreateAgentInteractionParams.builder().input("x").background(true);
    // evidence: other.google_interactions/stored-history
    return client.interactions.get(earlier);
  }

  void own(Desk desk) {
    // ok: other.google_interactions/agent-run, other.google_interactions/background-run
    desk.newInteraction().background(true);
    // ok: other.google_interactions/stored-conversation, other.google_interactions/stored-history
    desk.previous("x");
  }
}
