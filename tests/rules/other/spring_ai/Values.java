package example;

import org.springframework.ai.chat.client.ChatClient;

class Values {
	// evidence: other.spring_ai/own-model-setting
	Values(@Value("${app.document.model:global.anthropic.claude-opus-4-6-v1}") String model) {
		this.model = model;
	}

	// ok: other.spring_ai/own-model-setting
	void open(@Value("${app.document.model}") String model) {
	}
}
