import { ChatKitServer, Store } from "chatkit-node-backend-sdk";
import { Shop } from "./shop.js";

// evidence: openai.agentkit/own-server
export class Desk extends ChatKitServer {}

// evidence: openai.agentkit/own-store
export class Kept extends Store {}

// ok: openai.agentkit/own-server, openai.agentkit/own-store
export class Corner extends Shop {}
