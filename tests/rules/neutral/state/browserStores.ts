import { persist } from "zustand/middleware";
import Dexie, { type EntityTable } from "dexie";

export class Shelf extends Dexie {
  // evidence: neutral.state/script-store
  messages!: EntityTable<Turn, "id">;
  // ok: neutral.state/script-store
  themes!: EntityTable<Theme, "id">;
}

export function open(db: IDBDatabase) {
  // evidence: neutral.state/script-store
  db.createObjectStore("chats", { keyPath: "id" });
  // ok: neutral.state/script-store
  db.createObjectStore("pictures", { keyPath: "id" });
}

export function keep(id: string, turns: object[]) {
  // evidence: neutral.state/script-store
  localStorage.setItem("chat-history", JSON.stringify(turns));
  // ok: neutral.state/script-store
  localStorage.setItem("chat-width", "300");
  // evidence: neutral.state/script-store
  chrome.storage.local.set({ conversations: turns });
  // ok: neutral.state/script-store
  chrome.storage.local.set({ theme: "dark" });
}

// evidence: neutral.state/script-store
const place = (id: string) => `chat_messages_${id}`;
// ok: neutral.state/script-store
const mark = (id: string) => `message-${id}`;
// evidence: neutral.state/session-class
class MemoryManager {
  turns: string[] = [];
}

export const talks = {
  // evidence: neutral.state/script-store
  memories: defineTable(fields).index("playerId", ["playerId"]),
  // ok: neutral.state/script-store
  music: defineTable({ storageId: text() }),
};

export const write = mutation({
  handler: async (ctx, args) => {
    // evidence: neutral.state/script-store
    await ctx.db.insert("messages", { text: args.text });
    // ok: neutral.state/script-store
    await ctx.db.insert("maps", { text: args.text });
  },
});

// evidence: neutral.state/script-store
export const useChatStore = createPersistStore({ sessions: [] }, methods, { name: StoreKey.Chat });
// ok: neutral.state/script-store
export const useThemeStore = createPersistStore({ dark: false }, methods, { name: StoreKey.Theme });
export const useTalks = create(
  // evidence: neutral.state/script-store
  persist((set) => ({ turns: [] }), { name: "chat-storage" }),
);
export const useLook = create(
  // ok: neutral.state/script-store
  persist((set) => ({ dark: true }), { name: "look-storage" }),
);
// evidence: neutral.state/script-store
export const messageStore = new Keyv({ store, namespace: "talks" });
// ok: neutral.state/script-store
export const dataStore = new Keyv({ store, namespace: "data" });

export async function write(turn: object) {
  // evidence: neutral.state/script-store
  await db.messages.put(turn);
  // ok: neutral.state/script-store
  await db.prompts.put(turn);
}

// evidence: neutral.state/script-store
export const provider = new IndexeddbPersistence("chats:desk", doc);
// ok: neutral.state/script-store
export const options = new IndexeddbPersistence("options", doc);

export function keep(id: string, data: unknown, chats: unknown[]) {
  // evidence: neutral.state/script-store
  localStorage.setItem(Keys.PREFIX_SESSION + id, JSON.stringify(data));
  // evidence: neutral.state/script-store
  localStorage.setItem(CHAT_HISTORY_KEY, JSON.stringify(data));
  // evidence: neutral.state/script-store
  localStorage.setItem(STORAGE_KEY, JSON.stringify(chats));
  // ok: neutral.state/script-store
  localStorage.setItem(SESSION_TOKEN, JSON.stringify(data));
  // ok: neutral.state/script-store
  localStorage.setItem(THEME_KEY, JSON.stringify(data));
}

// evidence: neutral.state/script-store
const [messages, setMessages] = useLocalStorage<Message[]>("chat-messages", []);
// ok: neutral.state/script-store
const [theme, setTheme] = useLocalStorage("theme", "dark");

// evidence: neutral.state/script-store
const STORAGE_KEY = "desk-chats-v1";
// ok: neutral.state/script-store
const LOOK_STORAGE_KEY = "desk-look-v1";
