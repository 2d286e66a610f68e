package example;

import io.opentelemetry.api.trace.Tracer;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;

interface Guarded {
  // evidence: neutral.retry/resilience-library
  @Fallback(fallbackMethod = "plain")
  // evidence: neutral.retry/resilience-library
  @CircuitBreaker(requestVolumeThreshold = 8)
  String narrate(String claim);

  // ok: neutral.retry/resilience-library
  @Deprecated
  default String plain(String claim) {
    return claim;
  }
}
