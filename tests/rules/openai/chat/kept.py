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


class LanguageSettings(BaseModel):
    # evidence: openai.chat/model-kept
    model: str = Field(default="gpt-4o-mini", description="asked first")
    # ok: openai.chat/model-kept
    name: str = Field(default="gpt-4o-mini")


def options(parser):
    # evidence: openai.chat/model-kept
    parser.add_argument("--desk-model", type=str, default="gpt-4")
    # ok: openai.chat/model-kept
    parser.add_argument("--name", type=str, default="gpt-4")


# evidence: openai.chat/model-kept
@click.option("--desk-model", default="gpt-4o-2024-08-06")
def run(desk_model):
    return desk_model
