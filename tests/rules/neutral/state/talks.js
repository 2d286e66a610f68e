class Talks {
  constructor() {
    // evidence: neutral.state/memory-map, neutral.state/memory-messages
    this.conversations = new Map();
    // ok: neutral.state/memory-map, neutral.state/memory-messages
    this.products = new Map();
  }
}

module.exports = new Talks();
