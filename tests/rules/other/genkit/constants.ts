import { genkit } from "genkit";
import { googleAI, gemini15Flash, textEmbedding004 } from "@genkit-ai/googleai";

// evidence: other.genkit/model-id
const ai = genkit({ plugins: [googleAI()], model: gemini15Flash });
export const indexer = { embedder: textEmbedding004 }; // ok: other.genkit/model-id

import { gemini15ProPreview, textEmbeddingGecko } from "@genkit-ai/vertexai";

// evidence: other.genkit/model-id
export const asked = { model: gemini15ProPreview };
export const indexed = { embedder: textEmbeddingGecko }; // ok: other.genkit/model-id
