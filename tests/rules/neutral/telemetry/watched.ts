import OpenAI from "openai";
import { observeOpenAI } from "langfuse";
import { startActiveObservation } from "@langfuse/tracing";
import { LangfuseSpanProcessor } from "@langfuse/otel";
import * as traceloop from "@traceloop/node-server-sdk";
import { OpenAIInstrumentation } from "@arizeai/openinference-instrumentation-openai";
import { HttpInstrumentation } from "@opentelemetry/instrumentation-http";

// evidence: neutral.telemetry/langfuse
export const client = observeOpenAI(new OpenAI());

// evidence: neutral.telemetry/langfuse
export const processor = new LangfuseSpanProcessor();

export function ask(request: OpenAI.ChatCompletionCreateParams) {
  // evidence: neutral.telemetry/langfuse
  return startActiveObservation("ask", async () => client.chat.completions.create(request));
}

// evidence: neutral.telemetry/instrumentation
traceloop.initialize({ appName: "desk" });

// evidence: neutral.telemetry/instrumentation
export const seen = new OpenAIInstrumentation();

// ok: neutral.telemetry/instrumentation
// ok: neutral.telemetry/langfuse
export const web = new HttpInstrumentation();
