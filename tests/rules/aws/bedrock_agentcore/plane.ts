import { aws_bedrockagentcore as agentcore, aws_s3 as s3 } from "aws-cdk-lib";
import * as direct from "aws-cdk-lib/aws-bedrockagentcore";

// evidence: aws.bedrock_agentcore/gateway
new agentcore.CfnGateway(stack, "Tools", {});
// evidence: aws.bedrock_agentcore/memory
new agentcore.CfnMemory(stack, "Past", {});
// evidence: aws.bedrock_agentcore/identity
new direct.CfnOAuth2CredentialProvider(stack, "Access", {});
// evidence: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
new direct.CfnCodeInterpreterCustom(stack, "Code", {});
// ok: aws.bedrock_agentcore/gateway, aws.bedrock_agentcore/memory, aws.bedrock_agentcore/identity
new s3.Bucket(stack, "Letters");
