import type { BaseMessageHistory, Message } from "./types";

// evidence: neutral.state/session-class
export class RedisTurns implements BaseMessageHistory {
  async addMessage(message: Message) {
    await this.client.lpush(this.key, JSON.stringify(message));
  }
}

// ok: neutral.state/session-class
export class RedisPrices implements PriceList {
  list = [];
}
