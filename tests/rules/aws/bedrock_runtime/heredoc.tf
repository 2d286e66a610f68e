resource "aws_cloudwatch_dashboard" "model" {
  dashboard_name = "model"
  # evidence: aws.bedrock_runtime/metrics
  dashboard_body = <<-BODY
    {"widgets": [{"type": "metric", "properties": {"metrics": [["AWS/Bedrock", "Invocations"]]}}]}
  BODY
}

resource "aws_cloudwatch_dashboard" "claims" {
  dashboard_name = "claims"
  # ok: aws.bedrock_runtime/metrics
  dashboard_body = <<-BODY
    {"widgets": [{"type": "metric", "properties": {"metrics": [["AWS/Lambda", "Invocations"]]}}]}
  BODY
}

resource "aws_cloudwatch_dashboard" "long" {
  dashboard_name = "long"
  # evidence: aws.bedrock_runtime/metrics
  dashboard_body = <<-BODY
    {
      "widgets": [
        {"properties": {"metrics": [["AWS/Bedrock", "Invocations"]]}}
      ]
    }
  BODY
}
