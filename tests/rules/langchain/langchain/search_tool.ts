import { TavilySearchResults } from "npm:@langchain/community@0.0.27/tools/tavily_search";
import { TavilySearchResults as Board } from "./board.ts";

// evidence: langchain.langchain/tool
const search = new TavilySearchResults({ maxResults: 3 });
// ok: langchain.langchain/tool
const board = new Board({ maxResults: 3 });
