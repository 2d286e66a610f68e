// A step of a workflow that calls a model, declared with the CDK.
import * as bedrock from "aws-cdk-lib/aws-bedrock";
import * as tasks from "aws-cdk-lib/aws-stepfunctions-tasks";

// evidence: aws.bedrock_runtime/model-id
const model = bedrock.FoundationModel.fromFoundationModelId(scope, "Model", bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU);
// ok: aws.bedrock_runtime/model-id
const index = bedrock.FoundationModel.fromFoundationModelId(scope, "Index", bedrock.FoundationModelIdentifier.AMAZON_TITAN_EMBED_TEXT_V2);
export const step = new tasks.BedrockInvokeModel(scope, "Write", { model });
