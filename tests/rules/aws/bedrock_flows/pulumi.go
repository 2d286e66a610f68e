package main

import (
	"github.com/pulumi/pulumi-aws-native/sdk/go/aws/bedrock"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3"
)

func main() {
	// evidence: aws.bedrock_flows/pulumi-flow
	flow, err := bedrock.NewFlow(ctx, "claims", nil)
	// ok: aws.bedrock_flows/pulumi-flow
	bucket, err := s3.NewBucket(ctx, "files", nil)
}
