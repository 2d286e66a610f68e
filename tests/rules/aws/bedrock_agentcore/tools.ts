import { CodeInterpreterTools } from "bedrock-agentcore/experimental/code-interpreter/vercel-ai";
import { Workbench } from "./workbench";

// evidence: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
export const interpreter = new CodeInterpreterTools({ region: "eu-central-1" });
// ok: aws.bedrock_agentcore/hosted-interpreter, aws.bedrock_agentcore/hosted-tool
export const bench = new Workbench({ region: "eu-central-1" });
