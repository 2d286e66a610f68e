// Settings of the service, read by the module that calls Gemini.

// evidence: google.gemini/model-setting
export const MODEL = process.env.MODEL ?? "gemini-2.0-flash";
// ok: google.gemini/model-setting
export const PICTURES = "gemini-3.1-flash-image-preview";
// evidence: google.gemini/model-setting
export const DESK = { name: "desk", model: "models/gemini-2.5-pro" };
