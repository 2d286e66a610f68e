import { aws_bedrock as bedrock } from "aws-cdk-lib";
import { CfnGuardrail as Rail } from "./shop";

// evidence: aws.bedrock_agents/guardrail
new bedrock.CfnGuardrail(stack, "Text", { name: "claims" });
// ok: aws.bedrock_agents/guardrail
new Rail(stack, "Shop", { name: "claims" });
