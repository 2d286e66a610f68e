import { DBOS } from "@dbos-inc/dbos-sdk";

export class Desk {
  // evidence: other.dbos/workflow, other.dbos/step-record
  @DBOS.workflow()
  static async settle(claim: string) {
    // evidence: other.dbos/workflow-event
    await DBOS.setEvent("status", "assessing");
    // evidence: other.dbos/step-retries
    return DBOS.runStep(() => assess(claim), { name: "assess", retriesAllowed: true });
  }
}
// evidence: other.dbos/workflow, other.dbos/step-record
const flow = DBOS.registerWorkflow(settle);
// ok: other.dbos/workflow, other.dbos/workflow-event
shop.setEvent("status", "open");
