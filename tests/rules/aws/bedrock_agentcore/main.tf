
resource "aws_cloudwatch_metric_alarm" "memory_errors" {
  # evidence: aws.bedrock_agentcore/telemetry
  namespace   = "Bedrock-AgentCore"
  metric_name = "Errors"
}

resource "aws_cloudwatch_dashboard" "memory" {
  # evidence: aws.bedrock_agentcore/telemetry
  dashboard_body = <<-BODY
    {
      "widgets": [{"properties": {"metrics": [["Bedrock-AgentCore", "Latency"]]}}]
    }
  BODY
}

resource "aws_cloudwatch_metric_alarm" "own_errors" {
  # ok: aws.bedrock_agentcore/telemetry
  namespace = "Claims/Agent"
}
