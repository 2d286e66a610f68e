# evidence: aws.bedrock_flows/flow-definition
resource "aws_bedrockagent_flow" "claims" {
  name = "claims"
  definition {
    node {
      name = "Ask"
      type = "Prompt"
      configuration {
        prompt {
          source_configuration {
            inline {
              # evidence: aws.bedrock_flows/flow-model
              model_id      = "amazon.nova-pro-v1:0"
              template_type = "TEXT"
              # evidence: aws.bedrock_flows/flow-prompt
              template_configuration {
                text {
                  text = "Answer: {{question}}"
                }
              }
            }
          }
        }
      }
    }
  }
}

# evidence: aws.bedrock_flows/flow-definition
resource "awscc_bedrock_flow_alias" "live" {
  name = "live"
}

# ok: aws.bedrock_flows/flow-definition, aws.bedrock_flows/flow-model, aws.bedrock_flows/flow-prompt
resource "aws_sfn_state_machine" "claims" {
  definition = "{}"
}
