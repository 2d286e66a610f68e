resource "aws_dynamodb_table" "threads" {
  # evidence: neutral.state/session-table-declared
  name     = "${var.stage}-claim-threads"
  hash_key = "threadTs"
}
resource "aws_dynamodb_table" "kept" {
  name     = "desk-agent-state"
  # evidence: neutral.state/session-table-declared
  hash_key = "SessionId"
}
resource "aws_dynamodb_table" "claims" {
  # ok: neutral.state/session-table-declared
  name     = "claims"
  hash_key = "id"
}
