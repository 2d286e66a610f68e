package desk;

class Maps {
    // evidence: neutral.state/typed-memory-map
    private final Map<String, List<ChatMessage>> byUser = new ConcurrentHashMap<>();
    // evidence: neutral.state/typed-memory-map
    private final Map<String, List<Map<String, Object>>> conversationHistory = new HashMap<>();
    // evidence: neutral.state/typed-memory-map
    private static Map<String, List<Message>> context = new HashMap<>();
    // ok: neutral.state/typed-memory-map
    private final Map<String, SseEmitter> chats = new ConcurrentHashMap<>();
    // ok: neutral.state/typed-memory-map
    private final Map<String, Double> memory = new HashMap<>();
    // evidence: neutral.state/typed-session-map
    private final Map<String, AgentInfo> sessions = new ConcurrentHashMap<>();
    // ok: neutral.state/typed-session-map
    private final Map<String, WebSocketSession> sessions2 = new ConcurrentHashMap<>();
    // ok: neutral.state/typed-session-map
    void open(Map<String, String> sessions) {
    }
}
