package example

import "github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime"

func ask() {
	client := bedrockagentruntime.NewFromConfig(cfg)
	// evidence: aws.bedrock_flows/flow-invocation-sdk
	client.InvokeFlow(ctx, input)
	// ok: aws.bedrock_flows/flow-invocation-sdk
	shop.InvokeFlow(ctx, input)
}
