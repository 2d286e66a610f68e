import { metrics } from "@opentelemetry/api";

const meter = metrics.getMeter("desk");
// evidence: neutral.telemetry/named-span, neutral.telemetry/opentelemetry
export const routes = meter.createCounter("agent.routes.executed.count");
// ok: neutral.telemetry/named-span
// evidence: neutral.telemetry/opentelemetry
export const visits = meter.createCounter("http.visits.count");
