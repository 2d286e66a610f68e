package example;

import org.springframework.ai.chat.client.ChatClient;

class Values {
	// evidence: other.model_calls/jvm-setting
	Values(@Value("${app.document.model:global.anthropic.claude-opus-4-6-v1}") String model) {
		this.model = model;
	}

	// ok: other.model_calls/jvm-setting
	void open(@Value("${app.document.model}") String model) {
	}
}
