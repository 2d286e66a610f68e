package desk;

class Lists {
    // evidence: neutral.state/typed-history-list
    private final List<MessageParam> messages = new ArrayList<>();
    // ok: neutral.state/typed-history-list
    private final List<String> errors = new ArrayList<>();

    void f() {
        // ok: neutral.state/typed-history-list
        List<MessageParam> messages = new ArrayList<>();
    }
}
