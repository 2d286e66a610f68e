import { NodeSDK } from "@opentelemetry/sdk-node";

// evidence: neutral.telemetry/opentelemetry-setup
const sdk = new NodeSDK({ serviceName: "claims" });
sdk.start();
// ok: neutral.telemetry/opentelemetry-setup
const address = process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
