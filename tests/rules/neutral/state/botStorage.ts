import { ConversationState, MemoryStorage } from "botbuilder";
import { DiskStorage } from "./disk";

// evidence: neutral.state/bot-state
const storage = new MemoryStorage();
// evidence: neutral.state/bot-state
const conversations = new ConversationState(storage);
// ok: neutral.state/bot-state
const disk = new DiskStorage();
