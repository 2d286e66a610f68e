// Numbers of our own.
import { Counter } from "prom-client";

export const calls = new Counter({
  // evidence: neutral.telemetry/metrics
  name: "tool_calls_total",
  help: "Calls of tools",
});
export const visits = new Counter({
  // ok: neutral.telemetry/metrics
  name: "http_visits_total",
  help: "Visits",
});
