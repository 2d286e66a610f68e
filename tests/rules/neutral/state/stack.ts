import { Table, TableV2 } from "aws-cdk-lib/aws-dynamodb";

export class DeskStack extends Stack {
  constructor(scope: Construct) {
    super(scope, "Desk");
    // evidence: neutral.state/session-table
    new Table(this, "ConversationTable", { partitionKey: { name: "id", type: "S" } });
    // evidence: neutral.state/session-table
    new TableV2(this, "ChatMessages", { partitionKey: { name: "id", type: "S" } });
    // ok: neutral.state/session-table
    new Table(this, "Claims", { partitionKey: { name: "sessionId", type: "S" } });
  }
}
