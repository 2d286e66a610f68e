package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/bedrock"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/s3"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// evidence: aws.bedrock_agents/pulumi-agent
		_, err := bedrock.NewAgentAgent(ctx, "desk", &bedrock.AgentAgentArgs{AgentName: pulumi.String("claims")})
		if err != nil {
			return err
		}
		// evidence: aws.bedrock_agents/pulumi-knowledge-base
		_, err = bedrock.NewAgentKnowledgeBase(ctx, "manuals", nil)
		if err != nil {
			return err
		}
		// ok: aws.bedrock_agents/pulumi-agent, aws.bedrock_agents/pulumi-knowledge-base
		_, err = s3.NewBucket(ctx, "files", nil)
		return err
	})
}
