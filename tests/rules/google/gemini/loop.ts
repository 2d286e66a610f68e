import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: process.env.KEY });

export async function ask(contents: string) {
  // evidence: google.gemini/own-loop
  return ai.models.generateContent({
    // evidence: google.gemini/model-id
    model: "gemini-2.5-flash",
    contents,
    config: {
      // evidence: google.gemini/hosted-tool, google.gemini/code-execution
      tools: [{ googleSearch: {} }, { codeExecution: {} }],
    },
  });
}
