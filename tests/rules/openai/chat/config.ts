export class Config {
  static get high(): string {
    // evidence: openai.chat/model-setting
    return process.env.OPENAI_HIGH_MODEL ?? "gpt-5.1";
  }

  static get note(): string {
    // ok: openai.chat/model-setting
    return "gpt-5.1 answers here";
  }
}
