package example;

import com.openai.client.OpenAIClient;

class Values {
	// evidence: openai.chat/model-id-sdk
	Values(@Value("${app.chat.model:gpt-4o-mini}") String model) {
		this.model = model;
	}

	// ok: openai.chat/model-id-sdk
	void open(@Value("${app.chat.model}") String model) {
	}
}
