package example

// evidence: neutral.telemetry/own-recorder-typed
class AgentRunTracer(private val store: Store)

// ok: neutral.telemetry/own-recorder-typed
class RayTracer(private val store: Store)
