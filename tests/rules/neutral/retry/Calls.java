package example;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.failsafe.Failsafe;
import io.github.resilience4j.retry.Retry;
import org.springframework.retry.annotation.Retryable;
import org.springframework.retry.support.RetryTemplate;

class Calls {
  // evidence: neutral.retry/resilience-library
  @Retryable(maxAttempts = 4)
  String ask(Backend backend) {
    // evidence: neutral.retry/resilience-library
    Retry retry = Retry.ofDefaults("agents");
    // evidence: neutral.retry/resilience-library
    RetryTemplate template = RetryTemplate.builder().maxAttempts(3).build();
    // evidence: neutral.retry/resilience-library
    Failsafe.with(policy).get(() -> backend.ask("x"));
    // evidence: neutral.retry/client-attempts
    var client = OpenAIOkHttpClient.builder().fromEnv().maxRetries(4).build();
    // ok: neutral.retry/client-attempts, neutral.retry/resilience-library
    var other = Http.builder().maxRetries(4).build();
    // evidence: neutral.retry/retry-loop
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        return backend.ask("x");
      } catch (IllegalStateException again) {
        Thread.sleep(1000L * attempt);
      }
    }
    return "";
  }
}
