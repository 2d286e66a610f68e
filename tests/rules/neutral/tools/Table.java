class Table {
    // evidence: neutral.tools/own-tool-map
    private static final Map<String, Function<Map<String, Object>, Object>> toolFunctions = new HashMap<>();

    // ok: neutral.tools/own-tool-map
    private final Map<String, Function<String, String>> converters = new HashMap<>();
}
