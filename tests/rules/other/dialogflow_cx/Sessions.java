package desk;

import com.google.cloud.dialogflow.cx.v3.SessionName;

class Sessions {
    String path(String project, String agent, String session) {
        // evidence: other.dialogflow_cx/detect-intent-path, other.dialogflow_cx/session-values
        return String.format("/v3/projects/%s/locations/%s/agents/%s/sessions/%s:detectIntent", project, "global", agent, session);
    }

    String name(String session) {
        // evidence: other.dialogflow_cx/session-values
        return SessionName.of("p", "global", "a", session).toString();
    }

    String other(String session) {
        // ok: other.dialogflow_cx/detect-intent-path, other.dialogflow_cx/session-values
        return String.format("/projects/%s/agent/sessions/%s:detectIntent", "p", session);
    }
}
