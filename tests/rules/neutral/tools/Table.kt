class Table {
    // evidence: neutral.tools/own-tool-map
    private val tools: MutableMap<String, Tool> = mutableMapOf()

    // ok: neutral.tools/own-tool-map
    private val names: Map<String, Tooltip> = mapOf()
}
