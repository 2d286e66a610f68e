class Actions {
    void run(Object llm) {
        // evidence: neutral.loop/tool-loop
        while (true) {
            String answer = llm.generateResponse(messages);
            messages.add(new Message("assistant", answer));
            Step step = parseAction(answer);
            if (step.isLast()) {
                break;
            }
        }
    }

    void read(Reader reader) {
        // ok: neutral.loop/tool-loop
        while (reader.hasNext()) {
            messages.add(parseAction(reader.next()));
        }
    }
}
