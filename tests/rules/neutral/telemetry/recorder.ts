export class Figures {
  private calls = 0;

  // evidence: neutral.telemetry/step-recorder
  recordLLMCall(): void {
    this.calls += 1;
  }

  // evidence: neutral.telemetry/step-recorder
  async trackTokenUsage(used: Used) {
    await this.keep(used);
  }

  // ok: neutral.telemetry/step-recorder
  recordSale(sale: Sale) {
    this.recordLLMCall();
  }
}

// evidence: neutral.telemetry/step-recorder
export class AgentAnalyticsService {
  start(task: string) {
    // evidence: neutral.telemetry/step-recorder
    posthog.capture("task_started", { task });
    // ok: neutral.telemetry/step-recorder
    posthog.capture("domain_visited", { task });
    // evidence: neutral.telemetry/step-recorder
    logEvent("chat-inference", { task });
    // ok: neutral.telemetry/step-recorder
    logEvent("chat-opened", { task });
  }
}

// ok: neutral.telemetry/step-recorder
export class PageAnalyticsService {
  page = "";
}
