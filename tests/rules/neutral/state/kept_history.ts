export abstract class Model {
  public history: { [from: string]: Turn[] };

  constructor() {
    // evidence: neutral.state/memory-messages, neutral.state/memory-map
    this.history = {};
    // ok: neutral.state/memory-messages, neutral.state/memory-map
    this.prices = {};
  }
}
