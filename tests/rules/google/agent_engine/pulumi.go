package main

import (
	"github.com/pulumi/pulumi-gcp/sdk/v9/go/gcp/storage"
	"github.com/pulumi/pulumi-gcp/sdk/v9/go/gcp/vertex"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		// evidence: google.agent_engine/infrastructure
		_, err := vertex.NewAiReasoningEngine(ctx, "desk", &vertex.AiReasoningEngineArgs{DisplayName: pulumi.String("claims")})
		if err != nil {
			return err
		}
		// ok: google.agent_engine/infrastructure
		_, err = storage.NewBucket(ctx, "files", nil)
		return err
	})
}
