"""Files handed to an assistant's thread by a helper."""


def attached(file):
    return {
        "file_id": file.id,
        # evidence: openai.assistants/listed-tools
        "tools": [{"type": "file_search"}],
    }


def ordered(file):
    return {
        "file_id": file.id,
        # ok: openai.assistants/listed-tools
        "tools": [{"type": "hammer"}],
    }
