"""Rows of Django that point at threads kept by OpenAI."""

from django.db import models
from openai import OpenAI

# evidence: openai.assistants/thread-for-runs, openai.assistants/thread-store
thread = OpenAI().beta.threads.create()


class Claim(models.Model):
    # evidence: openai.assistants/thread-column
    threadId = models.CharField(max_length=64)
    # ok: openai.assistants/thread-column
    thread_identity = models.CharField(max_length=64)
    # ok: openai.assistants/thread-column
    thread_id: str = "none"
