import { writeFileSync } from "node:fs";

// evidence: neutral.state/session-class
export class MemorySessionStore {
  save(sessions: Record<string, unknown>, page: unknown) {
    // evidence: neutral.state/session-file
    writeFileSync("sessions.json", JSON.stringify(sessions, null, 2));
    // ok: neutral.state/session-file
    writeFileSync("page.json", JSON.stringify(page));
  }
}

// ok: neutral.state/session-class
export class SessionPanel {}
