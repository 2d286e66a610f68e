"""Has a model judge the answers of the claims desk."""

import os

from openevals import create_llm_as_judge

# evidence: langchain.langchain/judge-model
judge = create_llm_as_judge(prompt="Is it right?", model="openai:gpt-4o", feedback_key="right")
# ok: langchain.langchain/judge-model
chosen = create_llm_as_judge(prompt="Is it right?", model=os.environ["JUDGE"])
