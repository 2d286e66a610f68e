package example;

import io.opentelemetry.instrumentation.annotations.WithSpan;

interface Spans {
  // evidence: neutral.telemetry/span
  @WithSpan("claims.narrate")
  String narrate(String claim);

  // ok: neutral.telemetry/span
  @Deprecated
  String plain(String claim);
}
