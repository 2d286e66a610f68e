// ok: other.model_calls/script-default
export const choices = [{ model: "gemini-2.5-flash", label: "quick" }, { model: "gemini-2.5-pro", label: "thorough" }];
