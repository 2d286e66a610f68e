"""Models that are named in settings, defaults and fields."""


class Clerk(Assistant):
    # evidence: openai.chat/model-kept
    model = "gpt-4o-mini"


class Settings:
    # evidence: openai.chat/model-kept
    llm_model: str = "gpt-5"
    # ok: openai.chat/model-kept
    voice_model: str = "gpt-4o-mini-tts"


def make(config, model):
    # evidence: openai.chat/model-kept
    chosen = config.get("model_type", "gpt-3.5-turbo")
    # ok: openai.chat/model-kept
    if model == "gpt-4":
        return None
    # ok: openai.chat/model-kept
    encoding = encoding_for_model("gpt-4")
    return chosen, encoding
