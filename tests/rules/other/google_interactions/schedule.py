"""Agents at Google on a schedule, with the secrets they use."""

from google import genai

client = genai.Client()
# evidence: other.google_interactions/stored-secret
secret = client.credentials.create(id="mail", type="bearer_token", token=read("mail"))
# evidence: other.google_interactions/schedule
nightly = client.triggers.create(
    schedule="0 3 * * *",
    time_zone="UTC",
    # evidence: other.google_interactions/schedule-failures
    max_consecutive_failures=3,
    interaction={
        "agent": "claims",
        "input": "Sort the new claims.",
        # evidence: other.google_interactions/injected-secret
        "environment": {"type": "remote", "network": {"allowlist": [{"domain": "mail.example.com", "credential": secret.id}]}},
    },
)
# evidence: other.google_interactions/schedule-history
for run in client.triggers.list_executions(nightly.id):
    print(run)
# evidence: other.google_interactions/agent-definition
client.agents.create(
    id="claims",
    base_agent=BASE,
    # evidence: other.google_interactions/agent-sandbox
    base_environment={
        "type": "remote",
        # evidence: other.google_interactions/injected-secret
        "network": {"allowlist": [{"domain": "*"}, {"domain": "api.example.com", "transform": {"Authorization": "x"}}]},
    },
)
# evidence: other.google_interactions/sandbox-files
URL = f"https://generativelanguage.googleapis.com/v1beta/files/environment-{nightly.environment_id}:download?alt=media"
# ok: other.google_interactions/sandbox-files
FILE = f"https://generativelanguage.googleapis.com/v1beta/files/{nightly.id}:download?alt=media"
# evidence: other.google_interactions/webhook, other.google_interactions/step-records
client.webhooks.create(name="done", uri="https://claims.example.com/done", subscribed_events=["interaction.completed"])

shop = Shop()
# ok: other.google_interactions/stored-secret
shop.customers.add(id="mail")
# ok: other.google_interactions/schedule
shop.triggers.delete("nightly")
# ok: other.google_interactions/schedule-failures
shop.update(max_consecutive_failures=3)
# ok: other.google_interactions/schedule-history
shop.list_executions("nightly")
# ok: other.google_interactions/injected-secret
shop.update(network={"allowlist": [{"transform": {}}]})
# ok: other.google_interactions/webhook
shop.webhooks.create(name="done")
