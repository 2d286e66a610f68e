package example

import "github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime"

func ask(id string) {
	client := bedrockagentruntime.NewFromConfig(cfg)
	// evidence: aws.bedrock_agents/agent-invocation-sdk
	client.InvokeAgent(ctx, &bedrockagentruntime.InvokeAgentInput{
		// evidence: aws.bedrock_agents/session-sdk
		SessionId: &id,
	})
	// evidence: aws.bedrock_agents/knowledge-base-sdk
	client.RetrieveAndGenerate(ctx, input)
	// ok: aws.bedrock_agents/knowledge-base-sdk
	shop.RetrieveAndGenerate(ctx, input)
}
