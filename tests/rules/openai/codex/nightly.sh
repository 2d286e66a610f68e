#!/bin/sh
# evidence: openai.codex/cloud-task
codex cloud exec --env claims "Sort the inbox"
# ok: openai.codex/cloud-task
gcloud run jobs execute claims
