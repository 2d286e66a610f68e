package desk;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;

class Listener {
    // evidence: neutral.retry/redelivery
    @RetryableTopic(attempts = "4")
    // ok: neutral.retry/redelivery
    @KafkaListener(topics = "work")
    void listen(String text) {
    }
}
