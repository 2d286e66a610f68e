import { Tool, type ToolParams } from "langchain/tools";
import { DynamicTool } from "@langchain/core/tools";
import { Machine } from "./machine";

// evidence: langchain.langchain/tool
export class LookupTool extends Tool {
  name = "lookup";
}

// evidence: langchain.langchain/tool
export const search = new DynamicTool({ name: "search", description: "Looks a word up", func: lookUp });

// ok: langchain.langchain/tool
export class Press extends Machine {
  name = "press";
}
