import { AgentCoreApplication, AgentCoreMcp } from "@aws/agentcore-cdk";
import { Stack } from "aws-cdk-lib";
import { AgentCoreApplication as Shop, AgentCoreMcp as Desk } from "./shop";

export class AgentStack extends Stack {
  constructor(spec: object) {
    super();
    // evidence: aws.bedrock_agentcore/hosting
    const application = new AgentCoreApplication(this, "Application", { spec });
    // evidence: aws.bedrock_agentcore/gateway
    new AgentCoreMcp(this, "Mcp", { agentCoreApplication: application });
    // ok: aws.bedrock_agentcore/hosting, aws.bedrock_agentcore/gateway
    new Desk(new Shop(this, "Shop", { spec }));
  }
}
