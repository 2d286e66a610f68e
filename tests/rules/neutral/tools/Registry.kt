// evidence: neutral.tools/own-registry-typed
class ToolRegistry(tools: Iterable<Tool>) {
    // ok: neutral.tools/own-registry-typed
    private val known: ToolRegistry? = null
}
