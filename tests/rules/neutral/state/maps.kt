class Maps {
    // evidence: neutral.state/typed-memory-map
    private val histories = ConcurrentHashMap<String, MutableList<Turn>>()
    // evidence: neutral.state/typed-session-map
    private val sessions = mutableMapOf<String, Session>()
    // ok: neutral.state/typed-session-map
    private val prices = mutableMapOf<String, Int>()
}
