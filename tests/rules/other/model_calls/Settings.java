package desk;

import java.util.*;

class Settings {
    // evidence: other.model_calls/jvm-setting
    @Value("${desk.chat-model:gpt-4o-mini}")
    String model;

    // ok: other.model_calls/jvm-setting
    @Value("${desk.model-file:model.txt}")
    String file;
}
