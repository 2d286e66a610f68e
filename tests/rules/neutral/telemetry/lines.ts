// Log lines written as JSON.
import { Logger } from "@aws-lambda-powertools/logger";
import { CloudWatchClient, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";

// evidence: neutral.telemetry/lambda-toolkit
const logger = new Logger({ serviceName: "desk" });
// ok: neutral.telemetry/lambda-toolkit
const window = new OwnLogger();

export function tell(session: string) {
  // evidence: neutral.telemetry/json-line
  console.log(JSON.stringify({ level: "INFO", event: "agent_called", session }));
  // ok: neutral.telemetry/json-line
  console.log(JSON.stringify(session));
  // evidence: neutral.telemetry/own-cloud-metric
  return new CloudWatchClient({}).send(new PutMetricDataCommand({ Namespace: "Desk/Agent", MetricData: [] }));
}

export function count(usage: Used, call: Called) {
  // evidence: neutral.telemetry/structured-log
  logger.info({ toolName: call.name, took: call.took }, "tool called");
  // evidence: neutral.telemetry/structured-log
  logEvent("answer", { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens });
  // ok: neutral.telemetry/structured-log
  logger.info({ port: 80 }, "listening");
  // ok: neutral.telemetry/structured-log
  logEvent("sale", { amount: call.amount });
}
