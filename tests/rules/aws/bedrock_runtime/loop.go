package example

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
)

func loop(ctx context.Context, cfg aws.Config, tools *types.ToolConfiguration) {
	client := bedrockruntime.NewFromConfig(cfg)
	client.Converse(ctx, &bedrockruntime.ConverseInput{
		// evidence: aws.bedrock_runtime/own-loop
		ToolConfig: tools,
	})
	// ok: aws.bedrock_runtime/own-loop
	client.Converse(ctx, &bedrockruntime.ConverseInput{ModelId: aws.String("x")})
}
