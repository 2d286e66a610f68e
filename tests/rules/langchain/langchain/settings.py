import os


class Settings:
    # evidence: langchain.langchain/openai-setting
    model = os.environ.get("OPENAI_MODEL", "gpt-5.1")
    # ok: langchain.langchain/openai-setting
    picture = os.environ.get("OPENAI_IMAGE_MODEL", "gpt-image-1")
