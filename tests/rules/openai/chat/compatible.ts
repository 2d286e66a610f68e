import OpenAI from "openai";

const client = new OpenAI({ baseURL: process.env.HOST });

// evidence: openai.chat/compatible-model
const model = process.env.MODEL || "llama-3.3-70b-versatile";
// evidence: openai.chat/compatible-model
const other = "meta/llama-3.1-405b-instruct";
// evidence: openai.chat/compatible-model
const open = "openai/gpt-oss-120b";
// ok: openai.chat/compatible-model
const animal = "llama";
// ok: openai.chat/compatible-model
const third = process.env.THIRD;
