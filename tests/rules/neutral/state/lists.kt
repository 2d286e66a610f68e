class Lists {
    // evidence: neutral.state/typed-history-list
    private val history = mutableListOf<Message>()
    // ok: neutral.state/typed-history-list
    private val errors = mutableListOf<String>()
}
