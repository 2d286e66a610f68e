"""Sets the desk assistant up through helpers of another module."""

import desk

# evidence: openai.assistants/model-setting
desk.create("Desk", model="gpt-4-1106-preview")
# ok: openai.assistants/model-setting
desk.describe("gpt-4 answers here")
