package desk

import (
	"github.com/acme/desk/forms"
	"github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime/types"
)

func groups(name string) []types.AgentActionGroup {
	// ok: aws.bedrock_agents/action-group-sdk
	_ = forms.AgentActionGroup{}
	// evidence: aws.bedrock_agents/action-group-sdk
	group := types.AgentActionGroup{ActionGroupName: &name}
	return append(nothing(), group)
}
