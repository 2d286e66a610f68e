package example;

import com.openai.client.OpenAIClient;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

class Reactive {
  Mono<String> ask(OpenAIClient client, Backend backend) {
    // evidence: neutral.retry/resilience-library
    return backend.ask("x").retryWhen(Retry.backoff(3, Duration.ofMillis(500)));
  }

  Mono<String> other(Backend backend) {
    // ok: neutral.retry/resilience-library
    return backend.backoff(3);
  }
}
