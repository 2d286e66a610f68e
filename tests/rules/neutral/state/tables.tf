resource "aws_dynamodb_table" "threads" {
  # evidence: neutral.state/session-table-declared
  name     = "${var.stage}-claim-threads"
  hash_key = "threadTs"
}
resource "aws_dynamodb_table" "claims" {
  # ok: neutral.state/session-table-declared
  name     = "claims"
  hash_key = "id"
}
