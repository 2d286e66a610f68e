// evidence: other.flowise/prediction-call
export const url = "https://cloud.flowiseai.com/api/v1/prediction/1a2b";
// ok: other.flowise/prediction-call
// evidence: other.flowise/own-server-call
export const own = "https://flows.claims.example/api/v1/prediction/1a2b";
