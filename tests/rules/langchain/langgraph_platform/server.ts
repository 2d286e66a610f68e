import { Client } from "@langchain/langgraph-sdk";

export function createClient() {
  return new Client({ apiUrl: process.env.SERVER_URL });
}
