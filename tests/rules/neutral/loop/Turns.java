class Turns {
    String ask(String text) {
        // evidence: neutral.loop/tool-loop
        do {
            answer = sendRequest(body(history));
            history.addAssistantMessage(answer.toolCalls());
        // evidence: neutral.loop/rounds
        } while (!answer.toolCalls().isEmpty() && round < maxIterations);
        // ok: neutral.loop/rounds
        while (round < rows) { round++; }
        return "";
    }
}
