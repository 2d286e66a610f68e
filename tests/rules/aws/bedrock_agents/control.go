package example

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockagent"
	"github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime"
)

func control(ctx context.Context, cfg aws.Config, shop Shop) {
	agents := bedrockagent.NewFromConfig(cfg)
	runtime := bedrockagentruntime.NewFromConfig(cfg)
	// evidence: aws.bedrock_agents/agent-definition-sdk
	agents.CreateAgent(ctx, &bedrockagent.CreateAgentInput{
		AgentName: aws.String("desk"),
		// evidence: aws.bedrock_agents/agent-prompt-sdk
		Instruction: aws.String("Answer claims."),
	})
	// evidence: aws.bedrock_agents/agent-invocation-sdk
	runtime.InvokeAgent(ctx, &bedrockagentruntime.InvokeAgentInput{
		// evidence: aws.bedrock_agents/trace-sdk
		EnableTrace: aws.Bool(true),
	})
	// evidence: aws.bedrock_agents/session-store-sdk
	runtime.CreateSession(ctx, nil)
	// ok: aws.bedrock_agents/agent-definition-sdk
	shop.CreateAgent(ctx, "desk")
}
