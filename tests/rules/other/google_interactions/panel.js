import api from "@forge/api";

export async function start(project, description) {
  // evidence: other.google_interactions/agent-run
  const address = `https://aiplatform.googleapis.com/v1beta1/projects/${project}/locations/global/interactions`;
  // ok: other.google_interactions/agent-run, other.google_interactions/status-request
  const models = `https://aiplatform.googleapis.com/v1/projects/${project}/locations/global/publishers/google/models`;
  return api.fetch(address, { method: "POST", body: JSON.stringify({ agent: "claims", input: description, background: true }), models });
}

export async function look(project, id) {
  // evidence: other.google_interactions/status-request, other.google_interactions/stored-conversation
  const answer = await api.fetch(`https://aiplatform.googleapis.com/v1beta1/projects/${project}/locations/global/interactions/${id}`);
  const job = await answer.json();
  // evidence: other.google_interactions/step-records
  const searched = job.steps.filter((step) => step.type === "google_search_call");
  // ok: other.google_interactions/step-records
  const texts = job.steps.filter((step) => step.type === "model_output");
  return { searched, texts };
}
