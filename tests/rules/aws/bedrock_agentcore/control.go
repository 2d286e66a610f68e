package example

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockagentcore"
	"github.com/aws/aws-sdk-go-v2/service/bedrockagentcorecontrol"
)

func control(ctx context.Context, cfg aws.Config, shop Shop) {
	core := bedrockagentcore.NewFromConfig(cfg)
	keeper := bedrockagentcorecontrol.NewFromConfig(cfg)
	// evidence: aws.bedrock_agentcore/hosting-sdk
	keeper.CreateAgentRuntime(ctx, nil)
	// evidence: aws.bedrock_agentcore/memory-sdk
	core.RetrieveMemoryRecords(ctx, nil)
	// evidence: aws.bedrock_agentcore/runtime-invocation-sdk, aws.bedrock_agentcore/runtime-request
	core.InvokeAgentRuntime(ctx, &bedrockagentcore.InvokeAgentRuntimeInput{
		// evidence: aws.bedrock_agentcore/runtime-session-sdk
		RuntimeSessionId: aws.String("s"),
	})
	// ok: aws.bedrock_agentcore/memory-sdk, aws.bedrock_agentcore/runtime-session-sdk
	shop.RetrieveMemoryRecords(ctx, nil)
}
