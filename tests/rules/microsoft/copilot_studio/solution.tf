# evidence: microsoft.copilot_studio/solution-import
resource "powerplatform_solution" "claims" {
  solution_file = "dist/claims.zip"
}

# ok: microsoft.copilot_studio/solution-import
resource "powerplatform_environment" "claims" {
  location = "europe"
}
