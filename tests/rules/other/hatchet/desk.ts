import { HatchetClient } from "@hatchet-dev/typescript-sdk";

const hatchet = HatchetClient.init();
// evidence: other.hatchet/task, other.hatchet/task-retries
export const assess = hatchet.task({ name: "assess", retries: 3, fn: async (claim) => claim });
// evidence: other.hatchet/task, other.hatchet/durable-task
export const settle = hatchet.durableTask({ name: "settle", fn: async (claim) => claim });
// ok: other.hatchet/task
export const board = shop.task({ name: "sweep" });
