package example

import "github.com/aws/aws-sdk-go-v2/service/bedrockagentcore"

func ask() {
	client := bedrockagentcore.NewFromConfig(cfg)
	// evidence: aws.bedrock_agentcore/runtime-invocation-sdk
	client.InvokeAgentRuntime(ctx, input)
	// ok: aws.bedrock_agentcore/runtime-invocation-sdk
	shop.InvokeAgentRuntime(ctx, input)
}
