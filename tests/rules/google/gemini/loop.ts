import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: process.env.KEY });

export async function ask(contents: string) {
  // evidence: google.gemini/own-loop, google.gemini/asked
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

export async function listen() {
  // evidence: google.gemini/model-id
  const model = "gemini-2.5-flash-native-audio-preview-09-2025";
  // ok: google.gemini/model-id
  const voice = "gemini-2.5-flash-preview-tts";
  // evidence: google.gemini/short-token
  const token = await ai.authTokens.create({ config: { uses: 1 } });
  // ok: google.gemini/short-token
  const own = await store.tokens.create({ uses: 1 });
  return { model, voice, token, own };
}
